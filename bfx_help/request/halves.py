"""Lines that were typed in Chinese: named, put into English by who typed them, or left for the
Chinese half of a letter."""

import re
from collections.abc import Iterator
from itertools import chain, groupby

from bfx_help.model import Text, TextKind, holds_chinese
from bfx_help.request.companions import CHAT_LIMIT
from bfx_help.request.letter import Letter
from bfx_help.request.phrases import lengths, under_please, with_stop, within
from bfx_help.request.sections import Section

BELOW = "(in Chinese below)"
"""What stands in the English half for a line that is left for the Chinese one."""

_RUN = re.compile(r"[㐀-鿿，。；：、！？（）「」“”]*[㐀-鿿][㐀-鿿，。；：、！？（）「」“”]*")
_GAPS = re.compile(r"(?:[\s,;:.?」]*…[\s,;:.?」]*)+")
_LABEL = re.compile(r"([^:㐀-鿿]{2,40}:) ")
_SAYS = re.compile(r"\d{6}|\d ?[A-Z]{3}|\d [A-Z][a-z]{2}\b|(?:[A-Za-z]{2,}\W+){2}[A-Za-z]{2,}")
"""What is worth to stand alone: an id, an amount, or a few words."""

_PIECE = re.compile(
    r"(?:\"[^\"]*\"|“[^”]*”|[^\"“”])+?(?:(?<=[.:;!?\"”])(?=\s)|$)\s*"
    r"|\S.*?(?:[.:;!?\"”](?=\s)|$)\s*"  # where a quote does not end
)
"""A piece of a line as the letter puts it together, with the space behind it; a quote is whole."""

_OWN_BRACKET = re.compile(r" \([^()㐀-鿿]*[a-z] [^()㐀-鿿]*\)[.。]?$")
"""Words in brackets that the letter puts behind what was typed."""

SENTENCE = 8
"""Characters from which on a part in Chinese is put into English also among other words."""

_QUOTED = re.compile(r"[\"“「『(（][^\"”」』)）]*[\"”」』)）]")
_ARROW = " => "
"""What stands between the words that were typed and their English."""

_BEGINNING = re.compile(r"[^㐀-鿿，。；]*\d[^㐀-鿿，。；]*(?=，)")
"""Figures before the first comma of a part, such as the moment of a deadline."""

_NUMBERS = re.compile(r"\d+")

_NUMBER = re.compile(r"(\d+) ?[.):、．：] ?(?=\D)")
"""The number of a piece, before its English."""


def chinese_parts(letter: Letter) -> tuple[str, ...]:
    """What stands in Chinese in the English half, each once, but for who signs."""
    signed = [line.en for line in letter.closing]
    sections = ((*filter(None, [section.title]), *section.lines) for section in letter.sections)
    lines = chain([letter.subject], *sections)
    found = dict.fromkeys(_typed(run) for line in lines for run in _runs(line.en))
    return tuple(part for part in found if holds_chinese(part) and part not in signed)


def _runs(line: str) -> Iterator[str]:
    """A line in its pieces; those in Chinese that follow each other are one, and so are others."""
    for _, pieces in groupby(_PIECE.findall(line), holds_chinese):
        yield "".join(pieces)


def _typed(run: str) -> str:
    """What was typed of a run in Chinese."""
    return _OWN_BRACKET.sub("", run.strip())


def paired(parts: tuple[str, ...], typed: str) -> str:
    """The parts with their English, a line each, as an answer keeps them. Lines of English stand
    for the parts in their order, or for those whose number they begin with; "-" is none."""
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    numbers = [_NUMBER.match(line) for line in lines]
    pairs = list(zip(parts, lines, strict=False))
    if all(numbers):
        english = {
            int(number[1]): line[number.end() :].strip()
            for number, line in zip(numbers, lines, strict=True)
            if number
        }
        pairs = [(part, english[at]) for at, part in enumerate(parts, 1) if at in english]
    return "\n".join(
        f"{part}{_ARROW}{said}" for part, said in pairs if said != "-" and _is_english(said)
    )


