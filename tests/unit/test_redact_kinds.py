"""Kinds of secrets and of ordinary text, each row written before its rule."""

import re

from bfx_help.redact import redact
from tests.tables import each

PHRASE = "skin rose dwarf neither rookie tornado twelve economy receive speed warfare opinion"
LONG_PHRASE = (
    "dilemma butter airport about night pink soda clarify grace check hobby harbor rookie rug"
    " acquire box clump film table tail unhappy sock act poet"
)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
HAN_NUMBERS = "一 二 三 四 五 六 七 八 九 十 十一 十二"
HAN = "玩巡供巨柯膨杭言讼绘葱秀"
WORDS, LONG = PHRASE.split(), LONG_PHRASE.split()
TXID = "3b9f" * 16
TON = "EQD__________________________________________0vo"


def columns(words: list[str], count: int, form: str, gap: str) -> str:
    """The words numbered down `count` columns, as wallets show them."""
    rows = len(words) // count
    return "\n".join(
        gap.join(
            form.format(row + rows * column + 1, words[row + rows * column])
            for column in range(count)
        )
        for row in range(rows)
    )


LAYOUTS = [
    columns(WORDS, 2, "{} {}", "\t"),
    columns(WORDS, 3, "{}. {:10}", ""),
    columns(LONG, 2, "{:2} {:9}", " "),
    columns(LONG, 4, "{1:10}", ""),
    "they made me say it: "
    + ", ".join(f"the {n} is {w}" for n, w in zip(ORDINALS.split(), WORDS, strict=True)),
    "，".join(f"第{n}个是{w}" for n, w in zip(HAN_NUMBERS.split(), WORDS, strict=True)),
    "".join("一二三四五六七八九十"[i % 10] + f"、{w}\n" for i, w in enumerate(WORDS)),
    "".join(f"<li>{w}</li>" for w in WORDS),
    "<table>" + "".join(f"<tr><td>{i}</td><td>{w}</td></tr>" for i, w in enumerate(WORDS, 1)),
    "<br>".join(WORDS),
    "&nbsp;".join(WORDS),
    "\n".join(f"Lin: {w}" for w in WORDS),
    "\n".join(f"[10:0{i % 10}] me: {w}" for i, w in enumerate(WORDS)),
    columns(WORDS, 2, "|{}|{}|", ""),
    "[" + ", ".join(f'{{"pos": {i}, "word": "{w}"}}' for i, w in enumerate(WORDS)) + "]",
    " ".join(f"{w} (blah)" for w in WORDS),
    "\n".join(f"{n}) {w}" for n, w in zip(ROMAN.split(), WORDS, strict=True)),
    "it begins with " + " and then ".join(WORDS),
    " ".join(WORDS[:6]) + "\nthat was the upper half, here the lower one:\n" + " ".join(WORDS[6:]),
    "抄下来的是" + HAN + "，对不对？",
    "，".join(f"第{i}个字{c}" for i, c in enumerate(HAN, 1)),
    "、".join(f"“{c}”" for c in HAN),
]


@each("text", LAYOUTS)
def test_a_whole_seed_phrase_is_hidden_whatever_stands_between_its_words(text: str) -> None:
    shown = redact(text).text
    left = set(re.findall(r"[a-z]+", shown))
    assert not left & set(WORDS if WORDS[1] in text else LONG) - {"first"}
    assert not [c for c in HAN if c in shown]


