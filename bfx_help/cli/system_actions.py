"""What the system does for a text: the clipboard, an editor; and opens an official address."""

import sys
from collections.abc import Callable
from pathlib import Path

from bfx_help.cli import clipboard
from bfx_help.cli.asker import Asker
from bfx_help.model import Channel, Redacted, Tone

LONGEST_EDITED = 60_000  # bytes that are read back from the editor; no request is as long
EDITED = "bfx-help-"  # begins the name of the folder in which a text lies while it is edited
_LONGEST_SENT = 74_000  # characters that terminals take in one go for the clipboard
_NO_CLIPBOARD = ("", "dumb", "linux")  # terminals that have no clipboard to reach


class SystemActions:
    """Takes a text to where it is wanted, and says what came of it."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._settings = asker.context.settings

    def copy(self, text: str) -> None:
        """Put the text on the clipboard, by a program or else by the terminal."""
        if clipboard.copied(text):
            self._asker.say("copied", Tone.GOOD)
        elif self._settings.term not in _NO_CLIPBOARD and _copied_by_terminal(text):
            self._asker.say("copied-terminal", Tone.GOOD)
        else:
            self._asker.say("not-copied", Tone.WARNING)

    def open(self, channel: Channel) -> None:
        """Open the page of a channel in the browser: the bare address, if it is official."""
        address = channel.address or ""
        if not self._official(address):
            self._asker.say("not-opened-none", Tone.WARNING)
        elif _opened(address):
            self._asker.say("opened", Tone.GOOD, address=address)
        else:
            self._asker.say("not-opened", Tone.WARNING, address=address)

    def _official(self, address: str) -> bool:
        if not address.startswith("https://") or set(address) & set("?#@"):
            return False
        from bfx_help import verify

        judged = verify.judge(address, self._asker.context.content)
        return bool(judged) and all(verdict.verdict == "official" for verdict in judged)

    @property
    def can_edit(self) -> bool:
        """Whether there is an editor, and somebody at it."""
        return bool(self._settings.editor) and sys.stdin.isatty() and sys.stderr.isatty()

    def edit(self, text: str) -> Redacted | None:
        """The text as the editor changed it, without its secrets; None if nothing changed."""
        try:
            changed = _edited(self._settings.editor, text, self._keep)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            self._asker.say("not-edited", Tone.WARNING, reason=reason)
            return None
        if changed in ("", text.strip()):
            self._asker.say("edit-unchanged", Tone.QUIET)
            return None
        return self._asker.take(changed)

    def _keep(self, text: str) -> None:
        """Keep what an editor had saved when it was closed from outside."""
        from bfx_help.files import private_folder, write_private
        from bfx_help.redact import redact

        name = f"edited-{self._asker.context.now.astimezone():%Y%m%d-%H%M%S}.txt"
        path = self._settings.home / "drafts" / name
        private_folder(path.parent)
        write_private(path, redact(text).text.encode())
        self._asker.say("edited-kept", Tone.WARNING, path=str(path))


def _copied_by_terminal(text: str) -> bool:
    """Whether a terminal was given the text for its clipboard (OSC 52), which works from afar too.
    It answers nothing: whether it took the text nobody can tell."""
    import base64

    stream = next((stream for stream in (sys.stderr, sys.stdout) if stream.isatty()), None)
    sent = base64.b64encode(text.encode()).decode()
    if stream is None or len(sent) > _LONGEST_SENT:
        return False
    stream.write(f"\x1b]52;c;{sent}\x07")
    stream.flush()
    return True


def _opened(address: str) -> bool:
    import webbrowser

    try:
        return webbrowser.get().open(address)
    except (webbrowser.Error, OSError):
        return False


def _edited(editor: str, text: str, keep: Callable[[str], None]) -> str:
    """What the editor made of the text, in a folder that only the owner can enter; `keep` gets it
    where the window is closed meanwhile. Raises OSError, and ValueError for a quote too few."""
    import os
    import shlex
    import subprocess
    import tempfile

    from bfx_help.files import write_private

    windows = os.name == "nt"
    command = [part.strip('"') for part in shlex.split(editor, posix=not windows)]
    with tempfile.TemporaryDirectory(prefix=EDITED, ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "request.txt"
        write_private(path, text.replace("\n", os.linesep).encode())
        # Standard output may be the file that the result goes to: the editor needs the screen.
        try:
            done = subprocess.run([*command, str(path)], stdout=sys.stderr, check=False)
        except KeyboardInterrupt:
            if (saved := _text_in(path)) != text.strip():
                keep(saved)
            raise
        if done.returncode:
            raise ValueError(f"exit code {done.returncode}")
        return _text_in(path)


def _text_in(path: Path) -> str:
    from bfx_help.files import read_some

    data = read_some(path, LONGEST_EDITED)
    return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").strip()
