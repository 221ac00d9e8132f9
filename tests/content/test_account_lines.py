"""Which kinds of lines the shipped words know in an account."""

from bfx_help.interview.account_lines import kinds_by
from bfx_help.model import Own, TextKind
from bfx_help.request.account import LineKind
from tests.compiled import shipped
from tests.content.test_letters import letter
from tests.tables import each


@each(
    ("line", "kind"),
    [
        ("Please tell me which page takes the photo.", LineKind.REQUEST),
        ("Can the 0.95 BTC be traced, and who pays for it?", LineKind.REQUEST),
        ("请书面确认这笔提现已取消", LineKind.REQUEST),
        ("Please help me, I am desperate", LineKind.FEELING),
        ('The robot wrote "Please wait for 3 days" and closed.', LineKind.CONTACT),
        ("27 Nov 13:30 live chat, a human; no ticket number", LineKind.CONTACT),
        ("12 Nov 14:00 ticket 1319774 was set to Solved.", LineKind.CONTACT),
        ("11月25日在线客服让我等", LineKind.CONTACT),
        ("28 Nov I opened a ticket at OKX", LineKind.OTHER),
        ("my bank opened a ticket for the wire", LineKind.OTHER),
        ("I don't know whether it was sent.", LineKind.OTHER),
        ("I can sign a message with the sending address.", LineKind.OFFER),
        ("Please do not laugh at me, I am ashamed.", LineKind.FEELING),
        ("My account has Full verification since 2020", LineKind.HOLDER),
        ("He used Bitfinex with full verification", LineKind.OTHER),
        ("I can type my 2FA code here if you want", LineKind.SECRET),
        ("I can send the bank's letter.", LineKind.OFFER),
    ],
)
def test_a_line_is_known_by_how_it_is_said(line: str, kind: LineKind) -> None:
    assert kinds_by(shipped())(line) is kind


def test_the_report_to_the_police_holds_no_secret_and_asks_nothing_of_support() -> None:
    happened = "29 Nov: a mail said that my password was changed."
    lines = ("I can give you my 2FA code and the password.", "Please put my e-mail back to mine.")
    answers = {
        "situation": "security.losing",
        "em-login": "able",
        "em-left": "1.2 BTC",
        "story": "\n".join((happened, *lines)),
    }
    written = letter({name: Own(value) for name, value in answers.items()})
    assert written is not None
    report = "\n".join(line.en for line in written.texts[TextKind.POLICE])
    assert "a mail said that my password was changed" in report
    assert not [line for line in lines if line in report]


def test_an_id_in_the_field_of_an_amount_is_stated_as_none() -> None:
    said = {"situation": "withdrawal.processing", "wd-amount": "23240518"}
    written = letter({name: Own(value) for name, value in said.items()})
    assert written is not None
    assert "23240518" not in f"{written.subject.en} {written.sections[0].lines}"
    assert any("23240518" in line.en for section in written.sections for line in section.lines)
