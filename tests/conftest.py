"""Every test runs in a folder and a home of its own, at 80 columns, without colour."""

import gc
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests import TESTS

gc.set_threshold(200_000, 5, 5)  # else a third of the time goes into looking for garbage

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None)  # for `--hypothesis-profile searching`
settings.load_profile("steady")

WISHES = ("BFX_HELP_DATA", "BFX_HELP_LANG", "BFX_HELP_NOW", "BFX_HELP_PLAIN")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-stories", action="store_true")
    parser.addoption("--texts", type=int, default=2500, help="how many texts the rules are fed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What lies in `slow/` is slow, and what is slow comes first, so that no worker is left alone
    with it; what is known to fail is named in a list until it is mended."""
    known = set((TESTS / "known_failures.txt").read_text("utf-8").splitlines())
    for item in items:
        if {item.nodeid, item.nodeid.partition("[")[0]} & known:
            item.add_marker(pytest.mark.xfail(reason="named in tests/known_failures.txt"))
        if TESTS / "slow" in item.path.parents:
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def isolate(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let a test run in that folder, where its home is, whatever the environment says."""
    for name in (*WISHES, "ACCESSIBLE", "FORCE_COLOR", "VISUAL", "EDITOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BFX_HELP_HOME", "home")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    # `forget` clears away what lies in an editor: not what another test has there.
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.chdir(folder)


@pytest.fixture(autouse=True)
def _isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path)


@pytest.fixture
def shared_content(_isolated: None, tmp_path: Path) -> None:
    """The home of a test in which the compiled content is there already, behind a link that the
    program reads through and never writes through."""
    from tests.compiled import compiled  # the core is tested without it

    (tmp_path / "home").mkdir(mode=0o700)
    (tmp_path / "home" / "cache").symlink_to(compiled())


@pytest.fixture
def empty_cache(shared_content: None, tmp_path: Path) -> None:
    """The home of a test with content of its own, which the program compiles there once."""
    (tmp_path / "home" / "cache").unlink()


@pytest.fixture
def own_content(shared_content: None, tmp_path: Path) -> None:
    """The same, for a test that changes it."""
    cache = tmp_path / "home" / "cache"
    shared = cache.readlink()
    cache.unlink()
    shutil.copytree(shared, cache)
