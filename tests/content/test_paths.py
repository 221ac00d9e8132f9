"""Every path of the shipped content leads somewhere that the person can go."""

from bfx_help.interview.step import first_wants, recommend, step
from bfx_help.model import Existence, Own, TextKind
from tests.compiled import shipped
from tests.content.paths import NOW, all_paths, paths, start
from tests.tables import each

PROMPTS_TO_VERDICT = 5
"""First words, what was understood, and the questions; the list at the verdict is the last."""


def test_every_path_ends_at_a_channel_that_exists() -> None:
    for name, answers, _, found in all_paths():
        route = found.route
        for channel in (route.channel, route.fallback):
            existence = shipped().channels[channel].existence
            assert existence is not Existence.NONE, (name, dict(answers), channel)


def test_every_route_fires_on_some_path() -> None:
    fired = {found.route.id for *_, found in all_paths()}
    assert {route.id for route in shipped().routes.routes} - fired == set()


def test_a_verdict_shows_at_most_three_findings() -> None:
    for name, answers, _, found in all_paths():
        assert len(found.findings) <= 3, (name, dict(answers), [each.id for each in found.findings])


def test_every_wait_has_an_end() -> None:
    for route in shipped().routes.routes:
        if route.channel == "wait":
            assert route.since, route.id
            assert route.until, route.id


def test_nobody_who_cannot_log_in_is_sent_where_a_login_is_needed() -> None:
    for name, answers, state, found in all_paths():
        if state.values.get("login") == "unable":
            route = found.route
            assert route.channel != "live-chat", (name, dict(answers))


def test_what_can_still_be_stopped_never_waits() -> None:
    for name, answers, state, found in all_paths():
        situation = state.situation
        if situation and situation.id == "withdrawal.wrong-address":
            assert found.route.channel != "wait", (name, dict(answers))


@each(
    ("amount", "shown"), [("3000 EUR", True), ("3000 USD", False), ("3000", False), (None, False)]
)
def test_a_rule_of_certain_currencies_stands_for_those_alone(
    amount: str | None, shown: bool
) -> None:
    wired = {"dep-wire-amount": Own(amount)} if amount else {}
    state = step(shipped(), {**start("deposit.wire-late"), **wired}, NOW)
    found = {finding.id for finding in recommend(shipped(), state).findings}
    assert ("deposit-wire-levels" in found) is shown


@each(("name", "value"), [("acc-has-open", "margin"), ("acc-positions", "short 2 BTC")])
def test_a_position_is_open_by_either_answer(name: str, value: str) -> None:
    state = step(shipped(), {**start("account.locked"), name: Own(value)}, NOW)
    assert state.values["acc-open"] == "yes"
    assert "acc-lock-positions" in first_wants(shipped(), state)


@each("value", ["nothing", None])
def test_no_position_is_open_before_one_is_named(value: str | None) -> None:
    said = {"acc-has-open": Own(value)} if value else {}
    state = step(shipped(), {**start("account.locked"), **said}, NOW)
    assert "acc-lock-positions" not in first_wants(shipped(), state)


def test_an_emergency_needs_few_questions() -> None:
    roles = shipped().roles
    for name, answers, state, found in all_paths():
        if state.emergency:
            assert found.route.emergency, (name, dict(answers))
            asked = (answers.keys() & state.values.keys()) - {
                *(roles.questions.topic, roles.questions.situation)
            }
            assert len(asked) <= 3, (name, dict(answers))


@each("name", sorted(shipped().situations))
def test_a_verdict_stands_after_few_prompts(name: str) -> None:
    roles = shipped().roles.questions
    most = max(
        len(answers.keys() - {roles.topic, roles.situation})
        for answers, state in paths(name)
        if state.situation == shipped().situations[name]
    )
    assert most + 2 <= PROMPTS_TO_VERDICT  # the first words, and what was understood


def test_every_text_that_a_route_leads_to_can_be_written() -> None:
    for name, answers, state, found in all_paths():
        route = found.route
        situation = state.situation
        assert situation is not None
        if route.text is TextKind.OTHER_PARTY:
            texts = shipped().letters.texts
            names = {situation.id, situation.topic}
            assert any(
                text.kind is TextKind.OTHER_PARTY and (not text.for_ or names & set(text.for_))
                for text in texts
            ), (name, dict(answers))


def test_every_topic_ends_with_what_fits_none_of_its_situations() -> None:
    for topic in shipped().topics:
        names = [item.id for item in shipped().situations.values() if item.topic == topic]
        assert names[-1] == f"{topic}.{shipped().roles.own_account}"


def test_sos_is_an_emergency() -> None:
    situation = shipped().roles.emergency.situation
    assert step(shipped(), start(situation), NOW).emergency
