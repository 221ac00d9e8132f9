"""What a rule of `redact` found: the kinds of secrets, and how each is named where it stood."""

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a hidden passage was, or looked like."""

    SEED = "seed"
    KEY = "key"
    KEYSTORE = "keystore"
    TOTP = "totp"
    CODE = "code"
    BACKUP = "backup-code"
    PASSWORD = "password"
    PIN = "pin"
    API = "api"
    TOKEN = "token"
    CARD = "card"
    CVV = "cvv"
    IDENTITY = "identity"
    ACCOUNT = "bank-account"
    UNCLEAR = "unclear"


# "passcode": a password may well contain the word "password", which would then seem to stay.
LABELS = {
    Kind.SEED: "seed phrase",
    Kind.KEY: "private key",
    Kind.KEYSTORE: "wallet file",
    Kind.TOTP: "authenticator secret",
    Kind.CODE: "one-time code",
    Kind.BACKUP: "backup code",
    Kind.PASSWORD: "passcode",
    Kind.PIN: "PIN",
    Kind.API: "API key",
    Kind.TOKEN: "access token",
    Kind.CARD: "card number",
    Kind.CVV: "card security code",
    Kind.IDENTITY: "identity number",
    Kind.ACCOUNT: "bank account number",
    Kind.UNCLEAR: "key or transaction id",
}

PLACEHOLDER = re.compile(
    r"\[hidden: (?:" + "|".join(LABELS.values()) + r"), [0-9]{1,9} (?:word|character)s?\]"
)
"""Exactly what `Found.placeholder` writes: anything else in such brackets is read as text."""


class Span(NamedTuple):
    """A passage that a rule would hide; `ask` where only the user can tell."""

    start: int
    end: int
    kind: Kind
    reason: str
    ask: bool = False


class Found(NamedTuple):
    """A passage that was hidden, by its place in the original text; never its value.

    `length` counts words for a seed phrase and characters otherwise. `label` and `placeholder` are
    plain ASCII.
    """

    kind: Kind
    start: int
    end: int
    reason: str
    length: int
    ask: bool

    @property
    def label(self) -> str:
        """The kind in English words, as the placeholder has it."""
        return LABELS[self.kind]

    @property
    def placeholder(self) -> str:
        """What stands in the text instead of the secret."""
        unit = "word" if self.kind is Kind.SEED else "character"
        return f"[hidden: {self.label}, {self.length} {unit}{'' if self.length == 1 else 's'}]"
