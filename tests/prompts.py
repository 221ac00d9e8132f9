"""Prompts to test a terminal by; apart, since a program that shows them has to start quickly."""

from bfx_help.terminal import Choice, Prompt

WORDS = {
    "terminal-warning": "Warning: $text",
    "terminal-default": "Enter: $default",
    "terminal-keys-choice": "Arrows or a number, then Enter.",
    "terminal-keys-several": "Space marks.",
    "terminal-keys-text": "Type, then Enter.",
    "terminal-keys-search": "A number, or words.",
    "terminal-lines-search": "A number, or words.",
    "terminal-lines-choice": "Type a number.",
    "terminal-lines-several": "Type numbers.",
    "terminal-lines-text": "Type a line.",
    "terminal-no-option": "Please type one of $options",
    "terminal-no-number": "There is no $number.",
    "terminal-no-such": "No option has $text.",
    "terminal-sought": "Looking for $text.",
    "terminal-search": "Enter searches for $text.",
    "terminal-none-marked": "Nothing is marked.",
    "terminal-pasted": "[paste $number: $count characters]",
    "terminal-lines": "(and $count more)",
}
STATES = Prompt(
    "What is its state?",
    (
        Choice("processing", "Processing"),
        Choice("completed", "Completed", hint="with a transaction id"),
        Choice("not-seen", "None of these", zero=True),
    ),
    counter="2/9",
)
MANY = Prompt("Which one?", tuple(Choice(f"o{n}", f"Option {n}") for n in range(1, 16)))
DONE = Prompt(
    "Which of these?",
    (
        Choice("reset", "重置密码"),
        Choice("mail", "换注册邮箱"),
        Choice("address", "改地址"),
        Choice("none", "都没有", zero=True, alone=True),
    ),
    several=True,
)
NETWORKS = Prompt(
    "Which network?",
    (
        Choice("ethereum", "Ethereum (ERC20)"),
        Choice("tron", "TRON (TRC20)"),
        Choice("bitcoin", "Bitcoin"),
    ),
)
TEXT = Prompt("When was it?", hint="For example: 26h")
LONG = Prompt(
    "哪一个?",
    (
        Choice("a", "提现一直显示处理中，已经超过了文章里写的时间，链上也查不到"),
        Choice("b", "别的"),
    ),
)
