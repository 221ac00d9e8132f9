"""The checksums of addresses, keys, cards and documents: a valid one tells them from a lookalike.

`hashlib` loads OpenSSL (3 ms), so it stands inside the functions that need it.
"""

import base64
import binascii

BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
RIPPLE = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
SEED_LENGTHS = (12, 15, 18, 21, 24)
"""The numbers of words that a BIP39 phrase may have."""
_TWEAKS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def sha256(data: bytes) -> bytes:
    """The SHA-256 digest."""
    import hashlib

    return hashlib.sha256(data).digest()


def base58(text: str, alphabet: str = BITCOIN) -> bytes | None:
    """The bytes of a base58 text; None if a character is none of its alphabet."""
    if not text or any(sign not in alphabet for sign in text):
        return None
    value = 0
    for sign in text:
        value = value * 58 + alphabet.index(sign)
    zeros = len(text) - len(text.lstrip(alphabet[0]))
    return bytes(zeros) + value.to_bytes((value.bit_length() + 7) // 8, "big")


def base58_check(text: str, alphabet: str = BITCOIN) -> bytes | None:
    """Version and payload of a base58 text whose four check bytes are right."""
    data = base58(text, alphabet)
    if not data or len(data) < 5:
        return None
    return data[:-4] if sha256(sha256(data[:-4]))[:4] == data[-4:] else None


def bech32(text: str) -> tuple[str, int] | None:
    """The part before the last 1 and the constant (1: bech32, 0x2BC830A3: bech32m), if right."""
    if text.lower() != text != text.upper():
        return None
    prefix, separator, data = text.lower().rpartition("1")
    if not separator or not prefix or len(data) < 6 or any(sign not in _BECH32 for sign in data):
        return None
    values = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    check = 1
    for value in values + [_BECH32.index(sign) for sign in data]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, tweak in enumerate(_TWEAKS):
            check ^= tweak if top >> bit & 1 else 0
    return (prefix, check) if check in (1, 0x2BC830A3) else None


def stellar(text: str) -> bool:
    """Whether a Stellar address (56 characters of base32) has the right check bytes."""
    data = base64.b32decode(text)
    return binascii.crc_hqx(data[:-2], 0) == int.from_bytes(data[-2:], "little")


def algorand(text: str) -> bool:
    """Whether an Algorand address (58 characters of base32) has the right check bytes."""
    import hashlib

    data = base64.b32decode(text + "=" * 6)
    return hashlib.new("sha512_256", data[:32]).digest()[-4:] == data[32:]


def ton(text: str) -> bool:
    """Whether a TON address (48 characters of base64) has the right check bytes."""
    try:
        data = base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_"))
    except ValueError:  # of another alphabet
        return False
    return len(data) == 36 and binascii.crc_hqx(data[:-2], 0) == int.from_bytes(data[-2:], "big")


def polkadot(text: str) -> bool:
    """Whether an SS58 address of 32 bytes has the right check bytes."""
    data = base58(text) or b""
    if len(data) not in (35, 36):
        return False
    import hashlib

    return hashlib.blake2b(b"SS58PRE" + data[:-2]).digest()[:2] == data[-2:]


def ethereum(text: str) -> bool:
    """Whether the capitals of an Ethereum address fit it (EIP-55); of one without, true."""
    body = text[2:]
    if body in (body.lower(), body.upper()):
        return True
    digest = keccak(body.lower().encode()).hex()
    return all(
        sign.isdigit() or sign.isupper() == (int(nibble, 16) > 7)
        for sign, nibble in zip(body, digest, strict=False)
    )


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
    if len(indexes) not in SEED_LENGTHS:
        return False
    bits = "".join(f"{index:011b}" for index in indexes)
    size = len(bits) * 32 // 33
    entropy = int(bits[:size], 2).to_bytes(size // 8, "big")
    digest = f"{sha256(entropy)[0]:08b}"
    return bits[size:] == digest[: len(bits) - size]


_ROTATIONS = (
    (0, 36, 3, 41, 18), (1, 44, 10, 45, 2), (62, 6, 43, 15, 61), (28, 55, 25, 21, 56),
    (27, 20, 39, 8, 14),
)  # fmt: skip
_WORD = (1 << 64) - 1


def keccak(data: bytes) -> bytes:
    """Keccak-256 of at most 135 bytes: the SHA-3 of before the standard, not in `hashlib`."""
    block = bytearray(data.ljust(136, b"\0"))
    block[len(data)] ^= 1
    block[135] ^= 0x80
    state = [[0] * 5 for _ in range(5)]
    for lane in range(17):
        state[lane % 5][lane // 5] = int.from_bytes(block[lane * 8 : lane * 8 + 8], "little")
    register = 1
    for _ in range(24):
        state = _mixed(state)
        for power in range(7):
            state[0][0] ^= (register & 1) << ((1 << power) - 1)
            register = register << 1 ^ (0x171 if register & 0x80 else 0)
    return b"".join(state[lane][0].to_bytes(8, "little") for lane in range(4))


def _mixed(state: list[list[int]]) -> list[list[int]]:
    columns = [a ^ b ^ c ^ d ^ e for a, b, c, d, e in state]
    state = [
        [lane ^ columns[x - 1] ^ _rotated(columns[(x + 1) % 5], 1) for lane in state[x]]
        for x in range(5)
    ]
    moved = [[0] * 5 for _ in range(5)]
    for x in range(5):
        for y in range(5):
            moved[y][(2 * x + 3 * y) % 5] = _rotated(state[x][y], _ROTATIONS[x][y])
    return [
        [moved[x][y] ^ (~moved[(x + 1) % 5][y] & moved[(x + 2) % 5][y] & _WORD) for y in range(5)]
        for x in range(5)
    ]


def _rotated(word: int, bits: int) -> int:
    return (word << bits | word >> (64 - bits)) & _WORD
