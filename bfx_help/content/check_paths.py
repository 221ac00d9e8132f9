"""Whether the questions can be asked in their order, and every question and route be reached."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from bfx_help import model
from bfx_help.content.decode import Place, Sheet
from bfx_help.content.faults import shown
from bfx_help.content.sheets import Row, Rows

PATIENCE = 20_000
"""So many steps are spent on finding a path; what is not decided by then counts as reachable."""


class Flow(NamedTuple):
    """The questionnaire, looked up by id."""

    questions: Mapping[str, model.Question]
    derived: Mapping[str, model.Derived]
    values: Mapping[str, frozenset[str]]


def flow(rows: Rows) -> Flow:
    """The questions and derived answers, with the values that each can have."""
    questions = {row.id: row.value for row in rows.get("questions", ())}
    derived = {row.id: row.value for row in rows.get("derived", ())}
    lists = _lists(rows)
    values = {name: _answers(question, lists) for name, question in questions.items()}
    for name, answer in derived.items():
        cases = frozenset(case.value for case in answer.cases)
        values[name] = model.OUTCOMES.get(answer.compute, cases)
    return Flow(questions, derived, values)


def _lists(rows: Rows) -> Mapping[str, frozenset[str]]:
    """The lists of options that stand elsewhere, by the question that offers them."""
    tables = ("topics", "situations", "networks", "wants")
    ids = {table: frozenset(row.id for row in rows.get(table, ())) for table in tables}
    found = {"": ids["networks"]}
    for row in rows.get("roles", ()):
        found[row.value.questions.topic] = ids["topics"]
        found[row.value.questions.situation] = ids["situations"]
        found[row.value.questions.wants] = ids["wants"]
    return found


def _answers(question: model.Question, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What can be compared with: an option, or that there is no answer."""
    none = {model.UNKNOWN} if question.unknown else set()
    if question.kind is model.Asks.NETWORK:
        return lists[""] | none
    if question.kind not in (model.Asks.CHOICE, model.Asks.SEVERAL):
        return lists.get(question.id, frozenset()) | none | {model.BLANK, model.NONE}
    none |= {model.NONE} if question.kind is model.Asks.SEVERAL else set()
    options = frozenset(option.id for option in question.options)
    return (options or lists.get(question.id, frozenset())) | none


def check(rows: Rows, sheets: Mapping[str, Sheet]) -> None:
    """Notes what can never be asked, chosen or computed, and where a path would end in nothing."""
    if not rows.get("routes") and not sheets["routes"].faults:
        sheets["routes"].fault(("routes",), "every path ends here in nothing")
    known = flow(rows)
    for row, place, when in conditions(rows):
        _values(row, place, when, known)
    for row in rows.get("derived", ()):
        _derived(row, known)
    behind, before = partial(_behind, known), partial(_before, known)
    circular = [
        row for row in rows.get("derived", ()) if row.id in model.reached(behind(row.id), behind)
    ]
    for row in circular:
        row.fault((), f"{row.id} depends on itself")
    if circular:
        return  # no path can be followed through a circle
    for row in rows.get("questions", ()):  # neither directly nor through others
        for name in row.value.when:
            if row.id in model.reached([name], before):
                row.fault(("when", name), f"{row.id} depends on itself")
    _reach(rows, known)
    _wanted(rows)
    _ends(rows.get("routes", ()), known)


def conditions(rows: Rows) -> Iterator[tuple[Row, Place, model.When]]:
    """Every condition of the folder."""
    for table in ("questions", "routes", "findings", "wants", "lines", "texts", "card"):
        for row in rows.get(table, ()):
            yield row, ("when",), row.value.when
    for row in rows.get("derived", ()):
        for at, case in enumerate(row.value.cases):
            yield row, ("cases", at, "when"), case.when
    for row in rows.get("texts", ()):
        for at, line in enumerate(row.value.lines):
            yield row, ("lines", at, "when"), line.when
    for row in rows.get("situations", ()):
        for at, headline in enumerate(row.value.subject):
            yield row, ("subject", at, "when"), headline.when


def _values(row: Row, place: Place, when: model.When, known: Flow) -> None:
    for name, values in when.items():
        if name not in known.values:
            row.fault((*place, name), f"there is no question {shown(name)}")
            continue
        if not values:
            row.fault((*place, name), "no value is listed")
        for at, value in enumerate(values):
            if value not in known.values[name]:
                row.fault((*place, name, at), f"{name} is never {shown(value)}")


