"""What `verify` tells: the reason of each rule, in both languages.

These words stand here and not in `data/`, because a reason and its rule are one thing: a rule that
changes its mind must change its words, and `verify` works with any list of contacts. Braces are
filled by `say`.
"""

from bfx_help.model import Text
from bfx_help.plain import defang, header


def say(text: Text, **values: str) -> Text:
    """The reason with its braces filled; foreign text is made harmless and links are broken."""
    shown = {name: defang(header(value, 120)) for name, value in values.items()}
    # The name of the real thing is for typing, so it stays as it is.
    shown |= {name: header(values[name]) for name in ("of", "listed") if name in values}
    return Text(text.en.format(**shown), text.zh.format(**shown))


# Official.
BELOW = Text(
    "The address ends in {listed}, which is on the list: every host under it belongs to it. "
    "By name this one is not on the list.",
    "这个地址以名单上的 {listed} 结尾：它下面的主机都属于它。这个主机本身没有列在名单上。",
)
TYPE_IT = Text(
    "Type the address yourself or use your own bookmark: a link can show one address and open "
    "another.",
    "请自己输入网址或用自己的书签：链接显示的地址和实际打开的可以不同。",
)
FORGED = Text(
    "A sender address can be forged, even when it is the right one. Believe no mail because of "
    "its sender: "
    "click nothing in it, type the address of the site yourself and look there.",
    "即使发件地址正确，也可能是伪造的。不要因为发件人就相信邮件：不要点里面的任何链接，自己输入"
    "网址去核对。",
)
MAILBOX = Text(
    "It is a mailbox at {listed}, which is on the list; the mailbox itself is not.",
    "这是 {listed} 的邮箱：域名在名单上，这个邮箱本身不在。",
)
NO_FIRST_MESSAGE = Text(
    "Open it from the official site, not from a message. Nobody who writes to you first is "
    "support.",
    "请从官方网站打开，不要从消息里打开。主动私信您的人都不是客服。",
)
ELSEWHERE = Text(
    "This holds on {where} alone. On any other platform the same name may be anybody's.",
    "只有 {where} 上的这个账号是官方的；在别的平台上，同样的名字可能是任何人。",
)

