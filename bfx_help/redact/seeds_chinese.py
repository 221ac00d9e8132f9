"""Recovery phrases of Chinese characters: set apart, in groups, or written together."""

import re
from collections.abc import Iterator
from itertools import accumulate, groupby

from bfx_help.answers.checksums import seed_checksum
from bfx_help.redact.keywords import Meaning
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Keyword, within
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.word_lists import characters, help_desk_characters, stop_characters

_H = "[\u3400-\u9fff]"
_SEP = r"[ \t\n\r、,;|/.\-·•_\"'“”「」『』【】\]\[]{1,5}(?:[0-9]{1,2}[.、):]{0,2} ?)?"
_APART = rf"(?<!{_H}){_H}(?:{_SEP}{_H}){{8,40}}(?!{_H})"
_QUOTE = r"[\"'“”「」『』]?"
_NUMBERED = (
    rf"(?:(?:(?<![0-9])[0-9]{{1,2}}|第[0-9]{{1,2}}"
    rf"|第?[一二三四五六七八九十]{{1,3}}(?=[个個字词詞是、:]))"
    rf"[.、):]{{0,2}}(?:[个個])?(?:字|汉字|漢字|词|詞)?(?:是|为|為|叫|:|：)?\s?{_QUOTE}({_H}){_QUOTE}"
    rf"[ \t\n\r、,;，；。]{{0,4}}){{9,40}}"
)
_COUNTED = (
    rf"[0-9一二三四五六七八九十][.、):]{{0,2}}(?:[个個])?(?:字|汉字|漢字|词|詞)?(?:是|为|為|叫|:|：)?"
    rf"\s?{_QUOTE}({_H}){_QUOTE}[ \t\n\r、,;，；。]{{0,4}}"
    rf"(?=第|[0-9]|[一二三四五六七八九十]|\Z|\W|{_H})"
)
_RARE = 640
"""A list is in the order of how often its characters are written: random ones are 1,024 on average,
those of sentences below 400."""
_GROUPS = rf"(?<!{_H}){_H}{{2,6}}(?:[ \t\n\r、/\-,]{{1,3}}{_H}{{2,6}}){{1,11}}(?!{_H})"
_RUN = rf"{_H}{{11,400}}"
_LOOSE = rf"(?:{_H}[ \t\n、,/\-]{{0,2}}){{11,400}}{_H}"
_LONG = rf"{_H}{{11,30}}"
_CONNECT = r"[是为為就如下：:\s\"'“”『』「」()=,\->]{0,8}"
_COUNTS = (24, 21, 18, 15, 12)


