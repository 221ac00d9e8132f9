"""What is installed: every file that belongs there and nothing else, and it runs elsewhere."""

import fcntl
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests import ROOT
from tests.screen import Screen

pytestmark = pytest.mark.slow

TOP = {"pyproject.toml", "README.md", ".gitignore", "PKG-INFO"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was made from it: one for all workers."""
    here = tmp_path_factory.getbasetemp()
    folder = (here.parent if "PYTEST_XDIST_WORKER" in os.environ else here) / "built"
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not list(folder.glob("*.whl")):
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


def files(*folders: str) -> set[str]:
    """The files of the project that belong into a package."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_program_and_its_content(built: Path) -> None:
    wanted = files("bfx_help") | {f"bfx_help/{name}" for name in files("data")}
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    about = {name for name in names if ".dist-info/" in name}
    compiled = {f"bfx_help/compiled/{name}.sqlite" for name in ("content", "search", "situations")}
    assert names - about == wanted | compiled
    assert {name.rpartition("/")[2] for name in about} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
    }
    assert not any(name.endswith(".py") for name in files("data"))


def test_the_sdist_holds_what_makes_the_wheel_and_the_tests(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert files("bfx_help", "data", "tests") <= names
    assert {name for name in names if "/" not in name} == TOP


def test_the_wheel_runs_elsewhere(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "new", with_pip=False, symlinks=True)
    scripts = tmp_path / "new" / ("Scripts" if sys.platform == "win32" else "bin")
    wheel = next(built.glob("*.whl"))
    command = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install"]
    quiet = ["--no-deps", "--no-index", "--no-compile", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*command, *quiet, str(wheel)], check=True)
    # What it needs comes from this environment: nothing is fetched.
    paths = os.pathsep.join(one for one in sys.path if one.endswith("site-packages"))
    for name, arguments, said in (
        ("python", ["-c", "import bfx_help; print(bfx_help.__file__)"], str(tmp_path)),
        ("bfx-help", ["--version"], "bfx-help 0."),
        ("bfx-help", ["checklist", "withdrawal"], "What to prepare"),
        ("bfx-help", ["content", "check"], "No problems."),
        ("bfx-help", ["faq", "search", "手续费", "--lang", "zh"], "手续费"),
    ):
        done = subprocess.run(
            [str(scripts / name), *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert said in done.stdout
    terminal = {
        **{"TERM": "xterm", "LANG": "C.UTF-8", "PYTHONPATH": paths},
        "BFX_HELP_HOME": str(tmp_path / "home"),
    }
    screen = Screen([str(scripts / "bfx-help"), "channels", "phone"], terminal, 80, 24)
    assert "One moment" not in screen.wait("Never send there")  # the compiled content travels along
    assert screen.leave() == 0
