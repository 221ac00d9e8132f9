"""A list to choose from: what each key and each word does in it."""

from string import Template

from bfx_help.terminal import Choice, Prompt
from bfx_help.terminal.base import in_words
from bfx_help.terminal.menu import Menu
from tests.prompts import DONE, MANY, NETWORKS, STATES, WORDS
from tests.tables import each

CHAINS = Prompt(
    "Which network?",
    (Choice("tron", "TRON (TRC20)"), Choice("ton", "TON"), Choice("other", "Another", zero=True)),
)


def menu(prompt: Prompt) -> Menu:
    return Menu(prompt, lambda key, **values: Template(WORDS[key]).safe_substitute(values))


def shown(menu_: Menu) -> list[str]:
    return [row.text for row in menu_.rows(80)]


def typed(prompt: Prompt, *keys: str | int) -> str | None:
    """What Enter answers after these: words are typed, a number turns a page of so many."""
    menu_ = menu(prompt)
    for key in keys:
        if isinstance(key, int):
            menu_.move(key)
        else:
            for character in key:
                menu_.rub_out() if character == "\b" else menu_.type(character)
    return menu_.answer()


@each(
    ("prompt", "keys", "answer"),
    [
        (MANY, ["12"], "o12"),
        (MANY, ["12\b"], "o1"),
        (MANY, [99], "o15"),
        (MANY, [99, -99], "o1"),
        (MANY, [10, 10], "o15"),
        (MANY, ["option 14"], "o14"),
        (STATES, ["0"], "not-seen"),
        (STATES, ["7"], None),
        (STATES, ["72"], "completed"),
        (STATES, ["7", 1], "completed"),
        (STATES, ["qqq"], None),
        (STATES, ["qqq2"], "completed"),
        (STATES, ["qqq", 1], "completed"),
        (STATES, ["qqq\b\b\bcomp"], "completed"),
        (STATES, ["\x1b\x0c\x1a\u202e\u200b2"], "completed"),
        (CHAINS, ["trc20"], "tron"),
        (CHAINS, ["ton"], "ton"),
        (NETWORKS, ["TRC20"], "tron"),
        (DONE, [], None),
        (DONE, ["3,1"], "reset,address"),
        (DONE, ["7"], None),
        (DONE, ["7 "], None),
        (DONE, ["换 0"], "none"),
    ],
)
def test_enter_chooses_what_was_typed_and_nothing_else(
    prompt: Prompt, keys: list[str | int], answer: str | None
) -> None:
    assert typed(prompt, *keys) == answer


def test_words_leave_only_the_options_that_have_them_under_their_own_numbers() -> None:
    menu_ = menu(NETWORKS)
    menu_.type("b")
    assert shown(menu_) == ["> 3  Bitcoin", "Looking for b."]
    menu_.move(1)
    assert menu_.answer() == "bitcoin"
    assert menu_.clear()
    assert len(shown(menu_)) == 3
    assert not menu_.clear()


def test_a_list_that_takes_words_answers_with_them() -> None:
    prompt = NETWORKS._replace(words=True)
    assert typed(prompt, "api key") == "api key"
    assert typed(prompt, "bit") == "bitcoin"
    menu_ = menu(prompt)
    for character in "api key":
        menu_.type(character)
    assert shown(menu_)[-1] == "Enter searches for api key."
    assert in_words(prompt.choices, "api key") == "api key"
