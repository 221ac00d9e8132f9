"""Three people at a real terminal, from the first key to the result, in both languages.

Somebody whose withdrawal does not arrive, somebody whose account is being emptied, and somebody who
disagrees with an answer. What they answer stands here by question, so it is the program that says
what comes next; how they type differs: arrows, numbers, full-width digits, or plain lines.
"""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from bfx_help.content import shipped
from bfx_help.interview import state as interview
from bfx_help.model import Asks, Language, Question
from tests import TESTS
from tests.screen import DOWN, UP, Screen, started

pytestmark = pytest.mark.slow

CONTENT = shipped()
QUESTIONS = {one.id: one for one in CONTENT.questionnaire.questions}
SCREENS = TESTS / "screens"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


class Person(NamedTuple):
    """What somebody answers, by question or by prompt; and what the results must say.

    A choice is answered by the ids of its options or by its number, a text by what is typed.
    """

    words: Mapping[str, str]
    answers: Mapping[str, str]
    results: tuple[str, ...]


LIN = Person(
    {"zh": "提现26小时了还没到账\nUSDT 很急", "en": "withdrawal not here after 26 h\nurgent, USDT"},
    {
        "wd-status": "processing",
        "contacted": "no",
        "offer": "0",
        "write": "1",
        "wd-amount": "1500",
        "wd-network": "tron",
        "wd-id": "12345678",
        "user-name": "lin_trader",
        "email": "lin@example.com",
        "review": "0",
        "show-more": "0",
        "offer-log": "0",
    },
    ("Withdrawal 12345678, 1500 USDT on TRON, Processing for 26 hours",),
)
DANA = Person(
    {"zh": "账户被人清空了", "en": "someone emptied my account"},
    {
        "em-login": "able",
        "em-mailbox": "secured",
        "em-open": "USDT 18400, 12345702",
        "em-left": "1.25 BTC, 10 minutes ago",
        "show-more": "0",
        "offer-log": "0",
        "details": "2",
    },
    ("Emergency, please freeze my account now.", "USDT 18400, 12345702"),
)
OMAR = Person(
    {
        "zh": "工单被关了，说“not eligible for recovery”，我不同意，有新证据",
        "en": 'my ticket was closed with "not eligible for recovery", I disagree, new evidence',
    },
    {
        "offer": "0",
        "write": "1",
        "cp-answered": "2026-11-14",
        "cp-quote": "Your deposit is not eligible for recovery.",
        "cp-about": "820 XRP deposit without tag",
        "cp-ground": "rule,no-reason",
        "cp-evidence": "My account has been Intermediate since May 2024 (screenshot)",
        "cp-want": "Recovery of 820 XRP less the fee; or the reason and the rule in writing",
        "review": "0",
        "show-more": "0",
        "offer-log": "0",
        "ticket": "1234567",
        "email": "omar@example.com",
    },
    ("Follow-up to ticket 1234567 - review of the decision of 2026-11-14",),
)


def squeezed(text: str) -> str:
    """The text without spaces and line breaks: where a line ends depends on the window."""
    return "".join(text.split())


def anchor(name: str, language: Language) -> str:
    """The first words of a question or prompt, by which it is known on the screen."""
    text = QUESTIONS[name].ask if name in QUESTIONS else CONTENT.interface[name]
    return squeezed(text.in_(language).partition("$")[0])[:30]


def numbers(question: Question, answer: str) -> list[int]:
    """The numbers of the options."""
    there = interview.options(question, CONTENT.questionnaire, CONTENT.topics.values())
    ids = [one.id for one in there]
    return [ids.index(one) + 1 for one in answer.split(",")]


def keys(name: str, answer: str, way: str) -> str:
    """The keys that give this answer."""
    question = QUESTIONS.get(name)
    if question and not interview.options(question, CONTENT.questionnaire, CONTENT.topics.values()):
        return f"{answer}\r"
    if question is None or question.id == "attachments":
        return f"{answer.translate(FULL_WIDTH) if way == 'full-width' else answer}\r"
    chosen = numbers(question, answer)
    if way == "arrows" and question.kind is not Asks.SEVERAL:
        return DOWN * (chosen[0] - 1) + "\r"
    typed = ",".join(map(str, chosen))
    return f"{typed.translate(FULL_WIDTH) if way == 'full-width' else typed}\r"


def play(screen: Screen, answers: Mapping[str, str], language: Language, way: str) -> None:
    """Answer whatever is asked until everything is answered. Every prompt comes once."""
    left = {anchor(name, language): name for name in answers}
    while left:

        def asked(shown: str) -> list[str]:
            """The prompts that wait: their words are there, and behind them the pointer."""
            text = squeezed(shown)
            return [one for one in left if ">" in text[text.rfind(one) :] and one in text]

        shown = squeezed(screen.until(lambda shown: bool(asked(shown)), str(list(left.values()))))
        last = max(asked(shown), key=shown.rfind)
        name = left.pop(last)
        screen.type(keys(name, answers[name], way))


