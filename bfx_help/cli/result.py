"""The texts that an interview leads to, and the form in which they leave the program."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from bfx_help.cli.context import Context
from bfx_help.cli.verdict import verdict_lines
from bfx_help.content import Content
from bfx_help.interview import routing
from bfx_help.interview.account_lines import kinds_by
from bfx_help.interview.progress import Interview
from bfx_help.interview.step import State, first_wants, options_of
from bfx_help.model import (
    REPLIES,
    Channel,
    Entry,
    Language,
    Letters,
    Recommendation,
    Shown,
    Takes,
    Text,
    TextKind,
    UsageProblem,
)
from bfx_help.plain import plain
from bfx_help.request.formats import as_email, as_json, as_markdown, chosen_text, has_text, literal
from bfx_help.request.formatter import AnswerFormatter
from bfx_help.request.halves import with_english
from bfx_help.request.letter import Letter, write
from bfx_help.request.statements import Material

ASKED = {
    "ticket": TextKind.LETTER,
    "email": TextKind.LETTER,
    "follow-up": TextKind.FOLLOW_UP,
    "chat": TextKind.CHAT,
    "public": TextKind.PUBLIC,
    "other-party": TextKind.OTHER_PARTY,
    "police": TextKind.POLICE,
}
"""The names by which a text can be asked for."""

_BY_CHANNEL = {
    Takes.CHAT: TextKind.CHAT,
    Takes.POST: TextKind.PUBLIC,
    Takes.OTHER_PARTY: TextKind.OTHER_PARTY,
}


class OutputOptions(NamedTuple):
    """What the options say about the result."""

    format: str = "text"
    texts: tuple[str, ...] = ()
    languages: str | None = None
    output: Path | None = None
    copy: bool = False
    why: bool = False
    open: bool = False


class Result(NamedTuple):
    """Where an interview led, with its letter where one was written."""

    context: Context
    interview: Interview
    state: State
    found: Recommendation
    letter: Letter | None
    answered: Entry | None = None

    @property
    def channel(self) -> Channel:
        """Where the text goes: the first channel of the route that takes one, or the default."""
        channels, route = self.context.content.channels, self.found.route
        if self.letter is None:
            return channels[route.channel]
        names = (route.channel, route.fallback, self.context.content.roles.channels.default)
        takers = (channels[name] for name in names)
        return next(channel for channel in takers if channel.takes is not Takes.NOTHING)

    def channel_for(self, kind: TextKind) -> Channel:
        """Where a text of this kind goes: the channel of the result if it is the text for that,
        else the first that takes such a text, or the default."""
        channels = self.context.content.channels
        if kind is self.kind:
            return self.channel
        takers = (item for item in channels.values() if _BY_CHANNEL.get(item.takes) is kind)
        return next(takers, channels[self.context.content.roles.channels.default])

    @property
    def is_public(self) -> bool:
        """Whether a channel of the route is read by everybody."""
        channels, route = self.context.content.channels, self.found.route
        return any(channels[name].takes is Takes.POST for name in (route.channel, route.fallback))

    @property
    def kind(self) -> TextKind:
        """Which text the channel needs."""
        if self.letter is None:
            return TextKind.NONE
        kind = _BY_CHANNEL.get(self.channel.takes, self.letter.kind)
        if self.found.route.text in (TextKind.OTHER_PARTY, TextKind.POLICE):
            kind = self.found.route.text
        return kind if has_text(self.letter, kind) else self.letter.kind


def formatter(context: Context, state: State) -> Shown:
    """How the answers read."""
    content = context.content
    questions = content.questionnaire.by_id
    known = state.values
    options = {
        name: options_of(content, questions[name], known) for name in known if name in questions
    }
    read = AnswerFormatter(
        questions, options, content.facts, known, context.now, state.route
    ).format

    def shown(name: str) -> Text | None:
        text = read(name)
        typed = text is None or text.en == text.zh  # it stays as it was
        return text if text is None or typed else context.made(text)

    return cache(shown)


def _letters(content: Content) -> Callable[[str], Letters]:
    """What the letters of a situation are made of; a conversation writes several."""
    return cache(content.letters.about)


def letter_of(context: Context, state: State, found: Recommendation) -> Letter | None:
    """The letter of a situation; None where it has none."""
    situation, content = state.situation, context.content
    if situation is None or not situation.letter:
        return None
    letter = write(
        Material(
            letters=content.once(_letters)(situation.id),
            roles=content.roles.questions,
            situation=situation,
            route=found.route,
            known=state.known,
            questions=content.questionnaire.by_id,
            fields=state.fields,
            shown=formatter(context, state),
            files=tuple(item for part in content.checklists.lists for item in part.files),
            first_wants=first_wants(content, state),
            now=context.now,
            review_want=content.roles.review_want,
            kind_of=content.once(kinds_by),
        )
    )
    english = state.values.get(content.roles.questions.in_english)
    return with_english(letter, english) if english else letter


def kinds_asked(result: Result, options: OutputOptions) -> tuple[TextKind, ...]:
    """The texts to print: the one that the channel needs, or those that were asked for and exist.
    Another never stands in for one that is missing: it may say what is not for all.

    Raises `UsageProblem` where none of those asked for exists.
    """
    letter = result.letter
    if letter is None:
        return ()
    if options.format == "eml" or not options.texts:
        return (letter.kind if options.format == "eml" else result.kind,)
    names = tuple(ASKED) if "all" in options.texts else options.texts
    found = [ASKED[name] for name in names if _exists(letter, name)]
    kinds = (
        letter.kind if kind in (TextKind.LETTER, TextKind.FOLLOW_UP) else kind for kind in found
    )
    if not found:
        listed = result.context.listed(
            result.context.word(f"text-{name}") for name in options.texts
        )
        raise UsageProblem(result.context.word("no-such-text", kinds=listed))
    return tuple(dict.fromkeys(kinds))


def _exists(letter: Letter, name: str) -> bool:
    kind = ASKED[name]
    if kind is TextKind.FOLLOW_UP:  # the first letter is none
        return letter.kind in REPLIES
    return has_text(letter, kind)


def rendered(result: Result, options: OutputOptions) -> str:
    """The result as it leaves the program."""
    letter, context = result.letter, result.context
    languages = languages_for(context, options.languages)
    if letter is None:
        return ""
    if options.format == "eml":
        address = context.content.channels[context.content.roles.channels.mail].address or ""
        return as_email(letter, languages, address).decode()

    def text(kind: TextKind) -> str:
        if options.format == "markdown" and kind is letter.kind:
            return as_markdown(letter, languages)
        said = plain(chosen_text(letter, kind, languages))
        return literal(said) if options.format == "markdown" else said

    return "\n\n".join(map(text, kinds_asked(result, options))) + "\n"


def answers_data(interview: Interview, values: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Answers for scripts, each with how it came."""
    return {
        name: {"value": values[name], "how": interview.sources[name].value}
        for name in interview.answers
        if name in values
    }


