"""Finds every contact in a pasted message."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bfx_help.name_lists import words_of
from bfx_help.verify.mentions import MENTION
from bfx_help.verify.urls import WRAPPERS

LONGEST_MESSAGE = 200_000  # how much of a message is looked at, in characters

CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""The letters of Chinese, Japanese and Korean, which are written without spaces, so that they end a
Latin contact; for a class of a pattern."""

_LETTER = rf"[^\W{CJK}]"
_BEGIN = "(?<![A-Za-z0-9_])"
_STOP = '\\s<>"“”‘’«»（）「」『』《》【】，；！？、…'
_NEXT = r"(?i:(?=[a-z0-9-]+[.。．｡][a-z0-9]|(?:com|net|org|io|cn|cc|co|app|top|vip|xyz)\b))"
_DOT = (
    rf"(?:\.|．|｡|。{_NEXT}|(?<=[A-Za-z])点(?=[A-Za-z])"
    r"|\s?[\[({]\s?(?i:\.|dot|点)\s?[\])}]\s?)"
)
_AT = r"(?:@|\s?[\[({]\s?(?i:@|at)\s?[\])}]\s?)"
# A label may hold hidden characters: they belong to it and give it away.
_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_LABEL = rf"(?:{_LETTER}|[{_HIDDEN}-]){{1,63}}+"
_HOST = rf"{_LABEL}(?:{_DOT}{_LABEL})++"
_PATH = rf"(?::\d{{1,5}})?(?:[/?#\\][^{_STOP}。{CJK}]*)?"
_LOCAL = ".!#$%&*+=?^`{|}~-"

_CALL = (
    rf"(?:电话|電話|手机|手機|热线|熱線|拨打|撥打|致电"
    rf"|{_BEGIN}(?i:tel|phone|call|hotline|dial)(?![A-Za-z0-9_]))"
)
_CONTACT = (
    r"(?![\s\"'，。）])(?:"
    + "|".join(
        (
            rf"(?P<wrapped>{_BEGIN}(?i:{WRAPPERS}):[^{_STOP}。]+)",
            rf"(?P<link>{_BEGIN}[A-Za-z][A-Za-z0-9+*-]{{1,20}}+\[?:\]?[\\/]{{2}}"
            rf"(?:[^{_STOP}。]|。{_NEXT})+)",
            rf"(?P<other>{_BEGIN}(?i:mailto|tel|sms|tg|skype|whatsapp|weixin):[^{_STOP}。]+)",
            rf"(?P<ip>{_BEGIN}(?<![.:/-])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?![\w.-]){_PATH})",
            rf"(?P<mail>{_BEGIN}(?<![{_LOCAL}])(?:{_LETTER}|[{_LOCAL}]){{1,64}}+{_AT}{_HOST})",
            rf"(?P<host>{_BEGIN}(?<![.@{_HIDDEN}-]){_HOST}{_PATH})",
            rf"(?P<handle>{_BEGIN}(?<![@.])@(?:{_LETTER}|[.]){{2,40}}+(?:@{_HOST})?)",
            rf"(?P<reddit>{_BEGIN}(?<![/.])/?[rRuU]/\w{{2,30}})",
            rf"(?P<mention>{_BEGIN}(?:{MENTION}))",
            rf"(?P<call>{_CALL}\D{{0,12}}?(?P<called>\+?\d[\d\s().-]{{5,18}}\d))",
            r"(?P<phone>(?<![\w.,/+-])(?:\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}"
            r"|(?:400|800|1[-. ]8\d\d)[-. ]\d{3,4}[-. ]\d{3,4}|\(\d{3}\) ?\d{3}[-. ]\d{4}"
            r"|\d{3}[-.]\d{3}[-.]\d{4})(?![\w-]))",
        )
    )
    + ")"
)
_COMMON, _FILES = words_of("platforms", "common ends"), words_of("platforms", "file ends")
# A link that shows one text and leads elsewhere: in Markdown, in HTML, in forums, in plain mail.
_LABELLED = re.compile(
    r"\[(?P<md>[^\[\]\n]{1,300})\]\((?P<md_to>[^\s()]{1,2000})\)"
    r"|<a\s[^<>]{0,300}?href=[\"']?(?P<html_to>[^\"'\s<>]{1,2000}+)[^<>]{0,300}+>"
    r"(?P<html>.{1,300}?)</a>"
    r"|\[(?:link|url)=(?P<forum_to>[^\]\s]{1,2000})\](?P<forum>[^\[\]]{1,300})\[/"
    r"|(?<![^\s<>])(?P<mail>[^\s<>]{1,300}+)\s?<(?P<mail_to>https?://[^<>\s]{1,2000})>",
    re.I | re.S,
)
# The name before an address in angle brackets.
_SENDER = re.compile(
    r"(?:\"[^\"<>\n]{0,80}\"|(?:^|(?<=[\s:：,，;；。]))[^\s<>\"@:：,，;；。.][^\n<>\"@:：,，;；。.]{0,60})\s*$"
)


