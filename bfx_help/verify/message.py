"""Finds every contact in a pasted message."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 200_000
"""How much of a message is looked at, in characters."""

# Chinese, Japanese and Korean are written without spaces, so their letters end a Latin contact.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_LETTER = rf"[^\W{_CJK}]"
_BEGIN = "(?<![A-Za-z0-9_])"
_STOP = '\\s<>"“”‘’«»（）「」『』《》【】，；！？、…'
_NEXT = r"(?i:(?=[a-z0-9-]+[.。．｡][a-z0-9]|(?:com|net|org|io|cn|cc|co|app|top|vip|xyz)\b))"
_DOT = rf"(?:\.|．|｡|。{_NEXT}|\s?[\[({{]\s?(?i:\.|dot)\s?[\])}}]\s?)"
_AT = r"(?:@|\s?[\[({]\s?(?i:@|at)\s?[\])}]\s?)"
# A label may hold hidden characters: they belong to it and give it away.
_HIDDEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_LABEL = rf"(?:{_LETTER}|[{_HIDDEN}-]){{1,63}}+"
_HOST = rf"{_LABEL}(?:{_DOT}{_LABEL})++"
_PATH = rf"(?::\d{{1,5}})?(?:[/?#\\][^{_STOP}。{_CJK}]*)?"
_LOCAL = ".!#$%&*+=?^`{|}~-"

# Where people are asked to go on talking, with the words for it.
_PLACES = {
    "wechat": r"微\s?信|薇信|威信|(?i:we\s?chat|weixin|[wv]x|v信)(?![A-Za-z0-9_])",
    "qq": r"扣扣|(?i:qq)(?![A-Za-z0-9_])",
    "whatsapp": r"(?i:whats\s?app|wa)(?![A-Za-z0-9_])",
    "line": r"(?i:line)(?![A-Za-z0-9_])",
    "kakao": r"(?i:kakao(?:\s?talk)?)(?![A-Za-z0-9_])",
    "skype": r"(?i:skype)(?![A-Za-z0-9_])",
    "signal": r"(?i:signal)(?![A-Za-z0-9_])",
    "viber": r"(?i:viber)(?![A-Za-z0-9_])",
    "zalo": r"(?i:zalo)(?![A-Za-z0-9_])",
    "discord": r"(?i:discord)(?![A-Za-z0-9_])",
    "telegram": r"电报|電報|纸飞机|紙飛機|(?i:telegram|tg)(?![A-Za-z0-9_])",
}
_PLACE = "|".join(f"(?P<{name}>{words})" for name, words in _PLACES.items())
_OF = (
    r"\s?(?:客服|官方)?(?:账号|帐号|賬號|帳號|号码|号|號|群"
    r"|(?i:\bids?\b|\baccount\b|\bnumber\b|\bgroup\b))?"
)
# Without a colon or the like only what can hardly be a word is taken for the name of an account.
_MENTION = (
    rf"(?:{_PLACE}){_OF}"
    r"(?:\s?[:：=＝]\s?|\s?(?:是|为|為|加)\s?|\s(?i:is|at|on)\s|\s?(?=@))"
    r"(?P<said>@?[A-Za-z0-9+][\w.+-]{3,31}(?<![.]))"
    r"|(?P<at>微\s?信|薇信|威信|扣扣|(?i:qq|[wv]x|v信|whats\s?app))(?:号码|号|號|群)?\s?"
    r"(?P<bare>(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{5,31})"
)
_CALL = (
    rf"(?:电话|電話|手机|手機|热线|熱線|拨打|撥打|致电"
    rf"|{_BEGIN}(?i:tel|phone|call|hotline|dial)(?![A-Za-z0-9_]))"
)
_CONTACT = (
    r"(?![\s\"'，。）])(?:"
    + "|".join(
        (
            rf"(?P<link>{_BEGIN}[A-Za-z][A-Za-z0-9+*-]{{1,20}}+\[?:\]?[\\/]{{2}}"
            rf"(?:[^{_STOP}。]|。{_NEXT})+)",
            rf"(?P<other>{_BEGIN}(?i:mailto|tel|sms|tg|skype|whatsapp|weixin):[^{_STOP}。]+)",
            rf"(?P<mail>{_BEGIN}(?<![{_LOCAL}])(?:{_LETTER}|[{_LOCAL}]){{1,64}}+{_AT}{_HOST})",
            rf"(?P<host>{_BEGIN}(?<![.@{_HIDDEN}-]){_HOST}{_PATH})",
            rf"(?P<handle>{_BEGIN}(?<![@.])@(?:{_LETTER}|[.]){{2,40}}+(?:@{_HOST})?)",
            rf"(?P<reddit>{_BEGIN}(?<![/.])/?[rRuU]/\w{{2,30}})",
            rf"(?P<mention>{_BEGIN}(?:{_MENTION}))",
            rf"(?P<call>{_CALL}\D{{0,12}}?(?P<called>\+?\d[\d\s().-]{{5,18}}\d))",
            r"(?P<phone>(?<![\w.,/+-])(?:\+\d{1,3}[\s.-]?(?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4}"
            r"|(?:400|800|1[-. ]8\d\d)[-. ]\d{3,4}[-. ]\d{3,4}|\(\d{3}\) ?\d{3}[-. ]\d{4}"
            r"|\d{3}[-.]\d{3}[-.]\d{4})(?![\w-]))",
        )
    )
    + ")"
)
_COMMON = frozenset(
    {
        "app",
        "biz",
        "cc",
        "cn",
        "co",
        "com",
        "dev",
        "info",
        "io",
        "me",
        "net",
        "org",
        "site",
        "top",
        "vip",
        "xyz",
    }
)
_FILE_ENDINGS = (
    "apk bat bin bmp c cfg conf cpp css csv dll dmg doc docx exe gif gz h htm html ini ipa jar "
    "java jpeg jpg js json jsx lock log md mp3 mp4 pdf php png ppt pptx py rar rs rtf sh so svg "
    "tar tmp toml ts tsx txt wav webp xls xlsx xml yaml yml "
)
_FILES = frozenset(_FILE_ENDINGS.split())
# The name before an address in angle brackets.
_SENDER = re.compile(
    r"(?:\"[^\"<>\n]{0,80}\"|(?:^|(?<=[\s:：,，;；。]))[^\s<>\"@:：,，;；。.][^\n<>\"@:：,，;；。.]{0,60})\s*$"
)


def contacts(text: str) -> tuple[str, ...]:
    """Every link, host, mail address, account and phone number of a message, once, in order.

    They are given as they stand in the text; a mail address in angle brackets with the name of its
    sender. Of a very long text the first `LONGEST` characters are looked at.
    """
    return tuple(dict.fromkeys(one for one in _found(text[:LONGEST]) if one))


def _found(text: str) -> Iterator[str]:
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
        rf"(.{{1,12}}//[^/\s{_CJK}]+\.[A-Za-z]{{2,24}}(?::\d+)?(?:[/?#][^{_CJK}]*)?)[{_CJK}]",
        link,
    )
    return found[1] if found else link


def _trimmed(contact: str) -> str:
    contact = contact.rstrip(".,;:!?'*`|~")
    while (
        contact
        and contact[-1] in ")]}"
        and contact.count(contact[-1]) > contact.count({")": "(", "]": "[", "}": "{"}[contact[-1]])
    ):
        contact = contact[:-1].rstrip(".,;:!?'*`|~")
    return contact


def _is_host(text: str) -> bool:
    """Whether a word with dots in it is meant as a host: not a number, a file, or two sentences
    with the space between them forgotten."""
    host, path = re.match(r"([^/?#\\]*)(.*)", text, re.S).groups()  # type: ignore[union-attr]  # matches always
    last = re.split(_DOT, re.sub(r":\d*$", "", host), flags=re.I)[-1]
    if last.startswith("xn--") or host.lower().startswith("www."):
        return True
    if not last.isalpha() or not 2 <= len(last) <= 24 or (last.lower() in _FILES and not path):
        return False
    return not last.istitle() or last.lower() in _COMMON


def mentioned(text: str) -> tuple[str, str] | None:
    """Platform and name where the text speaks of an account of a messenger."""
    found = re.fullmatch(_MENTION, text)
    if not found:
        return None
    if place := next((place for place in _PLACES if found[place]), None):
        return place, found["said"].lstrip("@").lower()
    place = next(place for place, words in _PLACES.items() if re.search(words, found["at"]))
    return place, found["bare"].lower()


def phone_number(text: str) -> bool:
    """Whether the text is a phone number."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(rf"(?i)^(?:tel|sms|callto|facetime|phone|call|{_CALL})[:\s]*", "", text)
    digits = re.sub(r"\D", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}|\d{4}[-/.]\d\d?[-/.]\d\d?.*|\d+\.\d+", text):
        return False
    return bool(re.fullmatch(r"[+(]*\d[\d\s().–/-]*", text)) and 7 <= len(digits) <= 15


def only_words(text: str, contact: str) -> bool:
    """Whether nothing but words stands around the contact, apart from it by blanks."""
    before, _, after = text.partition(contact)
    return (
        not re.search(r"[^\w\s:：,，.。!！?？()（）\"'“”-]|\.\S", before + " " + after)
        and bool(re.search(r"(?:^|[\s:：])[\"'“(（]?$", before))
        and bool(re.match(r"[\"'”)）]?[,，.。!！?？:：]*(?:\s|$)", after))
    )
