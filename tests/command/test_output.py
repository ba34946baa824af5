"""A file is written whole or the old one stays, and a person is told what to do."""

import errno
import time
from pathlib import Path

import pytest

from mediator.command import output
from mediator.command.words import say
from mediator.domain.errors import MediatorError


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Every wait, not waited for."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


def test_a_scanner_that_holds_the_new_file_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naps: list[float]
) -> None:
    replace = Path.replace

    def held_at_first(part: Path, out: Path) -> Path:
        if len(naps) < 2:
            raise PermissionError(13, "Access is denied", str(part), 5)
        return replace(part, out)

    monkeypatch.setattr(Path, "replace", held_at_first)
    output.write(tmp_path / "a.pdf", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]
    assert 0 < sum(naps) < 1


def test_a_file_that_excel_holds_open_stays_whole_and_the_person_is_told_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "台账 𬱖.xlsx"
    output.write(out, b"old")

    def held(_part: Path, _out: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(out), 32)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(MediatorError) as refusal:
        output.write(out, b"new")
    words = say(refusal.value)
    assert str(out) in words
    assert "正在别的程序中打开请先关闭" in words
    assert [path.name for path in tmp_path.iterdir()] == [out.name]
    assert out.read_bytes() == b"old"


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: Path, _data: bytes) -> int:
        part.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(MediatorError, match="disk-full"):
        output.write(tmp_path / "a.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_before_any_work(tmp_path: Path) -> None:
    for out in (tmp_path / "no" / "a.pdf", tmp_path, tmp_path / ("长" * 300), tmp_path / "mediator.db-wal"):
        with pytest.raises(MediatorError, match="file-not-written"):
            output.check_place(out)
