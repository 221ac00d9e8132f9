"""What `verify` decides: official by the list alone, imitations by rules, the rest unknown."""

import re
from functools import partial

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bfx_help import verify as package
from bfx_help.content import Content
from bfx_help.model import Official, Reason, Status, Text, Verdict, fill
from bfx_help.verify import contacts, reasons
from tests.compiled import shipped
from tests.tables import each

SHIPPED = tuple(shipped().official.values())
verify = partial(package.verify, content=shipped())
judge = partial(package.judge, content=shipped())


@each(
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
        "com.bitfinex.mobileapp",
        "https://github.com/bitfinexcom/bfx-hf-ui/releases/latest",
        "https://medium.com/bitfinex/an-article",
        "https://x.com/intent/follow?screen_name=bitfinex",
        "Instagram: bitfinex",
        "电报：@bitfinex",
        "请打开https://www.bitfinex.com登录",
        "客服邮箱是support@bitfinex.com。",
        "www.bitfinex.com, support@bitfinex.com",
        "[the help centre](https://support.bitfinex.com/hc)",
        "[www.bitfinex.com](https://www.bitfinex.com/login)",
        "https://support.bitfinex.com/hc/signin?return_to=https%3A%2F%2Fwww.bitfinex.com",
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
    "shown": [
        "[bitfinex.com](https://a.example)",
        '<a href="http://a.example"><b>bitfinex.com</b></a>',
        "www.bitfinex.com <https://a.example/login>",
    ],
    "sent on": [
        "https://a.example/?u=https%3A%2F%2Fbitfinex-desk.com",
        "https://www.youtube.com/redirect?q=https://bitfinex.money/x",
    ],
    "spelt out": ["请打开 bitfinex点money 领取"],
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
        "Bitfinex_Desk on Telegram",
        "加QQ bitfinex66",
        "line id: bitfinexjp",
        "discord.gg/bitfinex",
    ],
}


@each("text", [text for texts in IMITATIONS.values() for text in texts])
def test_an_imitation_is_named_with_what_it_imitates(text: str) -> None:
    verdict = verify(text)
    assert verdict.verdict == "imitation"
    assert verdict.of
    assert "bitfinex" in verdict.of