# Imitation: what gives it away.
ENDING = Text(
    "The name is right, the ending is not: the address is {host}, not {of}.",
    "名字一样，结尾不同：实际地址是 {host}，不是 {of}。",
)
FRONT = Text(
    "The name only stands in front. What counts is the end of the address, and that is {end}.",
    "名字只是放在前面。要看地址的结尾，而结尾是 {end}。",
)
ADDED = Text(
    "The name of the exchange with something added to it: {host}. Official addresses do not do "
    "that.",
    "在交易所名字上加了别的字：{host}。官方地址不会这样。",
)
TYPO = Text(
    "Letters are missing, swapped, doubled or exchanged, so that it reads like {of}: {host}.",
    "少了、换了、重复了或调换了字母，看起来像 {of}：{host}。",
)
SCRIPT = Text(
    "It holds letters of another script or with marks, which only look like those of {of}: {host}.",
    "里面有其他文字的字母或带符号的字母，只是看起来像 {of}：{host}。",
)
DIGITS = Text(
    "Digits or letters stand for others that look or sound alike, to read like {of}: {host}.",
    "用形状或读音相近的数字、字母代替，看起来像 {of}：{host}。",
)
SPLIT = Text(
    "The name is spread over the parts of the address, to read like {of}: {host}.",
    "名字被拆开放在地址的几段里，看起来像 {of}：{host}。",
)
USER = Text(
    "What stands before the @ is no address. The link leads to {host}.",
    "@ 前面的部分不是地址。这个链接通向 {host}。",
)
HIDDEN = Text(
    "Characters that cannot be seen, or that turn the direction of reading, are hidden in it.",
    "里面藏着看不见的字符，或改变阅读方向的字符。",
)
ENCODED = Text(
    "Part of the address is written in code (%), which hides where it leads.",
    "地址的一部分写成了代码 (%)，隐藏了真正的去处。",
)
BACKSLASH = Text(
    "It holds a backslash: programs do not agree where such a link leads.",
    "里面有反斜杠：不同的程序会打开不同的地方。",
)
SLASH = Text(
    "It holds a character that looks like a slash and is none, so the address goes on after it.",
    "里面有看起来像斜杠、其实不是的字符，地址在它后面还没有结束。",
)
DOTS = Text(
    "It is written with full-width dots. Type the address with ordinary ones.",
    "里面用了全角的点。请用普通的点自己输入网址。",
)
WIDE = Text(
    "Its letters are not ordinary ones but look-alikes, such as those of full width.",
    "里面的字母不是普通字母，而是全角之类的相似字符。",
)
SCHEME = Text("It is no link to a web page.", "这不是打开网页的链接。")
ODD = Text(
    "It is not written as a link should be: programs may not agree where it leads.",
    "写法不规范：不同的程序可能打开不同的地方。",
)
SENDS_ON = Text(
    "Another address stands in the link, to which it may send you: {host}.",
    "链接里还有另一个网址，可能会把您转到那里：{host}。",
)
SHOWN = Text(
    "It shows the right address and leads to another: {host}.",
    "它显示的是正确的地址，实际通向另一个：{host}。",
)
LOCAL = Text(
    "The name stands before the @, but the mail comes from {host}, which anybody can have.",
    "名字在 @ 前面，但邮件来自 {host}，这个地址谁都可以有。",
)
DISPLAY = Text(
    "The sender calls itself by the name of the exchange, but the address is {host}.",
    "发件人名称用了交易所的名字，但实际地址是 {host}。",
)
ACCOUNT = Text(
    "An account that uses the name of the exchange and is not on the list: {host}.",
    "这个账号用了交易所的名字，但不在名单上：{host}。",
)
PAGE = Text(
    "A page that anybody can make at {host}, with the name of the exchange and bait such as a "
    "login.",
    "在 {host} 上谁都可以做的页面，用了交易所的名字，还有登录之类的诱饵。",
)
AVOID = Text(
    "Do not open it, answer it, or enter anything. If you already did, run `bfx-help sos`. The "
    "real one "
    "is {of}: type it yourself.",
    "不要打开、不要回复、不要输入任何内容。如果已经做了，请运行 `bfx-help sos`。真正的是 {of}："
    "请自己输入。",
)

