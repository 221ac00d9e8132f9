"""What the program itself needs of a folder: the ids it knows by name, and what it counts with.

What is told here would otherwise be missed in the midst of a conversation.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bfx_help.answers.limits import read_limit
from bfx_help.content import paths
from bfx_help.content.decode import Sheet
from bfx_help.content.folder import bundled
from bfx_help.content.library import shipped
from bfx_help.content.sheets import Row, Rows
from bfx_help.content.tables import kinds_of
from bfx_help.model import Asks, Existence, Fact, Platform, Text, When, placeholders


class Need(NamedTuple):
    """A record that must be there, and what for."""

    table: str
    id: str
    why: Text


NEEDS = (
    Need("questions", "words", Text("every conversation begins with it", "对话从它开始")),
    Need("questions", "topic", Text("it asks which topic it is", "它问的是哪个主题")),
    Need("questions", "sec-kind", Text("the emergency lane begins with it", "紧急通道从它开始")),
    Need("derived", "danger", Text("where it is yes, the card is shown", "值为 yes 时显示紧急卡")),
    Need("topics", "contact", Text("general questions belong to it", "一般问题归到它")),
    Need("topics", "security", Text("the emergency lane belongs to it", "紧急通道属于它")),
    Need("channels", "email", Text("drafts of mails are sent to it", "邮件草稿发到这里")),
    Need("lists", "general", Text("every checklist begins with it", "每份清单都从它开始")),
)
"""What the program knows by its id."""

KINDS = {"words": Asks.TEXT, "topic": Asks.CHOICE, "attachments": Asks.SEVERAL}
"""How the questions are answered that the program treats in its own way."""

EMERGENCY: When = {"topic": ("security",), "sec-kind": ("losing",)}
"""The answers that `sos` and the key for emergencies give."""

INTERVALS = (
    "practice-follow-up-3-working-days",
    "practice-emergency-looks",
    "complaint-formal",
    "complaint-outside",
)
"""The facts by which the log of cases dates the next step, where they are there."""

_LISTED = ("topic", "attachments")
"""Questions whose options stand in a list of their own."""

_ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_WANTED = Text("a mail address is wanted here", "这里应是邮箱地址")
_DOMAIN = re.compile(r"[^\s@/:?#]+\.[^\s@/:?#]+")

_Sheets = Mapping[str, Sheet]
"""The first file of each name."""


def check(rows: Rows, sheets: _Sheets) -> None:
    """Notes what the program needs and does not find."""
    for need in NEEDS:
        if need.id not in _by_id(rows, need.table):
            says = Text(f"missing id {need.id}: {need.why.en}", f"缺少 id {need.id}：{need.why.zh}")
            sheets[kinds_of(need.table)[-1]].fault((need.table,), says)
    _questions(rows)
    _emergency(rows, sheets)
    _templates(rows)
    _channels(rows)
    _own_words(rows, sheets)
    _limits(rows)
    _official(rows)


def _by_id(rows: Rows, table: str) -> dict[str, Row]:
    return {row.id: row for row in rows.get(table, ())}


def _questions(rows: Rows) -> None:
    """Each is answered in the way that the program expects, and has something to choose from."""
    for row in rows.get("questions", ()):
        kind = KINDS.get(row.id, row.value.kind)
        if row.value.kind is not kind:
            row.fault(("kind",), Text(f"{row.id} must be of kind {kind}", f"{row.id} 须为 {kind}"))
        choosing = kind in (Asks.CHOICE, Asks.SEVERAL) and row.id not in _LISTED
        none = kind is Asks.NETWORK and not rows.get("networks")
        if none or (choosing and not row.value.options):
            row.fault((), Text("there is nothing to choose from", "没有可选的选项"))


def _emergency(rows: Rows, sheets: _Sheets) -> None:
    """What `sos` answers is one of the options, shows the card and leads to an emergency route."""
    derived, known = _by_id(rows, "derived"), paths.flow(rows)
    if not EMERGENCY.keys() <= known.questions.keys() or "danger" not in derived:
        return  # told already
    lane = [*EMERGENCY.items()]
    if not paths.leads([*lane, ("danger", ("yes",))], known):
        says = Text(
            "sos answers sec-kind with losing in the topic security; danger is never yes then",
            "sos 会选主题 security、sec-kind 选 losing；这时 danger 不会是 yes",
        )
        derived["danger"].fault((), says)
    routes = [row for row in rows.get("routes", ()) if row.value.emergency]
    if not any(paths.leads([*lane, *row.value.when.items()], known) for row in routes):
        says = Text(
            "sos leads to no route with emergency: yes", "sos 走不到任何 emergency: yes 的路线"
        )
        sheets["routes"].fault(("routes",), says)


def _templates(rows: Rows) -> None:
    """What belongs to attachments and to a second text is there."""
    questions, channels = _by_id(rows, "questions"), _by_id(rows, "channels")
    for row in rows.get("templates", ()):
        if row.value.attach and "attachments" not in questions:
            says = Text("this needs a question attachments", "这里需要问题 attachments")
            row.fault(("attach",), says)
        if row.value.then and "ticket" not in channels:
            says = Text("this needs a channel ticket", "这里需要渠道 ticket")
            row.fault(("then",), says)


def _channels(rows: Rows) -> None:
    """Each tells a way there; mail can be sent."""
    for row in rows.get("channels", ()):
        if not row.value.reach:
            row.fault(("reach",), Text("no way there is told", "没有写怎么联系"))
        if row.id != "email":
            continue
        if not _ADDRESS.fullmatch(row.value.address or ""):
            row.fault(("address",), _WANTED)
        if row.value.existence is not Existence.EXISTS:
            says = Text("drafts of mails go there: write exists", "邮件草稿发到这里：请写 exists")
            row.fault(("existence",), says)
        if row.value.public:
            row.fault(("public",), Text("a mailbox is not public", "邮箱不是公开的"))


def _own_words(rows: Rows, sheets: _Sheets) -> None:
    """The words of the program and the frame of its texts are those that it knows, with values that
    it can fill in. A word that is absent is the shipped one; an absent part of the frame is not."""
    words = [row for row in rows.get("interface", ()) if row.sheet.path.parent != bundled()]
    if words:
        _known_words(words, shipped().interface)
    if sheets["letter"].path.parent != bundled():
        frame = shipped().requests.frame
        _known_words(rows.get("frame", ()), frame)
        for name in frame.keys() - _by_id(rows, "frame").keys():
            sheets["letter"].fault(("frame",), Text(f"missing key {name}", f"缺少键 {name}"))


def _known_words(found: Iterable[Row], there: Mapping[str, Text]) -> None:
    for row in found:
        if row.id not in there:
            says = Text("the program has no text of this name", "程序没有这个名称的文字")
            row.fault((), says)
            continue
        names = placeholders(there[row.id].en)
        for name in dict.fromkeys(placeholders(row.value.en)):
            if name not in names:
                row.fault((), Text(f"nothing provides ${name}", f"没有内容能填入 ${name}"))


def _limits(rows: Rows) -> None:
    """A fact that something counts with states a time first."""
    facts = _by_id(rows, "facts")
    for user, name in _counted(rows):
        if name in facts and not _states_time(facts[name].value):
            says = Text(
                f"{user} counts with the first figure: write 12 hours, 5 days or 3 working days",
                f"{user} 按第一个数字计时：请写成 12 hours、5 days 或 3 working days",
            )
            facts[name].fault(("figures",), says)


def _states_time(fact: Fact) -> bool:
    try:
        read_limit(fact.figures[0])
    except (IndexError, ValueError):
        return False
    return True


def _counted(rows: Rows) -> Iterator[tuple[str, str]]:
    """What counts with a fact, and which."""
    fields: dict[str, tuple[str, ...]] = {
        "derived": ("limit",),
        "routes": ("until", "answer_by", "then_by"),
    }
    for table, names in fields.items():
        for row in rows.get(table, ()):
            yield from ((row.id, value) for name in names if (value := getattr(row.value, name)))
    yield from (("case", name) for name in INTERVALS)


def _official(rows: Rows) -> None:
    """A domain and a mail address are written as `verify` looks them up."""
    for row in rows.get("official", ()):
        platform, contact = row.value.platform, row.value.contact
        if platform is Platform.DOMAIN and not _DOMAIN.fullmatch(contact):
            row.fault(("contact",), Text("write the bare domain", "请只写域名"))
        if platform is Platform.EMAIL and not _ADDRESS.fullmatch(contact):
            row.fault(("contact",), _WANTED)
