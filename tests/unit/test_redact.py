"""A secret never survives, twice changes nothing, and what support needs is kept."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from bfx_help.redact import LIMIT, PLACEHOLDER, SecretKind, TooLong, redact
from tests.tables import each

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
TXID = "7d3f" * 16
PHRASE = "orbit lunar velvet crater humble stadium ribbon cactus drift mango tunnel fossil"
ADDRESS = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"


def wif(key: bytes) -> str:
    payload = b"\x80" + key + b"\x01"
    payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, text = int.from_bytes(payload, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = ALPHABET[digit] + text
    return text


def seed(language: str, entropy: bytes) -> str:
    return Mnemonic(language).to_mnemonic(entropy)


languages = st.sampled_from(sorted(Mnemonic.list_languages()))
entropies = st.sampled_from([16, 20, 24, 28, 32]).flatmap(
    lambda size: st.binary(min_size=size, max_size=size)
)
seeds = st.builds(seed, languages, entropies)
keys = st.binary(min_size=32, max_size=32)
six_digits = st.integers(210_000, 989_999).map(str)
letters = st.text("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", min_size=6, max_size=12)
passwords = st.builds("{}7{}!".format, letters, letters)
api_secrets = st.text("abcdefXYZ0123456789", min_size=43, max_size=43).filter(
    lambda text: sum(map(str.isdigit, text)) > 4 and sum(map(str.isupper, text)) > 4
)
totp_secrets = st.text("abcdefghijklmnop234567", min_size=32, max_size=32).filter(
    lambda text: 2 < sum(map(str.isdigit, text)) < 20
)

EVIDENT = ["{}", "see {} please", "我的东西 {} 谢谢", "backup:\n{}\nwhat now?", "({})"]
SAID = {
    "key": [
        "private key {}",
        "{} is my private key",
        "我的私钥：{}",
        "clave privada {}",
        "私鑰\n{}",
    ],
    "code": ["2FA {}", "{} <- the code from my authenticator", "验证码是{}", "код из смс {}"],
    "password": ["password: {}", "my pasword is {} but no luck", "密码 {}", "{} ist mein Passwort"],
    "api": ["API secret: {}", "apiSecret='{}'", "API 密钥 {}", "BFX_API_SECRET={}"],
    "totp": ["2FA setup key {}", "谷歌验证器密钥：{}", "authenticator secret is\n{}"],
}


@settings(deadline=None)  # the first example reads the word lists
@given(seeds, st.sampled_from(EVIDENT))
def test_a_seed_phrase_of_any_language_is_hidden_wherever_it_stands(
    phrase: str, around: str
) -> None:
    text = around.format(phrase)
    redaction = redact(text)
    assert phrase not in redaction.text
    assert {found.kind for found in redaction.found} == {SecretKind.SEED}
    assert not redaction.ask


JOINED = [
    "{}, {}, {}",
    "1. {}\n2. {}\n3. {}",
    "{}-{}-{}",
    '["{}", "{}", "{}"]',
    "word 1: {} word 2: {} word 3: {}",
    "{} and {} and {}",
    "{}{}{}",
]


@pytest.mark.parametrize("joined", JOINED)
def test_a_seed_phrase_is_hidden_however_its_words_are_joined(joined: str) -> None:
    words = [
        "orbit",
        "lunar",
        "velvet",
        "crater",
        "humble",
        "stadium",
        "ribbon",
        "cactus",
        "drift",
        "mango",
        "tunnel",
        "fossil",
    ]
    text = "recovery phrase " + " ".join(
        joined.format(*words[place : place + 3]) for place in range(0, 12, 3)
    )
    if joined == "{}{}{}":
        text = text.replace(" ", "")
    assert not [word for word in words if word in redact(text).text]


BROKEN = [
    "seed phrase orbit lunar velvt crater humble stadium ribbon cactis drift mango tunnel fossil",
    "助记词只记得 orbit lunar velvet crater humble stadium ribbon cactus",
    "my seed (one is missing): orbit lunar velvet crater humble ??? ribbon cactus drift mango",
]


@pytest.mark.parametrize("phrase", BROKEN)
def test_slips_and_missing_words_do_not_save_a_seed_phrase(phrase: str) -> None:
    shown = redact(phrase).text
    assert "lunar" not in shown
    assert "ribbon" not in shown


@given(keys.map(wif), st.sampled_from(EVIDENT))
def test_a_key_that_proves_itself_is_hidden_without_words(key: str, around: str) -> None:
    redaction = redact(around.format(key))
    assert key not in redaction.text
    assert [found.kind for found in redaction.found] == [SecretKind.KEY]
    assert not redaction.asked


SECRETS = st.one_of(
    st.tuples(keys.map(bytes.hex), st.sampled_from(SAID["key"])),
    st.tuples(six_digits, st.sampled_from(SAID["code"])),
    st.tuples(passwords, st.sampled_from(SAID["password"])),
    st.tuples(api_secrets, st.sampled_from(SAID["api"])),
    st.tuples(totp_secrets, st.sampled_from(SAID["totp"])),
)


@given(
    SECRETS, st.sampled_from(["{}", "Ticket 4829301. {}", "{}\n交易哈希 " + TXID, "{}; " + ADDRESS])
)
def test_words_near_a_secret_give_it_away(secret: tuple[str, str], around: str) -> None:
    value, said = secret
    text = around.format(said.format(value))
    redaction = redact(text)
    assert value not in redaction.text
    for needed in ("4829301", TXID, ADDRESS):
        assert (needed in redaction.text) == (needed in text)


@given(SECRETS, st.sampled_from(["{}", "\u200b{}", "你好，{}", "{} 谢谢", "e\u0301 {} \U0001f600"]))
def test_twice_is_the_same_as_once_and_places_are_those_of_the_original(
    secret: tuple[str, str], around: str
) -> None:
    value, said = secret
    text = around.format(said.format(value))
    redaction = redact(text)
    assert redact(redaction.text).text == redaction.text
    assert any(value in text[found.start : found.end] for found in redaction.found)
    for found in reversed(redaction.found):
        assert PLACEHOLDER.fullmatch(found.placeholder)
        text = text[: found.start] + found.placeholder + text[found.end :]
    assert text == redaction.text


@settings(max_examples=150)
@given(st.text(max_size=300), st.sampled_from([None, "txid", "id", "text"]))
def test_any_text_is_taken_and_comes_back_stable(text: str, field: str | None) -> None:
    once = redact(text, field).text
    assert redact(once, field).text == once


KEPT = [
    f"TXID {TXID} has 12 confirmations",
    f"My wallet's private key is safe. The deposit {TXID} is missing",
    f"https://mempool.space/tx/{TXID}",
    f"没有泄露私钥，充值哈希 {TXID}",
    f"sent to {ADDRESS}",
    "0x742d35Cc6634C0532925a3b844Bc9e7595f0bEb0 on Ethereum",
    "GA5ZSEJYB37JRC5AVCIA5MOP4RHTM335X2KGX3IHOJAPP5RE34K4KZVN memo 102938475",
    "XRP address rEb8TK3gBgk5auZkwc6sHnwrGVJH8DuaLh, tag 102938",
    "ticket 482930, my 2FA works",
    "After the 2FA reset, withdrawal 13293039 is on hold",
    "验证码收不到，工单 482930",
    "密码忘了，用户编号 482930",
    "order 185830491234 at 62,300.5 USD",
    "error 10114: nonce small",
    "I forgot my password and the reset mail never comes",
    "Is it safe to tell support my seed phrase?",
    "我的密码没有泄露",
    "有人问我要助记词，是骗子吗",
    "Password reset on iPhone15,3 with iOS 17.1, 2026-11-03 08:15",
    "postal code 100080, country code +852, phone +852 9123 4567",
    "public key 0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
    "lost 250000 USDT and 399871 satoshi",
    "alice@example.com is my registered address",
    "client order id 1749302338927 rejected",
    "PIN code 400001, Mumbai",
    "Weeks have passed, the ticket is KX44-2210B",
    "My password was thrown away with the old notebook",
    "Trezor: account balance update, device screen error, nothing else to tell",
    "2FA was on my Pixel7, now I have a GalaxyS23",
    "tickets 482930, 482931 and 482932 about my 2FA",
    "身份证已通过，UID7719203",
    f"没有泄露私钥，转账记录是{TXID}",
    "密码忘了，用户名walnut_77，余额大约300000美元",
    "两个账户walnut_77和walnut_78的密码都忘了",
    "MyEtherWallet recovery failed",
    "account name=walnut77, I forgot my password",
    "password of bc1qW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4 is lost",
    f"The thief's transfer is {TXID}, I never gave anybody my private key",
    f"私钥没有泄露过，被盗的那笔是 {TXID}",
    "my secret signs the payload /api/v2/auth/r/wallets1749302338927",
    "I open the app on a Walnut-A54",
    "I use the card reader Walnut-Mk4 to sign in",
    "Case#44128a is open since May",
    "I log in as walnut_Wolf77",
    "My security answer is not accepted",
    "密保问题答案是不是区分大小写？",
    "The first half of my deposit came, the second half did not",
    "表格里最近一次充值填2,000 USDt、2026年8月，对不上",
]


@each("text", KEPT)
def test_what_support_needs_stays(text: str) -> None:
    assert redact(text).text == text


HIDDEN = [
    ("card 4242 4242 4242 4242, cvc 123", ["4242 4242", "123"]),
    ("卡号 4242424242424242 背面 123", ["4242", "123"]),
    ("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&issuer=y", ["GEZDGNBV"]),
    ("alice@example.com / Blue-Moon42", ["Blue-Moon42"]),
    ("password = 'open the gate'", ["gate"]),
    ("my password is correct horse battery staple", ["horse", "staple"]),
    ("Authorization: Bearer abc123def456ghi789", ["abc123def456"]),
    ("https://example.com/reset?token=a1b2c3d4e5f6g7h8", ["a1b2c3d4"]),
    ("https://bob:hunter22@example.com/", ["hunter22"]),
    ("SSN 536-90-4399", ["536-90"]),
    ("身份证 11010519491231002X", ["19491231"]),
    ("passport number: X1234567", ["X1234567"]),
    ("PIN码 9182", ["9182"]),
    ("backup codes: 71234567 81234567", ["71234567", "81234567"]),
    (json.dumps({"crypto": {"ciphertext": "ab" * 32, "mac": "cd" * 32}}), ["abab", "cdcd"]),
    ("-----BEGIN PRIVATE KEY-----\nMIIBOgIBAAJB\n", ["MIIBOg"]),
    ("private key:\n" + "ab12" * 8 + "\n" + "cd34" * 8, ["ab12", "cd34"]),
    ("密码是ｈｕｎｔｅｒ２２！", ["ｈｕｎｔｅｒ"]),
    ("my sign-in code is 4H8T2W", ["4H8T2W"]),
    ("the verification code you mailed me is 4H8-T2W", ["4H8-T2W"]),
    ("登录码 4H8T2W 无效", ["4H8T2W"]),
    ("Tried OTP-719304", ["719304"]),
    ("I got 7-1-9-3-0-4 as six digit code", ["7-1-9-3-0-4"]),
    ("Agent: your PIN?\nMe: 5518", ["5518"]),
    ("the 4 digits are 5518", ["5518"]),
    ("password: HARBOR4821", ["HARBOR4821"]),
    ("passphrase: amber kettle 52 lantern", ["amber", "kettle", "lantern"]),
    ("password for the desk: pumpkin", ["pumpkin"]),
    ("my passwords are Walnut11, Walnut12 and Walnut13", ["Walnut11", "Walnut12", "Walnut13"]),
    ("旧密码Walnut#11，改成Walnut#12后无法登录", ["Walnut#11", "Walnut#12"]),
    ("walnut@example.com password pumpkin", ["pumpkin"]),
    ("蜜码：walnut77x", ["walnut77x"]),
    ("api secrt " + "aB3dE5fG7" * 5, ["aB3dE5fG7"]),
    ("4242\n4242\n4242\n4242", ["4242"]),
    ("passport no. was X1234567", ["X1234567"]),
    ("1. 71234567\n2. 81234567\nthose are my backup codes", ["71234567", "81234567"]),
    ("https://example.com/login/verify/3f9a61c07be24d58a1c2", ["3f9a61c0"]),
    ("the one I have used for years, WalnutTree22", ["WalnutTree22"]),
    ("Secret phrase to log in: Walnut77", ["Walnut77"]),
    ("The way into my account is Wal-nut-77", ["Wal-nut-77"]),
    ("我每次登录都输Walnut2008!，今天不行", ["Walnut2008"]),
    ("兩個都不對：Walnut!55x", ["Walnut!55x"]),
    ("login/pass: walnut/Kettle88", ["Kettle88"]),
    ("PW: amber-kettle-52", ["amber-kettle"]),
    ("Security question: maiden name. Answer: Lindqvist", ["Lindqvist"]),
    ("密保问题的答案是核桃小学，提示不对", ["核桃小学"]),
    ("national identity card AX4821937", ["AX4821937"]),
    (f"What signs my transactions is 0x{'ab12' * 16}", ["ab12"]),
    (f"签名用的是{'aB3dE5fG7' * 5}，接口报错", ["aB3dE5fG7"]),
    ("The last six: " + " ".join(PHRASE.split()[6:]), PHRASE.split()[7:]),
    ("PIN for the app is 551823", ["551823"]),
]


@each(("text", "secrets"), HIDDEN)
def test_secrets_of_every_kind_are_hidden(text: str, secrets: list[str]) -> None:
    shown = redact(text).text
    assert not [secret for secret in secrets if secret in shown]


@pytest.mark.parametrize(
    "text",
    [
        "I sent my passport photo\n11-29 20:00 looked at the mailbox",
        "上传了护照照片\n11-18 09:00 客服回复",
        "passport photo, 2026-11-29 20:00",
    ],
)
def test_a_day_with_its_hour_is_no_number_of_a_document(text: str) -> None:
    assert redact(text).text == text


BESIDE = [
    (f"地址{ADDRESS}，登录密码Walnut77", "Walnut77", ADDRESS),
    ("pwd=t0pHat!9&user=walnut77", "t0pHat!9", "walnut77"),
    (f"Key exported: {'ab12' * 16} address {ADDRESS}", "ab12", ADDRESS),
    ("LOGIN walnut77 PASS t0pHat!9", "t0pHat!9", "walnut77"),
    ("login/pass walnut77/t0pHat!9", "t0pHat!9", "walnut77"),
    ("ticket 482930 2FA 719304", "719304", "482930"),
    ("PIN 5518, the card ends in 4242", "5518", "4242"),
    (f"私钥{'ab12' * 16}，交易{TXID}", "ab12", TXID),
]


@each(("text", "secret", "needed"), BESIDE)
def test_what_stands_beside_a_secret_stays(text: str, secret: str, needed: str) -> None:
    shown = redact(text).text
    assert secret not in shown
    assert needed in shown


def test_a_phrase_on_two_lines_is_hidden_whole() -> None:
    first, second = PHRASE.split()[:6], PHRASE.split()[6:]
    shown = redact(f"助记词第一行：{' '.join(first)}\n第二行：{' '.join(second)}").text
    assert not [word for word in PHRASE.split() if word in shown]


@pytest.mark.parametrize("text", [TXID, f"here: {TXID}", "482930", "use 482930"])
def test_what_only_the_user_can_tell_is_hidden_and_asked(text: str) -> None:
    redaction = redact(text)
    (value,) = redaction.ask
    assert value in text
    assert value not in redaction.text
    assert redaction.asked == (0,)
    assert redact(text, shown=[value]).text == text


def test_the_question_that_is_answered_decides_what_the_words_do_not() -> None:
    assert redact(TXID, "txid").text == TXID
    assert redact("482930", "id").text == "482930"
    assert TXID not in redact(f"private key {TXID}", "txid").text


def test_a_plain_secret_cannot_be_kept() -> None:
    text = "my password is Blue-Moon42"
    assert redact(text, shown=["Blue-Moon42"]).text == redact(text).text


def test_what_looks_like_a_placeholder_hides_nothing() -> None:
    text = "[hidden: password hunter22, 9 characters]"
    assert "hunter22" not in redact(text).text


def test_a_token_of_letters_and_signs_is_no_trouble() -> None:
    assert redact("password: " + "пароль" * 8).found


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(TooLong, match="120,000"):
        redact("a" * (LIMIT + 1))


GLUED = [
    ("visa4111111111111111 was declined", SecretKind.CARD),
    ("my passport no. is X4RTBPFW4", SecretKind.IDENTITY),
    ("hey my g-auth number was 613 207", SecretKind.CODE),
]


@pytest.mark.parametrize(("text", "kind"), GLUED)
def test_a_value_is_found_beside_glued_and_split_labels(text: str, kind: SecretKind) -> None:
    assert [found.kind for found in redact(text).found] == [kind]


@pytest.mark.parametrize(
    "text", ["pin code (postal) 560001", "SMS from +44 7700 900123", "Rechnung 482913"]
)
def test_numbers_that_support_needs_stay(text: str) -> None:
    assert redact(text).text == text
