"""What a rule of `redact` found: the kinds of secrets, and how each is named where it stood."""

import re
from enum import StrEnum
from typing import NamedTuple


class SecretKind(StrEnum):
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
    SecretKind.SEED: "seed phrase",
    SecretKind.KEY: "private key",
    SecretKind.KEYSTORE: "wallet file",
    SecretKind.TOTP: "authenticator secret",
    SecretKind.CODE: "one-time code",
    SecretKind.BACKUP: "backup code",
    SecretKind.PASSWORD: "passcode",
    SecretKind.PIN: "PIN",
    SecretKind.API: "API key",
    SecretKind.TOKEN: "access token",
    SecretKind.CARD: "card number",
    SecretKind.CVV: "card security code",
    SecretKind.IDENTITY: "identity number",
    SecretKind.ACCOUNT: "bank account number",
    SecretKind.UNCLEAR: "key or transaction id",
}

PLACEHOLDER = re.compile(
    r"\[hidden: (?:" + "|".join(LABELS.values()) + r"), [0-9]{1,9} (?:word|character)s?\]"
)
"""Exactly what `HiddenPassage.placeholder` writes: other text in such brackets is ordinary text."""


class Span(NamedTuple):
    """A passage that a rule would hide; `ask` where only the user can tell."""

    start: int
    end: int
    kind: SecretKind
    reason: str
    ask: bool = False


class HiddenPassage(NamedTuple):
    """A passage that was hidden, by its place in the original text; never its value.

    `length` counts words for a seed phrase and characters otherwise. `label` and `placeholder` are
    plain ASCII.
    """

    kind: SecretKind
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
        """The text that replaces the secret."""
        unit = "word" if self.kind is SecretKind.SEED else "character"
        return f"[hidden: {self.label}, {self.length} {unit}{'' if self.length == 1 else 's'}]"
