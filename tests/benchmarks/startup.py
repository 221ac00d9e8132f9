"""What a whole command costs, as ratios to `python -c "import typer"`: run it by hand."""

import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bfx_help.content import shipped

ROUNDS = 15
PROGRAM = "from bfx_help.__main__ import run; run()"
# Not `ru_maxrss`, which remembers how large the process was before it became this program.
PEAK = "print(open('/proc/self/status').read())"
WEIGHED = f"""
import gc, sys
from bfx_help.__main__ import MUCH
gc.set_threshold(MUCH)
from bfx_help.cli import main
main(sys.argv[1:])
{PEAK}
"""


class Start(NamedTuple):
    """A command, and at most how many times as much as `import typer` it is to cost. With `until`
    it runs on a terminal, and is stopped where that text appears; "" is its end."""

    arguments: tuple[str, ...]
    most: float
    aim: float
    until: str | None = None

    def __str__(self) -> str:
        return " ".join(self.arguments) + ("" if self.until is None else " (terminal)")


QUERY = "faq", "search", "withdrawal stuck"
STARTS = (
    Start(("--version",), 1.3, 1.1),
    Start(("--help",), 1.3, 1.1),
    Start(("checklist",), 1.5, 1.2),
    Start(QUERY, 1.7, 1.4),
    Start(("faq", "search", "witdrawal stuk"), 1.7, 1.4),
    Start(("faq", "search", "提现一直处理中"), 1.7, 1.4),
    Start(("faq", "search", "--help"), 1.4, 1.2),
    Start(("ask", "--help"), 1.4, 1.2),
    Start(("checklist", "nonsense"), 1.4, 1.2),
    Start(("serch",), 1.4, 1.2),
    Start(("checklist",), 2.0, 2.0, ""),
    Start(QUERY, 2.0, 2.0, shipped().interface["faq-open"].en[:15]),
    Start(("--help",), 2.5, 2.5, ""),
    Start(("ask", "--no-save"), 2.8, 2.8, "[1/"),
)


def piped(arguments: list[str], environment: Mapping[str, str]) -> float:
    """The processor time of a command whose output nobody sees."""
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in range(3)]
    process = os.posix_spawn(sys.executable, arguments, environment, file_actions=actions)
    used = os.wait4(process, 0)[2]
    os.close(null)
    return used.ru_utime + used.ru_stime


def on_terminal(arguments: list[str], environment: Mapping[str, str], until: str) -> float:
    """The processor time of a command on a terminal, until it has shown that text."""
    process, terminal = pty.fork()
    if not process:
        os.execve(sys.executable, arguments, environment)
    seen = b""
    while not until or until.encode() not in re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", seen):
        try:
            some = os.read(terminal, 1 << 16)
        except OSError:  # so Linux says that nobody writes any more
            break
        if not some:
            break
        if b"\x1b[6n" in some:  # where is the cursor?
            os.write(terminal, b"\x1b[1;1R")
        seen += some
    os.kill(process, signal.SIGKILL)
    used = os.wait4(process, 0)[2]
    os.close(terminal)
    return used.ru_utime + used.ru_stime


def cost(start: Start, environment: Mapping[str, str]) -> float:
    """The processor time of one run."""
    arguments = [sys.executable, "-c", PROGRAM, *start.arguments]
    if start.until is None:
        return piped(arguments, environment)
    return on_terminal(arguments, environment, start.until)


def peak(code: str, *arguments: str, environment: Mapping[str, str]) -> int:
    """The most memory that this program takes, in KiB."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, check=True
    )
    found = re.search(rb"VmHWM:\s+(\d+)", done.stdout)
    return int(found[1]) if found else 0


def main() -> None:
    """Prints the ratios; the commands take turns, so that a busy machine disturbs all alike."""
    with tempfile.TemporaryDirectory() as home:
        os.chdir(home)
        environment = {
            **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
            **{"BFX_HELP_HOME": home, "BFX_HELP_LANG": "en", "TERM": "xterm", "HOME": home},
        }
        typer = [sys.executable, "-c", "import typer"]
        costs: list[list[float]] = []
        for _ in range(ROUNDS + 1):  # the first only warms up
            base = piped(typer, environment)
            costs.append([base, *(cost(start, environment) for start in STARTS)])
        base, *others = (median(one) for one in zip(*costs[1:], strict=True))
        for start, used in zip(STARTS, others, strict=True):
            say(str(start), used / base, start.most, start.aim)
        if Path("/proc/self/status").exists():
            bare = peak(PEAK, environment=environment)
            full = peak(WEIGHED, *QUERY, environment=environment)
            say("memory of faq search, to bare Python's", full / bare, 2.8, 2.8)


def say(what: str, ratio: float, most: float, aim: float) -> None:
    """Write one line."""
    sys.stdout.write(f"{what:40} {ratio:5.2f}   at most {most}, aim {aim}\n")


if __name__ == "__main__":
    main()
