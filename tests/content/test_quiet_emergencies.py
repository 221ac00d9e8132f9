"""Emergencies that are told without alarm, and harmless words that sound like one."""

from tests.content.paths import understood
from tests.tables import each

QUIET = (
    "There is a withdrawal of 0.05 BTC marked as test. I never made a test withdrawal.",
    "Under API there is a key called 'bot2' and I have no idea where it comes from",
    "got a mail: new login from Lagos. i sit in Oslo and haven't logged in for two weeks",
    "A man from support got me to install teamviewer yesterday",
    "My Ledger asked for an update, the site wanted the 24 words so I typed them",
    "I have a mail 'please approve your withdrawal of 1.1 ETH'. I requested none.",
    "收到一封提现确认邮件，可我没提过",
    "我发现后台有一个API密钥不是我建的，权限还开着提现",
    "登录通知写着俄罗斯，我一直在广州",
    "客服让我装了一个远程软件，说帮我处理解冻，装完之后他看了我的屏幕",
    "装了客服发的软件之后，鼠标自己会动",
)
HARMLESS = (
    "I feel robbed by your withdrawal fees. How are they calculated?",
    "I'm afraid of being hacked. What can I do to make my account safer?",
    "If somebody stole my phone, could he withdraw my coins?",
    "My friend's account on another exchange was emptied last week.",
    "I installed the Bitfinex app, support told me to reinstall it, still crashes",
    "I am in Turkey now and the site refuses my login from abroad",
    "密码忘了怎么办，急死了",
    "如果有人拿到我的密码，能不能直接提走我的币",
    "我在国外登录不上去，提示地区受限",
    "提现确认邮件一直没收到，垃圾箱也没有",
)


@each("text", QUIET)
def test_a_quiet_emergency_is_understood(text: str) -> None:
    assert understood(text).emergency


@each("text", HARMLESS)
def test_what_only_sounds_alarming_is_no_emergency(text: str) -> None:
    assert not understood(text).emergency


def test_a_confirmation_mail_that_nobody_asked_for_is_not_waited_for() -> None:
    assert understood("收到一封提现确认邮件，可我没提过").situation != "withdrawal.waiting-mail"
