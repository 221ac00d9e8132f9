"""Compiles the content when a wheel is built, so that the first start need not."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled content into the wheel; an editable install compiles it by itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the copy and name its files for the wheel. Raises `ContentError`."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from bfx_help.content import compiled, open_folder
        from bfx_help.content.folder import bundled, look
        from bfx_help.interview import indexes

        folder = Path(tempfile.mkdtemp())
        content = open_folder.load(bundled())
        key = compiled.portable_key(look(bundled()))
        if not open_folder.write(content, folder, key) or not open_folder.write_indexes(
            content, folder, key, indexes.add
        ):
            raise OSError(f"the content cannot be compiled into {folder}")
        for name in (compiled.RECORDS, compiled.INDEXES):
            build_data["force_include"][str(folder / name)] = f"bfx_help/compiled/{name}"
