"""Where things are kept: the platform's folders, a folder of version 0.1.0, or one for all."""

from pathlib import Path

import pytest

from bfx_help.cli.settings import read_settings
from tests.running import run


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    for name in ("BFX_HELP_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)


def put(path: str, text: str = "{}") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, mode=0o700)
    file.write_text(text, encoding="utf-8")
    return file


def test_data_and_cache_lie_apart(tmp_path: Path) -> None:
    settings = read_settings()
    assert settings.home == tmp_path / "me/.local/share/bfx-help"
    assert settings.cache == tmp_path / "me/.cache/bfx-help"


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BFX_HELP_HOME", "here")
    settings = read_settings()
    assert (settings.home, settings.cache) == (Path("here"), Path("here/cache"))
    assert settings.homes == (Path("here"),)


def test_the_folder_of_the_first_version_is_found_and_forgotten(tmp_path: Path) -> None:
    draft = put("me/.config/bfx-help/drafts/20261122-101000-1.json")
    assert read_settings().home == tmp_path / "me/.config/bfx-help"
    new = put("me/.local/share/bfx-help/drafts/20261122-111000-1.json")
    assert read_settings().home == tmp_path / "me/.local/share/bfx-help"
    screen, _, code = run("forget", "--yes")
    assert code == 0
    assert str(draft) in screen.replace("\n", "")
    assert not draft.exists()
    assert not new.exists()
