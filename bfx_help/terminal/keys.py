"""The keys that act at every prompt, with the words that mean them."""

from enum import StrEnum

from bfx_help.answers.numbers import half


class Key(StrEnum):
    """What can be typed at every prompt instead of an answer."""

    BACK = "<"
    WHY = "?"
    SOS = "!"


_WORDS = {
    "back": Key.BACK,
    "返回": Key.BACK,
    "上一步": Key.BACK,
    "《": Key.BACK,
    "〈": Key.BACK,
    "why": Key.WHY,
    "为什么": Key.WHY,
    "為什麼": Key.WHY,
    "sos": Key.SOS,
    "紧急": Key.SOS,
    "緊急": Key.SOS,
}


def key_of(text: str) -> Key | None:
    """The key that a line means: `<`, `＜`, `《`, back, 返回 and their like, alone on it."""
    text = half(text[:20]).lower()
    return _WORDS.get(text) or next((key for key in Key if key == text), None)
