"""What a rule of `redact` found: the kinds of secrets, and how each is named where it stood."""

import re
from enum import StrEnum
from typing import NamedTuple


class SecretKind(StrEnum):
    """What a hidden passage was, or looked like, each kind with its label in English words."""

    label: str

    def __new__(cls, name: str, label: str = "") -> "SecretKind":
        """A kind with its label."""
        kind = str.__new__(cls, name)
        kind._value_, kind.label = name, label
        return kind

    SEED = "seed", "seed phrase"
    KEY = "key", "private key"
    KEYSTORE = "keystore", "wallet file"
    TOTP = "totp", "authenticator secret"
    CODE = "code", "one-time code"
    BACKUP = "backup-code", "backup code"
    PASSWORD = "password", "passcode"  # it may contain the word "password", which would stay
    PIN = "pin", "PIN"
    API = "api", "API key"
    TOKEN = "token", "access token"
    GIFT = "gift-code", "gift card code"
    CARD = "card", "card number"
    CVV = "cvv", "card security code"
    IDENTITY = "identity", "identity number"
    ACCOUNT = "bank-account", "bank account number"
    UNCLEAR = "unclear", "key or transaction id"


_LABELS = "|".join(kind.label for kind in SecretKind)
PLACEHOLDER = re.compile(rf"\[hidden: (?:{_LABELS}), [0-9]{{1,9}} (?:word|character)s?\]")
"""Exactly what `HiddenPassage.placeholder` writes: other text in such brackets is ordinary text."""


class Span(NamedTuple):
    """A passage that a rule would hide; `ask` where only the user can tell."""

    start: int
    end: int
    kind: SecretKind
    reason: str
    ask: bool = False


class HiddenPassage(NamedTuple):
    """A hidden passage by its place in the original text, never its value. `length` counts the
    words of a seed phrase, else characters."""

    kind: SecretKind
    start: int
    end: int
    reason: str
    length: int
    ask: bool

    @property
    def placeholder(self) -> str:
        """The text that replaces the secret."""
        unit = "word" if self.kind is SecretKind.SEED else "character"
        return f"[hidden: {self.kind.label}, {self.length} {unit}{'' if self.length == 1 else 's'}]"
