"""The interface's own words: every one that the program says is there, and none is idle."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import bfx_help
from bfx_help.content import shipped

SOURCE = Path(bfx_help.__file__).parent
SAYING = {"word", "_word", "_words"}
"""The functions that say a text of the interface."""


def trees() -> Iterator[ast.AST]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def patterns(tree: ast.AST) -> Iterator[str]:
    """Each string in it, as an expression that fits the keys it can stand for."""
    pieces = {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]+"
                for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in pieces:
            yield re.escape(node.value).replace(r"\{\}", "[a-z-]+")


def said(tree: ast.AST) -> Iterator[str]:
    """The keys that are said by name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in SAYING and node.args:
            yield from patterns(_key(node.args[0]))


def _key(argument: ast.expr) -> ast.AST:
    """What may be the key: of `a if b else c` not the condition."""
    if isinstance(argument, ast.IfExp):
        return ast.List([argument.body, argument.orelse], ast.Load())
    return (
        argument
        if isinstance(argument, (ast.Constant, ast.JoinedStr))
        else ast.List([], ast.Load())
    )


def test_every_word_that_is_said_is_there() -> None:
    keys = tuple(shipped().interface)
    wanted = {pattern for tree in trees() for pattern in said(tree)}
    assert len(wanted) > 100
    assert [one for one in sorted(wanted) if not any(re.fullmatch(one, key) for key in keys)] == []


def test_every_word_that_is_there_is_used() -> None:
    named = {pattern for tree in trees() for pattern in patterns(tree) if pattern != "[a-z0-9-]+"}
    used = re.compile(
        "|".join(sorted(one for one in named if re.match(r"[a-z]+(\\-|-|\[|$)", one)))
    )
    assert [key for key in shipped().interface if not used.fullmatch(key)] == []


def test_every_reason_for_a_doubt_has_words() -> None:
    doubts = {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"doubt-[a-z-]*[a-z]", node.value)
    }
    assert doubts - set(shipped().interface) == set()