# Unknown.
UNLISTED = Text(
    "It is not on the list: do not trust it for support, and give it nothing about your account.",
    "不在名单上：不要把它当作客服，也不要把任何账户信息给它。",
)
SHORT = Text(
    "It uses {word}, a short name of {of}, and is not on the official list.",
    "它用了 {of} 的简称 {word}，但不在官方名单上。",
)
SHORT_LURE = Text(
    "It puts {word}, a short name of {of}, beside a word such as support or login, and is not on "
    "the official list: {host}.",
    "它把 {of} 的简称 {word} 和“客服”“登录”之类的字眼放在一起，但不在官方名单上：{host}。",
)
ANY_POST = Text(
    "X opens a post by its number alone, whatever account the link names. Look at the account that "
    "the page shows.",
    "X 只按编号打开帖子，和链接里写的账号无关。请看打开的页面显示的是哪个账号。",
)
UNCONFIRMED = Text(
    "{listed} is named somewhere, but nothing official confirms it. Treat it as not official.",
    "有来源提到过 {listed}，但没有官方来源确认。请当作非官方处理。",
)
OTHER = Text(
    "{listed} only sounds alike. It is not the exchange.", "{listed} 只是名字相近，不是这家交易所。"
)
PHONE = Text(
    "There is no phone number on the list, so none is known to be support. Treat it as not "
    "official: do not call it, hang up if it calls you.",
    "名单上没有任何电话号码，所以没有一个能确认是客服电话。请当作非官方处理：不要打过去，对方打来就"
    "挂断。",
)
MESSENGER = Text(
    "No account of the exchange is known on {where}. Treat it as not official: add nobody, "
    "answer nothing.",
    "没有发现这家交易所有 {where} 账号。请当作非官方处理：不要加好友，不要回复。",
)
NAME_FREE = Text(
    "The name of the exchange, but not on a place that is on the list: anybody can have taken "
    "it. Treat "
    "it as not official.",
    "用的是交易所的名字，但这个地方不在名单上：谁都可以注册。请当作非官方处理。",
)
INVITE = Text(
    "The link does not show whose account or group it leads to. Treat it as not official.",
    "这个链接看不出通向谁的账号或群。请当作非官方处理。",
)
POST = Text(
    "The account is on the list, but not every page below it: posts, comments, messages and files "
    "there may be anybody's. Believe nothing in them that you cannot find on the official site.",
    "名单上的是账号本身，不是它下面的每个页面：那里的帖子、评论、消息和文件谁都可能发。在官方网站上"
    "找不到的，不要相信。",
)
MENTIONED = Text(
    "The name of the exchange stands only behind the host, {host}, which is not on the list. "
    "Anybody "
    "can write a page about it: treat it as not official.",
    "交易所的名字只出现在主机 {host} 后面，而这个主机不在名单上。谁都可以写这样的页面：请当作非"
    "官方处理。",
)
TWO_SENDERS = Text(
    "The name of the sender holds another address than the mail has. Treat it as forged.",
    "发件人名称里的地址和邮件实际的地址不同。请当作伪造处理。",
)
NO_CONTACT = Text(
    "There is no contact in it that could be judged: no link, mail address, account or phone "
    "number.",
    "里面没有可以判断的联系方式：没有链接、邮箱、账号或电话。",
)
NOT_ALONE = Text(
    "What stands beside the contact may change what it means. Enter each contact by itself.",
    "联系方式旁边还有别的内容，可能改变它的意思。请把每个联系方式单独输入。",
)
BESIDE = Text(
    "The contacts themselves are on the list. That says nothing about who wrote the message, nor "
    "about what else stands in it.",
    "联系方式本身在名单上。但这不说明消息是谁写的，也不说明其余内容可信。",
)
BESIDE_PLACE = Text(
    "Beside the contacts it names another way to get in touch: {word}. No support of the exchange "
    "is known there.",
    "联系方式旁边还提到了别的联系途径：{word}。没有发现这家交易所在那里设有客服。",
)
BESIDE_REMOTE = Text(
    "Beside the contacts it names a program for remote control: {word}. Nobody from support needs "
    "your screen.",
    "联系方式旁边提到了远程控制软件：{word}。客服不需要看您的屏幕。",
)
BESIDE_NUMBER = Text(
    "A number stands beside the contacts, which may be an account or a telephone: {word}.",
    "联系方式旁边有一串数字，可能是账号或电话：{word}。",
)
BESIDE_ADDRESS = Text(
    "An address for payments or a key stands beside the contacts: {word}. Send nothing there.",
    "联系方式旁边有收款地址或密钥：{word}。不要往那里转任何东西。",
)
BESIDE_WORD = Text(
    "Beside the contacts stands something that was not understood: {word}.",
    "联系方式旁边有看不懂的内容：{word}。",
)
PORT = Text(
    "It names a port of its own, {port}, which the pages of the exchange do not use.",
    "里面写了另外的端口 {port}，交易所的页面不用它。",
)
PLAIN_HTTP = Text(
    "It begins with http instead of https: on the way it can be read and changed. Type the address "
    "yourself, with https.",
    "以 http 而不是 https 开头：途中可能被偷看和篡改。请自己输入以 https 开头的网址。",
)
NUMBERS = Text(
    "It leads to a number instead of a name, so nobody can tell whose it is.",
    "它通向一串数字而不是域名，看不出属于谁。",
)
