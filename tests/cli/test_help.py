"""The help of every command: whole, in one language, and fit for a narrow screen."""

import re
from functools import cache

import pytest

from bfx_help.cli.app import program
from bfx_help.cli.help_text import missing_words
from bfx_help.plain import width
from tests.commands import command_at, command_paths
from tests.compiled import shipped
from tests.running import Run, run
from tests.tables import each

LATIN = re.compile(r"[A-Za-z]+")
PATHS = ("", *command_paths())
IDS = {word for path in PATHS for word in re.split("[ -]", path)} | {*shipped().topics}


def values(path: str) -> set[str]:
    """The words among which the options of a command choose."""
    found = set()
    for one in command_at(path).params:
        names = [*getattr(one.type, "choices", ()), one.metavar or ""]
        found |= {word for name in names for word in LATIN.findall(str(name))}
    return found


@cache
def help_of(path: str, language: str, columns: int = 80) -> Run:
    """The help of a command, shown once for all tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("BFX_HELP_LANG", language)
        patched.setenv("COLUMNS", str(columns))
        return run(*path.split(), "--help")


@each("language", ["en", "zh"])
@each("path", PATHS)
def test_help_says_everything(path: str, language: str) -> None:
    screen, stdout, code = help_of(path, language)
    assert code == 0
    assert screen == stdout
    sections = stdout.split("\n\n")
    assert sections[0].startswith(f"{'Usage: ' if language == 'en' else '用法：'}bfx-help")
    assert re.findall(r"bfx-help .+", sections[-2].split("\n", 1)[1]), "no example"
    assert len(re.findall(r"(?m)^  bfx-help ", sections[-2])) == 2
    assert re.search(r"(?m)^  0  \w", sections[-1])
    for row in re.findall(r"(?m)^  (-.+|\[.+)$", stdout):
        assert re.search(r" {2,}\S", row) or f"  {row}\n     " in stdout, row


@each("columns", [40, 80])
@each("language", ["en", "zh"])
@each("path", PATHS)
def test_help_fits_the_screen(path: str, language: str, columns: int) -> None:
    screen = help_of(path, language, columns).screen
    assert max(width(line) for line in screen.splitlines()) <= columns


def test_what_the_help_of_a_command_lacks_is_named() -> None:
    assert [*missing_words(program(), shipped().interface)] == []
    for name in ("brief-ask", "help-case-evidence", "examples-case-evidence-add"):
        assert [*missing_words(program(), shipped().interface.keys() - {name})] == [name]
    some = shipped().interface.keys() - {"option-lang", "argument-words"}
    assert {*missing_words(program(), some)} == {"option-lang", "argument-words"}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_start_fits_a_narrow_screen(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_LANG", language)
    monkeypatch.setenv("COLUMNS", "40")
    assert max(width(line) for line in run().screen.splitlines()) <= 40


@each("arguments", [(), *((*path.split(), "--help") for path in PATHS)])
def test_chinese_help_holds_no_english_word(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    said = re.sub(
        r"bfx-help [ -~]+|--?[A-Za-z][a-z-]*|（.*?）|\(.*?\)|en\|zh(\|both)?|zh-Hant",
        "",
        run(*arguments).stdout,
    )
    words = {word.lower() for word in LATIN.findall(said)}
    known = IDS | values(" ".join(arguments[:-1]))
    assert words - known <= {"bfx", "help", "bitfinex", "ctrl", "c"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "--lang", "zh", "--help"),
        ("ask", "--help", "--lang=zh"),
        ("faq", "search", "-h", "--lang", "zh-CN"),
    ],
)
def test_the_language_of_the_same_line_counts(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).stdout.startswith("用法：")


def test_a_wish_for_both_languages_leaves_help_in_one() -> None:
    assert run("checklist", "--lang", "both", "--help").stdout.startswith("Usage:")


def test_the_name_alone_shows_what_people_come_for() -> None:
    screen, stdout, code = run()
    assert (code, screen) == (0, stdout)
    assert re.findall(r"(?m)^  bfx-help (\w+(?: search)?)", stdout) == [
        "ask",
        "faq search",
        "checklist",
        "sos",
    ]
    assert len(stdout.splitlines()) <= 12


def test_a_group_alone_shows_its_help() -> None:
    assert "faq search [options]" not in run("faq").screen
    assert run("faq").screen.strip() == run("faq", "--help").screen.strip()
