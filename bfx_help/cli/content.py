"""The `content` commands, for those who write the content."""

from datetime import datetime
from pathlib import Path

from bfx_help import content
from bfx_help.cli.context import Context
from bfx_help.cli.output import as_json, keeping, write
from bfx_help.cli.settings import read_settings
from bfx_help.content.folder import bundled
from bfx_help.content.graph import graph as drawn
from bfx_help.content.guide import claims
from bfx_help.content.guide import stale as outdated
from bfx_help.content.json_schema import schemas
from bfx_help.content.skeleton import file_for, is_name, skeleton
from bfx_help.model import Problem, UsageProblem


def check(now: datetime | None, lang: str | None, data: Path | None) -> int:
    """Everything that is wrong with a folder, as `file:line: message`; 1 if there is anything."""
    settings = read_settings(lang=lang, data=data, now=now)
    found = content.problems(settings.data, settings.now.date(), settings.language)
    if found:
        with keeping(1):
            write("\n".join(found))
        return 1
    context = Context(settings, content.load(settings.data))
    for warning in context.content.warnings:
        write(context(warning))
    write(
        context.word(
            "content-fine", facts=len(context.content.facts), entries=len(context.content.faq)
        )
    )
    return 0


def graph(context: Context) -> int:
    """The questionnaire and the routes as a Mermaid flowchart."""
    write(drawn(context.content, context.language))
    return 0


def stale(context: Context, days: int, as_data: bool = False) -> int:
    """The facts not looked at for so many days; 3 if there are any."""
    found = outdated(context.content, days, context.now.date())
    code = 3 if found else 0
    with keeping(code):
        if as_data:
            facts = [{"id": row.fact.id, "read": row.read} for row in found]
            write(as_json({"days": days, "facts": facts}))
            return code
        for old in found:
            write(f"{old.fact.id}  {old.read or context.word('never-read')}")
        if not found:
            write(context.word("content-fresh", days=days))
    return code


def guide(context: Context) -> int:
    """Every claim of the guide with its verdict and the places where it is met."""
    says = {fact.claim: context(fact.says) for fact in context.content.facts.values() if fact.claim}
    for met in claims(context.content):
        places = ", ".join(met.places)
        write(
            f"{met.claim}  {context.word(f'claim-{met.verdict}')}\n  {says[met.claim]}\n  {places}"
        )
    return 0


def new(context: Context, name: str) -> int:
    """Write a new situation into the folder of its topic, to be filled in. Raises `UsageProblem`,
    and `Problem` if the file exists or cannot be written."""
    folder = context.settings.data or bundled()
    path = file_for(folder, name)
    if not is_name(name):
        raise UsageProblem(context.word("content-new-name"))
    if not path.parent.is_dir():
        raise context.unknown(name.partition(".")[0], context.content.topics, "no-topic")
    if name in context.content.situations:
        raise Problem(context.word("content-new-there", name=name))
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(name))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Problem(context.word("not-saved-to", path=path, reason=reason)) from None
    write(context.word("content-new-done", path=path))
    return 0


def schema() -> int:
    """The JSON Schema of each kind of file."""
    write(as_json({"kinds": schemas()}))
    return 0