class Labelled(NamedTuple):
    """A link that shows one text and leads to another."""

    whole: str
    shown: str
    to: str
    start: int


def labelled(text: str) -> Iterator[Labelled]:
    """The links of a text that show something else than where they lead."""
    for found in _LABELLED.finditer(text):
        shown = found["md"] or found["html"] or found["forum"] or found["mail"]
        to = found["md_to"] or found["html_to"] or found["forum_to"] or found["mail_to"]
        yield Labelled(found[0], re.sub(r"<[^>]*>", "", shown).strip(), to, found.start())


def unlabelled(text: str) -> str:
    """The text with what such links show, and where they lead, beside each other."""
    start, parts = 0, []
    for link in labelled(text):
        parts += [text[start : link.start], link.shown, link.to]
        start = link.start + len(link.whole)
    return " ".join([*parts, text[start:]])


def contacts(text: str) -> tuple[str, ...]:
    """Every link, host, mail address, account and phone number at the beginning of a message, once,
    in order, as it stands there: with the name of the sender, or the text that a link shows."""
    return tuple(dict.fromkeys(contact for contact in _found(text[:LONGEST_MESSAGE]) if contact))


def _found(text: str) -> Iterator[str]:
    start = 0
    for link in labelled(text):
        yield from _sent(text[start : link.start])
        yield link.whole
        start = link.start + len(link.whole)
    yield from _sent(text[start:])


def _sent(text: str) -> Iterator[str]:
    """The contacts of a text, where an address in angle brackets has the name of its sender."""
    start = 0
    for found in re.finditer(r"<[^<>\s]{1,200}@[^<>\s]{1,250}>", text):
        sender = _SENDER.search(text, max(start, found.start() - 90), found.start())
        begin = sender.start() if sender else found.start()
        yield from _plain(text[start:begin])
        yield text[begin : found.end()].strip()
        start = found.end()
    yield from _plain(text[start:])


def _plain(text: str) -> Iterator[str]:
    for found in re.finditer(_CONTACT, text):
        kind = found.lastgroup
        if found["called"]:
            yield found["called"]
        elif found["link"]:
            yield _trimmed(_before_chinese(found[0]))
        elif found["host"]:
            if _is_host(found[0]):
                yield _trimmed(found[0])
        elif kind:
            yield _trimmed(found[0])


def _before_chinese(link: str) -> str:
    """The link without the words that follow it where Chinese has no space."""
    found = re.match(
        rf"(.{{1,12}}//[^/\s{CJK}]+{_DOT}[A-Za-z]{{2,24}}(?::\d+)?(?:[/?#][^{CJK}]*)?)[{CJK}]", link
    )
    return found[1] if found else link


def _trimmed(contact: str) -> str:
    contact = contact.rstrip(".,;:!?'*`|~")
    while opening := {")": "(", "]": "[", "}": "{"}.get(contact[-1:]):
        if contact.count(contact[-1]) <= contact.count(opening):
            break
        contact = contact[:-1].rstrip(".,;:!?'*`|~")
    return contact


def _is_host(text: str) -> bool:
    """Whether a word with dots is meant as a host: not a number, a file, or two sentences."""
    host, path = re.match(r"([^/?#\\]*)(.*)", text, re.S).groups()  # type: ignore[union-attr]  # matches always
    last = re.split(_DOT, re.sub(r":\d*$", "", host), flags=re.I)[-1]
    if last.startswith("xn--") or host.lower().startswith("www."):
        return True
    if not last.isalpha() or not 2 <= len(last) <= 24 or (last.lower() in _FILES and not path):
        return False
    return not last.istitle() or last.lower() in _COMMON


def phone_number(text: str) -> bool:
    """Whether the text is a phone number."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(rf"(?i)^(?:tel|sms|callto|facetime|phone|call|{_CALL})[:\s]*", "", text)
    digits = re.sub(r"\D", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}|\d{4}[-/.]\d\d?[-/.]\d\d?.*|\d+\.\d+", text):
        return False
    return bool(re.fullmatch(r"[+(]*\d[\d\s().–/-]*", text)) and 7 <= len(digits) <= 15
