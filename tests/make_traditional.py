"""Makes bfx_help/content/traditional.txt. Run it by hand, with a package that nothing else needs:
`pip install opencc-python-reimplemented`.

Characters and words come from OpenCC's tables: the characters of GB 2312 as Taiwan writes them
(s2tw), the words of `WORDS` whose characters have several forms (复, 干, 松 ...), and those of
`TAIWAN` that have another name there (s2twp). All of OpenCC's phrases would be a megabyte, and
would write 这只能 as 這隻能; all of its names would turn a review that is passed (通过) into one
that is passed through (透過).
"""

from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-not-found,import-untyped,unused-ignore]

TARGET = Path(__file__).parents[1] / "bfx_help" / "content" / "traditional.txt"

# Where OpenCC's first form is the rarer one on a page about accounts.
CHARACTERS = {"账": "帳", "钟": "鐘", "签": "簽", "台": "台", "杆": "桿", "干": "干", "周": "週"}

WORDS = """
    恢复 回复 答复 反复 复制 重复 复用 复印 复杂 复数 复印件 重复用 复合 复利 批复 复查 复议
    备注 标注 注册 注明 注销 脚注 注释 批注
    联系 维系 关系 系数 系上 系统 标签 抽签 汇总 词汇 字汇 头发 理发 发型 白发
    若干 相干 干预 干扰 干涉 干净 干燥 饼干 干脆 干掉 干活 能干 主干 骨干 干部
    克里 里亚 里程 公里 英里 里约热内卢 里斯本 巴里 阿里 皇后 太后 王后
    获准 批准 核准 准许 准予 不准 准入 日志 标志 杂志 宽松 放松 松开 轻松
    合并 一并 并入 吞并 归并 兼并 尽快 尽可能 尽量 尽管 尽早 尽先
    周围 周到 周转 周边 众所周知 周密 周折 四周 圆周
    面条 面粉 面包 手表 钟表 旧表 秒表 电表 几乎 茶几 划船 划算 山谷 谷歌 谷底 稻谷
    台风 柜台 冲突 冲击 征求 特征 象征 征信 关注 采访 游说 丑闻 制造 制作 制成 研制 复制品
    出发 沈阳 于是 折叠 存折 奏折 批斗 斗争 只身 一只 两只 船只 致密 精致 细致 别扭 借口 凭借
"""
"""Words that are written with the form that is not the first of its character, or that keep the
words beside them from being read across their border."""

OWN = {
    "复核": "覆核", "复查": "複查", "一只": "一只", "两只": "兩只", "别扭": "彆扭", "准入": "准入",
    "周围": "周圍", "周到": "周到", "周转": "周轉", "周边": "周邊", "众所周知": "眾所周知",
    "周密": "周密", "周折": "周折", "四周": "四周", "圆周": "圓周", "相干": "相干",
    "谷歌": "谷歌", "批复": "批覆",
}  # fmt: skip

TAIWAN = """
    信息 网络 移动网络 链接 登录 设置 短信 默认 软件 硬件 屏幕 搜索 打印 数据 剪贴板 服务器 密钥
    加载 导出 粘贴 黑客 文件夹 视频 视频通话 激活 缓存 字符 菜单 在线 创建 博客
"""


def simplified() -> str:
    """The characters of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def main() -> None:
    """Writes the file."""
    plain, named = OpenCC("s2tw").convert, OpenCC("s2twp").convert
    characters = {char: str(plain(char)) for char in simplified()} | CHARACTERS
    table = {old: new for old, new in characters.items() if old != new}
    words = {word: str(plain(word)) for word in WORDS.split()}
    words |= {word: str(named(word)) for word in TAIWAN.split()} | OWN
    lines = [
        f"# Made by tests/make_traditional.py (OpenCC {version('opencc-python-reimplemented')},"
        " Apache License 2.0): do not edit.",
        "".join(table),
        "".join(table.values()),
        " ".join(f"{old}/{new}" for old, new in sorted(words.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
