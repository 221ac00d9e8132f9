"""What `verify` tells: the reason of each rule. Its words are content, by its name."""

from bfx_help.model import Reason
from bfx_help.plain import defang, header


def say(reason: Reason, **values: str) -> Reason:
    """The reason with what its words name; foreign text is made harmless and links are broken."""
    shown = {name: defang(header(value, 120)) for name, value in values.items()}
    # The name of the real thing is for typing, so it stays as it is.
    shown |= {name: header(values[name]) for name in ("of", "listed") if name in values}
    return reason._replace(values=tuple(shown.items()))


# Official.
BELOW = Reason("below")
TYPE_IT = Reason("type-it")
FORGED = Reason("forged")
MAILBOX = Reason("mailbox")
NO_FIRST_MESSAGE = Reason("no-first-message")
ELSEWHERE = Reason("elsewhere")

# Imitation: what gives it away.
ENDING = Reason("ending")
FRONT = Reason("front")
ADDED = Reason("added")
TYPO = Reason("typo")
SCRIPT = Reason("script")
DIGITS = Reason("digits")
SPLIT = Reason("split")
USER = Reason("user")
HIDDEN = Reason("hidden")
ENCODED = Reason("encoded")
BACKSLASH = Reason("backslash")
SLASH = Reason("slash")
DOTS = Reason("dots")
WIDE = Reason("wide")
SCHEME = Reason("scheme")
ODD = Reason("odd")
SENDS_ON = Reason("sends-on")
SHOWN = Reason("shown")
LOCAL = Reason("local")
DISPLAY = Reason("display")
ACCOUNT = Reason("account")
PAGE = Reason("page")
AVOID = Reason("avoid")

# Unknown.
UNLISTED = Reason("unlisted")
SHORT = Reason("short")
SHORT_LURE = Reason("short-lure")
ANY_POST = Reason("any-post")
UNCONFIRMED = Reason("unconfirmed")
OTHER = Reason("other")
PHONE = Reason("phone")
MESSENGER = Reason("messenger")
NAME_FREE = Reason("name-free")
INVITE = Reason("invite")
POST = Reason("post")
MENTIONED = Reason("mentioned")
TWO_SENDERS = Reason("two-senders")
NO_CONTACT = Reason("no-contact")
NOT_ALONE = Reason("not-alone")
BESIDE = Reason("beside")
BESIDE_PLACE = Reason("beside-place")
BESIDE_REMOTE = Reason("beside-remote")
BESIDE_NUMBER = Reason("beside-number")
BESIDE_ADDRESS = Reason("beside-address")
BESIDE_WORD = Reason("beside-word")
PORT = Reason("port")
PLAIN_HTTP = Reason("plain-http")
NUMBERS = Reason("numbers")
