"""Whether a content holds what the program itself meets by name, and what it counts with.

What is found here would otherwise be missed in the midst of a conversation.
"""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import product

from bfx_help import model
from bfx_help.answers.limits import read_limit
from bfx_help.content import check_paths
from bfx_help.content.decode import Place, Sheet
from bfx_help.content.faults import shown
from bfx_help.content.folder import bundled
from bfx_help.content.open_folder import shipped
from bfx_help.content.sheets import Row, Rows
from bfx_help.name_lists import table_of
from bfx_help.redact.secret_kinds import SecretKind

KINDS: Mapping[str, tuple[model.Asks, ...]] = {
    "words": (model.Asks.TEXT, model.Asks.NOTE),
    "topic": (model.Asks.CHOICE,),
    "situation": (model.Asks.CHOICE,),
    "login": (model.Asks.CHOICE,),
    "contacted": (model.Asks.CHOICE,),
    "contacted_at": (model.Asks.TIME,),
    "answered_at": (model.Asks.TIME,),
    "attachments": (model.Asks.SEVERAL,),
    "wants": (model.Asks.TEXT, model.Asks.NOTE),
    "story": (model.Asks.TEXT, model.Asks.NOTE),
    "in_english": (model.Asks.NOTE,),
}
"""How the questions are answered that the program treats in its own way."""

KINDS_WITH_WORDS: Mapping[str, Iterable[str]] = {
    "basis": model.Basis,
    "demand": model.DemandKind,
    "existence": model.Existence,
    "hidden": SecretKind,
}
"""By the first part of the name of a text of the interface, the kinds that each have one."""

_ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_WANTED = "a mail address is wanted here"
_DOMAIN = re.compile(r"[^\s@/:?#]+\.[^\s@/:?#]+")
_PLATFORMS = ("domain", "email", "android", "ios", *table_of("platforms", "hosts"))
"""Where a contact can be: what `verify` can read, the apps by their ids in the shops."""

_Sheets = Mapping[str, Sheet]  # the first file of each kind


def check(rows: Rows, sheets: _Sheets) -> None:
    """Notes what the program needs and does not find."""
    for kind in ("roles", "escalation"):
        if not rows.get(kind):
            next(iter(sheets.values())).fault((), f"{kind}.yaml is missing in this folder")
    for row in rows.get("roles", ()):
        _roles(row, rows)
    for row in rows.get("escalation", ()):
        _escalation(row, rows)
    _choices(rows)
    for row in rows.get("channels", ()):
        if not row.value.reach:
            row.fault(("reach",), "no way there is named")
    _ways(rows)
    words_of_kinds(rows, sheets)
    _own_words(rows, sheets)
    _limits(rows)
    _official(rows)


def _ways(rows: Rows) -> None:
    """No route leads to a channel that nobody official has."""
    channels = _ids(rows, "channels")
    for row in rows.get("routes", ()):
        for place in ("channel", "fallback"):
            channel = channels.get(getattr(row.value, place) or "")
            if channel and channel.value.existence is model.Existence.NONE:
                row.fault((place,), f"{channel.id} does not exist: nobody may be sent there")


def _ids(rows: Rows, table: str) -> dict[str, Row]:
    return {row.id: row for row in rows.get(table, ())}


def _roles(row: Row, rows: Rows) -> None:
    roles: model.Roles = row.value
    refers = partial(_refers, row, rows)
    for role, name in roles.questions._asdict().items():
        place = ("questions", role.replace("_", "-"))
        question = refers(place, name, "questions")
        if question and question.value.kind not in KINDS.get(role, (question.value.kind,)):
            row.fault(place, f"{name} must be of kind {' / '.join(KINDS[role])}")
    refers(("channels", "default"), roles.channels.default, "channels")
    if mail := refers(("channels", "mail"), roles.channels.mail, "channels"):
        _mailbox(mail)
    refers(("general-topic",), roles.general_topic, "topics")
    refers(("general-checklist",), roles.general_checklist, "lists")
    _emergency(row, rows)
    for topic in _ids(rows, "topics"):
        _asked_for(topic, roles, _ids(rows, "questions"))
        refers(("own-account",), f"{topic}.{roles.own_account}", "situations")


def _asked_for(topic: str, roles: model.Roles, questions: Mapping[str, Row]) -> None:
    """The question for the situation applies in each topic: without it nothing goes on."""
    row = questions.get(roles.questions.situation)
    topics = row.value.when.get(roles.questions.topic) if row else None
    if row and topics is not None and topic not in topics:
        row.fault(("when", roles.questions.topic), f"{topic} is missing here")


_PARTS = frozenset(
    {"ticket", "about", "last", "new", "asked", "decision", "reasons", "want", "timeline"}
)
"""What a case can fill an answer with."""


def _escalation(row: Row, rows: Rows) -> None:
    """Each rung names facts, situations and questions that exist, and what a case holds."""
    ladder: model.Escalation = row.value
    refers = partial(_refers, row, rows)
    for topic, fact in ladder.in_topic.items():
        refers(("in-topic", topic), topic, "topics")
        refers(("in-topic", topic), fact, "facts")
    for at, rung in enumerate(ladder.rungs):
        refers(("rungs", at, "after"), rung.after, "facts")
        refers(("rungs", at, "situation"), rung.situation, "situations")
        for name in (*rung.answers, *rung.fill):
            refers(("rungs", at, "fill"), name, "questions")
        for name, part in rung.fill.items():
            if part not in _PARTS:
                row.fault(("rungs", at, "fill", name), f"a case has no {part}")


