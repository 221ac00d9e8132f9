"""Recovery phrases by their layout: list words that the same text sets apart again and again."""

import base64
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bfx_help.answers.checksums import SEED_LENGTHS, seed_checksum
from bfx_help.redact import word_lists
from bfx_help.redact.patterns import rx
from bfx_help.redact.secret_kinds import SecretKind, Span

Labelled = Callable[[int, int], bool]  # whether words for a seed phrase are bound to this passage

_WORD = r"(?:(?![\u3400-\u9fff])[^\W\d_]){2,12}"
_TAG = r"(?i)</?[a-z][^<>]{0,60}>|&(?:nbsp|amp|#160);|&#?[a-z0-9]{2,6};"
_NOTE = r"\([^()\n]{0,40}\)|（[^（）\n]{0,40}）|\[[^\[\]\n]{0,24}\]"
_COUNT = (
    rf"(?i)\b(?:{word_lists.either('counts')})\b"
    r"|[0-9]{1,4}(?:st|nd|rd|th)?|[一二三四五六七八九十]{1,3}|[①-⑳]"
)
_GLOSS = r"[\u3400-\u9fff]{2,6}"
_COUNTING = (
    r"(?i)(?:\A|[^\w\s]|\n|\b(?:the|and|then|is|[a-z]{3,8}th|first|second|third)\b)\s{0,3}\Z"
)
_CODED = r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,600}={0,2}(?![A-Za-z0-9+/=])"
_LINK = r"(?i)\b[a-z]{2,10}://\S{1,200}\Z"
_LONGEST_GAP = 80
_FEWEST = 5
_LETTERS = r"(?<!\w)[A-Za-z](?:[ .\-][A-Za-z]){2,7}(?!\w)"
_INDICES = r"(?<![\w.])(?:[0-9]{1,4}[\s,;]{1,3}){11,23}[0-9]{1,4}(?![\w.])"


class Word(NamedTuple):
    """A word of the text, and the languages whose lists have it (empty: no list)."""

    start: int
    end: int
    plain: str
    lists: str


def layouts(text: str, labelled: Labelled) -> Iterator[Span]:
    """Passages whose list words one layout, or a checksum, makes a recovery phrase."""
    listed = list(_listed(text))
    counting = [word for word in listed if not _counts(text, word)]
    for words_ in (listed, counting)[: 1 + (len(counting) < len(listed))]:
        gaps = _gaps(text, words_)
        judged = (_judged(text, segment, labelled) for segment in _segments(words_, gaps))
        yield from filter(None, judged)
        yield from _halves(list(_segments(words_, gaps, even=True)))
    yield from _spelled(text)
    yield from _coded(text)
    yield from _numbers(text, labelled)


def _listed(text: str) -> Iterator[Word]:
    """The words of the text that are on a list."""
    table = word_lists.words()
    for match in rx(_WORD).finditer(text):
        form = word_lists.plain(match.group())
        lists = table.get(form, "")
        if not lists or (lists == "0" and len(form) < 5 and form not in word_lists.english()):
            continue
        yield Word(match.start(), match.end(), form, lists)


def _counts(text: str, word: Word) -> bool:
    """Whether this may be no word of the phrase but the number of one: `first cat, second ...`."""
    before = text[max(0, word.start - 12) : word.start]
    return word.plain in word_lists.ordinals() and bool(rx(_COUNTING).search(before))


def _gaps(text: str, listed: Sequence[Word]) -> list[str | None]:
    """The text between each word and the next; `None` if they are too far apart."""
    seen: dict[str, str] = {}
    gaps: list[str | None] = []
    for word, follower in pairwise(listed):
        gap = text[word.end : follower.start]
        if len(gap) <= _LONGEST_GAP and gap not in seen:
            seen[gap] = _gap(gap)
        gaps.append(seen.get(gap))
    return gaps


