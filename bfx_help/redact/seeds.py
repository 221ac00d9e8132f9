"""Recovery phrases of words: on the lists, with slips and gaps, or of the shape of a list."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise, takewhile

from bfx_help.redact.keywords import Meaning, meanings
from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import Association, Keyword, nearest
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.seed_layouts import Word, checks, layouts, usual
from bfx_help.redact.word_lists import forms, numbering_words, plain, slips, stop_words, words

_WORD = (
    r"(?<![A-Za-z][0-9])(?<![A-Za-z][0-9]{2})(?:(?![\u3400-\u9fff])[^\W\d_])++"
    r"(?![0-9]+[A-Za-z]|[0-9]{3})"
)
# No sentence end, mail address or longer number: what stands there is no numbering of words.
_GAP = r"(?s)(?!.*(?:[。!@]|(?<!\?)\?(?!\?)|[0-9]{3}))(?:[\W\d_]|[第个個词詞和与及再是])*"
_LONG_GAP = 16
_FARTHEST = 12  # so many misspelt words may stand before the first known one, or behind the last
_MEANINGS = meanings("SEED PASSWORD KEY BACKUP")
_FEWEST = 4  # fewer words are no phrase, and no half of one
_COUNTS = frozenset({12, 13, 15, 18, 20, 21, 24, 25, 33})


def phrases(text: str, keywords: list[Keyword]) -> Iterator[Span]:
    """Passages that are recovery phrases, or most of one."""
    if len(text) < 20:
        return
    seed_keywords = [keyword for keyword in keywords if Meaning.SEED in keyword.meanings]
    found: list[Span] = []
    for span in layouts(text, partial(_labelled, text, keywords)):
        yield span
        found.append(span)
    near = partial(_near, text, keywords, found)
    for words_ in _chains(text, seed_keywords):
        for span in chain(
            _listed(text, words_, near, bool(seed_keywords)), _word_lists(text, words_, near)
        ):
            yield span
            found.append(span)
    for match in re.finditer(r"[A-Za-z]{36,400}", text):  # as in `letteradvicecage`
        if _parts(match.group().lower()) >= 10:
            yield Span(*match.span(), SecretKind.SEED, "words of a list written together")


def _labelled(text: str, keywords: list[Keyword], start: int, end: int) -> bool:
    """Whether words for a seed phrase belong to this passage."""
    near = nearest(text, keywords, start, end, _MEANINGS)
    return near is not None and near.meaning is Meaning.SEED and not near.weak and near.cost <= 24


def _near(
    text: str, keywords: list[Keyword], found: list[Span], start: int, end: int
) -> Association | None:
    """What is said of these words; those right behind a phrase are its second line."""
    if found and 0 <= start - found[-1].end <= 40:
        return Association(Meaning.SEED, False, 4, 4)
    near = nearest(text, keywords, start, end, _MEANINGS)
    return near if near and near.cost < 60 else None


def _chains(text: str, seed_keywords: list[Keyword]) -> Iterator[list[Word]]:
    """Words that follow one another with nothing but signs and numbers between, at least five."""
    ends = {keyword.start: keyword.end for keyword in seed_keywords}
    covered = 0
    chain: list[Word] = []
    for match in rx(_WORD).finditer(text):
        start, end = match.span()
        covered = max(covered, ends.get(start, 0))
        word = match.group()
        last = chain[-1].end if chain else start
        gap = text[last:start]
        near = len(gap) <= _LONG_GAP and bool(rx(_GAP).fullmatch(gap)) and not gap.isalnum()
        if not near or (start < covered and not (chain and chain[-1].lists)):
            if len(chain) >= 5:
                yield chain
            chain = []
        if (start >= covered or chain) and end - start <= 24:
            form = plain(word)
            chain.append(Word(start, end, form, words().get(form, "")))
    if len(chain) >= 5:
        yield chain


def _listed(
    text: str, chain: list[Word], near: "partial[Association | None]", said: bool
) -> Iterator[Span]:
    for first, last in _runs(chain):
        run = _with_slips(chain, first, last)
        counted = _counted(run)
        common = usual(word.plain for word in counted)
        proved = checks(word.plain for word in counted)
        if len(counted) < _FEWEST or common > (0.5 if proved else 0.36):
            continue
        start, end = run[0].start, run[-1].end
        hits, even = _hits(counted), _evenness(text, counted)
        meant = hits + sum(not word.lists and _is_slip(word) for word in counted)
        different = len({word.plain for word in counted})
        repeats = different <= 0.7 * len(counted)
        if repeats and different > 2 and not proved:
            continue
        if even > (0.9 if repeats else 0.55) and (
            meant >= 10 and hits >= 8 and meant > 0.9 * len(counted) and hits > 0.7 * len(counted)
        ):
            doubt = hits < 9 or not (proved or said)
            yield Span(start, end, SecretKind.SEED, "words of a seed phrase list", doubt)
            continue
        yield from _beside(Span(start, end, SecretKind.SEED, ""), near(start, end), counted, even)


def _beside(
    span: Span, keyword: Association | None, run: list[Word], even: float
) -> Iterator[Span]:
    """List words with strangers among them: as many as the words near them ask for."""
    hits, common = _hits(run), usual(word.plain for word in run)
    beside = span._replace(reason="words of a list beside seed words")
    if keyword and keyword.meaning is Meaning.SEED and not keyword.weak:
        if hits >= 6 or (hits >= 4 and keyword.cost <= 4):
            yield beside._replace(ask=hits < 6)
    elif keyword and keyword.meaning is Meaning.SEED and common < 0.25:
        pure = hits == len(run) and not common
        if even >= 0.8 and (hits >= 8 or (hits >= 6 and pure)) and hits > 0.75 * len(run):
            yield beside._replace(ask=hits < 8)
    elif hits >= 9 and common < 0.1 and even > 0.8 and hits > 0.8 * len(run):
        yield span._replace(reason="many words of a seed phrase list", ask=True)


def _runs(chain: list[Word]) -> Iterator[tuple[int, int]]:
    """From where to where words are on the lists, with at most one stranger among four."""
    first, last, hits, strangers, missed = 0, -1, 0, 0, False
    for place, word in enumerate([*chain, Word(0, 0, "", "")]):
        if word.lists:
            first = first if hits else place
            last, hits, missed = place, hits + 1, False
            continue
        if _is_neutral(word):
            continue
        strangers += 1
        if word.plain in stop_words() or not word.plain or missed or strangers * 3 > hits + 2:
            if hits >= 4:
                yield first, last
            hits, strangers = 0, 0
        missed = True


def _counted(run: list[Word]) -> list[Word]:
    """The words of the run but those that only number them, like `word` in `word 1: ...`."""
    times = Counter(word.plain for word in run if _is_neutral(word))
    return [word for word in run if times[word.plain] < (3 if word.lists else 1)]


def _evenness(text: str, run: list[Word]) -> float:
    """The share of words that are set apart from the next in the most usual way."""
    gaps = Counter(
        re.sub(r"[0-9]+", "", text[word.end : follower.start]) for word, follower in pairwise(run)
    )
    return max(gaps.values(), default=0) / max(1, len(run) - 1)


def _is_neutral(word: Word) -> bool:
    """Whether this only counts or joins the words of a list: `1st`, `word 1`, `w1=`, `and`."""
    return word.plain in numbering_words() or (
        len(word.plain) == 1 and word.plain not in "iayeoияв"
    )


def _hits(run: Sequence[Word]) -> int:
    """How many words are on the list of the language that has the most of them."""
    languages = Counter(language for word in run for language in word.lists)
    return max(languages.values(), default=0)


def _with_slips(chain: list[Word], first: int, last: int) -> list[Word]:
    """The run with its neighbours on both sides, as far as they are misspelt words of the list."""
    before = chain[max(0, first - _FARTHEST) : first]
    behind = chain[last + 1 : last + 1 + _FARTHEST]
    first -= sum(1 for _ in takewhile(_is_slip, reversed(before)))
    last += sum(1 for _ in takewhile(_is_slip, behind))
    return chain[first : last + 1]


def _is_slip(word: Word) -> bool:
    if word.plain in stop_words() or len(word.plain) < 4 or not word.plain.isascii():
        return False
    return bool(word.lists) or not forms(word.plain).isdisjoint(slips())


def _word_lists(
    text: str, chain: list[Word], near: "partial[Association | None]"
) -> Iterator[Span]:
    """Words set out as a list, of lists that we do not have (Monero, SLIP-39, old Electrum)."""
    for run in _plain_lists(text, chain):
        start, end = run[0].start, run[-1].end
        if all("\u3040" <= word.plain[0] <= "\u30ff" for word in run):
            yield Span(start, end, SecretKind.SEED, "a list of words in kana")
            continue
        common = usual(word.plain for word in run)
        keyword = near(start, end)
        if keyword and keyword.meaning is Meaning.SEED and keyword.cost <= 30:
            if common <= 0.3:
                yield Span(start, end, SecretKind.SEED, "a list of words beside seed words")
            continue
        alone, hits = _alone(text, start, end), _hits(run)
        counted = len(run) in _COUNTS or len(run) > 20
        if counted and common <= (0.15 if alone else 0.06) and hits >= 0.2 * len(run):
            yield Span(
                start, end, SecretKind.SEED, "a list of words", not alone or hits < 0.4 * len(run)
            )


def _alone(text: str, start: int, end: int) -> bool:
    """Whether these words have lines of their own, perhaps behind a colon."""
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    after = text[end : end + 80].split("\n", 1)[0]
    return before[-1:] in ("", ":", "：", '"', ".") and not after.strip(' ."')


def _plain_lists(text: str, chain: list[Word]) -> Iterator[list[Word]]:
    """Stretches of ten words or more in small or capital letters, set apart by the same sign."""
    run: list[Word] = []
    common = 0
    for word in [*chain, Word(0, 0, "", "")]:
        common += word.plain in stop_words()
        fits = 1 < len(word.plain) < 16 and common * 9 <= len(run) + 3
        if fits and _same_gap(text, run, word):
            run.append(word)
            continue
        if len(run) >= 10:
            yield run
        run, common = [word][: len(word.plain)], int(word.plain in stop_words())


def _same_gap(text: str, run: list[Word], word: Word) -> bool:
    if len(run) < 2:
        return True
    usual = re.sub(r"\d+", "", text[run[0].end : run[1].start])
    return re.sub(r"\d+", "", text[run[-1].end : word.start]) == usual


def _parts(letters: str) -> int:
    """The fewest list words that fill the letters, 0 where they cannot."""
    table = words()
    fewest: list[int] = [0] + [0] * len(letters)
    for end in range(3, len(letters) + 1):
        counts = [
            fewest[end - size] + 1
            for size in range(3, min(8, end) + 1)
            if (end == size or fewest[end - size])
            and "0" in table.get(letters[end - size : end], "")
        ]
        fewest[end] = min(counts, default=0)
    return fewest[len(letters)]