@each(
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
        "https://t.me/bitfinex/4412",
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


@each(
    "text",
    [
        "https://x.com/a_name?screen_name=bitfinex",
        "https://t.me/a_name?domain=bitfinex",
        "tg://resolve?domain=a_name&domain=bitfinex",
        "https://x.com/bitfinex/../a_name",
        "https://t.me/bitfinex/%2e%2e/a_name",
        "https://x.com/add/bitfinex",
        "https://instagram.com/p/bitfinex",
        "https://www.facebook.com/groups/bitfinex1",
        "https://medium.com/@bitfinex",
        "https://en.medium.com/bitfinex",
        "https://chat.t.me/bitfinex",
        "https://facebook.com/bitfinex1/posts/1",
        "https://github.com/bitfinexcom/bfx-hf-ui/files/1/a.zip",
        "https://github.com/bitfinexcom/bfx-hf-ui/tree/0123abc",
        "https://play.google.com/url?q=https://a.example&id=com.bitfinex.mobileapp",
        "https://play.google.com/store/apps/details?id=com.bitfinex.mobileapp&id=example.a",
        "https://apps.apple.com/us/developer/a/id1436383182",
        "TikTok: @bitfinex",
        "@bitfinex on Discord",
        "微博 @bitfinex",
        "@bitfinex.com",
    ],
)
def test_the_name_of_an_account_at_another_place_is_not_official(text: str) -> None:
    assert verify(text).verdict != "official"


@each(
    "text",
    [
        "https://www.bitfinex.com/login?next=https://a.example",
        "https://www.bitfinex.com/login?next=%252F%252Fa.example",
        "https://www.bitfinex.com/?u=javascript:x()",
        "https://www.bitfinex.com?@a.example",
        "https://www.bitfinex.com/" + "a" * 5000,
        "a.bitfinex.statuspage.io",
        "support@bitfinex.statuspage.io",
        "su..pport@bitfinex.com",
        "a.example!support@bitfinex.com",
        "mailto:support@bitfinex.com?subject=a%0d%0aBcc:desk@a.example",
        "https://a.example <support@bitfinex.com>",
        "微信 desk_1 <support@bitfinex.com>",
        "www.bitfinex.com dot a dot example",
        "www.bitfinex.com 请加微信 desk",
        "www.bitfinex.com网。在线",
        "请看bitfinex.com",
        "http://www.bitfinex.com",
        "hxxp://t.me/bitfinex",
        "bitfinex.com:8080",
        "https://www.bitfinex.com:8443/login",
    ],
)
def test_what_leads_on_from_an_official_contact_is_not_official(text: str) -> None:
    assert verify(text).verdict == "unknown"


BESIDE = [
    "an account of a messenger",
    *("官网 www.bitfinex.com，飞机：kefu_abc", "官网 www.bitfinex.com 纸飞机搜 kefuabc"),
    *("官网 www.bitfinex.com，企鹅号：1020304", "官网 www.bitfinex.com，蝙蝠 50607080"),
    *(
        "官網 bitfinex.com，加賴 kefuabc",
        "官网 bitfinex.com，掃碼進群",
        "官网 bitfinex.com，请加我好友",
    ),
    *("Log in at https://www.bitfinex.com and write to helper on Signal.", "bitfinex.com on LINE"),
    *("support@bitfinex.com or WhatsApp helper", "bitfinex.com, Session id helper"),
    *("bitfinex.com, then ask in Discord", "bitfinex.com, please scan what follows"),
    *("bitfinex.com, or our Telegram helper", "bitfinex.com 小飞机 abckefu"),
    "a stranger at the computer",
    *(
        "bitfinex.com, RustDesk",
        "请打开 www.bitfinex.com 并开启向日葵",
        "bitfinex.com, AnyDesk 100200300",
    ),
    *("bitfinex.com, TeamViewer 100 200 300", "https://www.bitfinex.com 远程协助"),
    "an address to pay to, a number to call",
    *(
        "bitfinex.com, BTC to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "bitfinex.com 一三八零零一",
    ),
    *("bitfinex.com 0x742d35Cc6634C0532925a3b844Bc454e4438f44e", "bitfinex.com 100 200 300"),
    *("bitfinex.com, call 1-888-555-0100", "bitfinex.com 热线 400 000 0000"),
    "another address",
    *(
        "bitfinex.com, or 192.0.2.7",
        "bitfinex.com or 192.0.2.7:8080/login",
        "bitfinex.com or [::1]",
    ),
    *(
        "bitfinex.com, or localhost:8080",
        "bitfinex.com, or a . example",
        "bitfinex.com or //a.example",
    ),
    *("bitfinex.com data:text/html;base64,PGgxPg==", "blob:https://www.bitfinex.com/3f1b7c2e"),
    *("view-source:https://www.bitfinex.com/", 'javascript:location="https://www.bitfinex.com"'),
    *("please open intent:www.bitfinex.com", "market://details?id=com.bitfinex.mobileapp"),
    *("bitcoin:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq?label=bitfinex.com", "file:bitfinex.com"),
    *("ethereum:0x742d35Cc6634C0532925a3b844Bc454e4438f44e?label=www.bitfinex.com",),
    *("wc:7f6e504b@2?url=https://www.bitfinex.com", "about:reader?url=https://www.bitfinex.com"),
    *("abcd:https://www.bitfinex.com", "ms-word:ofe|u|https://www.bitfinex.com"),
    "what is not understood",
    *(
        "bitfinex.com 备用 abc888",
        "bitfinex.com Хелпер",
        "bitfinex.com サポート",
        "bitfinex.com #abc",
    ),
    *("bitfinex.com bfxhelp", "bitfinex.com Qwertzu"),
]


@each("text", [text for text in BESIDE if "." in text or ":" in text])
def test_no_message_is_official_because_a_contact_in_it_is(text: str) -> None:
    assert verify(text).verdict != "official"


@pytest.mark.parametrize(
    "text",
    [
        "Your withdrawal of 500 USDT was sent on 2026-11-22 16:05. Log in at "
        "https://www.bitfinex.com to see it, or write to support@bitfinex.com.",
        "Dear customer, your identity was verified. See https://support.bitfinex.com/hc",
        "尊敬的用户，您的提现 1,500 USDT 已完成。请登录 https://www.bitfinex.com 查看。",
        "您的工單已收到回覆，請到 https://support.bitfinex.com 查看。",
        "Follow us: @bitfinex on Instagram",
    ],
)
def test_a_message_is_official_where_all_of_it_is_understood(text: str) -> None:
    assert verify(text).verdict == "official"


def test_a_long_link_is_judged_by_its_host() -> None:
    link = "https://bitfinex-desk.com/" + "a" * 5000
    assert verify(link).verdict == "imitation"
    assert [one.verdict for one in judge(f"Open {link} now")] == ["imitation"]


def said(verdict: Verdict) -> list[Text]:
    """The reasons in words."""
    found = []
    for why in verdict.reasons:
        if isinstance(why, Reason):
            values = {name: Text(value, value) for name, value in why.values}
            text = fill(shipped().interface[why.word], values.get)
            assert text, "its words name nothing that it does not bring"
            found.append(text)
        else:
            found.append(why)
    return found


@each("reason", [value for value in vars(reasons).values() if isinstance(value, Reason)])
def test_every_reason_has_its_words(reason: Reason) -> None:
    assert shipped().interface[reason.word]


def test_a_mail_from_the_right_address_may_be_forged() -> None:
    assert any(
        "forged" in reason.en and "伪造" in reason.zh
        for reason in said(verify("support@bitfinex.com"))
    )


def test_every_host_under_the_right_domain_is_official_and_not_listed_by_name() -> None:
    for host in "cs.bitfinex.com", "https://leo.bitfinex.com/x", "new.host.bitfinex.com":
        found = verify(host)
        assert found.verdict == "official"
        assert any("this one is not on the list" in reason.en for reason in said(found))


@each(
    ("text", "verdict", "word"),
    [
        ("@bfx_support", "imitation", "bfx"),
        ("t.me/bfxhelp", "imitation", "bfx"),
        ("claim-bfx-token.example", "imitation", "bfx"),
        ("https://ifinex-support.example/x", "imitation", "ifinex"),
        ("desk@ifinex-help.example", "imitation", "ifinex"),
        ("login@bfx.example", "imitation", "bfx"),
        ("飞机：bfxkefu", "imitation", "bfx"),
        ("@bfx_news", "unknown", "bfx"),
        ("ifinex.example", "unknown", "ifinex"),
        ("bfxdata.example", "unknown", "bfx"),
        ("me@ifinex.example", "unknown", "ifinex"),
        ("infinex.example", "unknown", ""),
        ("@subfxy", "unknown", ""),
    ],
)
def test_a_short_name_that_is_not_listed_is_called_so(text: str, verdict: str, word: str) -> None:
    found = verify(text)
    assert found.verdict == verdict
    told = " ".join(reason.en for reason in said(found))
    assert (f"uses {word}," in told or f"puts {word}," in told) if word else "short" not in told


@pytest.mark.parametrize(
    "text",
    [
        "https://www.bitfinex.com/?refcode=abc#top",
        "https://t.me/bitfinex?single",
        "https://x.com/bitfinex?lang=en#x",
        "https://www.linkedin.com/company/bitfinex/posts/?feedView=all",
        "https://medium.com/bitfinex/an-article?source=x",
        "https://play.google.com/store/apps/details?id=com.bitfinex.mobileapp&hl=de",
    ],
)
def test_a_page_of_an_official_place_is_official(text: str) -> None:
    assert verify(text).verdict == "official"


def test_what_is_not_listed_is_not_to_be_trusted_for_support() -> None:
    for text in "www.a.example", "@somebody_else", "me@a.example":
        assert "do not trust it for support" in said(verify(text))[-1].en


def test_a_post_of_the_official_account_on_x_is_official_and_its_name_no_proof() -> None:
    verdict = verify("https://x.com/bitfinex/status/1790000000000000000?s=20")
    assert (verdict.verdict, verdict.of) == ("official", "@bitfinex")
    assert verdict.reasons[0] == reasons.ANY_POST


@pytest.mark.parametrize("account", ["bitfinextr", "bitfinexed", "bitflnex"])
def test_a_post_of_another_account_on_x_is_not_official(account: str) -> None:
    assert verify(f"https://x.com/{account}/status/1").verdict != "official"


def test_a_message_is_not_official_because_of_a_post_in_it() -> None:
    found = verify("News about your withdrawal: https://x.com/bitfinex/status/17900000000000")
    assert (found.verdict, found.reasons[0]) == ("unknown", reasons.ANY_POST)


@pytest.mark.parametrize(
    ("link", "verdict"),
    [
        ("https://www.bitfinex.com/?next=coins.example", "unknown"),
        ("https://www.bitfinex.com/out?redirect_uri=coins.example/login", "unknown"),
        ("https://www.bitfinex.com/login?next=support.bitfinex.com", "official"),
        ("https://www.bitfinex.com/?ref=abc.def&v=1.2", "official"),
    ],
)
def test_a_bare_host_that_a_page_may_send_on_to_is_named(link: str, verdict: str) -> None:
    found = verify(link)
    assert found.verdict == verdict
    named = {why.name for why in found.reasons if isinstance(why, Reason)}
    assert ("sends-on" in named) is (verdict == "unknown")


@pytest.mark.parametrize("name", ["bfx-care.example", "bfxpay.example", "bfx.example/login"])
def test_the_short_name_with_bait_beside_or_behind_it_is_an_imitation(name: str) -> None:
    assert verify(name).verdict == "imitation"


def test_the_whole_list_gets_its_own_status() -> None:
    wanted = {"official": "official", "unconfirmed": "unknown", "other": "unknown"}
    for entry in SHIPPED:
        assert verify(entry.contact).verdict == wanted[entry.status], entry.contact


@each("text", [text for texts in IMITATIONS.values() for text in texts])
def test_reasons_never_promise_and_never_link_to_an_imitation(text: str) -> None:
    verdict = verify(text)
    for reason in said(verdict):
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
        "imitation",
        "unknown",
        "unknown",
        "imitation",
        "imitation",
        "official",
        "official",
        "unknown",
    ]