def finished(screen: Screen, person: Person, language: Language) -> None:
    """The result is on the screen and the action below it; the program has ended well."""
    never = squeezed(CONTENT.interface["action-never"].in_(language).partition("$")[0])
    shown = squeezed(screen.until(lambda shown: never in squeezed(shown), never))
    assert [one for one in person.results if squeezed(one) not in shown] == []
    assert "Traceback" not in shown
    assert screen.leave() == 0


def opened(language: Language, *options: str, columns: int = 80) -> Screen:
    """The wizard, as far as its first question."""
    screen = started("ask", "--lang", language.value, *options, columns=columns, lines=300)
    first = anchor("words", language)
    screen.until(lambda shown: first in squeezed(shown), first)
    screen.wait("\n>")
    return screen


@pytest.mark.parametrize(
    ("language", "way"),
    [("en", "arrows"), ("en", "lines"), ("zh", "full-width"), ("zh", "lines"), ("zh", "numbers")],
)
@pytest.mark.parametrize("person", [LIN, DANA, OMAR], ids=["lin", "dana", "omar"])
def test_from_the_first_key_to_the_result(person: Person, language: str, way: str) -> None:
    spoken = Language(language)
    options = ["--plain"] if way == "lines" else []
    screen = opened(spoken, *options, columns=40 if way == "full-width" else 80)
    if way == "lines":
        screen.type(f"{person.words[language]}\r")
    else:
        screen.paste(person.words[language])
        screen.type("\r")
    play(screen, person.answers, spoken, way)
    finished(screen, person, spoken)
    assert screen.colours == {"default"}


def asked_again(shown: str, prompt: str) -> bool:
    """Whether a prompt stands there a second time, and waits: its pointer is drawn."""
    return shown.count(prompt) == 2 and ">" in shown[shown.rfind(prompt) :]


@pytest.mark.parametrize("language", Language)
def test_lin_asks_why_goes_back_and_changes_the_window(language: Language) -> None:
    screen = opened(language)
    screen.paste(LIN.words[language.value])
    screen.type("\r")
    status = anchor("wd-status", language)
    screen.until(lambda shown: status in squeezed(shown), status)
    screen.wait("\n> ")
    screen.type("？")
    why = squeezed(QUESTIONS["wd-status"].why.in_(language))
    screen.until(lambda shown: why in squeezed(shown), why)
    screen.until(lambda shown: squeezed(shown).count(status) == 2, status)
    screen.resize(40, 300)
    options = [squeezed(one.name.in_(language)) for one in QUESTIONS["wd-status"].options]
    screen.until(lambda shown: all(one in squeezed(shown) for one in options), "every option")
    screen.type(f"{DOWN}{UP}\r")
    asked = {name: LIN.answers[name] for name in ("contacted", "offer", "write", "wd-amount")}
    play(screen, asked, language, "numbers")
    for name in ("wd-network", "wd-id"):
        wanted = anchor(name, language)
        screen.until(lambda shown, one=wanted: one in squeezed(shown), name)  # type: ignore[misc]
        screen.type("1\r" if name == "wd-network" else "《\r")
    network = anchor("wd-network", language)
    screen.until(lambda shown: asked_again(squeezed(shown), network), network)
    done = {"wd-status", *asked}
    rest = {name: one for name, one in LIN.answers.items() if name not in done}
    play(screen, rest, language, "numbers")
    finished(screen, LIN, language)


@pytest.mark.parametrize("language", Language)
def test_dana_reaches_the_card_with_one_key(language: Language) -> None:
    screen = opened(language, columns=40)
    screen.type("！\r")
    card = squeezed(CONTENT.interface["card"].in_(language))
    screen.until(lambda shown: card in squeezed(shown), card)
    play(screen, DANA.answers, language, "arrows")
    finished(screen, DANA, language)


@pytest.mark.parametrize("language", Language)
def test_a_conversation_without_colour_stays_on_the_screen_as_written(
    language: Language, request: pytest.FixtureRequest
) -> None:
    screen = opened(language)
    screen.paste(LIN.words[language])
    screen.type("\r")
    play(screen, LIN.answers, language, "numbers")
    finished(screen, LIN, language)
    assert screen.colours == {"default"}
    path = SCREENS / f"no-colour-{language}.txt"
    if request.config.getoption("--update-transcripts"):
        path.write_text(f"{screen.text}\n", encoding="utf-8")
    assert f"{screen.text}\n" == path.read_text(encoding="utf-8")
