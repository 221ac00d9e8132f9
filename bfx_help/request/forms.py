"""The forms of a request: plain text, Markdown, a mail draft and data."""

from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help.model import Language
from bfx_help.plain import header, plain
from bfx_help.request.write import Request


def chosen_text(request: Request, kind: str, languages: Sequence[Language]) -> str:
    """One text of a request: `chat`, `public`, `other-party`, `police`, or the whole letter
    for any other kind; empty where there is none."""
    short = {"chat": request.chat, "public": request.public}.get(kind)
    if short is not None:
        return "\n\n".join(short.in_(language) for language in languages if short.in_(language))
    if kind in ("other-party", "police"):
        lines = request.police if kind == "police" else request.other_party
        letters = ("\n".join(line.in_(language) for line in lines) for language in languages)
        return "\n\n".join(letter for letter in letters if letter)
    return as_text(request, languages)


def as_text(request: Request, languages: Sequence[Language]) -> str:
    """The letter as it is pasted: the same numbered lines in each language."""
    return "\n\n".join("\n".join(_letter(request, language)) for language in languages)


def _letter(request: Request, language: Language) -> Iterator[str]:
    yield header(request.heading.in_(language))
    yield ""
    yield from _body(request, language)


def _body(request: Request, language: Language) -> Iterator[str]:
    yield request.greeting.in_(language)
    for title, lines in _numbered(request, language):
        yield ""
        yield title
        yield from lines
    yield ""
    yield request.closing.in_(language)


def _numbered(request: Request, language: Language) -> Iterator[tuple[str, list[str]]]:
    number = 0
    for section in request.sections:
        lines = []
        for line in section.lines:
            number += 1
            lines.append(f"{number:>3}. {plain(line.in_(language))}".replace("\n", "\n     "))
        yield section.title.in_(language), lines


def as_markdown(request: Request, languages: Sequence[Language]) -> str:
    """The letter as Markdown: the subject is a heading, so are the sections."""
    return plain("\n\n".join("\n".join(_markdown(request, language)) for language in languages))


def _markdown(request: Request, language: Language) -> Iterator[str]:
    yield f"# {literal(header(request.subject.in_(language)))}"
    yield ""
    yield request.greeting.in_(language)
    for title, lines in _numbered(request, language):
        yield f"\n## {title}\n"
        yield from (literal(line.strip()) for line in lines)
    yield f"\n{request.closing.in_(language)}"


def literal(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in text)


def as_email(request: Request, languages: Sequence[Language], to: str) -> bytes:
    """A draft that mail programs open: addressee, subject and text, and nothing else."""
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["To"] = header(to)
    mail["Subject"] = header(request.subject.in_(languages[0]))
    mail["X-Unsent"] = "1"
    bodies = ("\n".join(_body(request, language)) for language in languages)
    mail.set_content(plain("\n\n".join(bodies)))
    return mail.as_bytes()


def as_json(request: Request) -> dict[str, Any]:
    """The texts as data, each in both languages."""
    kinds = ("letter", "chat", "public", "other-party", "police")
    return {
        "script": request.script.value,
        "subject": request.subject._asdict(),
        "texts": {
            kind: {language.value: chosen_text(request, kind, [language]) for language in Language}
            for kind in kinds
        },
        "missing": list(request.missing),
    }