def _is_english(said: str) -> bool:
    """Whether a line is in English, but for names in quotes."""
    return not holds_chinese(_QUOTED.sub("", said))


def _english_in(answer: str) -> dict[str, str]:
    """The English of each part, with the stop with which the part ends, and behind the figures
    with which the part begins if it names none of them."""
    pairs = (line.partition(_ARROW)[::2] for line in answer.splitlines())
    return {part: _ended_as(part, said) for part, said in pairs if part}


def _ended_as(part: str, english: str) -> str:
    if part.endswith(("。", ".")):
        return with_stop(_with_figures(part, english))
    return f"{english.rstrip('.;')};" if part.endswith((";", "；")) else english


def _with_figures(part: str, english: str) -> str:
    figures = _BEGINNING.match(part)
    lost = figures and _numbers(figures[0]).isdisjoint(_numbers(english))
    return f"{figures[0].strip()}, {english}" if figures and lost else english


def _numbers(text: str) -> set[int]:
    return {int(number) for number in _NUMBERS.findall(text)}


def with_english(letter: Letter, answer: str) -> Letter:
    """The letter with the English of an answer in place of its parts in Chinese."""
    english = _english_in(answer)

    def put(line: Text) -> Text:
        said = "".join(
            run.replace(part, english[part], 1) if (part := _typed(run)) in english else run
            for run in _runs(line.en)
        )
        return line if said == line.en else line.also("en", said)

    def put_anywhere(line: Text) -> Text:
        """The line of a short text, in which a part, or its first sentence, stands among others."""
        said = put(line).en
        first = {_first_sentence(part): _first_sentence(said) for part, said in english.items()}
        for part in sorted({*english, *first}, key=len, reverse=True):
            if len(part) >= SENTENCE:
                said = said.replace(part, english.get(part) or first[part])
        return line.also("en", said)

    return letter._replace(
        heading=put(letter.heading),
        subject=put(letter.subject),
        sections=tuple(
            section._replace(
                title=put(section.title) if section.title else None,
                lines=tuple(
                    under_please(put(line)) if section.numbered else put(line)
                    for line in section.lines
                ),
            )
            for section in letter.sections
        ),
        texts={
            kind: _short(kind, tuple(map(put_anywhere, lines)))
            for kind, lines in letter.texts.items()
        },
    )


def _first_sentence(text: str) -> str:
    found = re.match(r".*?(?:[。！？]|[.!?](?=\s|$))", text)
    return found[0] if found else text


def _short(kind: TextKind, lines: tuple[Text, ...]) -> tuple[Text, ...]:
    """The lines; of the opener of a chat that its English made too long, the first and the last,
    and of the others what fits."""
    if kind is not TextKind.CHAT or max(lengths(lines)) <= CHAT_LIMIT:
        return lines
    return within((lines[0], lines[-1], *lines[1:-1]), CHAT_LIMIT)


def left_to_chinese(letter: Letter) -> Letter:
    """The letter with what is typed in Chinese in the Chinese half alone. Figures, ids and English
    words beside it stay, and so do names."""
    return letter._replace(sections=tuple(map(_section, letter.sections)))


def _section(section: Section) -> Section:
    lines: list[Text] = []
    for line in section.lines:
        if not holds_chinese(line.en):
            lines.append(line)
            continue
        short = _without_chinese(line.en)
        repeated = not section.numbered and bool(lines) and lines[-1].en in (BELOW, "")
        lines.append(line.also("en", "" if repeated and short == BELOW else short))
    return section._replace(lines=tuple(lines))


def _without_chinese(line: str) -> str:
    label = _LABEL.match(line)
    said = line[label.end() :] if label else line
    left = _GAPS.sub(" … ", _RUN.sub("…", said)).strip()
    says = f"{left} {BELOW}" if _SAYS.search(left) else BELOW
    return f"{label[1]} {says}" if label else says