def _segments(
    listed: Sequence[Word], gaps: Sequence[str | None], even: bool = False
) -> Iterator[list[Word]]:
    """The longest stretches of list words with one and the same between, at most one in six not."""
    first = 0
    while first < len(gaps):
        last, odd = first, 0
        while last < len(gaps) and gaps[last] is not None:
            if gaps[last] != gaps[first]:
                again = last + 1 < len(gaps) and gaps[last + 1] == gaps[first]
                if even or not again or odd * 6 > last - first:
                    break
                odd += 1
            last += 1
        if gaps[first] is not None and last - first + 1 >= 3:
            yield list(listed[first : last + 1])
        first = max(last, first + 1)


def _gap(gap: str) -> str:
    """The text between two words, with signs for its numbers, spaces and remarks."""
    if gap.isspace():
        return " "
    gap = rx(_NOTE).sub("()", rx(_TAG).sub("<>", gap))
    gap = rx(_GLOSS).sub("汉", rx(_COUNT).sub("#", gap.lower()))
    gap = re.sub(r"\s+", " ", gap).strip()
    # In a table a number stands between two cells as it stands between two rows.
    return gap.strip("|,; \t") if "#" in gap else gap


def _judged(text: str, run: list[Word], labelled: Labelled) -> Span | None:
    start, end = run[0].start, run[-1].end
    gap = Counter(
        _gap(text[word.end : follower.start]) for word, follower in pairwise(run)
    ).most_common(1)[0][0]
    hits = max(Counter(language for word in run for language in word.lists).values())
    common = usual(word.plain for word in run)
    proved = checks(word.plain for word in run)
    if not proved and (hits < 0.8 * len(run) or len({word.plain for word in run}) * 2 < len(run)):
        return None
    said = labelled(start, end)
    sure, asked = _bounds(gap)
    start, end = _opening(text, start, run[0].end, run[1].start), _closing(text, end)
    if len(run) >= _FEWEST and common <= 0.15 and not (text[:start] + text[end:]).strip(" .\n"):
        asked = min(asked, _FEWEST)  # the whole text is this
    if (proved and common <= 0.5) or (said and len(run) >= 5 and common <= 0.5):
        return Span(start, end, SecretKind.SEED, "list words with their checksum")
    if common > 0.34 or len(run) < asked:
        return None
    return Span(start, end, SecretKind.SEED, "list words in one layout", len(run) < sure)


def _bounds(gap: str) -> tuple[int, int]:
    """How many words with this between are surely a phrase, and how many may be one."""
    if "#" in gap:
        return 8, 6
    if re.search(r"[^\W_]", gap):
        return 10, 7
    if "<" in gap or not gap:
        return 11, 9
    return 12, 10


def _opening(text: str, start: int, end: int, following: int) -> int:
    """Where the layout of the first word begins: `1. `, `the first is `, `<tr><td>`."""
    between = text[end:following]
    line = text.rfind("\n", max(0, start - _LONGEST_GAP), start) + 1
    low = max(line, start - len(between) - 12, 0)
    before = text[low:start]
    wanted = _gap(between)
    for place in range(len(before)):
        part = _gap(before[place:])
        free = place == 0 or not before[place - 1].isalnum()
        if free and len(part) > 1 and wanted.endswith(part):
            low += place
            break
    else:
        low = start
    link = rx(_LINK).search(text, max(0, low - 200), low)
    if link:
        return link.start()
    tags = re.search(r"(?:<[^<>]{1,40}>\s*)+\Z|[\[{]+\s*\Z", text[max(0, low - 120) : low])
    return low - (len(tags.group()) if tags else 0)


def _closing(text: str, end: int) -> int:
    tags = re.match(r"(?:</[a-z]{1,10}>\s*){1,6}|[\"'}\]]{1,4}", text[end : end + 120])
    return end + (len(tags.group().rstrip()) if tags else 0)


def usual(forms: Iterable[str]) -> float:
    """The share of words that sentences, or messages to a help desk, are full of."""
    listed = list(forms)
    return sum(
        form in word_lists.everyday_words() or form in word_lists.help_desk() for form in listed
    ) / max(1, len(listed))


