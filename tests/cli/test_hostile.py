"""Hostile text through the commands: whatever is typed, read or named, it is only shown."""

import email
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from bfx_help.interview import drafts
from tests.hostile import ANY, ATTACKS, RAW
from tests.running import Run, run

GIVEN = {
    "topic": "withdrawal",
    "situation": "withdrawal.processing",
    "wd-submitted": "26h",
    "contacted": "no",
    "wd-network": "tron",
    "wd-id": "12345678",
    "email": "blank",
}


def as_argument(text: str) -> str:
    """The text as a system hands it over: no zero bytes, and bytes that are no text marked."""
    return text.replace("\0", "").encode(errors="surrogatepass").decode(errors="surrogateescape")


def request(words: str, *options: str) -> Run:
    """A request that is written without a question, with these words in it."""
    pairs = {**GIVEN, "words": f"lost {words}", "user-name": f"me {words}"}
    given = (part for name, value in pairs.items() for part in ("--answer", f"{name}={value}"))
    return run("ask", "--no-input", "--text", "ticket", *given, *options)


COMMANDS: dict[str, Callable[[str], Run]] = {
    "no command": lambda text: run(text),
    "no command of a group": lambda text: run("faq", text),
    "no option": lambda text: run("ask", f"--{text}"),
    "no value": lambda text: run("ask", "--format", text),
    "no language": lambda text: run("ask", "--lang", text),
    "no folder": lambda text: run("faq", "list", "--data", f"nowhere/{text}"),
    "no file": lambda text: run("redact", f"nowhere/{text}"),
    "no answers": lambda text: run("ask", "--answers", f"nowhere/{text}"),
    "no entry": lambda text: run("faq", "show", f"x{text}"),
    "no topic": lambda text: run("checklist", f"x{text}"),
    "no template": lambda text: run("template", f"x{text}"),
    "no channel": lambda text: run("channels", f"x{text}"),
    "no case": lambda text: run("case", "note", "7", f"x{text}"),
    "search": lambda text: run("faq", "search", f"x{text}"),
    "search json": lambda text: run("faq", "search", "-", "--json", typed=[text]),
    "search lines": lambda text: run("faq", "search", "-", typed=[text]),
    "verify": lambda text: run("verify", f"x{text}"),
    "verify json": lambda text: run("verify", "--json", f"https://bitfinex.com/{text}"),
    "verify a message": lambda text: run("verify", "-", typed=[f"{text} https://a.example/{text}"]),
    "redact": lambda text: run("redact", typed=[f"a text with words {text}"]),
    "redact json": lambda text: run("redact", "--json", typed=[f"a text with words {text}"]),
    "first words": lambda text: run("ask", "--no-save", f"x{text}", typed=[text] * 3),
    "typed words": lambda text: run("ask", "--no-save", typed=[text, text, "2", text]),
    "in an emergency": lambda text: run("sos", "--no-save", typed=["1", "1", "1", text, text]),
    "no input": lambda text: run("ask", "--no-input", f"x{text}"),
    "name of an answer": lambda text: run("ask", "--no-input", "--answer", f"{text}=x"),
    "answer": lambda text: run("ask", "--no-input", "--answer", f"topic={text}"),
    "request": lambda text: request(text),
    "request json": lambda text: request(text, "--json"),
    "request markdown": lambda text: request(text, "--format", "markdown"),
    "request mail": lambda text: request(text, "--format", "eml"),
    "request in Chinese": lambda text: request(text, "--lang", "zh", "--why"),
}


CODES = {
    **dict.fromkeys((name for name in COMMANDS if name.startswith("no ")), (2,)),
    **dict.fromkeys(("name of an answer", "answer", "first words"), (2,)),
    **dict.fromkeys(("no folder", "no file"), (1,)),
    **dict.fromkeys(("no channel", "typed words", "in an emergency"), (0, 2)),
    **dict.fromkeys(("verify", "verify json", "verify a message"), (0, 3, 4)),
    "search": (0, 3),
}
"""The exit codes that a command may have, 0 where it is not named."""


