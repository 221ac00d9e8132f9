"""The program meets names of the content in `roles.yaml` and `escalation.yaml` alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bfx_help.model import FactKind, TextKind
from tests.compiled import shipped
from tests.source import nodes


def literals() -> Iterator[tuple[Path, int, str]]:
    """Every text in the program that is no docstring."""
    for path, module in nodes():
        docs = {
            node.value
            for node in module
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in module:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
                yield path, node.lineno, node.value


def names() -> set[str]:
    """The ids of the content that are no everyday words, nor names of the program's own kinds."""
    content = shipped()
    found = {
        *content.questionnaire.by_id,
        *(item.id for item in content.questionnaire.derived),
        *content.situations,
        *content.facts,
        *content.channels,
        *content.faq,
        *content.letters.wants,
        *(route.id for route in content.routes.routes),
        *(finding.id for finding in content.routes.findings),
    }
    own = {*TextKind, *FactKind, *content.letters.frame}
    return {name for name in found if "-" in name or "." in name} - own


def test_no_id_of_the_content_stands_in_the_program() -> None:
    ids = names()
    found = [place for place in literals() if place[2] in ids]
    assert found == []


def test_no_fact_is_named_by_its_figure() -> None:
    for name in shipped().facts:
        figures = shipped().facts[name].figures
        numbers = {figure.split()[0] for figure in figures}
        assert not numbers & set(name.split("-")), name