def checks(forms: Iterable[str]) -> bool:
    """Whether these are words of one list that fit together."""
    forms = [*forms]
    if len(forms) not in SEED_LENGTHS:
        return False
    languages = set(word_lists.words().get(forms[0], "")).intersection(
        *(word_lists.words().get(w, "") for w in forms)
    )
    for table in (word_lists.places(language) for language in languages):
        if all(form in table for form in forms) and seed_checksum([table[form] for form in forms]):
            return True
    return False


def _halves(segments: list[list[Word]]) -> Iterator[Span]:
    """Stretches with remarks between that are one phrase by their checksum."""
    for place, segment in enumerate(segments):
        parts = [segment]
        for follower in segments[place + 1 : place + 6]:
            if follower[0].start - parts[-1][-1].end > 120 or sum(map(len, parts)) >= 24:
                break
            parts.append(follower)
            words_ = [word for part in parts for word in part]
            if len(words_) in SEED_LENGTHS and _fits(words_):
                yield from _joined(parts)
        if len(parts) > 1:
            for size in range(8):  # words of the remark may stand on the lists, too
                head = parts[0][: len(parts[0]) - size % 2]
                yield from _trimmed(head, parts[1][size // 2 :])


def _joined(parts: Sequence[list[Word]]) -> Iterator[Span]:
    """The parts of a phrase; a short remark between goes with them."""
    start = parts[0][0].start
    for part, follower in zip(parts, [*parts[1:], None], strict=True):
        if follower is None or follower[0].start - part[-1].end > 40:
            yield Span(start, part[-1].end, SecretKind.SEED, "part of a seed phrase")
            start = follower[0].start if follower else 0


def _fits(run: list[Word]) -> bool:
    return usual(word.plain for word in run) <= 0.34 and checks(word.plain for word in run)


def _trimmed(first: list[Word], second: list[Word]) -> Iterator[Span]:
    """The end of one stretch and the beginning of the next that make a phrase."""
    for size in SEED_LENGTHS:
        for head in {size // 2, len(first), size - len(second)}:
            if 4 <= head <= len(first) and 4 <= size - head <= len(second):
                parts = first[-head:], second[: size - head]
                if _fits([*parts[0], *parts[1]]):
                    yield from _joined(parts)
                    return


def _spelled(text: str) -> Iterator[Span]:
    """List words with spaces between their letters."""
    found = [
        match
        for match in rx(_LETTERS).finditer(text)
        if re.sub(r"[^a-z]", "", match.group().lower()) in word_lists.english()
    ]
    if len(found) >= 6 and found[-1].end() - found[0].start() < 40 * len(found):
        yield Span(found[0].start(), found[-1].end(), SecretKind.SEED, "list words spelt out")


def _coded(text: str) -> Iterator[Span]:
    """List words that base64 hides."""
    for match in rx(_CODED).finditer(text):
        try:
            inner = base64.b64decode(match.group() + "===").decode("ascii")
        except ValueError:  # of other bytes
            continue
        forms = inner.split()
        if len(forms) > 8 and sum(
            form.lower() in word_lists.english() for form in forms
        ) > 0.8 * len(forms):
            yield Span(*match.span(), SecretKind.SEED, "list words in base64")


def _numbers(text: str, labelled: Labelled) -> Iterator[Span]:
    """The places of the words in the list, which fit together as the words do."""
    for match in rx(_INDICES).finditer(text):
        numbers = [int(number) for number in re.findall(r"[0-9]+", match.group())]
        if len(numbers) not in SEED_LENGTHS or max(numbers) > 2048 or len(set(numbers)) < 10:
            continue
        spoken = re.search(r"\b(?:ind(?:ex|ices)|words?|list|bip-?39)\b|序号|编号|单词", text, re.I)
        fits = seed_checksum(numbers) if max(numbers) < 2048 else False
        fits = fits or (min(numbers) > 0 and seed_checksum([place - 1 for place in numbers]))
        if spoken or labelled(*match.span()):
            yield Span(*match.span(), SecretKind.SEED, "places of list words", not fits)
