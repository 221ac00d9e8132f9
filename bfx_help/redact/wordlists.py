"""The BIP39 word lists of all languages, read from the `mnemonic` package when they are needed."""

import re
import unicodedata
from functools import cache
from pathlib import Path

_ALPHABETIC = (
    "english",
    "french",
    "italian",
    "spanish",
    "portuguese",
    "czech",
    "turkish",
    "russian",
    "japanese",
    "korean",
)
_CHINESE = ("chinese_simplified", "chinese_traditional")

_COMMON = """
    a i an and are as at be been but by can cannot could did do does doesn don dont for from get
    got had has have he her him his how if in into is isn it its itself just me my not no of on
    or our please pls plz she should so than that the their them then there these they this
    those to too until us was wasn we were what when where which who why will with would you
    your im ive cant wont didnt de la el los las un una y que en por para con mi se su es lo al
    del esta le les des du une et est je pas pour mon ma mes sur dans avec ne ce il der die das
    ein eine und ist ich nicht mein meine mit auf von zu dem den wie o os um uma e da dos em na
    meu minha nao com di che non per sono ho mio mia gli della и в не на я что с по мой моя мне
    у к за как это но из от для bir ve bu ben benim icin ile ama w z nie jak moje moj
"""
STOPWORDS = frozenset(_COMMON.split())
"""Words that every sentence is full of, in the languages of the lists and some more."""

_EVERYDAY = """
    about above across again all also always another any around away become before best can during
    enough ever every few first give good have help hold into just keep know like make more must
    need never next off often once one only open other own please same should since some such take
    tell than that then there they this time today together toward twice two under until upon use
    very wait want what when where while will with work wrong year you
"""
EVERYDAY = STOPWORDS | frozenset(_EVERYDAY.split())
"""Words of the English list that sentences are full of, too."""

CHINESE_STOPS = frozenset(
    "的了是我你他她它们們在不有这這那就也都和与與及或为為什么麼吗嗎呢吧啊把被让讓给給到从從对對很还還没沒要会會能可以怎请請帮幫个個上下里裡去来來说說"
    "做一用过過着著而之于於所如果因此其"
)


@cache
def words() -> dict[str, str]:
    """Every word of the alphabetic lists, without accents, to the languages that have it."""
    table: dict[str, str] = {}
    for number, language in enumerate(_ALPHABETIC):
        for word in _read(language):
            for form in {plain(word), plain(word)[:4]} if language == "english" else {plain(word)}:
                if str(number) not in table.get(form, ""):
                    table[form] = table.get(form, "") + str(number)
    return table


@cache
def english() -> dict[str, int]:
    """The words of the English list, each with its place."""
    return {word: place for place, word in enumerate(_read("english"))}


@cache
def places(number: str) -> dict[str, int]:
    """The words of the list that `words` calls by this number, each with its place."""
    listed = _read(_ALPHABETIC[int(number)])
    return {plain(word): place for place, word in enumerate(listed)}


@cache
def help_desk() -> frozenset[str]:
    """Words that messages to a help desk are full of; many stand on a list, too."""
    return frozenset(_lines("help_desk").split())


@cache
def help_desk_characters() -> frozenset[str]:
    """Characters that Chinese messages to a help desk are full of."""
    return frozenset(_lines("help_desk_han")) - {"\n"}


@cache
def banks() -> re.Pattern[str]:
    """A pattern of the names of banks."""
    names = _lines("banks").split()
    plain_names = [name for name in names if name[0].isascii()]
    others = "|".join(name for name in names if not name[0].isascii())
    return re.compile(rf"\b(?:{'|'.join(plain_names)})\b|{others}", re.I)


def _lines(name: str) -> str:
    """A file of words beside this one, without its comments."""
    path = Path(__file__).parent / "words" / f"{name}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line[:1] != "#")


@cache
def characters() -> dict[str, dict[str, int]]:
    """The two Chinese lists: each character and its place."""
    return {
        language: {character: place for place, character in enumerate(_read(language))}
        for language in _CHINESE
    }


@cache
def slips() -> frozenset[str]:
    """What English words of the list become when one letter is lost or replaced by `?`."""
    return frozenset(form for word in _read("english") for form in forms(plain(word)))


def forms(word: str) -> set[str]:
    """The word with any one letter left out: two words that share a form are one slip apart."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}


def plain(word: str) -> str:
    """Small letters without accents, as people type them."""
    if word.isascii():
        return word.lower()
    marked = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i"))
    first = marked[:1]
    if "\u1100" <= first <= "\u11ff" or "\u3040" <= first <= "\u30ff":
        return unicodedata.normalize("NFKC", word)
    return "".join(c for c in marked if not unicodedata.combining(c))


def _read(language: str) -> list[str]:
    from importlib.resources import files  # takes 10 ms, and few texts hold so many words

    path = files("mnemonic") / "wordlist" / f"{language}.txt"
    return path.read_text(encoding="utf-8").split()
