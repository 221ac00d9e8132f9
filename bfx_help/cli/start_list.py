"""What `bfx-help` alone shows at a terminal: the few things people come for, and what is open."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bfx_help import cases
from bfx_help.cli import main
from bfx_help.cli.asker import Asker
from bfx_help.cli.case_log import peek
from bfx_help.cli.case_words import command_for, due_line
from bfx_help.cli.commands.case_list import subject_of, unsent_letters
from bfx_help.cli.context import Back, Context, Emergency
from bfx_help.interview import drafts
from bfx_help.model import Tone
from bfx_help.plain import header
from bfx_help.terminal import Choice, EndOfInput, Prompt

EMERGENCY = "sos"  # the command of the emergency lane

PLACES = {
    "ask": "list-ask",
    "faq search": "list-search",
    "checklist": "list-checklist",
    "verify": "list-verify",
    EMERGENCY: "list-sos",
}
"""What people come for: commands, each with the key of what is said of it."""

_LEAVE = "leave"


def begin(context: Context, options: Sequence[str], now: datetime | None) -> int:
    """Have something chosen, and do it with these options; the exit code."""
    chosen = _chosen(Asker(context))
    return main([*options, *chosen], now=now) if chosen else 0


def _chosen(asker: Asker) -> list[str] | None:
    """The command with its words; None where the list is left."""
    try:
        while True:
            reply = asker.choose(_prompt(asker.context), "start-more")
            if reply == _LEAVE:
                return None
            if (command := _with_words(asker, reply.split())) is not None:
                return command
    except Emergency:
        return [EMERGENCY]
    except (Back, EndOfInput, KeyboardInterrupt):
        return None


def _with_words(asker: Asker, command: list[str]) -> list[str] | None:
    """A command with what it needs to be told; None where that is taken back."""
    needs = {("faq", "search"): "start-words", ("verify",): "start-contact"}
    key = needs.get(tuple(command))
    if key is None:
        return command
    try:
        reply = asker.choose(Prompt(asker.context.word(key), default=""))
    except Back:
        return None
    return [*command, "--", reply] if reply else None


def _prompt(context: Context) -> Prompt:
    word, number = context.word, len(context.content.faq)
    tones = {EMERGENCY: Tone.ALERT}
    choices = [
        Choice(
            to, word(key), value=word(f"{key}-does", number=number), tone=tones.get(to, Tone.PLAIN)
        )
        for to, key in PLACES.items()
    ]
    choices += [*_open_matters(context), Choice(_LEAVE, word("faq-leave"), zero=True)]
    return Prompt(word("start-what"), tuple(choices), known=word("start-who"))


def _open_matters(context: Context) -> Iterator[Choice]:
    """What waits: a case whose step is overdue, a letter not sent, an unfinished conversation."""
    overdue = cases.CaseFilter(overdue=True)
    case = peek(context, lambda log: next(log.cases(overdue, 1), None))
    if case:
        title = context.word("case-title", number=case.number, about=context(case.about.text))
        command = command_for(case).removeprefix("bfx-help ")
        yield Choice(command, due_line(context, case), title, tone=Tone.ALERT)
    for draft in unsent_letters(context)[:1]:
        yield Choice("ask --last", context.word("case-unsent", subject=subject_of(draft)))
    found = drafts.newest(context.settings.home / "drafts")
    if found:
        words = found[1].interview.answers.get(context.content.roles.questions.words, "")
        yield Choice("ask --resume", context.word("start-draft", words=header(words, 50)))
