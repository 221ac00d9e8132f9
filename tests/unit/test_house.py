"""The house itself: a stranger finds each thing by its name, and no file is too long to read."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tests import ROOT
from tests.source import nodes

PACKAGE = ROOT / "bfx_help"
FILES = sorted(path for path in PACKAGE.rglob("*.py"))
FORBIDDEN = frozenset({"one", "told", "given", "kept"})
"""Names that say nothing of what they hold."""


def _twice(places: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: where for name, where in places.items() if len(where) > 1}


def test_no_file_has_the_name_of_another() -> None:
    places = defaultdict(list)
    for path in FILES:
        if path.stem != "__init__":
            places[path.stem].append(path.relative_to(PACKAGE).as_posix())
    assert not _twice(places)


def test_no_class_has_the_name_of_another() -> None:
    places = defaultdict(list)
    for file, every in nodes():
        for node in every:
            if isinstance(node, ast.ClassDef):
                places[node.name.lstrip("_")].append(str(file))
    assert not _twice(places)


def _names(every: Iterable[ast.AST]) -> Iterator[str]:
    """The names that a module gives to functions, parameters and variables."""
    for node in every:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def test_names_say_what_they_hold() -> None:
    assert not [file for file, every in nodes() if not FORBIDDEN.isdisjoint(_names(every))]


def test_modules_are_short_enough_to_read() -> None:
    lengths = {path.name: path.read_text("utf-8").count("\n") for path in FILES}
    assert not {name: length for name, length in lengths.items() if length > 300}


def test_functions_are_short_enough_to_read() -> None:
    assert not [
        (file, node.name)
        for file, every in nodes()
        for node in every
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 40
    ]


def test_every_module_says_what_is_in_it() -> None:
    modules = [(file, every[0]) for file, every in nodes()]
    assert not [
        file
        for file, module in modules
        if not isinstance(module, ast.Module) or not ast.get_docstring(module)
    ]


def test_every_command_has_a_module_of_its_own() -> None:
    from bfx_help.cli.app import COMMANDS

    modules = {path.stem for path in (PACKAGE / "cli" / "commands").glob("*.py")} - {"__init__"}
    assert modules == {name.replace(" ", "_").replace("-", "_") for name in COMMANDS}


def test_no_text_is_written_in_code() -> None:
    """What is said in several languages is data; a sign between two parts of a letter may stay."""
    texts = [
        (file, node.lineno)
        for file, every in nodes()
        for node in every
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text"
        for part in node.args[:2]
        for found in (part.values if isinstance(part, ast.JoinedStr) else [part])
        if isinstance(found, ast.Constant) and any(map(str.isalpha, str(found.value)))
    ]
    assert texts == []