@pytest.mark.parametrize("name", COMMANDS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY)
@example(text="".join(ATTACKS))
def test_nothing_that_acts_or_hides_reaches_the_screen(name: str, text: str) -> None:
    screen, _, code = COMMANDS[name](as_argument(text))
    found = RAW.search(screen)
    assert not found, screen[max(found.start() - 60, 0) : found.end() + 20]
    assert "Internal error" not in screen
    assert code in CODES.get(name, (0,))


def test_a_line_of_any_length_is_cut_and_not_refused() -> None:
    screen, _, code = run("ask", typed=["my withdrawal is stuck " + "a" * 130_000, "1"])
    assert "Only the first 5000 characters are kept." in screen
    assert code == 2


@pytest.mark.parametrize("text", ATTACKS)
def test_a_request_in_a_file_is_harmless(text: str) -> None:
    for form in ("text", "markdown", "json"):
        assert request(text, "--format", form, "--output", f"out.{form}").code == 0
        assert not RAW.search(Path(f"out.{form}").read_bytes().decode())


@pytest.mark.parametrize("text", ATTACKS)
def test_a_mail_has_only_the_headers_it_should(text: str) -> None:
    assert request(text, "--format", "eml", "--output", "out.eml").code == 0
    mail = email.message_from_bytes(Path("out.eml").read_bytes())
    assert set(mail) == {
        *("To", "Subject", "X-Unsent", "MIME-Version"),
        *("Content-Type", "Content-Transfer-Encoding"),
    }
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert not RAW.search(body.decode().replace("\r\n", "\n"))


@pytest.mark.parametrize("text", ATTACKS)
def test_markdown_shows_a_text_as_it_stands(text: str) -> None:
    shown = request(text, "--format", "markdown").stdout
    for sign in ("<script", "![", "[red]", "`id`"):
        assert sign not in shown.replace(f"\\{sign[0]}", "")


CONTENT = r"""
- id: evil
  question:
    en: "lost \e]52;c;x\a \x9b2J \u202e [/nope] [link=https://evil.example]x[/link]"
  phrasings:
    en: ["lost \e[2J"]
  answer:
    en: "\e]8;;https://evil.example\e\\ yes \e]8;;\a \u2066 \u200b"
"""


@pytest.mark.usefixtures("empty_cache")
def test_content_of_others_is_only_shown() -> None:
    Path("mine/faq").mkdir(parents=True)
    Path("mine/faq/x.yaml").write_text(CONTENT, encoding="utf-8")
    for command in ("list", "list --json", "search lost", "search lost --json", "show evil"):
        shown_only("faq", *command.split())
    for form in ("--json", "--format markdown"):
        shown_only("faq", "show", "evil", *form.split())
    shown_only("content", "check")


def shown_only(*arguments: str) -> None:
    screen, _, _ = run(*arguments, "--data", "mine")
    assert not RAW.search(screen)
    assert "Internal error" not in screen


@pytest.mark.skipif(os.name != "posix", reason="such names of files are those of POSIX")
def test_the_name_of_a_file_is_only_shown() -> None:
    name = "\x1b]0;pwned\x07 \u202egnp.exe\n-rf.png"
    Path(name).write_text("a picture", encoding="utf-8")
    sent = ("--about", "lost", "--topic", "withdrawal", "--channel", "ticket", "--when", "26h")
    screens = [
        run("case", "add", *sent, "--ticket", "1234567", "--want", "my money").screen,
        run("case", "evidence", "add", "1", name, "--shows", "the page").screen,
        run("case", "evidence", "list", "1").screen,
        run("case", "show", "1").screen,
        run("case", "export", "1", "--output", f"{name}.zip").screen,
        run("redact", name).screen,
        request("words", "--output", name).screen,
        run("forget").screen,
    ]
    assert not any(RAW.search(screen) for screen in screens)
    kept = [path.name for path in Path("home/evidence/1").iterdir()]
    assert len(kept) == 1
    assert not RAW.search(kept[0])
    assert not Path("home/evidence/1").joinpath(name).exists()


def test_what_is_kept_is_harmless_to_look_at() -> None:
    for text in ATTACKS:
        run("ask", typed=[f"withdrawal {text}"])
    for draft in Path("home/drafts").glob("*.json"):
        assert not RAW.search(draft.read_text(encoding="utf-8"))
        read = drafts.load(draft)
        assert read
        assert read.interview.answers["words"]
