"""Numbers of bank accounts beside the words for one."""

import re
from collections.abc import Iterator
from functools import cache

from bfx_help.redact.patterns import rx
from bfx_help.redact.proximity import within
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.word_lists import beside

_NUMBER = (
    r"(?a)(?<![\w.#@/\-])[0-9]{2,4}(?:[ \-]?[0-9]{2,7}){1,6}(?![0-9A-Za-z@%]|[.,:][0-9]|-[0-9])"
)
_REACH, _FAR = 40, 90


def bank_accounts(text: str) -> Iterator[Span]:
    """Account numbers in a sentence that names a bank; the user is asked."""
    places = cache(lambda: [named.end() for named in beside("bank").finditer(text)])
    done = -1
    for match in rx(_NUMBER).finditer(text):
        start, digits = match.start(), re.sub(r"\D", "", match.group())
        if not 6 <= len(digits) <= 24 or re.match(r"(?:19|20)[0-9]{2}-", match.group()):
            continue
        before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
        said = _last("bank account", before)
        if said < 0 and len(digits) < 10:
            continue
        listed = start - done < 24 and said >= 0
        behind = said < 0 and within(places(), start - 7, start)
        close = within(places(), start - _FAR, start + _FAR)
        if close and (said > _last("other number", before) or listed or behind):
            yield Span(*match.span(), SecretKind.ACCOUNT, "a number beside words for a bank", True)
            done = match.end()


def _last(section: str, text: str) -> int:
    return max((match.end() for match in beside(section).finditer(text)), default=-1)
