"""The `verify`, `redact` and `forget` commands."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any, TextIO

from bfx_help.cli.desk import Desk
from bfx_help.cli.pages import wrapped, write
from bfx_help.model import Problem, Verdict
from bfx_help.plain import defang, plain, plain_json

LARGEST = 2_000_000
"""Characters of a text that are looked at; more is refused."""

_CODES = {"imitation": 3, "unknown": 4, "official": 0}


def verify(desk: Desk, contacts: tuple[str, ...], as_data: bool) -> int:
    """Judge contacts, or with `-` those of a message; the exit code is that of the worst."""
    from bfx_help import verify as verifying

    official = tuple(desk.content.official.values())
    if contacts == ("-",):
        found = verifying.judge(_read(desk, None), official)
    else:
        found = tuple(verifying.verify(one, official) for one in contacts)
    for one in found:
        write(_verdict_line(desk, one) if as_data else _verdict(desk, one))
    if not found and not as_data:
        write(desk.word("verify-nothing"))
    worst = {_CODES[one.verdict] for one in found}
    return next((code for code in (3, 4, 0) if code in worst), 4)


def _verdict_line(desk: Desk, one: Verdict) -> str:
    reasons = [desk(reason) for reason in one.reasons]
    data = {"input": one.input, "verdict": one.verdict, "of": one.of, "reasons": reasons}
    return plain_json(json.dumps(data, ensure_ascii=False))


def _verdict(desk: Desk, one: Verdict) -> str:
    shown = plain(one.input, "") if one.verdict == "official" else defang(plain(one.input, ""))
    key = f"verify-{one.verdict}"
    said = desk.word(key, of=plain(one.of or "", ""))
    listed = next((it for it in desk.content.official.values() if it.contact == one.of), None)
    if one.verdict == "official" and listed:
        said = f"{said} {desk.basis(listed.facts)}"
    return wrapped(
        [f"{shown}", f"  {said}", *(f"  - {desk(reason)}" for reason in one.reasons)], "    "
    )


def redact(desk: Desk, file: Path | None, as_data: bool) -> int:
    """Print a text with its secrets taken out; what was hidden is told on standard error."""
    from bfx_help.redact import redact as redacting

    found = redacting(_read(desk, file))
    if as_data:
        write(_redacted_data(found))
        return 0
    sys.stdout.write(plain(found.text))
    sys.stdout.flush()
    for one in found.found:
        kind = desk.word(f"hidden-{one.kind}")
        said = desk.word("hidden", kind=kind, length=one.end - one.start)
        print(said, file=sys.stderr)  # noqa: T201 - the text alone goes to standard output
    return 0


def _redacted_data(found: Any) -> str:
    passages = [
        {"kind": one.kind, "start": one.start, "end": one.end, "reason": one.reason}
        for one in found.found
    ]
    data = {"text": found.text, "found": passages, "ask": list(found.asked)}
    return plain_json(json.dumps(data, ensure_ascii=False))


def _read(desk: Desk, file: Path | None) -> str:
    """A file or standard input as text; bytes that are no UTF-8 become a sign for them."""
    try:
        if file is None:
            text = sys.stdin.read(LARGEST + 1)
        else:
            text = file.read_bytes()[: 4 * LARGEST].decode("utf-8", "replace")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(desk.word("cannot-read", path=file, reason=reason)) from None
    if len(text) > LARGEST:
        raise Problem(desk.word("too-large", number=LARGEST))
    return text


def forget(desk: Desk, yes: bool, stdin: TextIO, environment: dict[str, str]) -> int:
    """Show what is kept on this computer, and delete it after asking."""
    home = desk.settings.home
    kept = sorted(path for path in home.rglob("*") if path.is_file()) if home.is_dir() else []
    if not kept:
        write(desk.word("forget-nothing", path=home))
        return 0
    write(
        "\n".join(
            [desk.word("forget-kept", path=home), *(f"  {plain(str(path), '')}" for path in kept)]
        )
    )
    if not yes and not _agreed(desk, environment):
        write(desk.word("forget-left"))
        return 1
    try:
        shutil.rmtree(home)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(desk.word("forget-failed", path=home, reason=reason)) from None
    write(desk.word("forget-done"))
    return 0


def _agreed(desk: Desk, environment: dict[str, str]) -> bool:
    from bfx_help.cli.ask import terminal_for
    from bfx_help.terminal import Choice, EndOfInput, Prompt

    choices = (Choice("no", desk.word("forget-no")), Choice("yes", desk.word("forget-yes")))
    try:
        prompt = Prompt(desk.word("forget-ask"), choices, default="no")
        return terminal_for(lambda: desk, environment).ask(prompt) == "yes"
    except EndOfInput:
        return False
