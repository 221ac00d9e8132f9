"""What the first words mean, on an invented shop: situations, structure, facts."""

import json
from datetime import UTC, datetime
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bfx_help import content
from bfx_help.interview.clauses import marked
from bfx_help.interview.lexicon import lexicon
from bfx_help.interview.meaning import Understood
from bfx_help.interview.standings import Parts
from bfx_help.interview.understand import understand
from bfx_help.model import Sign
from bfx_help.search import Document, Index, build, in_memory
from tests.tables import each

NOW = datetime(2026, 11, 29, 17, 0, tzinfo=UTC)
SHOP = {
    "order.late": (
        "my parcel has not come for a week",
        "the parcel is late, where is it",
        "still waiting for my bicycle to be delivered",
        "包裹一周了还没送到",
        "自行车怎么还没到货",
        "快递一直没来",
    ),
    "order.broken": (
        "the frame arrived with a crack",
        "my bicycle came with a bent wheel",
        "delivered bicycle is damaged",
        "车架送来就裂了",
        "收到的自行车轮子是弯的",
        "到货就是坏的",
    ),
    "brakes.squeal": (
        "my brakes squeal when it rains",
        "a terrible noise when I brake",
        "刹车吱吱响",
        "一刹车就有怪声",
    ),
    "theft.bicycle": (
        "my bicycle was stolen from the cellar",
        "somebody took my bicycle tonight",
        "自行车在地下室被盗了",
        "我的车被人偷走了",
    ),
    "garage.crooked": (
        "the lamp on the handlebar stays dark",
        "no light at the front of it",
        "前灯不亮",
        "车把上的灯黑着",
    ),
}
SIGNS = (
    Sign("theft", has=("takes",), favours=("theft.bicycle",), emergency=True),
    Sign("no-theft", denies=("stolen",), weakens=("theft.bicycle",), calm=True),
)
WORDS = tuple((name, text) for name, texts in SHOP.items() for text in texts)


@cache
def parts() -> Parts:
    words = lexicon(content.shipped().concepts)
    return Parts(words, SIGNS, frozenset({"order"}), frozenset({"theft.bicycle"}))


@cache
def index() -> Index:
    def document(name: str) -> Document:
        texts = tuple(marked(parts().lexicon, text) for text in SHOP[name])
        return Document(name, name.partition(".")[0], texts)

    elsewhere = Document("weather", None, ("will it rain tomorrow", "明天会下雨吗"))
    return Index(in_memory(build((*map(document, SHOP), elsewhere))))


def heard(text: str) -> Understood:
    return understand(text, parts(), index(), NOW)


@each(("situation", "text"), WORDS)
def test_each_phrasing_leads_to_its_situation(situation: str, text: str) -> None:
    found = heard(text)

    assert situation in (found.situation, *found.likely)
    assert found.situation in (situation, None)
    assert found.topic == situation.partition(".")[0]


FRAMES = (
    "it is not true that {}",
    "I am not saying that {}",
    "support says: {}",
    'they told me "{}"',
    "what if {}",
    "suppose {}",
    "in case {}",
    "我不是说{}",
    "客服说{}",
    "他们说“{}”",
    "如果{}",
    "万一{}",
    "假如{}",
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WORDS), st.sampled_from(FRAMES))
def test_what_is_disclaimed_reported_or_supposed_is_never_sure(
    said: tuple[str, str], frame: str
) -> None:
    found = heard(frame.format(said[1]))

    assert not found.sure
    assert found.situation is None
    assert not found.emergency


def test_a_theft_is_an_emergency_and_a_denied_one_is_not() -> None:
    assert heard("my bicycle was stolen from the cellar").emergency
    denied = heard("my bicycle was not stolen, its brakes squeal when it rains")
    assert not denied.emergency
    assert denied.likely[:1] == ("brakes.squeal",) or denied.situation == "brakes.squeal"


def test_an_unsure_topic_that_asks_first_begins_with_its_own_question() -> None:
    found = heard("something with my bicycle that was delivered")

    assert found.likely[0] == "order.unclear" or found.topic != "order"


@each("text", ["", " ", "?", "。。。。", "hello", "\u200b", "🙏🙏", "¬¬", "{}"])
def test_what_says_nothing_means_nothing(text: str) -> None:
    found = heard(text)

    assert (found.situation, found.sure, found.emergency) == (None, False, False)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_is_answered(text: str) -> None:
    assert json.dumps(heard(text).as_json())


def test_what_is_answered_elsewhere_is_named() -> None:
    assert heard("will it rain tomorrow").elsewhere == "weather"


@each(
    ("text", "facts"),
    [
        ("400 XRP sent 4 days ago", {"asset": "XRP", "amount": "400", "hours": 96}),
        ("ticket 6204418, no answer", {"ticket": "6204418", "contacted": "silent"}),
        ("my TRX is gone", {"asset": "TRX", "amount": None}),
        ("12k usdt over trc20, pending for 2 hours",
         {"asset": "USDT", "amount": "12000", "network": "tron", "hours": 2}),
        ("提了三千u，波场的，一天半了",
         {"asset": "USDT", "amount": "3000", "network": "tron", "hours": 36}),
        ("冲了0.4个比特，6小时没到", {"asset": "BTC", "amount": "0.4", "hours": 6}),
        ("withdrew half a bitcoin 3 days back", {"asset": "BTC", "amount": "0.5", "hours": 72}),
        ("not over TRC20, over ERC20", {"network": "ethereum"}),
        ("登不进去账户", {"login": "unable"}),
        ("I can log in, I see the balance", {"login": "able"}),
        ("客服两天没理我", {"contacted": "silent"}),
        ("support told me to wait", {"contacted": "answered"}),
        ("I have not written to support yet", {"contacted": "no"}),
        ('it shows error: "Invalid order: minimum size"', {"error": "Invalid order: minimum size"}),
        ("order 98765432123 got filled too low", {"order": "98765432123"}),
        ("memo 12345678 was set", {"tag": "12345678"}),
        ("how long does it take, 2 days?", {"contacted": None, "login": None}),
    ],
)  # fmt: skip
def test_facts_are_found_in_running_text(text: str, facts: dict[str, object]) -> None:
    found = heard(text).facts._asdict()

    assert {name: found[name] for name in facts} == facts


def test_the_object_for_programs_has_stable_keys() -> None:
    found = heard("my parcel has not come for a week").as_json()

    assert list(found) == [
        "topic", "situation", "sure", "likely", "emergency", "elsewhere", "because", "facts",
        "also",
    ]  # fmt: skip
    facts = found["facts"]
    assert isinstance(facts, dict)
    assert {"asset", "amount", "network", "txid", "address", "ticket", "order", "hours"} < {*facts}
    assert {"contacted", "login", "withdrawal-id"} < {*facts}
