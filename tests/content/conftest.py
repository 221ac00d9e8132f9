"""These tests start with the content compiled. They only read, so that all share one home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compiled import compiled
from tests.conftest import isolate


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a home in which the content lies compiled; nothing may be left in it."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "home").mkdir(mode=0o700)
    (folder / "home" / "cache").symlink_to(compiled())
    yield folder
    assert sorted(folder.rglob("*")) == [folder / "home", folder / "home" / "cache"]


@pytest.fixture(autouse=True)
def _isolated(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, shared_folder)
