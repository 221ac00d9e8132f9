"""The keys that act at every prompt, with the words that mean them."""

from enum import StrEnum

from bfx_help.answers.numbers import half
from bfx_help.name_lists import table_of


class Key(StrEnum):
    """What can be typed at every prompt instead of an answer."""

    BACK = "<"
    WHY = "?"
    SOS = "!"


_WORDS = {
    word: Key(key) for key, words in table_of("answers", "keys").items() for word in words.split()
}


def key_of(text: str) -> Key | None:
    """The key that a line means: `<`, `＜`, `《`, back, 返回 and their like, alone on it."""
    text = half(text[:20]).lower()
    return _WORDS.get(text) or next((key for key in Key if key == text), None)
