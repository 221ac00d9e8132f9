"""A new situation, with every place that must be filled."""

import re
from pathlib import Path

from bfx_help.content.decode import key_of
from bfx_help.content.tables import hints
from bfx_help.model import Situation, Text, Words

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"


def is_name(name: str) -> bool:
    """Whether it is a topic and a state, as in `withdrawal.processing`."""
    return bool(re.fullmatch(rf"{_NAME}\.{_NAME}", name))


def file_for(folder: Path, name: str) -> Path:
    """The file of a new situation, in the folder of its topic."""
    topic, _, state = name.partition(".")
    return folder / "topics" / topic / f"situations-{state}.yaml"


def skeleton(name: str) -> str:
    """The situation as YAML; what is empty is a fault until it is filled."""
    lines = ["situations:", f"- id: {name}"]
    for field, kind in hints(Situation).items():
        if field != "id":
            lines += _lines(key_of(field), kind)
    return "\n".join(lines) + "\n"


def _lines(key: str, kind: object) -> list[str]:
    if kind is Text:
        return [f"  {key}:", "    en: ''", "    zh: ''"]
    if kind is Words:
        return [f"  {key}:", "    en:", "    - ''", "    zh:", "    - ''"]
    if kind == tuple[Text, ...]:
        return [f"  {key}:", "  - en: ''", "    zh: ''"]
    if kind is bool:
        return [f"  {key}: yes"]
    return [f"  {key}:", "  - ''"]
