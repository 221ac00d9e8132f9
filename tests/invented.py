"""A small invented help desk: two topics, one time gate, one emergency."""

from bfx_help.model import (
    Asks,
    Case,
    Compute,
    Confidence,
    Derived,
    Fact,
    Line,
    Option,
    Part,
    Question,
    Questionnaire,
    Requests,
    Route,
    Routes,
    Script,
    Template,
    Text,
    When,
)


def text(words: str) -> Text:
    return Text(words, f"中{words}")


def question(
    name: str, kind: Asks = Asks.CHOICE, when: When | None = None, **more: object
) -> Question:
    options = tuple(Option(one, text(one)) for one in str(more.pop("options", "")).split())
    base = Question(name, kind, text(f"{name}?"), text(name), text("why"), text("where"), 0)
    return base._replace(when=when or {}, options=options, **more)  # type: ignore[arg-type]


def route(name: str, when: When | None = None, **more: object) -> Route:
    base = Route(name, "ticket", "mail", text("because"), text("avoid"), text("next"), ("limit",))
    return base._replace(when=when or {}, **more)  # type: ignore[arg-type]


QUESTIONNAIRE = Questionnaire(
    questions=(
        question("topic", options="parcel letter"),
        question("status", when={"topic": ("parcel",)}, options="sent lost stolen"),
        question("since", Asks.TIME, when={"status": ("sent",)}),
        question("urgent", when={"danger": ("no",)}, options="yes no"),
        question("number", Asks.ID),
        question("street", Asks.TEXT, when={"number": ("unknown",)}, sensitivity=2),
        question("colour", Asks.TEXT, public=True, needed=False),
        question("news", Asks.TEXT, always_in=Part.FOLLOW_UP),
        question("files", Asks.SEVERAL, always_in=Part.REVIEW),
    ),
    derived=(
        Derived("age", Compute.AGE, of="since", limit="limit"),
        Derived(
            "danger",
            Compute.CASES,
            cases=(
                Case({"status": ("stolen",)}, "yes"),
                Case({"topic": ("parcel",)}, "no"),
            ),
        ),
    ),
)
FACTS = {"limit": Fact("limit", text("12 hours"), ("s",), Confidence.HIGH, figures=("12 hours",))}
ROUTES = Routes(
    routes=(
        route("emergency", {"danger": ("yes",)}, emergency=True, script=Script.ALERT),
        route("wait", {"age": ("under",)}, channel="wait", since="since", until="limit"),
        route("chat", {"urgent": ("yes",)}, channel="chat"),
        route("ticket"),
    ),
    findings=(),
)
FRAME: tuple[str, ...] = (
    "greeting",
    "closing",
    "wants",
    "facts",
    "new",
    "words",
    "checked",
    "attached",
    "read",
)
FRAME += ("unknown", "blank", "none", "ask-further")
REQUESTS = Requests(
    templates=(
        Template(
            "any",
            subject=(
                Line(text("[Post]")),
                Line(text("number $number")),
                Line(text("since $since-age")),
            ),
            wants=(Line(text("Find it.")), Line(text("Now."), {"urgent": ("yes",)})),
            fields=("status", "since", "number", "street", "colour"),
            facts=("limit",),
            checked=(Line(text("It was sent."), {"status": ("sent",)}),),
            chat=(Line(text("Parcel $number.")), Line(text("x" * 285)), Line(text("Where?"))),
            public=(Line(text("It is $colour.")), Line(text("Number $number."))),
            attach=("receipt",),
            new=("number",),
        ),
    ),
    frame={name: text(name) for name in FRAME}
    | {
        "subject": text("Subject: $subject"),
        "follow-up": text("about $ticket"),
        "follow-up-mail": text("about $news"),
        "follow-up-subject": text("again $ticket"),
        "follow-up-subject-mail": text("again"),
    },
)
