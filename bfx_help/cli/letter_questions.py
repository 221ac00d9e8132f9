"""What fills the letter: the wants, the page of details, the own account (and `review`), and the
English of what was typed in Chinese."""

import re
from collections.abc import Iterator, Sequence

from bfx_help.answers.hours import dated, with_bare_zones, with_utc
from bfx_help.cli import details
from bfx_help.cli.conversation import Talk
from bfx_help.cli.details_asking import ask_details
from bfx_help.cli.result import letter_of
from bfx_help.cli.review import Review, offered_wants
from bfx_help.interview.letter_fields import beside_account
from bfx_help.interview.progress import Origin, Stage
from bfx_help.interview.proposals import half_amounts, with_hours
from bfx_help.interview.step import State, first_wants, recommend
from bfx_help.model import (
    NONE,
    UNKNOWN,
    Answers,
    Asks,
    Redacted,
    Tone,
)
from bfx_help.request.account import is_typed_heading
from bfx_help.request.halves import chinese_parts, paired
from bfx_help.request.wants import OWN_WANT, USUAL
from bfx_help.terminal import Prompt

_BETWEEN_NAMES = " · "
"""What stands between the names of fields, which may hold commas."""


class LetterQuestions:
    """Asks for what stands in the letter beside what decided the route."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def ask(self, stage: Stage, state: State) -> None:
        """Pass one of the stages that fill the letter. Raises `Pressed` and `EndOfInput`."""
        stages = {
            Stage.DETAILS: self._details,
            Stage.STORY: self._story,
            Stage.WANTS: self._wants,
            Stage.REVIEW: Review(self._talk).ask,
            Stage.ENGLISH: self._english,
        }
        stages[stage](state)

    def _pass(self, stage: Stage) -> None:
        self._talk.interview = self._talk.interview.enter(stage)

    # -- details -------------------------------------------------------------------------------

    def _details(self, state: State) -> None:
        """The page of the facts that stand above the account."""
        talk = self._talk
        again = {
            name: talk.interview.answers[name]
            for name in talk.interview.behind(Stage.VERDICT)
            if name in talk.interview.answers and name not in (talk.roles.story, talk.roles.wants)
        }
        page = details.page_of(talk.context, state, {**talk.proposed(), **again})
        if page.fields:
            self._fill(page)
        if talk.state.situation != state.situation:
            return  # another situation has other fields
        for name, half in half_amounts(talk.state, talk.heard.said).items():
            talk.set(name, Redacted(half), Origin.CONFIRMED)  # the review shows it
        self._pass(Stage.DETAILS)

    def _fill(self, page: details.Page) -> None:
        """Ask for a page; what belongs to no field of it begins the account."""
        talk = self._talk
        filled = ask_details(talk.asker, page, talk.heard.said, talk.counter())
        for name, value in filled.answers.items():
            confirmed = page.proposed.get(name) == value
            talk.set(name, value, Origin.CONFIRMED if confirmed else Origin.TYPED)
            talk.become(talk.question(name), value)
        if rest := (*filled.rest, *self._without_place(filled.answers)):
            self._add_to_story("\n".join(rest))

    def _without_place(self, typed: Answers) -> Iterator[str]:
        """What was typed into fields for which the other answers leave no place, each behind its
        label; the account takes it. They are no answers any more."""
        talk = self._talk
        gone = [name for name in typed if name not in talk.state.values]
        talk.interview = talk.interview.without(gone)
        for name in gone:
            if not talk.question(name).options and typed[name] not in (NONE, UNKNOWN):
                yield f"{talk.context(talk.question(name).label)}: {typed[name]}"

    # -- story ---------------------------------------------------------------------------------

    def _story(self, state: State) -> None:
        """The account in own words; without one, the first words stand in its place."""
        reply = self._talk.asker.choose(self._story_prompt(state), "story-why", Asks.ID)
        if reply:
            self._add_to_story(self._talk.asker.take(reply, Asks.ID))
            self._take_from_story()
        else:
            self._date_words()
        self._pass(Stage.STORY)

    def _take_from_story(self) -> None:
        """What the account tells for fields that are still open; the review shows it."""
        talk, state = self._talk, self._talk.state
        if state.emergency and not talk.reviews:
            return
        account = talk.interview.answers[talk.roles.story]
        found = talk.found_in(account)
        days = details.days_of(state.fields, {**state.values, **found})
        hours = with_hours(days, account, talk.context.now)
        for name, value in {**found, **hours}.items():
            if name in hours or name not in state.values:
                talk.set(name, Redacted(value), Origin.UNDERSTOOD)

    def _date_words(self) -> None:
        """Make the first words the account where they say "yesterday", which needs its date."""
        answers = self._talk.interview.answers
        words = answers.get(self._talk.roles.words, "")
        if self._talk.roles.story not in answers and dated(words, self._talk.context.now) != words:
            self._add_to_story(words)

    def _story_prompt(self, state: State) -> Prompt:
        talk, context = self._talk, self._talk.context
        question = talk.question(talk.roles.story)
        answers = talk.interview.answers
        lines = [context(question.ask), *self._letter_so_far(state), context(question.where)]
        fields = beside_account(context.content, state, context.language)
        if names := [context(field.in_brief) for field in fields if field.id not in answers]:
            lines.append(context.word("story-tell", names=_BETWEEN_NAMES.join(names)))
        if typed := answers.get(talk.roles.story):
            lines += [context.word("story-so-far"), typed]
        elif words := answers.get(talk.roles.words):
            lines += [context.word("story-words"), words]
        if context.language.is_chinese:
            lines.append(context.word("free-line-english"))
        return Prompt("\n".join(lines), default="", block=True, counter=talk.counter())

    def _letter_so_far(self, state: State) -> list[str]:
        """What the letter says, but for the requests, which come later, and the first words, in
        whose place the account comes: nobody need write that again."""
        context = self._talk.context
        letter = letter_of(context, state, recommend(context.content, state))
        frame, sections = context.content.letters.frame, letter.sections if letter else ()
        others = (frame["wants"], frame["events"])
        parts = (part for part in sections if part.title not in others)
        shown = [f"  {context(line)}" for part in parts for line in part.lines]
        return [context.word("story-stands"), *shown] if shown else []

    def _add_to_story(self, text: str) -> None:
        """Put lines below the account that was typed so far, and below no heading of it. What is
        "yesterday" now gets its date."""
        name, now = self._talk.roles.story, self._talk.context.now
        story = self._talk.interview.answers.get(name, "")
        before = [story] if story and story != UNKNOWN else []
        before += ["-"] if any(is_typed_heading(line, now) for line in story.splitlines()) else []
        account = dated(with_bare_zones("\n".join([*before, text])), now)
        self._talk.set(name, Redacted(account), Origin.TYPED)
        self._warn_of_offers(text)

    def _warn_of_offers(self, text: str) -> None:
        """Warn where somebody offers a secret, such as a password, in what they typed."""
        from bfx_help.interview.indexes import parts_of
        from bfx_help.interview.offers import offered_secrets

        for line in offered_secrets(parts_of(self._talk.context.content).lexicon, text):
            self._talk.asker.say("offers-secret", Tone.ALERT, line=line)

    # -- wants ---------------------------------------------------------------------------------

    def _wants(self, state: State) -> None:
        """Which wants, in which order; a line in own words is one too."""
        talk, context = self._talk, self._talk.context
        question = talk.question(talk.roles.wants)
        offered = offered_wants(talk, state)
        own = [f"{OWN_WANT}{asked}" for asked in self._own_questions(state)]
        offered |= {want: want.removeprefix(OWN_WANT) for want in own}
        usual = [*first_wants(context.content, state), *own]
        lines = [context(question.ask)]
        lines += [f"  {number}  {says}" for number, says in enumerate(offered.values(), 1)]
        lines.append(context(question.where))
        before = talk.interview.answers.get(question.id, USUAL).split("\n")
        before = [] if USUAL in before else before
        numbers = [_as_typed(want, list(offered)) for want in before or usual]
        key = "wants-kept" if before else "wants-enter"
        lines.append(context.word(key, numbers=" ".join(numbers)))
        prompt = Prompt("\n".join(lines), default="", block=True, counter=talk.counter())
        text = talk.asker.choose(prompt, "wants-why", Asks.ID)
        typed = talk.asker.take(text, Asks.ID) if text else ""
        chosen = _wanted(typed, list(offered), before or usual) if typed else before
        chosen = chosen or [USUAL, *own]
        talk.set(talk.roles.wants, Redacted("\n".join(chosen)), Origin.CHOSEN)
        self._pass(Stage.WANTS)

    def _own_questions(self, state: State) -> tuple[str, ...]:
        from bfx_help.interview.own_questions import own_questions  # it loads the search

        words = self._talk.interview.answers.get(self._talk.roles.words)
        return own_questions(words, state.situation) if words and state.situation else ()

    # -- English -------------------------------------------------------------------------------

    def _english(self, state: State) -> None:
        """English for what stands in Chinese in the English half, asked of who reads Chinese."""
        talk, context = self._talk, self._talk.context
        letter = letter_of(context, state, recommend(context.content, state))
        if letter and context.language.is_chinese and (parts := chinese_parts(letter)):
            question = talk.question(talk.roles.in_english)
            lines = [context(question.ask), context(question.where)]
            lines += [f"{number}. {part}" for number, part in enumerate(parts, 1)]
            prompt = Prompt("\n".join(lines), default="", block=True, counter=talk.counter())
            typed = talk.asker.choose(prompt, "english-why", Asks.ID)
            before = talk.interview.answers.get(question.id, "")
            english = with_utc(talk.asker.take(typed, Asks.ID) if typed else "", context.now)
            if said := paired(parts, english):
                answer = Redacted("\n".join(filter(None, (before, said))))
                talk.set(question.id, answer, Origin.TYPED)
        self._pass(Stage.ENGLISH)


def _wanted(text: str, offered: Sequence[str], usual: Sequence[str]) -> list[str]:
    """The wants in the order in which they were typed: numbers of the list, or own words, which
    stand for a line of the list where its number is before them. Nothing but such lines changes
    the `usual` ones."""
    chosen: list[str] = []
    lines = [line for line in text.splitlines() if line.strip()]
    if all(_own_words(line, len(offered))[0] for line in lines):
        chosen = [*usual]
    for line in lines:
        if numbers := _numbers(line, len(offered)):
            chosen += [offered[number - 1] for number in numbers]
            continue
        number, own = _own_words(line, len(offered))
        want = f"{OWN_WANT}{own}"
        if number and offered[number - 1] in chosen:
            chosen[chosen.index(offered[number - 1])] = want
        else:
            chosen.append(want)
    return list(dict.fromkeys(chosen))


def _numbers(line: str, offered: int) -> list[int]:
    """The numbers of a line that holds nothing but numbers of the list."""
    words = re.split(r"[\s,，、]+", line.strip(" ,，、"))
    numbers = [int(word) for word in words if word.isascii() and word.isdigit()]
    fits = len(numbers) == len(words) and all(1 <= number <= offered for number in numbers)
    return numbers if fits else []


def _as_typed(want: str, offered: Sequence[str]) -> str:
    """How a want is chosen: by its number, or in own words."""
    if want in offered:
        return str(offered.index(want) + 1)
    return f'"{want.removeprefix(OWN_WANT)}"'


def _own_words(line: str, offered: int) -> tuple[int, str]:
    """A want in own words, and the number of the offered one for which it stands, 0 for none."""
    found = re.fullmatch(r"\s*(\d{1,2})\s*[:：]\s*(\D.{3,})", line)
    stands = found is not None and 1 <= int(found[1]) <= offered
    return (int(found[1]), found[2].strip()) if found and stands else (0, line.strip())