def chinese_phrases(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Passages that are recovery phrases in Chinese characters."""
    if text.isascii():
        return
    labelled = [keyword for keyword in keywords if keyword.meanings.get(Meaning.SEED) is False]
    ends = sorted(keyword.end for keyword in labelled)
    for pattern in (_APART, _NUMBERED):
        for match in rx(pattern).finditer(text):
            run = _han(match.group()) if pattern is _APART else _numbered(match.group())
            said = within(ends, match.start() - 20, match.start())
            rare = _common(run) <= 0.35 and _rank(run) > _RARE / 2
            if said or rare or (len(run) in _COUNTS and _valid(run)):
                yield _span(*match.span(), "single characters set apart")
    yield from _in_groups(text, labelled)
    for keyword in labelled:
        yield from _after(text, keyword)
    starts = [keyword.start for keyword in labelled]
    for match in rx(_RUN).finditer(text):
        near = within(starts, match.start() - 59, match.start() + 59)
        yield from _written_together(text, match.start(), match.group(), near)
    for match in rx(_LOOSE).finditer(text):
        yield from _inside(text, *match.span())


def _inside(text: str, start: int, end: int) -> Iterator[Span]:
    """A phrase somewhere among characters: rare ones whose checksum is right."""
    at = [place for place in range(start, end) if "\u3400" <= text[place] <= "\u9fff"]
    run = "".join(text[place] for place in at)
    ranks, usual, strange = _sums(run)
    done = 0
    for place in range(len(run) - 11):
        for count in _COUNTS if place >= done else ():
            last = place + count
            if (
                last <= len(run)
                and strange[last] == strange[place]
                and ranks[last] - ranks[place] >= _RARE * count
                and usual[last] - usual[place] <= 0.4 * count
                and len(set(run[place:last])) >= 0.7 * count
                and _valid(run[place:last])
            ):
                yield _span(at[place], at[last - 1] + 1, "rare characters with a checksum")
                done = last
                break


def _sums(run: str) -> tuple[list[int], list[int], list[int]]:
    """Up to each character: the places on the list, the usual ones, those on no list."""
    table = max(characters().values(), key=lambda table: sum(c in table for c in run))
    ranks = accumulate((table.get(c, 0) for c in run), initial=0)
    usual = accumulate((c in help_desk_characters() for c in run), initial=0)
    strange = accumulate((c not in table for c in run), initial=0)
    return [*ranks], [*usual], [*strange]


def _span(start: int, end: int, reason: str, ask: bool = False) -> Span:
    return Span(start, end, SecretKind.SEED, reason, ask)


def _han(text: str) -> str:
    return "".join(c for c in text if "\u3400" <= c <= "\u9fff")


def _numbered(text: str) -> str:
    """The characters that numbers or ordinals count."""
    return "".join(match.group(1) for match in rx(_COUNTED).finditer(text))


def _rank(run: str) -> float:
    """The mean place of the characters on the list: how rare they are."""
    table = max(characters().values(), key=lambda table: sum(c in table for c in run))
    return sum(table.get(c, 0) for c in run) / max(1, len(run))


def _usual(run: str) -> float:
    """The share of characters that messages to a help desk are full of."""
    return sum(c in help_desk_characters() for c in run) / max(1, len(run))


def _common(run: str) -> float:
    """The share of characters that every sentence is full of and a random list is not."""
    return sum(c in stop_characters() for c in run) / max(1, len(run))


def _listed(run: str) -> float:
    """The share of characters on the list that has the most of them."""
    return max(sum(c in table for c in run) for table in characters().values()) / max(1, len(run))


def _valid(run: str) -> bool:
    tables = characters().values()
    return any(
        all(c in table for c in run) and seed_checksum([table[c] for c in run]) for table in tables
    )


def _in_groups(text: str, labelled: list[Keyword]) -> Iterator[Span]:
    ends = sorted(keyword.end for keyword in labelled)
    for match in rx(_GROUPS).finditer(text):
        groups = list(re.compile(f"{_H}+").finditer(text, *match.span()))
        for _, alike in groupby(groups, key=lambda group: len(group.group())):
            stretch = list(alike)
            start, end = stretch[0].start(), stretch[-1].end()
            run = _han(text[start:end])
            near = within(ends, start - 20, start)
            fits = len(run) in _COUNTS or (near and 11 <= len(run) <= 25)
            if not fits or _listed(run) < 1 or _common(run) > 0.25 or _usual(run) > 0.6:
                continue
            if "," in text[start:end] and _usual(run) > 0.4:
                continue
            rare = _usual(run) <= 0.4 and _rank(run) > _RARE - 100
            usual = _common(run) < 0.1 and "、" not in text[start:end]
            if near or (_valid(run) and (rare or usual)):
                yield _span(start, end, "groups of listed characters")


def _after(text: str, keyword: Keyword) -> Iterator[Span]:
    """Characters that follow the words for a seed phrase, perhaps with more text behind them."""
    connection = rx(_CONNECT).match(text, keyword.end)
    start = connection.end() if connection else keyword.end
    match = rx(_LONG).match(text, start)
    if not match:
        return
    run = match.group()
    for count in _COUNTS if len(set(run[:12])) > 7 and _listed(run[:12]) == 1 else ():
        head = run[:count]
        random = len(head) == count and _listed(head) == 1 and _common(head) <= 0.3
        random = random and _usual(head) <= 0.6
        if random and (len(run) == count or _valid(head)):
            yield _span(start, start + count, "listed characters after seed words")
            return
    if len(run) <= 26 and _listed(run) >= 0.85 and _common(run) <= 0.15 and _usual(run) <= 0.6:
        yield _span(start, match.end(), "characters after seed words")


def _written_together(text: str, start: int, run: str, near: bool) -> Iterator[Span]:
    for count in _COUNTS:
        head = run[:count]
        most = 0.25 if near or count > 15 else 0.1
        if len(head) < count or _common(head) > most or _listed(head) < 1:
            continue
        if near and _valid(head) and (len(run) == count or run[count] in "是就为為这這"):
            yield _span(start, start + count, "listed characters beside seed words")
            return
        if len(run) == count and _valid(head) and _alone(text, start, start + count):
            yield _span(start, start + count, "listed characters with a checksum", True)
            return


def _alone(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    return not text[before:start].strip() and not text[end : after if after >= 0 else None].strip()