def test_contacts_that_are_named_by_words() -> None:
    message = (
        "Telegram: https://t.me/bitfinex_desk, WhatsApp is +852 5555 0100, QQ：desk@a.example，"
        "我的微信是desk_01，加v：desk02，抖音：desk_03，Desk_04 on Telegram, telegram is great. "
        "[www.bitfinex.com](https://a.example/x) <a href='https://b.example'>Login</a>"
    )
    assert contacts(message) == (
        "https://t.me/bitfinex_desk",
        "WhatsApp is +852 5555 0100",
        "desk@a.example",
        "微信是desk_01",
        "加v：desk02",
        "抖音：desk_03",
        "Desk_04 on Telegram",
        "[www.bitfinex.com](https://a.example/x)",
        "<a href='https://b.example'>Login</a>",
    )


def test_any_list_of_contacts_will_do() -> None:
    nothing = Text("", "")
    listed = Official("a", "domain", "kestrelbank.example", Status.OFFICIAL, nothing, ())
    content = Content({"official": {"a": listed}, "company": {}}.__getitem__)
    verdicts = {
        text: verify(text, content=content).verdict
        for text in ("www.kestrelbank.example", "kestre1bank.example", "bitfinex.com")
    }
    assert list(verdicts.values()) == ["official", "imitation", "unknown"]


DOMAINS = [one.contact for one in SHIPPED if one.platform == "domain" and one.status == "official"]


@given(
    st.sampled_from(DOMAINS),
    st.sampled_from(["", "https://", "hxxps://", "HTTPS://"]),
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
