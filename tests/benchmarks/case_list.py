"""The time of `case list` with 10,000 cases against that with none, as ratios: run it by hand."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bfx_help import cases
from bfx_help.cases import Log, NewCase, StoredText
from bfx_help.content import shipped
from bfx_help.model import Own
from tests import NOW

CASES = 10_000
# Not `ru_maxrss`, which also counts the process that this one came from.
WEIGHED = """
import sys
from bfx_help.cli import main
main(sys.argv[1:])
print(open("/proc/self/status").read())
"""
ROUNDS = 7
COMMANDS = (
    ["list"],
    ["list", "--topic", "deposit"],
    ["list", "--overdue"],
    ["list", "--closed"],
    ["list", "--json"],
    ["show", "1"],
)


def fill(home: Path, number: int) -> None:
    """A log of so many cases, each with the texts of an ordinary request."""
    letter = StoredText(Own("Please look at this. " * 60), Own("请查看此事。" * 60))
    topics = ("withdrawal", "deposit", "account", "trading")
    plan = cases.EscalationPlan(shipped().escalation, shipped().facts)
    with cases.open_log(home) as connection:
        connection.execute("pragma synchronous = off")
        log = Log(connection, plan, NOW)
        for place in range(number):
            about = StoredText(Own(f"Request {place}"), Own(f"请求 {place}"))
            sent = f"2026-{place % 10 + 1:02}-{place % 28 + 1:02}T08:00Z"
            answers = {"wd-id": Own(str(place))}
            topic = topics[place % 4]
            log.add(NewCase(topic, "ticket", Own(""), about, sent, answers, {"letter": letter}))


def seconds(home: Path, command: list[str]) -> float:
    """The least time that the command takes."""
    environment = {**os.environ, "BFX_HELP_HOME": str(home), "BFX_HELP_NOW": NOW.isoformat()}
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "bfx_help", "case", *command],
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        times.append(time.perf_counter() - start)
    return min(times)


def peak(home: Path, command: list[str]) -> int:
    """The most memory that the command takes, in KiB."""
    done = subprocess.run(
        [sys.executable, "-c", WEIGHED, "case", *command],
        env={**os.environ, "BFX_HELP_HOME": str(home), "BFX_HELP_NOW": NOW.isoformat()},
        capture_output=True,
        check=True,
    )
    return int(re.findall(rb"VmHWM:\s+(\d+)", done.stdout)[-1])


def main() -> None:
    """Prints the ratios, and the most memory that a command took."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        fill(few, 1)
        fill(many, CASES)
        size = (many / "cases.sqlite").stat().st_size // 1_000_000
        sys.stdout.write(f"{CASES} cases in {size} MB\n")
        for command in COMMANDS:
            seconds(few, command)  # the first start makes the compiled copy of the content
            ratio = seconds(many, command) / seconds(few, command)
            sys.stdout.write(f"case {' '.join(command):24} {ratio:5.2f} times as long\n")
        if Path("/proc/self/status").exists():
            most = max(peak(many, command) for command in COMMANDS) // 1024
            sys.stdout.write(f"at most {most} MiB\n")


if __name__ == "__main__":
    main()