def _derived(row: Row, known: Flow) -> None:
    """Whether a computation has what it needs."""
    derived: model.Derived = row.value
    if derived.compute in (model.Compute.CASES, model.Compute.ANY):
        if not derived.cases:
            row.fault((), "cases are missing")
        return
    if derived.of is None:
        row.fault((), "missing key of")
    kinds = {model.Compute.AGE: model.Asks.TIME, model.Compute.NAMED: model.Asks.AMOUNT}
    if kind := kinds.get(derived.compute):
        if derived.limit is None:
            row.fault((), "missing key limit")
        of = known.questions.get(derived.of or "")
        if of and of.kind is not kind:
            row.fault(("of",), f"{of.id} asks for no {kind}")


def _behind(known: Flow, name: str) -> tuple[str, ...]:
    """What a derived answer is computed from."""
    derived = known.derived.get(name)
    return derived.looks_at if derived else ()


def _before(known: Flow, name: str) -> Iterable[str]:
    """What has to be answered before, by the conditions of questions too."""
    question = known.questions.get(name)
    return question.when if question else _behind(known, name)


def _reach(rows: Rows, known: Flow) -> None:
    for table in ("questions", "routes", "findings", "lines", "texts"):
        for row in rows.get(table, ()):
            if not reachable(row.value.when, known):
                row.fault(("when",), "no path of answers leads here")


def _wanted(rows: Rows) -> None:
    """A question is asked because a rule looks at it, or because a request wants it."""
    wanted = {name for row in rows.get("roles", ()) for name in row.value.questions}
    wanted |= {name for _, _, when in conditions(rows) for name in when}
    wanted |= {row.value.of for row in rows.get("derived", ())}
    wanted |= {row.value.since for row in rows.get("routes", ())}
    for row in rows.get("situations", ()):
        wanted.update(row.value.fields)
    wanted |= {row.value.network for row in rows.get("questions", ())}
    for row in rows.get("questions", ()):
        if row.id not in wanted and rows.get("situations"):
            says = "nothing asks for this answer: name it in a situation, a route or a condition"
            row.fault(("id",), says)


def reachable(when: model.When, known: Flow) -> bool:
    """Whether some answers fulfil the condition, and everything that its questions require."""
    return leads([*when.items()], known)


def leads(goals: "Goals", known: Flow) -> bool:
    """Whether some answers fulfil several conditions at once; that an earlier case of a derived
    answer may hold first is not looked at."""
    paths: list[tuple[Goals, Given]] = [(goals, {})]
    for _ in range(PATIENCE):
        if not paths:
            return False
        goals, settled = paths.pop()
        if not goals:
            return True
        paths += _forward(goals, settled, known)
    return True


Goals = list[tuple[str, tuple[str, ...]]]
Given = dict[str, frozenset[str]]  # what each answer may still be on a path


def _forward(goals: Goals, settled: Given, known: Flow) -> Iterator[tuple[Goals, Given]]:
    """The ways to meet the first goal, with the goals that are then left."""
    (name, wanted), rest = goals[0], goals[1:]
    question = known.questions.get(name)
    several = question is not None and question.kind is model.Asks.SEVERAL
    all_ = known.values.get(name, frozenset())
    possible = (all_ if several else settled.get(name, all_)) & frozenset(wanted)
    if not possible:
        return
    if question:
        more = [] if name in settled else [*question.when.items()]
        yield more + rest, settled | {name: possible}
        return
    for value, way in _ways(known.derived[name], possible, known):
        yield way + rest, settled | {name: frozenset({value})}


def _ways(
    derived: model.Derived, values: frozenset[str], known: Flow
) -> Iterator[tuple[str, Goals]]:
    """The ways in which a derived answer gets one of the values."""
    if derived.compute in (model.Compute.CASES, model.Compute.ANY):
        for case in derived.cases:
            if case.value in values:
                yield case.value, [*case.when.items()]
        return
    of = known.questions.get(derived.of or "")
    for value in sorted(values):
        yield value, [*of.when.items()] if of else []


def _ends(rows: tuple[Row, ...], known: Flow) -> None:
    """The last takes what is left; nothing stands behind one that takes as much."""
    for at, row in enumerate(rows):
        if row.value.when and row is rows[-1]:
            row.fault(("when",), "the last has no condition, or a path ends here in nothing")
        sure = _implied(row.value.when, known)
        for earlier in rows[:at]:
            when = earlier.value.when.items()
            if all(name in sure and sure[name] <= {*values} for name, values in when):
                row.fault(("when",), f"{earlier.id} is always taken before")
                break


def _implied(when: model.When, known: Flow) -> dict[str, frozenset[str]]:
    """What must be so where the condition holds: its questions were asked for a reason."""
    sure: dict[str, frozenset[str]] = {}
    waiting = [*when.items()]
    while waiting:
        name, values = waiting.pop()
        question = known.questions.get(name)
        if name not in sure and question:
            waiting += question.when.items()
        several = question is not None and question.kind is model.Asks.SEVERAL
        before = sure.get(name, frozenset(values))
        sure[name] = before if several else before & frozenset(values)
    return sure
