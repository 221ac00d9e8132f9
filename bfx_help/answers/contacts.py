"""Reads mail addresses, ticket numbers and ids."""

import re

from bfx_help.answers.numbers import half
from bfx_help.name_lists import pattern_of

_EMAIL = (
    r"(?P<local>[^\s@<>()\[\]:;,\"\\]{1,64})@"
    r"(?P<domain>(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_]))"
)
_OWN_EMAIL = (
    rf"(?i)(?:{pattern_of('messages', 'own mail')})"
    r"[^@\n,;，。；]{0,20}?(?<![a-z0-9_.+-])([a-z0-9_.+-]+@[a-z0-9_.-]+[a-z])"
)


def read_email(text: str) -> str | None:
    """The mail address, its domain in lower case; None if it cannot be one."""
    text = half(text[:400])
    inner = re.search(r"<([^<>]+)>\s*$", text)
    text = re.sub(r"^mailto:", "", inner[1] if inner else text, flags=re.I).strip()
    found = re.fullmatch(_EMAIL, text)
    if not found or len(text) > 254 or ".." in found["local"] or found["local"].startswith("."):
        return None
    return f"{found['local']}@{found['domain'].lower()}"


def emails_in(text: str) -> tuple[str, ...]:
    """The mail addresses that a longer text names as the user's own, each once."""
    found = (read_email(part) for part in re.findall(_OWN_EMAIL, half(text[:5000])))
    return tuple(dict.fromkeys(email for email in found if email))


def read_id(text: str) -> str | None:
    """The numbers somebody gave as ids, joined by `, `; None if it is anything else."""
    parts = [part for part in re.split(r"[\s,、;+&和及与]+|\band\b", half(text[:400])) if part]
    numbers = [re.sub(r"^(?:id|no\.?|编号|号)?[:#]{0,2}", "", part, flags=re.I) for part in parts]
    numbers = [part for part in numbers if part]
    if not numbers or not all(re.fullmatch(r"\d{3,20}", part, re.ASCII) for part in numbers):
        return None
    return ", ".join(numbers)
