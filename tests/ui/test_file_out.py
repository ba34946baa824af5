"""Where a file goes: names Windows accepts, and nothing written over unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.file_out import ask_save_path


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def answer(monkeypatch: pytest.MonkeyPatch, *answers: Path | None) -> list[Path]:
    """The dialog gives these answers in turn; what it offered is noted."""
    offered: list[Path] = []
    left = list(answers)

    def at_the_desk(_parent: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(path))
        chosen = left.pop(0)
        return ("" if chosen is None else str(chosen)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", at_the_desk)
    return offered


def test_the_offered_name_is_one_that_windows_accepts(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = answer(monkeypatch, None)
    assert ask_save_path(parent, "（2026）甲/乙:诉?丙 𬱖", "pdf") is None
    assert [path.name for path in offered] == ["（2026）甲_乙_诉_丙 𬱖.pdf"]


def test_a_name_without_a_suffix_gets_it(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer(monkeypatch, tmp_path / "台账 10.1")
    assert ask_save_path(parent, "台账", "xlsx") == tmp_path / "台账 10.1.xlsx"


def test_a_file_the_dialog_did_not_ask_about_is_asked_about(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "台账.xlsx"
    there.write_bytes(b"old")
    offered = answer(monkeypatch, tmp_path / "台账", there)
    assert ask_save_path(parent, "台账", "xlsx") == there
    assert offered[1] == there, "the second dialog stands on the file itself and asks about it"
