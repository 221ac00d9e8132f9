"""The `content` commands, for those who write the content."""

from datetime import datetime
from pathlib import Path

from bfx_help import content
from bfx_help.cli.desk import Desk
from bfx_help.cli.output import as_json, keeping, write
from bfx_help.cli.settings import read_settings
from bfx_help.content.graph import graph as drawn
from bfx_help.content.guide import claims
from bfx_help.content.guide import stale as outdated


def check(now: datetime | None, lang: str | None, data: Path | None) -> int:
    """Everything that is wrong with a folder, as `file:line: message`; 1 if there is anything."""
    settings = read_settings(lang=lang, data=data, now=now)
    found = content.problems(settings.data, settings.now.date(), settings.language)
    if found:
        with keeping(1):
            write("\n".join(found))
        return 1
    desk = Desk(settings, content.load(settings.data))
    for warning in desk.content.warnings:
        write(desk(warning))
    write(desk.word("content-fine", facts=len(desk.content.facts), entries=len(desk.content.faq)))
    return 0


def graph(desk: Desk) -> int:
    """The questionnaire and the routes as a Mermaid flowchart."""
    write(drawn(desk.content, desk.language))
    return 0


def stale(desk: Desk, days: int, as_data: bool = False) -> int:
    """The facts not looked at for so many days; 3 if there are any."""
    found = outdated(desk.content, days, desk.now.date())
    code = 3 if found else 0
    with keeping(code):
        if as_data:
            facts = [{"id": row.fact.id, "read": row.read} for row in found]
            write(as_json({"days": days, "facts": facts}))
            return code
        for one in found:
            write(f"{one.fact.id}  {one.read or desk.word('never-read')}")
        if not found:
            write(desk.word("content-fresh", days=days))
    return code


def guide(desk: Desk) -> int:
    """Every claim of the guide with its verdict and the places where it is met."""
    says = {fact.claim: desk(fact.says) for fact in desk.content.facts.values() if fact.claim}
    for one in claims(desk.content):
        places = ", ".join(one.places)
        write(f"{one.claim}  {desk.word(f'claim-{one.verdict}')}\n  {says[one.claim]}\n  {places}")
    return 0
