"""Standard output as the sheet that the result is written on."""

from typing import TextIO


class Sheet:
    """The texts of a result, in their order. Each is written at once; or, where the sheet `waits`,
    only when `close` says that nothing is changed any more, so that a file or the next program gets
    them as they were left."""

    def __init__(self, stream: TextIO, *, waits: bool = False) -> None:
        self._stream = stream
        self._waits = waits
        self._texts: list[str] = []
        self._written = 0

    def add(self, text: str) -> None:
        """Put a text below the others."""
        self._texts.append(text)
        if not self._waits:
            self.close()

    def change_first(self, text: str) -> None:
        """Put a text in the place of the first one; where that was written already, below it."""
        if self._texts and not self._written:
            self._texts[0] = text
        else:
            self.add(text)

    def close(self) -> None:
        """Write what was not written yet."""
        for text in self._texts[self._written :]:
            self._stream.write(f"\n{text}" if self._written else text)
            self._written += 1
        self._stream.flush()

    def drop(self) -> None:
        """Write none of it: the result is to be made anew."""
        del self._texts[self._written :]