def _refers(row: Row, rows: Rows, place: Place, name: str, table: str) -> Row | None:
    """The record of a table that is named; that there is none is a fault."""
    found = _ids(rows, table).get(name)
    if found is None:
        row.fault(place, f"there is no {table.removesuffix('s')} {name}")
    return found


def _emergency(row: Row, rows: Rows) -> None:
    """What `sos` answers shows the card and leads to an emergency route."""
    roles: model.Roles = row.value
    place = ("emergency", "situation")
    if not _refers(row, rows, place, roles.emergency.situation, "situations"):
        return
    known = check_paths.flow(rows)
    for name in roles.emergency.when:
        if name not in known.values:
            row.fault(("emergency", "when"), f"there is no {name}")
            return
    lane: check_paths.Goals = [(roles.questions.situation, (roles.emergency.situation,))]
    if not check_paths.leads([*lane, *roles.emergency.when.items()], known):
        row.fault(("emergency", "when"), "sos is no emergency by this condition")
    routes = [item for item in rows.get("routes", ()) if item.value.emergency]
    if not any(check_paths.leads([*lane, *item.value.when.items()], known) for item in routes):
        row.fault(place, "sos leads to no emergency route")


def _choices(rows: Rows) -> None:
    """Each list has something to choose from."""
    lists = {
        name
        for row in rows.get("roles", ())
        for name in (
            *(row.value.questions.topic, row.value.questions.situation),
            *(row.value.questions.attachments, row.value.questions.wants),
        )
    }
    for row in rows.get("questions", ()):
        kind = row.value.kind
        none = kind is model.Asks.NETWORK and not rows.get("networks")
        choosing = kind in (model.Asks.CHOICE, model.Asks.SEVERAL) and row.id not in lists
        if none or (choosing and not row.value.options):
            row.fault((), "there is nothing to choose from")
        for at, option in enumerate(row.value.options):
            if option.becomes:
                _refers(row, rows, ("options", at, "becomes"), option.becomes, "situations")


def _mailbox(row: Row) -> None:
    """Drafts of mails go there."""
    if not _ADDRESS.fullmatch(row.value.address or ""):
        row.fault(("address",), _WANTED)
    if row.value.existence is not model.Existence.EXISTS:
        row.fault(("existence",), "mails go there: write exists")
    if row.value.public:
        row.fault(("public",), "a mailbox is not public")


def words_of_kinds(rows: Rows, sheets: _Sheets) -> None:
    """Every kind that the program names has its words."""
    there = _ids(rows, "interface")
    for first, kinds in KINDS_WITH_WORDS.items():
        for kind in kinds:
            if (name := f"{first}-{kind}") not in there:
                sheets["interface"].fault((), f"missing text {name}")


def _own_words(rows: Rows, sheets: _Sheets) -> None:
    """The words of the program and the frame of its texts are those that it knows, with values that
    it can fill in. A word that is absent is the shipped one; an absent part of the frame is not."""
    words = _not_shipped(rows.get("interface", ()))
    if words:
        _known_words(words, shipped().interface)
    frames = _not_shipped(rows.get("frame", ()))
    if frames:
        frame = shipped().table("frame")
        _known_words(frames, frame)
        for name in frame.keys() - _ids(rows, "frame").keys():
            sheets["letter"].fault(("frame",), f"missing key {name}")


def _not_shipped(rows: Iterable[Row]) -> list[Row]:
    rows, shipped_folder = [*rows], bundled()
    files = {row.sheet.path for row in rows}
    own = {path for path in files if shipped_folder not in path.parents}
    return [row for row in rows if row.sheet.path in own]


def _known_words(found: Iterable[Row], shipped_texts: Mapping[str, model.Text]) -> None:
    for row in found:
        if row.id not in shipped_texts:
            row.fault((), "the program has no text of this name")
            continue
        names = model.placeholders(shipped_texts[row.id].en)
        for name in dict.fromkeys(model.placeholders(row.value.en)):
            if name not in names:
                row.fault((), f"nothing provides ${name}")


def _limits(rows: Rows) -> None:
    """A fact that something counts with states a time first."""
    facts = _ids(rows, "facts")
    for table, fields in (("derived", ("limit",)), ("routes", ("until", "answer_by", "then_by"))):
        for row, field in product(rows.get(table, ()), fields):
            fact = facts.get(getattr(row.value, field) or "")
            names = getattr(row.value, "compute", None) is model.Compute.NAMED
            if fact and not names and not _states_time(fact.value):
                says = f"{row.id} counts with the first figure: write 12 hours, 5 days or"
                fact.fault(("figures",), f"{says} 3 working days")


def _states_time(fact: model.Fact) -> bool:
    try:
        read_limit(fact.figures[0])
    except (IndexError, ValueError):
        return False
    return True


def _official(rows: Rows) -> None:
    """A domain and a mail address are written as `verify` looks them up."""
    for row in rows.get("official", ()):
        platform, contact = row.value.platform, row.value.contact
        if platform not in _PLATFORMS:
            what, listed = shown(platform), ", ".join(_PLATFORMS)
            row.fault(("platform",), f"{what} is not one of: {listed}")
        if platform == "domain" and not _DOMAIN.fullmatch(contact):
            row.fault(("contact",), "write the bare domain")
        if platform == "email" and not _ADDRESS.fullmatch(contact):
            row.fault(("contact",), _WANTED)
