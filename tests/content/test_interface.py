"""The interface's own words: every one that the program says is there, and none is idle."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bfx_help.content import check_roles
from bfx_help.content.decode import Sheet
from tests.compiled import shipped
from tests.source import nodes

ANY = "[a-z0-9-]+"


def pattern(node: ast.AST) -> str | None:
    """An expression that fits every key which this string can be, None if it can be no key."""
    if isinstance(node, ast.Constant):
        found = str(node.value).replace("{}", ANY)
    elif isinstance(node, ast.JoinedStr):
        parts = [one.value if isinstance(one, ast.Constant) else ANY for one in node.values]
        found = "".join(map(str, parts)).replace("{}", ANY)
    else:
        return None
    key = r"(\[a-z0-9-\]\+-)?[a-z]+(-?[a-z0-9]+|-?\[a-z0-9-\]\+)*"
    return found if re.fullmatch(key, found) else None


@cache
def keys() -> frozenset[str]:
    """What fits each string of the program that can be a key."""
    strings = {pattern(node) for _, module in nodes() for node in module}
    return frozenset(filter(None, strings))


def said() -> Iterator[str]:
    """The keys given to `word` by name."""
    for node in (node for _, module in nodes() for node in module):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "word" and node.args:
            key = node.args[0]
            either = (key.body, key.orelse) if isinstance(key, ast.IfExp) else (key,)
            yield from filter(None, map(pattern, either))


def test_every_word_that_is_said_is_there() -> None:
    there, wanted = frozenset(shipped().interface), set(said())
    assert len(wanted) > 100
    patterns = map(re.compile, sorted(wanted - there))
    assert [one.pattern for one in patterns if not any(map(one.fullmatch, there))] == []


def test_every_word_that_is_there_is_used() -> None:
    used = re.compile("|".join(keys()))
    assert [key for key in shipped().interface if not used.fullmatch(key)] == []


def test_every_doubt_about_an_answer_has_words() -> None:
    doubts = {one for one in keys() if re.fullmatch("doubt-[a-z-]+", one)}
    assert len(doubts) > 10
    assert doubts - set(shipped().interface) == set()


def test_a_kind_without_words_is_a_fault() -> None:
    sheet = Sheet(Path("interface.yaml"), [], [], {})
    check_roles.words_of_kinds({"interface": ()}, {"interface": sheet})
    says = [fault.says for fault in sheet.faults]
    assert "missing text hidden-seed" in says
    assert len(says) == sum(len(list(kinds)) for kinds in check_roles.KINDS_WITH_WORDS.values())


def framed() -> Iterator[str]:
    """The keys by which the program takes a part of the frame of letters."""
    for node in (node for _, module in nodes() for node in module):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            value = node.value
            name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
            if name in ("frame", "_frame"):
                yield str(node.slice.value)


def test_every_part_of_the_frame_that_is_taken_is_there() -> None:
    taken = set(framed())
    assert len(taken) > 10
    assert taken <= set(shipped().letters.frame)
