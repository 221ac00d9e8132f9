"""No fault loses anything: logs, drafts and copies that are unusable, damaged or open to others."""

import shutil
import zlib
from pathlib import Path

import pytest

from tests.running import COMPLETE, drafts, run

LOG = Path("home/cases.sqlite")
HOME = Path("home")


def _spoil(how: str) -> None:
    HOME.mkdir(mode=0o700, exist_ok=True)
    if how == "folder":
        LOG.mkdir()
    else:
        LOG.symlink_to("/etc/hostname")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("how", ["folder", "symlink"])
def test_what_was_sent_and_cannot_be_logged_stays_in_the_draft(how: str, language: str) -> None:
    _spoil(how)
    typed = ["", "", "", "", "yes", "7654321"]
    result = run("ask", *COMPLETE, "--lang", language, typed=typed)
    assert result.code == 1
    (draft,) = drafts()
    assert "12345678" in draft.read_text("utf-8")
    assert "ask --resume" in result.screen
    assert str(LOG) in result.screen.replace("\n", "")


# -- what others can write ---------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [("verify", "bitfinex.com"), ("case", "list"), ("sos",)])
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_home_that_others_can_write_is_refused_with_what_to_do(
    mode: int, arguments: tuple[str, ...]
) -> None:
    HOME.mkdir(exist_ok=True)
    HOME.chmod(mode)
    for language, words in (("en", "Other people can write"), ("zh", "其他人可以写入")):
        result = run(*arguments, "--lang", language)
        assert result.code == 1
        assert words in result.screen
        assert "chmod 700 home" in result.screen
        assert "BFX_HELP_HOME" in result.screen


def test_a_home_that_is_a_link_is_judged_by_where_it_leads() -> None:
    elsewhere = Path("elsewhere")
    elsewhere.mkdir(mode=0o700)
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.symlink_to(elsewhere)
    assert run("channels", "email").code == 0
    elsewhere.chmod(0o777)
    assert run("channels", "email").code == 1


@pytest.mark.parametrize("spot", ["home/cache", "home/cache/content.sqlite"])
def test_a_copy_that_others_can_write_is_not_believed(tmp_path: Path, spot: str) -> None:
    run("channels", "email")
    (copy,) = HOME.glob("cache/content.sqlite")
    data = copy.read_bytes().replace(b"support@bitfinex.com", b"support@evil-dsk.com")
    copy.write_bytes(data[:68] + _checksum(data) + data[72:])
    Path(spot).chmod(0o777 if Path(spot).is_dir() else 0o666)
    result = run("verify", "support@evil-dsk.com")
    assert result.code != 0
    assert "support@evil-dsk.com" not in run("channels", "email").stdout
    assert Path(spot).stat().st_mode & 0o077 == 0


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data[72:], zlib.crc32(data[:68])).to_bytes(4, "big")
