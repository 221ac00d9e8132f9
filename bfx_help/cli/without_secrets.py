"""Shows again what was typed, without its secrets: in data, in errors, in lines to type."""

from collections.abc import Sequence

from bfx_help.plain import plain

_LONGEST, _SHORTEST = 2000, 12  # characters of an argument that are looked for in a message


def without_secrets(typed: str) -> str:
    """What was typed, without what surely is a secret, or may be words of a wallet. Numbers of
    accounts and names of files look like codes, so others that only may be one stay."""
    from bfx_help.redact import LIMIT, redact  # most commands repeat nothing
    from bfx_help.redact.secret_kinds import SecretKind

    typed = typed[:LIMIT]
    doubtful = [passage for passage in redact(typed).found if passage.ask]
    stays = [item for item in doubtful if item.kind is not SecretKind.SEED]
    return redact(typed, shown=[typed[item.start : item.end] for item in stays]).text


def repeating_no_secrets(message: str, arguments: Sequence[str]) -> str:
    """The message with its arguments, also shortened ones, without their secrets."""
    for typed in (plain(item[:_LONGEST]) for item in arguments if len(item) > _SHORTEST):
        shown = without_secrets(typed)
        same = next((at for at, sign in enumerate(typed) if not shown.startswith(sign, at)), 0)
        sizes = range(len(typed), max(same, _SHORTEST), -1)
        for size in sizes if shown != typed else ():
            message = message.replace(typed[:size], shown)
    return message
