"""Answers to security questions: plain words, recognised by the words before them."""

from collections.abc import Iterator

from bfx_help.redact.patterns import rx
from bfx_help.redact.secret_kinds import SecretKind, Span
from bfx_help.redact.word_lists import beside, is_common

_REPLY = (
    r"(?i)(?:\banswer(?: to (?:my|the) (?:security|secret) question)?(?:\s?[:=]| is\b| was\b)"
    r"|\bmaiden name(?:\s?[:=]| is\b| was\b)"
    r"|\b(?:i|we) (?:put|type|typed|gave|wrote|said|entered|answered|set)\b"
    r"|答案(?:[填写寫设設][的了]?)?\s?[是为為:=]|我[填答写寫](?:的是|了|的)?|回答(?:的是|了|是))[\s\"'“「]{0,4}"
)
_WORD = r"(?:(?![\u3400-\u9fff])[^\W_])+(?:['’\-][^\W_]+)*"
_HAN = (
    r"(?:(?![不没沒错錯忘对對但却卻都还還提被])[\u3400-\u9fff]){2,12}(?![\u3400-\u9fff]*[吗嗎呢])"
)
_REACH = 90


def security_answers(text: str) -> Iterator[Span]:
    """What somebody answers to a security question, in the same sentence or the next."""
    done = 0
    for question in beside("security question").finditer(text):
        if question.start() < done:
            continue
        start = max(done, question.start() - 20)
        reply = rx(_REPLY).search(text, start, question.end() + _REACH)
        end = _value_end(text, reply.end()) if reply else 0
        if reply and end:
            done = end
            sure = reply.group().rstrip(" \"'“「").endswith((":", "="))
            reason = "the answer to a security question"
            yield Span(reply.end(), end, SecretKind.PASSWORD, reason, not sure)


def _value_end(text: str, start: int) -> int:
    """Where the answer ends that begins here; 0 where a sentence goes on instead."""
    han = rx(_HAN).match(text, start)
    if han:
        return han.end()
    end, place, own = 0, start, 0
    while own < 4 and (word := rx(_WORD).match(text, place)):
        small = word.group().lower()
        article = place == start and small in ("the", "a", "an", "my", "at", "in")
        if not article and is_common(small):
            break
        own += not article
        end, place = word.end(), word.end() + (text[word.end() : word.end() + 1] == " ")
    return end if own else 0
