"""The file of one interview: what is told where it cannot be written, or was damaged."""

import contextlib
from pathlib import Path

from bfx_help.cli.asker import Asker
from bfx_help.interview import drafts
from bfx_help.interview.drafts import Draft
from bfx_help.model import Tone


class DraftFile:
    """Where an interview is kept; `path` is None where nothing is kept, or nothing can be."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self.path: Path | None = None

    @property
    def _folder(self) -> Path:
        return self._asker.context.settings.home / "drafts"

    def tidy(self) -> None:
        """Keep unreadable drafts under another name, say so, and forget the old ones."""
        with contextlib.suppress(OSError):  # what cannot be renamed stays as it is
            for path in drafts.unreadable(self._folder):
                self._set_aside(path, "draft-damaged")
        drafts.forget_old(self._folder, self._asker.context.now)

    def newest(self) -> tuple[Path, Draft] | None:
        """The interview that was left last, with its file."""
        return drafts.newest(self._folder)

    def last_unsent(self) -> Draft | None:
        """The last text that was not sent; its file is this one from now on."""
        found = drafts.unsent(self._folder)
        if found is None:
            return None
        self.path, draft = found
        return draft

    def create(self) -> None:
        """Begin a file; it is said where that is not possible."""
        try:
            self.path = drafts.new(self._folder, self._asker.context.now.strftime("%Y%m%d-%H%M%S"))
        except OSError:
            self._asker.say("draft-not-saved", Tone.WARNING)

    def go_on(self, path: Path, draft: Draft) -> None:
        """Move a draft to a file of one's own; of a damaged one, what can be read."""
        self.create()
        if self.path is None:
            return
        if not draft.lost:
            drafts.claim(path, self.path)
            return
        with contextlib.suppress(OSError):  # the damaged one is still there
            drafts.save(self.path, draft)
            self._set_aside(path, "draft-altered", number=draft.lost)

    def write(self, draft: Draft) -> bool:
        """Whether the draft was saved; once it cannot be, that is said and nothing more is kept."""
        if self.path is None:
            return False
        try:
            drafts.save(self.path, draft)
        except OSError:
            self.path = None
            self._asker.say("draft-not-saved", Tone.WARNING)
            return False
        return True

    def discard(self) -> None:
        """Delete it: what it holds was sent or answered."""
        if self.path:
            drafts.discard(self.path)

    def is_kept(self) -> bool:
        """Whether something was saved in it; a file that is still empty is deleted."""
        return self.path is not None and drafts.is_kept(self.path)

    def _set_aside(self, path: Path, key: str, **values: object) -> None:
        aside = drafts.set_aside(path)
        self._asker.say(key, Tone.WARNING, path=aside, **values)
