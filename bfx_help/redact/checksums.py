"""Encodings that prove themselves: a valid checksum tells a key from a lookalike."""

import binascii

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def sha256(data: bytes) -> bytes:
    """The SHA-256 digest."""
    import hashlib  # takes 8 ms, and few texts hold what has a checksum

    return hashlib.sha256(data).digest()


def base58(text: str, alphabet: str = BITCOIN) -> bytes | None:
    """The bytes of a base58 text, or None where a character does not belong to it."""
    number = 0
    for character in text:
        digit = alphabet.find(character)
        if digit < 0:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base58check(text: str, alphabet: str = BITCOIN) -> bytes | None:
    """The payload of a Base58Check text, or None where the checksum is wrong."""
    raw = base58(text, alphabet)
    if raw is None or len(raw) < 5:
        return None
    payload, check = raw[:-4], raw[-4:]
    return payload if sha256(sha256(payload))[:4] == check else None


def bech32(text: str) -> bool:
    """Whether the checksum of a bech32 or bech32m text is right."""
    lower = text.lower()
    prefix, separator, data = lower.rpartition("1")
    if not separator or not prefix or any(c not in _BECH32 for c in data):
        return False
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    check = 1
    for value in values + [_BECH32.index(c) for c in data]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            check ^= generator if top >> bit & 1 else 0
    return check in (1, 0x2BC830A3)


def ss58(text: str) -> bool:
    """Whether this is a Substrate address (Polkadot and its kin) with a valid checksum."""
    raw = base58(text)
    if raw is None or len(raw) not in (35, 36):
        return False
    import hashlib  # takes 8 ms

    return hashlib.blake2b(b"SS58PRE" + raw[:-2]).digest()[:2] == raw[-2:]


def ton(text: str) -> bool:
    """Whether this is a TON address: 36 bytes, the last two a CRC of the others."""
    try:
        raw = binascii.a2b_base64(text.replace("-", "+").replace("_", "/"))
    except ValueError:  # of another alphabet, or no base64
        return False
    return len(raw) == 36 and binascii.crc_hqx(raw[:34], 0).to_bytes(2, "big") == raw[34:]


def luhn(digits: str) -> bool:
    """Whether the last digit of a card number fits the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def resident_id(text: str) -> bool:
    """Whether this is a Chinese resident identity number: with a date, and the right last place."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    month, day = int(text[10:12]), int(text[12:14])
    dated = text[6:8] in ("18", "19", "20") and 1 <= month <= 12 and 1 <= day <= 31
    total = sum(weight * int(digit) for weight, digit in zip(weights, text, strict=False))
    return dated and "10X98765432"[total % 11] == text[17].upper()


def seed_checksum(indexes: list[int]) -> bool:
    """Whether the words of a BIP39 phrase, by their place in the list, fit together."""
    bits = "".join(f"{index:011b}" for index in indexes)
    size = len(bits) * 32 // 33
    entropy = int(bits[:size], 2).to_bytes(size // 8, "big")
    digest = f"{sha256(entropy)[0]:08b}"
    return bits[size:] == digest[: len(bits) - size]