SECRETS = [
    ("recovery code: 73015-66248", "73015-66248"),
    ("恢复码 73015-66248", "73015-66248"),
    ("мой резервный код 73015-66248", "73015-66248"),
    ("код восстановления: 73015-66248", "73015-66248"),
    ("backup codes: QWERT-ASDFG ZXCVB-YUIOP", "QWERT-ASDFG|ZXCVB-YUIOP"),
    ("my rescue codes:\nk3f9 77aa\nm2p0 81bb\nq5s1 92cc", "k3f9 77aa|m2p0 81bb|q5s1 92cc"),
    ("backup codes: aaaa7777 bbbb8888 cccc9999 dddd0000", "aaaa7777|bbbb8888|cccc9999|dddd0000"),
    ("備用碼：73015 66248、11927 40385", "73015 66248|11927 40385"),
    (
        "I saved this list when I turned on 2FA:\nab12-cd34\nef56-gh78\nij90-kl12",
        "ab12-cd34|ef56-gh78|ij90-kl12",
    ),
    ("password: mei@2001.com", "mei@2001.com"),
    ("密码：红风筝09", "红风筝09"),
    ("密碼：紅色風箏", "紅色風箏"),
    ("password: Red Kite 09", "Red Kite 09"),
    ("password: Red<Kite>09", "Red<Kite>09"),
    ("passwort: Red;Kite,09", "Red;Kite,09"),
    ("contraseña: Red&Kite%09", "Red&Kite%09"),
    ("密码是Red、Kite09，登不上", "Red、Kite09"),
    ("Red;Kite09 is my password", "Red;Kite09"),
    (
        "I changed my password from RedKite-1999 to RedKite-2024, neither works",
        "RedKite-1999|RedKite-2024",
    ),
    ("It was RedKite-1999 before, I changed it to RedKite-2024", "RedKite-1999|RedKite-2024"),
    ("原来是redkite09，后来改成RedKite@09，都登不上", "redkite09|RedKite@09"),
    ("舊密碼redkite09，新密碼RedKite%09", "redkite09|RedKite%09"),
    ("mei@example.com in the first box, Rk!9;kite%2 in the second box", "Rk!9;kite%2"),
    ("第一格填mei@example.com，第二格填Rk;9'kite", "Rk;9'kite"),
    ("login: mei@example.com / Rk;9'kite please check", "Rk;9'kite"),
    ("mei@example.com RedKite;09", "RedKite;09"),
    ("账号mei88 密码kite99", "kite99"),
    ("my password is capital R then ed;kite09", "ed;kite09"),
    ("密码是大写R，后面edkite09", "edkite09"),
    ("card 4242 4242 4242 4242 08/27 419", "419"),
    ("卡号4242424242424242，有效期08/27，背后三位419", "419"),
    ("cvv2: 052", "052"),
    (
        "P<UTOLINDQVIST<<MARTA<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "L898902C36UTO7408122F1204159",
    ),
    (
        "IDUTOL898902C36<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6",
        "L898902C36|7408122F1204159",
    ),
    ("招商银行 6214830100000000000 户名林美", "6214830100000000000"),
    ("Deutsche Bank, Kontonummer 0532013000, BLZ 37040044", "0532013000"),
    ("Barclays sort code 20-00-00 account 55779911", "55779911"),
    ("wire from HSBC account 400-123456-838", "400-123456-838"),
    ("the hidden wallet opens with the 25th word kestrel", "kestrel"),
    ("toujours j'entre avec Cerf&Volant%77 et ça ne marche plus", "Cerf&Volant%77"),
    ("ich tippe immer Roter;Drachen'88 ein", "Roter;Drachen'88"),
    ("siempre entro con Cometa&Roja%77", "Cometa&Roja%77"),
    ("cannot get in, Rk#9kite!Moon, tried it ten times", "Rk#9kite!Moon"),
    (
        "公钥aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE，私钥zY9xW7vU5tS3rQ1pN9mL7kJ5hG3fE1dC9bA7zY5xW，报10100",
        "zY9xW7vU5tS3rQ1pN9mL7kJ5hG3fE1dC9bA7zY5xW",
    ),
    ("OTP730156", "730156"),
    ("账号 mei@example.com 密码 红色的风筝09 登不进去", "红色的风筝09"),
    ("the passphrase of the archive is velvet otter beneath ladder, it does not open",
     "velvet otter beneath ladder"),
    ("口令是大写K小写i小写t再加数字09", "大写K小写i小写t再加数字09"),
    ("password is capital K small i small t and then zero nine", "capital|small|zero nine"),
    ("he wanted the access phrase 7yq4nd", "7yq4nd"),
    (f"My 12 words ({PHRASE.replace('opinion', 'opinon')}) fail", PHRASE.replace(" ", "|")),
    ("安全问题的密保答案填的是红风筝，不匹配", "红风筝"),
    ("key id aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f",
     "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f"),
    ("docker run -e KEY=aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f bot",
     "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f"),
    ("session id in the browser: " + "9d4e" * 8, "9d4e" * 8),
    ("the decimal private key is " + "7301566248" * 7, "7301566248" * 7),
]  # fmt: skip


@each(("text", "secrets"), SECRETS)
def test_a_label_decides_whatever_its_value_looks_like(text: str, secrets: str) -> None:
    redaction = redact(text)
    assert not [secret for secret in secrets.split("|") if secret in redaction.text]
    pieces = [part for secret in secrets.split("|") for part in secret.split()]
    assert not [piece for piece in pieces if piece in redaction.text]


