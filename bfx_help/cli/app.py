"""The commands: parse, wire, call, show."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bfx_help.cli.desk import Desk
from bfx_help.cli.helping import Command, Group, start
from bfx_help.cli.start import open_desk

Lang = Annotated[str | None, typer.Option("--lang", metavar="en|zh")]
Data = Annotated[Path | None, typer.Option("--data", metavar="DIR")]
Plain = Annotated[bool, typer.Option("--plain")]
Json = Annotated[bool, typer.Option("--json")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]
Copy = Annotated[bool, typer.Option("--copy")]


class AskFormat(StrEnum):
    """The forms of a request."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    EML = "eml"


class PageFormat(StrEnum):
    """The forms of a page."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class RequestLang(StrEnum):
    """The languages of a request."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"


class TextKind(StrEnum):
    """The texts that can be asked for by name."""

    CHAT = "chat"
    PUBLIC = "public"
    TICKET = "ticket"
    EMAIL = "email"
    FOLLOW_UP = "follow-up"
    OTHER_PARTY = "other-party"
    ALL = "all"


def _typer(name: str | None = None) -> typer.Typer:
    return typer.Typer(
        name=name,
        cls=Group,
        no_args_is_help=name is not None,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=name is None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


app = _typer()
faq_app = _typer("faq")
content_app = _typer("content")
app.add_typer(faq_app)
app.add_typer(content_app)


def _desk(
    ctx: typer.Context, lang: str | None, data: Path | None, plain: bool, *, keep: bool = True
) -> Desk:
    return open_desk(ctx.find_root().obj, lang=lang, data=data, plain=plain, keep=keep)


@app.callback(invoke_without_command=True, cls=Group)
def root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V")] = False,
) -> None:
    """Say the version, or what there is where no command is given."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"bfx-help {installed('bfx-help')}")
    elif ctx.invoked_subcommand is None:
        typer.echo(start(ctx))


@app.command(cls=Command)
def ask(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    answer: Annotated[list[str] | None, typer.Option("--answer", metavar="ID=VALUE")] = None,
    answers: Annotated[str | None, typer.Option("--answers", metavar="FILE")] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    no_save: Annotated[bool, typer.Option("--no-save")] = False,
    no_input: Annotated[bool, typer.Option("--no-input")] = False,
    text: Annotated[list[TextKind] | None, typer.Option("--text", metavar="KIND")] = None,
    form: Annotated[AskFormat, typer.Option("--format", metavar="FORM")] = AskFormat.TEXT,
    json: Json = False,
    output: Output = None,
    copy: Copy = False,
    why: Annotated[bool, typer.Option("--why")] = False,
    request_lang: Annotated[
        RequestLang | None, typer.Option("--request-lang", metavar="en|zh|both")
    ] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Find the channel and write the request."""
    from bfx_help.cli import ask as asking
    from bfx_help.cli.outcome import Wish

    desk = _desk(ctx, lang, data, plain, keep=not no_save)
    options = asking.Options(
        " ".join(words or ()),
        tuple(answer or ()),
        answers,
        resume,
        not no_save,
        not no_input,
        False,
    )
    wish = Wish(
        "json" if json else form.value,
        tuple(text or ()),
        request_lang,
        output,
        copy,
        why,
    )
    raise typer.Exit(asking.run(desk, options, wish, dict(os.environ)))


