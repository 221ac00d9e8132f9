"""The prompts of the wizard that are no questions of the questionnaire."""

from collections.abc import Iterable

from bfx_help.cli.desk import Desk
from bfx_help.cli.session import Session
from bfx_help.model import UNKNOWN, Entry, Question
from bfx_help.terminal import Choice, Prompt


def chinese(desk: Desk) -> Prompt:
    """Whether to go on in Chinese."""
    choices = (Choice("zh", "中文"), Choice("en", "English"))
    return Prompt(desk.word("offer-chinese"), choices, default="zh")


def offer(desk: Desk, entries: Iterable[Entry]) -> Prompt:
    """FAQ entries that may do; `0` goes on."""
    choices = [Choice(entry.id, desk(entry.question)) for entry in entries]
    choices.append(Choice("0", desk.word("offer-none"), zero=True))
    return Prompt(desk.word("offer"), tuple(choices), default="0")


def helped(desk: Desk) -> Prompt:
    """Whether an entry solved it; `0` goes on."""
    choices = (
        Choice("0", desk.word("offer-go-on"), zero=True),
        Choice("1", desk.word("offer-solved")),
    )
    return Prompt(desk.word("offer-helped"), choices, default="0")


def write(desk: Desk, number: int, kept: bool, later: bool) -> Prompt:
    """Whether to write the request now; `number` questions are left, `later` is the default."""
    choices = (
        Choice("yes", desk.word("write-yes", number=number)),
        Choice("no", desk.word("write-later" if kept else "write-no")),
    )
    return Prompt(desk.word("write"), choices, default="no" if later else "yes")


def details(desk: Desk) -> Prompt:
    """Whether to go on with the details of an emergency."""
    choices = (
        Choice("yes", desk.word("details-yes")),
        Choice("no", desk.word("details-no")),
    )
    return Prompt(desk.word("details"), choices, default="no")


def review(session: Session) -> Prompt:
    """All answers, each to be changed by its number; `0` is done."""
    desk, known = session.desk, session.state().known
    choices = [Choice("0", desk.word("review-done"), zero=True)]
    choices += [
        Choice(name, _answer(session, question))
        for name, question in session.questions.items()
        if name in session.answers and name in known
    ]
    if session.files() and "attachments" not in known:
        choices.append(Choice("attachments", desk.word("review-attach")))
    return Prompt(desk.word("review"), tuple(choices), default="0")


def _answer(session: Session, question: Question) -> str:
    desk = session.desk
    gap = "unknown" if session.answers[question.id] == UNKNOWN else "blank"
    value = session.teller()(question.id) or desk.content.requests.frame[gap]
    return desk.word("review-line", label=desk(question.label), value=desk(value))
