"""What the program keeps is for its owner alone, whole, and where it was meant to be."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bfx_help.files import (
    export,
    files_in,
    folders_in,
    new_folder,
    private_folder,
    read_private,
    read_some,
    remove,
    write_private,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


@pytest.fixture(params=[0, 0o022])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_files_and_every_new_folder_are_for_the_owner_alone() -> None:
    file = Path("a/b/c/file")
    write_private(file, b"x")
    assert rights(file) == 0o600
    assert [rights(folder) for folder in list(file.parents)[:3]] == [0o700] * 3


def test_only_a_folder_of_our_own_loses_the_rights_of_others() -> None:
    for name in ("theirs", "ours"):
        Path(name).mkdir()
        Path(name).chmod(0o755)
    assert rights(new_folder(Path("theirs"))) == 0o755
    assert rights(private_folder(Path("ours"))) == 0o700


def test_where_to_keep_things_may_be_a_symlink_but_nothing_in_it() -> None:
    Path("disk").mkdir()
    Path("other").mkdir()
    Path("home").symlink_to("disk")
    assert private_folder(Path("home/drafts")).is_dir()
    Path("home/cache").symlink_to(Path("other").absolute())
    with pytest.raises(OSError, match="Not a directory"):
        private_folder(Path("home/cache"))


def test_a_symlink_is_never_followed() -> None:
    Path("victim").write_text("before")
    for name in ("link", "export"):
        Path(name).symlink_to("victim")
    write_private(Path("link"), b"after")
    with pytest.raises(OSError, match="symbolic"):
        export(Path("export"), b"after")
    assert Path("victim").read_text() == "before"
    assert Path("link").read_text() == "after"
    assert not Path("link").is_symlink()
    with pytest.raises(OSError, match="symbolic"):
        read_private(Path("export"))


def test_what_is_no_file_is_refused() -> None:
    Path("folder").mkdir()
    os.mkfifo("pipe")
    for name in ("folder", "pipe", "/dev/null"):
        with pytest.raises(OSError, match="File exists"):
            write_private(Path(name), b"x")
    with pytest.raises(OSError, match="not permitted"):
        read_private(Path("pipe"))


def test_what_is_ours_is_known_by_its_name_and_no_symlink_is_followed() -> None:
    for name in ("ours/inner", "theirs"):
        Path(name).mkdir(parents=True)
    for name in ("ours/a1", "ours/b1", "theirs/a1", "theirs/a2"):
        Path(name).touch()
    Path("ours/a2").symlink_to("../theirs/a2")
    Path("ours/inside").symlink_to("../theirs")
    assert sorted(map(str, files_in(Path("ours"), r"a\d|i.*"))) == [
        *("ours/a1", "ours/a2", "ours/inside")
    ]
    assert list(map(str, folders_in(Path("ours"), "i.*"))) == ["ours/inner"]
    assert folders_in(Path("ours/inside"), ".*") == files_in(Path("nowhere"), ".*") == []
    remove(files_in(Path("ours"), r"a\d"), [Path("ours/inner"), Path("ours")])
    assert sorted(path.name for path in Path("ours").iterdir()) == ["b1", "inside"]
    assert len(list(Path("theirs").iterdir())) == 2


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    write_private(folder / "file", b"before")
    with pytest.raises(TypeError):
        write_private(folder / "file", "no bytes")  # type: ignore[arg-type]
    assert read_private(folder / "file") == b"before"
    assert [path.name for path in folder.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["x" * 255, "中" * 85])
def test_the_longest_name_has_room_for_a_temporary_one(name: str) -> None:
    write_private(Path(name), b"x")
    assert read_private(Path(name)) == b"x"


def test_a_file_without_an_end_is_read_to_a_limit() -> None:
    assert read_some(Path("/dev/zero"), 5) == bytes(5)
