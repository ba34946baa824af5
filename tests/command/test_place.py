"""Where the data are: said, remembered, or this user's own folder."""

from pathlib import Path

import pytest

from mediator.command import place


@pytest.fixture(autouse=True)
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(place.VARIABLE)
    monkeypatch.setattr(place, "default_folder", lambda: tmp_path / "usual")
    return tmp_path / "usual"


def test_what_is_said_goes_before_what_is_remembered(
    tmp_path: Path, usual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.data_folder() == usual
    place.remember_folder(tmp_path / "移动 硬盘" / "𬱖")
    assert place.data_folder() == tmp_path / "移动 硬盘" / "𬱖"
    monkeypatch.setenv(place.VARIABLE, str(tmp_path / "b"))
    assert place.data_folder() == tmp_path / "b"
    assert place.data_folder(str(tmp_path / "c")) == tmp_path / "c"


def test_the_quotes_that_windows_leaves_on_a_folder_are_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(place.VARIABLE, f'"{tmp_path / "数据"}"')
    assert place.data_folder() == tmp_path / "数据"
    assert place.data_folder(f'{tmp_path / "数据"}"') == tmp_path / "数据"


def test_a_note_that_notepad_has_saved_is_read(tmp_path: Path, usual: Path) -> None:
    usual.mkdir()
    (usual / place.POINTER).write_bytes(f"\ufeff{tmp_path / '数据'}\r\n".encode())
    assert place.remembered_folder() == tmp_path / "数据"


def test_the_usual_folder_needs_no_note(tmp_path: Path, usual: Path) -> None:
    place.remember_folder(tmp_path / "stick")
    place.remember_folder(usual)
    assert place.remembered_folder() is None
    assert list(usual.iterdir()) == []


def test_a_tilde_is_the_home_folder_or_just_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert place.data_folder("~") == Path.home()

    def nobody(_folder: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nobody)
    assert place.data_folder("~数据") == Path("~数据").absolute()
