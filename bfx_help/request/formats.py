"""The formats of a letter: plain text, Markdown, a mail draft and data."""

from collections.abc import Iterator, Sequence
from typing import Any

from bfx_help.model import Language, TextKind
from bfx_help.plain import header, plain
from bfx_help.request.clock import with_zone_once
from bfx_help.request.letter import Letter
from bfx_help.request.sections import Section

SHORT = (TextKind.CHAT, TextKind.PUBLIC)
"""Texts that stand in one paragraph."""


def has_text(letter: Letter, kind: TextKind) -> bool:
    """Whether these answers give a text of that kind."""
    return kind in letter.texts or kind not in (*SHORT, TextKind.OTHER_PARTY, TextKind.POLICE)


def chosen_text(letter: Letter, kind: TextKind, languages: Sequence[Language]) -> str:
    """One text of a letter; for any kind that is no companion, the letter itself."""
    if kind in letter.texts:
        lines = letter.texts[kind]
        made = (
            _joined(kind, [line.in_(language) for line in lines], language)
            for language in languages
        )
        return "\n\n".join(made)
    return as_text(letter, languages) if has_text(letter, kind) else ""


def _joined(kind: TextKind, lines: Sequence[str], language: Language) -> str:
    if kind not in SHORT:
        return "\n".join(lines)
    space = "" if language.is_chinese else " "
    return space.join(" ".join(line.split()) for line in lines)


def as_text(letter: Letter, languages: Sequence[Language]) -> str:
    """The letter as it is pasted, in each language."""
    return "\n\n".join("\n".join(_lines(letter, language)) for language in languages)


def _lines(letter: Letter, language: Language) -> Iterator[str]:
    yield header(letter.heading.in_(language))
    yield ""
    yield from body(letter, language)


def body(letter: Letter, language: Language) -> Iterator[str]:
    """The lines below the subject."""
    yield letter.greeting.in_(language)
    for section in with_zone_once(letter.sections):
        yield ""
        if section.title:
            yield section.title.in_(language)
        yield from section_lines(section, language)
    yield ""
    yield from (plain(line.in_(language)) for line in letter.closing)


def section_lines(section: Section, language: Language) -> Iterator[str]:
    """The lines of a section, with their numbers or dashes."""
    for number, line in enumerate(section.lines, 1):
        text = plain(line.in_(language))
        if not text:  # it is left for another language
            continue
        mark = _mark(section, number)
        yield f"{mark}{text}".replace("\n", f"\n{' ' * len(mark)}")


def _mark(section: Section, number: int) -> str:
    """What stands before a line; a single one needs no dash."""
    if section.numbered:
        return f"{number}. "
    return "- " if section.dashed and len(section.lines) > 1 else ""


def as_markdown(letter: Letter, languages: Sequence[Language]) -> str:
    """The letter as Markdown: the subject is a heading, so are the sections."""
    return plain("\n\n".join("\n".join(_markdown(letter, language)) for language in languages))


def _markdown(letter: Letter, language: Language) -> Iterator[str]:
    yield f"# {literal(header(letter.subject.in_(language)))}"
    yield ""
    yield letter.greeting.in_(language)
    for section in with_zone_once(letter.sections):
        title = section.title.in_(language).rstrip(":：") if section.title else ""
        yield f"\n## {title}\n" if title else ""
        for number, line in enumerate(section.lines, 1):
            text = literal(line.in_(language).strip())
            mark = _mark(section, number)
            yield f"{mark}{text}" if mark else f"{text}  "
    yield ""
    yield from (literal(line.in_(language)) for line in letter.closing)


def literal(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~" else char for char in text)


def as_email(letter: Letter, languages: Sequence[Language], to: str) -> bytes:
    """A draft that mail programs open: addressee, subject and text, and nothing else."""
    from email.message import EmailMessage
    from email.policy import SMTP

    mail = EmailMessage(policy=SMTP)
    mail["To"] = header(to)
    mail["Subject"] = header(letter.subject.in_(languages[0]))
    mail["X-Unsent"] = "1"
    bodies = ("\n".join(body(letter, language)) for language in languages)
    mail.set_content(plain("\n\n".join(bodies)))
    return mail.as_bytes()


def as_json(letter: Letter, languages: Sequence[Language]) -> dict[str, Any]:
    """The texts as data, each in these languages."""
    kinds = ("letter", *(kind.value for kind in letter.texts))
    return {
        "kind": letter.kind.value,
        "subject": letter.subject.as_dict(languages),
        "texts": {
            kind: {
                language: chosen_text(letter, TextKind(kind), [language]) for language in languages
            }
            for kind in kinds
        },
        "missing": list(letter.missing),
    }
