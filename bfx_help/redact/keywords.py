"""What a word near a value can say about it; `words/keywords*.txt` holds the words."""

from enum import IntEnum, auto


class Meaning(IntEnum):
    """What a word says about the value beside it."""

    SEED = auto()
    KEY = auto()
    TOTP = auto()
    CODE = auto()
    BACKUP = auto()
    PASSWORD = auto()
    PIN = auto()
    API = auto()
    TOKEN = auto()
    CARD = auto()
    CVV = auto()
    IDENTITY = auto()
    PUBLIC = auto()  # a transaction, an address, a hash
    NUMBER = auto()  # an order, a ticket, an amount, a time
    ENTRY = auto()  # getting in, typing, how a word is spelt: a password may stand near
