"""Makes bfx_help/search/chinese.txt. Run it by hand, with two packages that nothing else needs:
`pip install opencc-python-reimplemented pypinyin`.

The characters that matter are those of GB 2312 (simplified) and of Big5's first level
(traditional); the folding comes from OpenCC's t2s table, the syllables from pypinyin.
"""

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-not-found,import-untyped,unused-ignore]
from pypinyin import Style, lazy_pinyin  # type: ignore[import-not-found,import-untyped,unused-ignore]

TARGET = Path(__file__).parents[1] / "bfx_help" / "search" / "chinese.txt"

# Folded although both are simplified: the same word is written with either.
VARIANTS = {"帐": "账", "帳": "账", "賬": "账", "妳": "你", "您": "你", "她": "他", "陆": "录"}
VARIANTS |= {"它": "他", "哪": "那", "嘛": "吗", "著": "着"}

# pypinyin's first choice is the rarer reading in questions, or two readings are common.
READINGS = {
    "行": "xing hang", "重": "zhong chong", "长": "chang zhang", "率": "lv", "还": "hai huan",
    "都": "dou du", "了": "le liao", "着": "zhe zhao", "调": "tiao diao", "便": "bian pian",
    "会": "hui kuai", "没": "mei", "什": "shen shi", "给": "gei", "觉": "jue jiao",
    "降": "jiang", "传": "chuan", "藏": "cang zang", "校": "xiao jiao", "乐": "le yue",
    "得": "de dei", "地": "di de", "的": "de", "卡": "ka", "提": "ti", "单": "dan", "和": "he",
    "参": "can shen", "系": "xi", "差": "cha", "薄": "bao bo", "血": "xue xie", "落": "luo la",
}  # fmt: skip


def double_bytes(encoding: str, first: range, second: range) -> str:
    """Every character that a two-byte encoding knows in these rows, in its order."""
    cells = (bytes((row, column)) for row in first for column in second)
    return "".join(cell.decode(encoding, "ignore") for cell in cells)


def folds(simplify: OpenCC) -> dict[str, str]:
    """From traditional character to simplified, where they differ."""
    big5 = double_bytes("big5", range(0xA4, 0xC7), range(0x40, 0xFF))
    pairs = {char: str(simplify.convert(char)) for char in big5 if "一" <= char <= "鿿"}
    return {old: new for old, new in (pairs | VARIANTS).items() if old != new and len(new) == 1}


def syllables(characters: str) -> dict[str, str]:
    """From syllable to its characters, those of `READINGS` left out."""
    found: defaultdict[str, str] = defaultdict(str)
    for char in characters:
        if char not in READINGS:
            found[lazy_pinyin(char, style=Style.NORMAL, v_to_u=False)[0]] += char
    return found


def main() -> None:
    """Writes the file."""
    characters = double_bytes("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    made = f"OpenCC {version('opencc-python-reimplemented')}, pypinyin {version('pypinyin')}"
    fold = folds(OpenCC("t2s"))
    lines = [f"# Made by tests/make_tables.py ({made}): do not edit."]
    lines += ["".join(fold), "".join(fold.values())]
    lines += [" ".join("/".join((char, *READINGS[char].split())) for char in READINGS)]
    lines += [f"{key} {chars}" for key, chars in sorted(syllables(characters).items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
