"""Finds accounts of platforms that a text names by words: `WeChat: name`, `微信号 name`."""

import re

from bfx_help.name_lists import pattern_of, table_of


def _patterns(section: str) -> dict[str, str]:
    """Each platform with the pattern of its names: a blank may be left out, and only capitals stand
    for themselves alone."""
    return {
        platform: "|".join(map(_pattern_of, names.split(", ")))
        for platform, names in table_of("platforms", section).items()
    }


def _pattern_of(name: str) -> str:
    pattern = r"\s?".join(map(re.escape, re.split(r" |(?<=微)(?=信)|(?<=加)(?=v)", name)))
    return pattern if name != name.lower() else f"(?i:{pattern})"


_CHATS, _SITES = _patterns("chats"), _patterns("sites")
_PLACES = _CHATS | _SITES
_ENDED = "(?:(?<![A-Za-z])|(?![A-Za-z0-9_]))"  # Chinese words end anywhere
_CHAT, _SITE = (
    "(?:" + "|".join(f"(?P<{name}>(?:{words}){_ENDED})" for name, words in places.items()) + ")"
    for places in (_CHATS, _SITES)
)
_OF = rf"\s?(?:客服|官方|公众|公眾)?(?:{pattern_of('platforms', 'of')})?"
_SAID = (
    r"(?P<said>\+?\d[\d\s()-]{6,18}\d|@?(?:live:)?[A-Za-z0-9+][A-Za-z0-9_.+-]{3,31}+(?![@/:\\]))"
)
_COLON = r"\s?[:：=＝]\s?|\s?(?=@)|\s(?=[A-Za-z0-9.]+_)"
MENTION = (
    rf"(?:{_SITE}{_OF}(?:{_COLON})"
    rf"|{_CHAT}{_OF}(?:{_COLON}|\s?(?:是|为|為|加)\s?|\s(?i:is|at|on)\s(?=\S*[\d_@]|\S{{8}})))"
    rf"{_SAID}"
    rf"|(?P<at>{pattern_of('platforms', 'bare')})(?:号码|号|號|群)?\s?"
    r"(?P<bare>(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{5,31})"
    r"|(?P<name>[A-Za-z0-9.]{1,32}+_[A-Za-z0-9_.]{1,32})\s(?i:on|at|via)\s"
    rf"(?P<on>{'|'.join(_PLACES.values())}){_ENDED}"
)
"""An account of a named platform; without a colon only what can hardly be a word is its name."""


def mentioned(text: str) -> tuple[str, str] | None:
    """Platform and name where the text names both by words."""
    found = re.fullmatch(MENTION, text)
    if not found:
        return None
    if place := next((place for place in _PLACES if found[place]), None):
        return place, found["said"].lstrip("@").lower()
    where = found["at"] or found["on"]
    place = next(place for place, words in _PLACES.items() if re.fullmatch(words, where))
    return place, (found["bare"] or found["name"]).lower()
