"""Readers of traditional Chinese: every screen is theirs, and what they typed stays as it was."""

import pytest

from bfx_help.content.traditional import is_traditional, traditional
from tests import ROOT
from tests.compiled import shipped
from tests.content.test_chinese import PARTS, texts
from tests.running import run
from tests.tables import each

TABLE = (ROOT / "bfx_help" / "content" / "traditional.txt").read_text(encoding="utf-8")
SIMPLIFIED = frozenset(TABLE.splitlines()[1])
EITHER = frozenset("里周准占余几于云征丑划后着发面只台干系松志表布了出")
"""Characters that also stand in traditional texts, in some words."""

TYPED = "我的提现还没到账"


def simplified_only(text: str) -> set[str]:
    """The characters of a text that no traditional text has."""
    return set(text) & SIMPLIFIED - EITHER


@each(
    ("written", "read"),
    [
        ("以后在页面里发布，请复制并回复。", "以後在頁面裡發布，請複製並回覆。"),
        ("恢复核对，再申请复核；重复的备注。", "恢復核對，再申請覆核；重複的備註。"),
        ("这只能联系平台，若干系统没有关系。", "這只能聯絡平台，若干系統沒有關係。"),
        ("每周三周转，周围的杠杆尽快合并。", "每週三周轉，周圍的槓桿儘快合併。"),
        ("登录账户，打开短信里的链接。", "登入帳戶，打開簡訊裡的連結。"),
        ("干净的头发、面条，一只干扰", "乾淨的頭髮、麵條，一只干擾"),
        ("审核通过，才会显示着标签。", "審核通過，才會顯示著標籤。"),
        ("返佣在旧表里，用书签打开。", "返佣在舊表裡，用書籤打開。"),
        ("查到这笔款项并入账，合并计算", "查到這筆款項並入帳，合併計算"),
        ("$wd-amount (Processing)", "$wd-amount (Processing)"),
    ],
)
def test_characters_follow_their_words(written: str, read: str) -> None:
    assert traditional(written) == read


@each(
    ("written", "read"),
    [
        ("充值和提现，默认的设置", "入金和提款，預設的設定"),
        ("注册邮箱和电子邮箱，看垃圾箱", "註冊信箱和電子信箱，看垃圾郵件匣"),
        ("运行程序，系统运行正常", "執行程式，系統運作正常"),
        ("保存草稿，请抄在纸上保存", "儲存草稿，請抄在紙上保存"),
        ("导出的文件，需要哪些文件，存到文件夹", "匯出的檔案，需要哪些文件，存到資料夾"),
        ("通过客服办理，已通过中级验证", "透過客服辦理，已通過中級驗證"),
        ("看消息，最后一条消息", "看消息，最後一條訊息"),
        ("页面报错，复制报错原文", "頁面出錯，複製錯誤訊息原文"),
        ("API 返回什么？按 < 返回修改", "API 回傳什麼？按 < 返回修改"),
        ("按回车确认，也可以扫二维码", "按 Enter 鍵確認，也可以掃 QR 碼"),
        ("电报 (Telegram) 群里，在电报上", "Telegram 群組裡，在 Telegram 上"),
        ("身份证丢了，报案号和日志", "身分證遺失，報案證明單編號和紀錄"),
        ("用在线聊天，24 小时在线", "用線上聊天，24 小時線上"),
    ],
)
def test_things_are_called_as_in_taiwan(written: str, read: str) -> None:
    assert traditional(written) == read


def test_quotes_are_those_of_traditional_texts() -> None:
    assert traditional("选“提现 (Withdraw)”") == "選「提款 (Withdraw)」"
    assert traditional("“他说‘没有’”") == "「他說『沒有』」"
    assert traditional("don’t 这样") == "don’t 這樣"


@pytest.mark.parametrize("part", PARTS)
def test_no_text_of_the_content_stays_simplified(part: str) -> None:
    every = list(texts(getattr(shipped(), part), part, "zh-Hant"))
    assert every
    assert [(path, found) for path, text in every if (found := simplified_only(text))] == []


def test_a_filled_text_is_the_conversion_of_its_chinese() -> None:
    for entry in shipped().faq.values():
        assert entry.question.all["zh-Hant"] == traditional(entry.question.zh)
        assert set(entry.phrasings.all) == {"en", "zh"}


@pytest.mark.parametrize("wish", ["zh-Hant", "zh_TW", "zh-HK", "zh-MO", "zh-hant-hk"])
def test_the_script_can_be_chosen(wish: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert simplified_only(run("channels", "--lang", wish).screen) == set()
    monkeypatch.setenv("BFX_HELP_LANG", wish)
    assert simplified_only(run("checklist", "--help").screen) == set()


@pytest.mark.parametrize(
    ("locale", "traditionally"),
    [
        ("zh_TW.UTF-8", True),
        ("zh_HK", True),
        ("zh_MO.UTF-8", True),
        ("zh_Hant_TW", True),
        ("Chinese (Traditional)_Taiwan.950", True),
        ("zh_CN.UTF-8", False),
        ("zh_Hans_HK", False),
        ("Chinese_China.936", False),
    ],
)
def test_the_locale_decides_by_itself(
    locale: str, traditionally: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    screen = run("checklist", "--help").screen
    assert screen.startswith("用法：")
    assert (not simplified_only(screen)) is traditionally


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("channels", "live-chat"),
    ("checklist", "withdrawal"),
    ("checklist", "--format", "html"),
    ("template", "deposit"),
    ("faq", "list"),
    ("faq", "search", "提現 手續費"),
    ("faq", "show", "withdraw-fees"),
    ("verify", "https://bitfinnex.com"),
    ("sos", "--no-input"),
    ("case", "list"),
    ("case", "add", "--about", "USDT", "--topic", "withdrawal", "--channel", "ticket"),
    ("case", "show", "1"),
    ("case", "follow-up", "1"),
    ("ask", "--help"),
    ("nonsense",),
    (),
)


def test_no_screen_stays_simplified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")
    left = {command: simplified_only(run(*command).screen) for command in COMMANDS}
    assert {command: found for command, found in left.items() if found} == {}


def test_the_words_of_the_user_stay_in_the_request() -> None:
    answers = ("situation=withdrawal.processing", "wd-submitted=26h", "contacted=no")
    given = [part for answer in answers for part in ("--answer", answer)]
    options = ("--no-input", "--lang", "zh-Hant", "--text", "ticket")
    stdout = run("ask", TYPED, *options, *given).stdout
    assert TYPED in stdout
    assert "小時" in stdout
    assert simplified_only(stdout.replace(TYPED, "")) == set()


def test_a_judgement_of_a_simplified_message_is_in_traditional_characters() -> None:
    message = "微信客服让我加 bitfinex_kefu 微信，电报 @bitfinex"
    screen = run("verify", message, "--lang", "zh-Hant").screen
    assert "没有" not in screen
    assert simplified_only(screen) <= set(message)


def test_the_script_of_somebody_is_seen() -> None:
    assert is_traditional("我的提現還沒到帳")
    assert not is_traditional(TYPED)
    assert not is_traditional("my withdrawal")