@app.command(cls=Command)
def sos(
    ctx: typer.Context,
    answer: Annotated[list[str] | None, typer.Option("--answer", metavar="ID=VALUE")] = None,
    no_save: Annotated[bool, typer.Option("--no-save")] = False,
    no_input: Annotated[bool, typer.Option("--no-input")] = False,
    output: Output = None,
    copy: Copy = False,
    json: Json = False,
    request_lang: Annotated[
        RequestLang | None, typer.Option("--request-lang", metavar="en|zh|both")
    ] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The emergency lane."""
    from bfx_help.cli import ask as asking
    from bfx_help.cli.outcome import Wish

    desk = _desk(ctx, lang, data, plain, keep=not no_save)
    options = asking.Options("", tuple(answer or ()), None, False, not no_save, not no_input, True)
    wish = Wish(
        "json" if json else "text",
        (),
        request_lang,
        output,
        copy,
        False,
    )
    raise typer.Exit(asking.run(desk, options, wish, dict(os.environ)))


@app.command(cls=Command)
def checklist(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]")] = None,
    form: Annotated[PageFormat, typer.Option("--format", metavar="FORM")] = PageFormat.TEXT,
    lang: Annotated[str | None, typer.Option("--lang", metavar="en|zh|both")] = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """What to prepare."""
    from bfx_help.cli import pages

    both = lang == "both"
    desk = _desk(ctx, None if both else lang, data, plain)
    pages.write(pages.checklist(desk, topic, form, both))


@app.command(cls=Command)
def channels(
    ctx: typer.Context,
    channel: Annotated[str | None, typer.Argument(metavar="[ID]")] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Every way to reach support, and those that do not exist."""
    from bfx_help.cli import pages

    desk = _desk(ctx, lang, data, plain)
    pages.write(pages.channels(desk, channel, json))


@app.command(cls=Command)
def template(
    ctx: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC")],
    request_lang: Annotated[
        RequestLang | None, typer.Option("--request-lang", metavar="en|zh|both")
    ] = None,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """The blank request of a topic."""
    from bfx_help.cli import pages
    from bfx_help.cli.outcome import languages_for

    desk = _desk(ctx, lang, data, plain)
    pages.write(pages.template(desk, topic, languages_for(request_lang, desk.language)))


@faq_app.command("search", cls=Command)
def faq_search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS")],
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Find an answer."""
    from bfx_help.cli import answers

    desk = _desk(ctx, lang, data, plain)
    raise typer.Exit(answers.search(desk, " ".join(words), json, dict(os.environ)))


@faq_app.command("list", cls=Command)
def faq_list(
    ctx: typer.Context,
    topic: Annotated[str | None, typer.Argument(metavar="[TOPIC]")] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """All questions that have an answer."""
    from bfx_help.cli import answers, pages

    pages.write(answers.listed(_desk(ctx, lang, data, plain), topic, json))


@faq_app.command("show", cls=Command)
def faq_show(
    ctx: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ID")],
    json: Json = False,
    form: Annotated[PageFormat, typer.Option("--format", metavar="FORM")] = PageFormat.TEXT,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """One answer with its sources."""
    from bfx_help.cli import answers, pages

    shape = PageFormat.JSON if json else form
    pages.write(answers.shown(_desk(ctx, lang, data, plain), entry, shape))


@app.command(cls=Command)
def verify(
    ctx: typer.Context,
    contact: Annotated[list[str], typer.Argument(metavar="CONTACT...")],
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Official, imitation or not listed."""
    from bfx_help.cli import tools

    raise typer.Exit(tools.verify(_desk(ctx, lang, data, plain), tuple(contact), json))


@app.command(cls=Command)
def redact(
    ctx: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]")] = None,
    json: Json = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """A text with the secrets taken out."""
    from bfx_help.cli import tools

    raise typer.Exit(tools.redact(_desk(ctx, lang, data, plain), file, json))


@content_app.command("check", cls=Command)
def content_check(
    ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False
) -> None:
    """Everything that is wrong with the content."""
    from bfx_help.cli import authors

    raise typer.Exit(authors.check(ctx.find_root().obj, lang, data))


@content_app.command("graph", cls=Command)
def content_graph(
    ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False
) -> None:
    """The questionnaire and the routes as Mermaid."""
    from bfx_help.cli import authors

    authors.graph(_desk(ctx, lang, data, plain))


@content_app.command("stale", cls=Command)
def content_stale(
    ctx: typer.Context,
    days: Annotated[int, typer.Option("--days", metavar="N", min=0)] = 180,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Facts that were not looked at for so many days."""
    from bfx_help.cli import authors

    raise typer.Exit(authors.stale(_desk(ctx, lang, data, plain), days))


@content_app.command("guide", cls=Command)
def content_guide(
    ctx: typer.Context, lang: Lang = None, data: Data = None, plain: Plain = False
) -> None:
    """The claims of the guide, what became of them, and where each is met."""
    from bfx_help.cli import authors

    authors.guide(_desk(ctx, lang, data, plain))


@app.command(cls=Command)
def forget(
    ctx: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", "-y")] = False,
    lang: Lang = None,
    data: Data = None,
    plain: Plain = False,
) -> None:
    """Show what is kept on this computer, and delete it."""
    from bfx_help.cli import tools

    raise typer.Exit(tools.forget(_desk(ctx, lang, data, plain), yes, sys.stdin, dict(os.environ)))
