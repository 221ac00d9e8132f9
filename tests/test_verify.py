"""What `verify` decides: official by the list alone, imitations by rules, the rest unknown."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bfx_help import content
from bfx_help.model import Official, Status, Text
from bfx_help.verify import contacts, judge, verify

SHIPPED = tuple(content.shipped().official.values())


@pytest.mark.parametrize(
    "text",
    [
        "bitfinex.com",
        "BITFINEX.COM.",
        "https://www.bitfinex.com:443/mobile-trading/?lang=zh#top",
        "//support.bitfinex.com/hc/zh-cn",
        "wss://api.bitfinex.com/ws/2",
        "hxxps://support[.]bitfinex[.]com",
        "“https://blog.bitfinex.com”。",
        "官网：https://www.bitfinex.com",
        "please look at bitfinex.com!",
        "some.new.host.bitfinex.com",
        "leo.bitfinex.com",
        "Support@Bitfinex.com",
        "support (at) bitfinex (dot) com",
        '"Bitfinex" <no-reply@bitfinex.com>',
        "mailto:compliance@bitfinex.com?subject=KYC",
        "@Bitfinex",
        "x.com/bitfinex",
        "https://telegram.me/bitfinex",
        "tg://resolve?domain=bitfinex",
        "Telegram: @bitfinex",
        "r/bitfinex",
        "https://github.com/bitfinexcom/bfx-hf-ui",
        "https://apps.apple.com/tr/app/bitfinex/id1436383182",
    ],
)
def test_what_is_on_the_list_is_official_in_any_dress(text: str) -> None:
    assert verify(text).verdict == "official"


IMITATIONS = {
    "another ending": ["bitfinex.trade", "www.bitfinex.com.hk", "https://bitfinex.money/login"],
    "added words": ["bitfinex-desk.com", "thebitfinexers.net", "kyc-bitfinex-kyc.top"],
    "in front": ["bitfinex.com.session-check.info", "login.bitfinex.surge.sh", "bitfinex.t.co.uk"],
    "spread": ["bit-fi-nex.org", "bitfin.ex.capital", "b.itf.inex.co"],
    "typing": ["bittfinexx.com", "bitfniex.io", "btfinx.vip", "help-bitfinx.com", "vipbitfinxe.cc"],
    "look-alike letters": ["b1tf1nex.live", "8ltflnex.com", "bitfiпех.com", "bítfíñéx.com"],
    "sounds": ["bitphinecks.com", "битфинекс.com"],
    "punycode": ["xn--btfinex-9va.com", "desk." + "bitfînėx.vip".encode("idna").decode()],
    "user name": ["https://www.bitfinex.com@203.0.113.9/", "https://bitfinex.com:x@a.example/b"],
    "encoded": ["https://bitf%69nex.com", "https://bitfinex.com%2Fa.example"],
    "not a slash": ["https://bitfinex.com⁄a.example", "https://bitfinex.com＃.a.example"],
    "full width": ["https://ｂｉｔｆｉｎｅｘ.com", "bitfinex.com．a.example"],
    "hidden": ["bit\u200bfinex.com", "bitfinex\u00ad.com", "bitfinex.com\n.a.example"],
    "shown": ["[bitfinex.com](https://a.example)", '<a href="http://a.example">bitfinex.com</a>'],
    "page": ["https://sites.google.com/view/bitfinex-wallet-app", "https://bit.ly/bitfinex-claim"],
    "mail": ["desk@bitfinex.mobi", "bitfinexdesk@gmail.com", "Bitfinex Desk <a@b.example>"],
    "two addresses": ['"support@bitfinex.com" <desk@a.example>', "support@bitfinex.com@a.example"],
    "handle": ["@Bitfinex_Desk", "@bltfinex_", "bitfinex_desk", "@bitfinехhelp", "@bitfinex.vip"],
    "profile": [
        "t.me/s/bitfinexdesk",
        "https://instagram.com/bitf.inex",
        "fb.com/groups/bitfinexvip",
    ],
    "app": ["https://play.google.com/store/apps/details?id=io.bitfinex.pro"],
    "messenger": [
        "微信：bitfinex",
        "加QQ bitfinex66",
        "line id: bitfinexjp",
        "discord.gg/bitfinex",
    ],
}


@pytest.mark.parametrize("text", [text for texts in IMITATIONS.values() for text in texts])
def test_an_imitation_is_named_with_what_it_imitates(text: str) -> None:
    verdict = verify(text)
    assert verdict.verdict == "imitation"
    assert verdict.of
    assert "bitfinex" in verdict.of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "good morning",
        "bitfinex",
        "1436383182.5",
        "finex.example",
        "bitunix.com",
        "bitforex.com",
        "infinex.xyz",
        "www.bitfenix.com",
        "@bitfinexed",
        "@bitfury",
        "bitfinextr.com",
        "https://www.bitfinex.com.tr/x",
        "bfx.fi",
        "@bitfinextr",
        "security@bitfinex.com",
        "lawenforcement@bitfinex.com",
        "me+bitfinex@mail.example",
        "https://zh.wikipedia.org/wiki/Bitfinex",
        "https://www.trustpilot.com/review/bitfinex.com",
        "https://github.com/ccxt/ccxt/issues?q=bitfinex",
        "https://x.com/search?q=bitfinex",
        "https://x.com/bitfinex/status/1",
        "https://www.reddit.com/r/bitfinex/comments/a/b",
        "https://tiktok.com/@bitfinex",
        "https://t.me/+abcdefgh",
        "https://wa.me/15550100",
        "+1 (555) 010-0123",
        "tel:400-000-0000",
        "https://bitfinex。com",
        "https://a@bitfinex.com/",
        "ftp://bitfinex.com",
        "javascript:'//bitfinex.com'",
        "\u200bbitfinex.com",
        "bitfinex.com a.example",
        '"desk@a.example" <support@bitfinex.com>',
        "support@bitfinex.com, desk@a.example",
        "mailto:support@bitfinex.com?bcc=desk@a.example",
    ],
)
def test_what_is_not_listed_and_imitates_nobody_is_unknown(text: str) -> None:
    assert verify(text).verdict == "unknown"


def test_a_mail_from_the_right_address_may_be_forged() -> None:
    assert any(
        "forged" in reason.en and "伪造" in reason.zh
        for reason in verify("support@bitfinex.com").reasons
    )


def test_an_unconfirmed_host_under_the_right_domain_is_noted() -> None:
    assert any("not confirmed" in reason.en for reason in verify("cs.bitfinex.com").reasons)


def test_the_whole_list_gets_its_own_status() -> None:
    wanted = {"official": "official", "unconfirmed": "unknown", "other": "unknown"}
    for entry in SHIPPED:
        if entry.platform == "android":
            contact = f"https://play.google.com/store/apps/details?id={entry.contact}"
        elif entry.platform == "ios":
            contact = f"https://apps.apple.com/app/{entry.contact}"
        else:
            contact = entry.contact
        below = entry.platform == "domain" and entry.contact.endswith(".bitfinex.com")
        assert verify(contact).verdict == ("official" if below else wanted[entry.status]), contact


@pytest.mark.parametrize("text", [text for texts in IMITATIONS.values() for text in texts])
def test_reasons_never_promise_and_never_link_to_an_imitation(text: str) -> None:
    verdict = verify(text)
    for reason in verdict.reasons:
        assert reason.en
        assert reason.zh
        assert not re.search(r"\bsafe\b", reason.en)
        assert "安全" not in reason.zh
        for link in re.findall(r"[\w-]+(?:\.[\w-]+)+(?:/\w+)?", reason.en):
            assert verify(link).verdict == "official", reason.en


def test_contacts_of_a_message() -> None:
    message = (
        "【通知】您的账户异常，请打开https://bitfinex-desk.com/kyc处理，或联系support@bitfinex.com。"
        "微信：bfx_desk01，QQ群 100200300，电话 400-000-0000。Telegram: @bitfinex_desk\n"
        "From: Bitfinex Desk <desk@a.example>, see r/bitfinex, t.me/bitfinex and www.a.example/x.\n"
        "Order 1234567890 of 2026-11-22 16:05, 0.5 BTC, e.g. v1.2.3 in notes.txt"
    )
    assert contacts(message) == (
        "https://bitfinex-desk.com/kyc",
        "support@bitfinex.com",
        "微信：bfx_desk01",
        "QQ群 100200300",
        "400-000-0000",
        "Telegram: @bitfinex_desk",
        "Bitfinex Desk <desk@a.example>",
        "r/bitfinex",
        "t.me/bitfinex",
        "www.a.example/x",
    )
    assert [verdict.verdict for verdict in judge(message)] == [
        "imitation",
        "official",
        "unknown",
        "unknown",
        "unknown",
        "imitation",
        "imitation",
        "official",
        "official",
        "unknown",
    ]


def test_any_list_of_contacts_will_do() -> None:
    nothing = Text("", "")
    listed = (Official("a", "domain", "kestrelbank.example", Status.OFFICIAL, nothing, ()),)
    verdicts = {
        text: verify(text, listed).verdict
        for text in ("www.kestrelbank.example", "kestre1bank.example", "bitfinex.com")
    }
    assert list(verdicts.values()) == ["official", "imitation", "unknown"]


DOMAINS = [one.contact for one in SHIPPED if one.platform == "domain" and one.status == "official"]


@given(
    st.sampled_from(DOMAINS),
    st.sampled_from(["", "https://", "http://", "hxxps://", "HTTPS://"]),
    st.sampled_from(["", ".", "/", ":443", "/login?next=/a#b", "."]),
    st.sampled_from(["{}", " {}\n", "<{}>", "({})", "“{}”", "'{}',", "【{}】。", "**{}**"]),
    st.booleans(),
)
def test_decorations_do_not_matter(
    domain: str, scheme: str, rest: str, around: str, upper: bool
) -> None:
    host = domain.upper() if upper else domain
    assert verify(around.format(scheme + host + rest)).verdict == "official"


@given(
    st.integers(1, 11),
    st.characters(categories=None) | st.sampled_from(".-/\\@:%?#[]()<>\n\t\u200b。．∕"),
    st.integers(0, 1),
    st.sampled_from(["", "https://", "support@"]),
)
def test_a_changed_character_is_never_official(at: int, put: str, cut: int, front: str) -> None:
    right = "bitfinex.com"
    changed = right[:at] + put + right[at + cut :]
    assume(changed.lower() != right)
    assert verify(front + changed).verdict != "official"


@given(st.text(st.characters(categories=None) | st.sampled_from("@.:/<>[]()+微信qQ12\u202e")))
def test_no_text_breaks_it_or_is_official(text: str) -> None:
    assert verify(text).verdict != "official"
    assert all(verdict.input in text for verdict in judge(text))