ORDINARY = [
    "wire transfer bank monday statement attached amount correct name match reference"
    " missing nothing arrive",
    "margin position close button error page refresh browser phone update install again"
    " same problem",
    "deposit coin wrong network address exchange recover possible cost time answer please urgent",
    "dinero enviado banco lunes referencia correcta cuenta nombre igual nada llega"
    " soporte silencio total",
    "Withdrawal stuck since monday no answer please help urgent money need family hospital today",
    "login device phone lost replace number change verify document photo upload reject"
    " reason unknown",
    "Trading is only allowed across verified users, and the website says Insufficient margin (u2)",
    "apikey = aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f\nwithdrawal id 12345678 is stuck",
    "password: kite99\nticket 482930 is open",
    "api key | aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f | withdrawal 12345678",
    "Bitfinex order invalid price size minimum error code message string array number"
    " type book depth",
    f"以太坊 0x{TXID} 成功了，数量2.5",
    f"El retiro {TXID} tiene 30 confirmaciones",
    f"{TXID} 250 USDT tron",
    f"la transaction {TXID} a 12 confirmations sur le réseau Bitcoin",
    f"TON {TON} comment 88213",
    "余额 666666，昨天还是 888888",
    "La contraseña: ¿distingue mayúsculas?",
    "mima: kite99hao ，zhanghao: linmei88",
    "bfx-signature=" + "9d4e" * 24 + "；返回{\"message\":\"ERR_AUTH_API\"}",
    "account name is in use, bank says the account was closed in 2021",
    "My password: does it distinguish capital letters?",
    "I changed it from Tuesday to Thursday",
    "first box ticked, second box empty",
    "AnyDesk number 482 119 337 was asked of me",
    "订单 BFX-20240117-8812 在 2024-01-17 提交",
    "余额 666666，可用 123456，冻结 543210",
    "face camera video dark room refuse again verify level basic why stay",
    "密码是大写还是小写？",
    "Does the password need one capital letter and a number?",
    "密码 昨天22点改的",
    "the password of the account is not accepted since yesterday evening",
    "bfx-apikey=aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5bC7dE9f；bfx-signature=" + "9d4e" * 24
    + "；返回{\"message\":\"ERR_AUTH_API\"}",
]  # fmt: skip
STAYS = {
    7: "withdrawal id 12345678 is stuck",
    8: "ticket 482930 is open",
    9: "| withdrawal 12345678",
    18: "zhanghao: linmei88",
    19: '；返回{"message":"ERR_AUTH_API"}',
    32: '；返回{"message":"ERR_AUTH_API"}',
}


@each("number", range(len(ORDINARY)))
def test_ordinary_text_and_what_stands_beside_a_secret_stay(number: int) -> None:
    text = ORDINARY[number]
    shown = redact(text).text
    assert STAYS[number] in shown if number in STAYS else shown == text


GIFTS = [
    ("My gift card code is Q7KD-2MXP-9WTR", "Q7KD-2MXP-9WTR"),
    ("Q7KD 2MXP 9WTR 4HLN is on the back of the gift card", "Q7KD 2MXP 9WTR 4HLN"),
    ("He made me buy Steam cards and read out Q7KD2MXP9WTR4HLN", "Q7KD2MXP9WTR4HLN"),
    ("voucher: q7kd2mxp9w", "q7kd2mxp9w"),
    ("the prepaid card has 4829301177301180 under the scratch field", "4829301177301180"),
    ("Amazon voucher no. Q7KD-2MXP-9WTR", "Q7KD-2MXP-9WTR"),
    ("compré dos tarjetas de regalo: Q7KD-2MXP-9WTR", "Q7KD-2MXP-9WTR"),
    ("Geschenkkarte Q7KD-2MXP-9WTR geht nicht", "Q7KD-2MXP-9WTR"),
    ("礼品卡的卡密是Q7KD-2MXP-9WTR，发给对方了", "Q7KD-2MXP-9WTR"),
    ("兌換碼：Q7KD2MXP9W", "Q7KD2MXP9W"),
    ("让我买苹果卡，我把Q7KD2MXP9WTR4HLN给他了", "Q7KD2MXP9WTR4HLN"),
]


@each(("text", "code"), GIFTS)
def test_the_code_of_a_gift_card_or_voucher_is_hidden(text: str, code: str) -> None:
    assert code not in redact(text).text


NO_GIFTS = [
    "Gift cards were wanted, my order is BFX-20240117-8812",
    "gift card fraud, ticket KX44-2210B, user id 1029384756",
    f"They wanted gift cards, I sent {TXID} instead: txid {TXID}",
    "gift card invoice INV-2024-00123 of 2026-11-29 20:00",
    "a voucher does not work, screenshot IMG20240117.png",
    "THEY WANT A GIFT CARD CODE FROM ME 2024",
    "coupon SUMMER2024 and referral code XK92PLQ7 gave nothing",
    "礼品卡骗局，工单 KX44-2210B，订单号 185830491234",
    "充值卡住了，订单1029384756",
]


@each("text", NO_GIFTS)
def test_ids_near_words_for_gift_cards_stay(text: str) -> None:
    assert redact(text).text == text
