"""Whether letters state only what was answered: each statement names the answers it rests on."""

from collections.abc import Iterable, Iterator

from bfx_help.content.decode import Place
from bfx_help.content.figures import figures
from bfx_help.content.sheets import Row, Rows
from bfx_help.model import Place as LetterPlace
from bfx_help.model import Situation, Text, TextKind, answers_of, parts, placeholders, required

_COMPUTED = frozenset({"now"})


def check(rows: Rows) -> None:
    """Notes what names no answer, names none that exists, or is not for all to read."""
    questions = {item.id for item in rows.get("questions", ())}
    for row, place, line, says in _statements(rows):
        _bound(row, place, line, says, questions)
    for row in rows.get("texts", ()):
        if row.value.kind is TextKind.PUBLIC:
            _public(row, rows)
    known = {item.id for table in ("situations", "topics") for item in rows.get(table, ())}
    for row in (*rows.get("lines", ()), *rows.get("texts", ())):
        for at, name in enumerate(row.value.for_):
            if name not in known:
                row.fault(("for", at), f"there is no situation or topic {name}")
    for row in rows.get("situations", ()):
        _subject(row)


def _statements(rows: Rows) -> Iterator[tuple[Row, Place, Text, tuple[str, ...] | None]]:
    """Every sentence, with the answers it names; None where a sentence may name none."""
    for row in rows.get("wants", ()):
        yield row, ("line",), row.value.line, None
    for row in rows.get("lines", ()):
        promise = row.value.place is LetterPlace.PROMISE
        yield row, ("line",), row.value.line, None if promise else row.value.says
    for row in rows.get("texts", ()):
        for at, line in enumerate(row.value.lines):
            yield row, ("lines", at, "line"), line.line, line.says
    for row in rows.get("situations", ()):
        for at, headline in enumerate(row.value.subject):
            yield row, ("subject", at, "line"), headline.line, None


def _bound(
    row: Row, place: Place, line: Text, says: tuple[str, ...] | None, questions: set[str]
) -> None:
    names = _answers(required(line.en)) - _COMPUTED
    if "" in parts(line.en):
        row.fault(place, "an optional part names no answer")
    for name in says or ():
        if name not in questions:
            row.fault(place, f"there is no question {name}")
    if says is not None and row.value.__class__.__name__ == "Statement" and not says:
        row.fault(place, "this states something and names no answer")
    if says is not None:
        for name in sorted(names - _answers(says)):
            row.fault(place, f"says does not name {name}")
    for figure in sorted(figures(line.en)):
        row.fault(place, f"a letter states no figure of ours: {figure}")


def _answers(names: Iterable[str]) -> set[str]:
    return {answer for name in names for answer in answers_of(name)}


def _public(row: Row, rows: Rows) -> None:
    public = {item.id for item in rows.get("questions", ()) if item.value.public}
    for at, line in enumerate(row.value.lines):
        for name in placeholders(line.line.en):
            if not {*answers_of(name)} <= public | _COMPUTED:
                row.fault(("lines", at, "line"), f"{name} is not for everybody to read")


def _subject(row: Row) -> None:
    """A letter always has a headline, and something that it asks for."""
    situation: Situation = row.value
    if not situation.letter:
        return
    if not situation.subject or situation.subject[-1].when:
        row.fault(("subject",), "the last subject must have no condition")
    elif required(situation.subject[-1].line.en):
        row.fault(("subject",), "the last subject must have no placeholder")
    if not situation.wants:
        row.fault(("wants",), "a letter asks for something")