def as_data(result: Result) -> dict[str, Any]:
    """Everything for scripts, with stable keys."""
    context, state, route = result.context, result.state, result.found.route
    shown = formatter(context, state)
    return {
        "answers": answers_data(result.interview, state.values),
        "recommendation": {
            "route": route.id,
            "situation": state.situation.id if state.situation else None,
            "channel": route.channel,
            "fallback": route.fallback,
            "emergency": route.emergency,
            "verdict": verdict_lines(context, result.found, shown),
            "basis": context.content.basis(route.rests_on),
            "facts": list(route.facts),
            "sources": [
                source.at or context(source.name)
                for source in context.content.sources_of(route.facts)
            ],
            "tried": [
                {"rule": rule.id, "fits": fits}
                for rule, fits in routing.tried(context.content.routes, state.known)
            ],
            "answered": result.answered.id if result.answered else None,
        },
        "texts": as_json(result.letter, context.languages) if result.letter else None,
    }


def languages_for(context: Context, wish: str | None) -> tuple[Language, ...]:
    """The languages of the letter: English, with the reader's below it. Raises `UsageProblem`."""
    reader = context.language
    if wish not in (None, "both", *context.content.languages):
        raise context.wrong_choice("request-lang", wish or "", [*context.languages, "both"])
    if wish and wish != "both":
        return (reader if wish in reader.fallbacks[:-1] else Language(wish),)
    return (
        (Language.EN,) if wish is None and reader == Language.EN else (Language.EN, context.second)
    )
