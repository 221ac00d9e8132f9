"""Every test runs in a folder and a home of its own, at 80 columns, without colour."""

import gc
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis.strategies import text

from tests import TESTS
from tests.turns import SECOND, alone

gc.set_threshold(200_000, 5, 5)  # else a third of the time goes into looking for garbage

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
# For `--hypothesis-profile searching`: other examples each time, and more of them.
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile("steady")

WISHES = ("BFX_HELP_DATA", "BFX_HELP_LANG", "BFX_HELP_NOW", "BFX_HELP_PLAIN")


MEMORY = Path("/dev/shm")
"""A disk in memory, which Linux has: the tests write and remove thousands of small files."""


def pytest_configure() -> None:
    """Let the folders of the tests lie in memory where there is room for them, and where programs
    may be started from there; unless somebody wants them elsewhere."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and "TMPDIR" not in os.environ:
        disk = os.statvfs(MEMORY)
        if disk.f_bavail * disk.f_frsize > 2**30 and not disk.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-stories", action="store_true")
    parser.addoption("--texts", type=int, default=1200, help="how many texts the rules are fed")


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


def use_hypothesis() -> None:
    """What it works out when it is first used, of all characters and of the program, it keeps in
    files for the next worker."""
    with alone("hypothesis"):
        given(text())(lambda _: None)()


def pytest_collection() -> None:
    """The second worker begins with that, while the first compiles the content."""
    if SECOND:
        use_hypothesis()


def pytest_collection_finish() -> None:
    """The modules and the tests stay to the end: nobody need look for garbage among them, but for
    hypothesis, when it is first used."""
    use_hypothesis()
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """What is left has been looked through: nobody need do it again while all of it ends."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _environment() -> Iterator[None]:
    """The environment of all tests, whatever that of the person is who runs them."""
    with pytest.MonkeyPatch.context() as patched:
        for name in (*WISHES, "ACCESSIBLE", "FORCE_COLOR", "VISUAL", "EDITOR", "PYTHONIOENCODING"):
            patched.delenv(name, raising=False)
        patched.setenv("BFX_HELP_HOME", "home")
        patched.setenv("COLUMNS", "80")
        patched.setenv("LANG", "en_US.UTF-8")
        patched.setenv("LC_ALL", "en_US.UTF-8")
        patched.setenv("NO_COLOR", "1")
        patched.setenv("TERM", "dumb")
        yield


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """New folders, as many as are wanted. (`tmp_path` looks at all there are to name another.)"""
    base = tmp_path_factory.mktemp("tests")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def _empty() -> list[Path]:
    """Folders in which a test has left nothing."""
    return []


@pytest.fixture
def tmp_path(_folders: Iterator[Path], _empty: list[Path]) -> Iterator[Path]:
    """The folder of a test: a new one, or one in which another has left nothing."""
    if not _empty:
        folder = next(_folders)
        folder.mkdir(mode=0o700)
        _empty.append(folder)
    folder = _empty.pop()
    yield folder
    if folder.is_dir() and not any(folder.iterdir()):
        _empty.append(folder)


def isolate(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let a test run in that folder, where its home is."""
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
