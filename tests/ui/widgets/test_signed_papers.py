"""A signed paper at the desk: the signed bytes on screen, what has changed since, its scan beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive
from mediator.casework.conclude import end_without
from mediator.casework.paper_matter import matter_of
from mediator.casework.seal_paper import seal_paper
from mediator.documents import press
from mediator.domain.case import Archived, Ending
from mediator.domain.casefile import PaperMark
from tests.people import TODAY, intake
from tests.ui.conftest import Recorder
from tests.ui.sheets import pdf, settle
from ui.dialogs.look_at import LookDialog
from ui.dialogs.preview import PreviewDialog
from ui.models.versions import NOW
from ui.services import Services
from ui.widgets.papers_panel import SIGN_FIRST, PapersPanel

KEY, TITLE = "acceptance-register", "人民调解受理登记表"


class Room:
    """One case, its papers, and what a person does with one of them."""

    def __init__(self, qtbot: QtBot, services: Services) -> None:
        self.qtbot, self.services, self.desk = qtbot, services, services.desk
        self.case_id = accept(self.desk, intake(summary="赔偿五百元。"))
        self.panel = PapersPanel(services)
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 600)
        self.panel.show()
        self.refresh()

    def refresh(self) -> None:
        self.panel.show_file(self.desk.file(self.case_id))
        settle(self.qtbot, self.services)

    def sign(self) -> bytes:
        data = press.paper(matter_of(self.desk, self.desk.file(self.case_id)), KEY)
        seal_paper(self.desk, self.case_id, KEY, None, data, TODAY)
        self.refresh()
        return data

    def move_on(self, summary: str = "赔偿六百元。") -> None:
        parties = tuple(
            one.model_copy(update={"id": party.id})
            for one, party in zip(intake().parties, self.desk.file(self.case_id).parties, strict=True)
        )
        correct_intake(self.desk, self.case_id, intake(summary=summary, parties=parties))
        self.refresh()

    def open(self) -> PreviewDialog:
        self.panel.open_paper(KEY)
        settle(
            self.qtbot,
            self.services,
            lambda: self.panel.preview is not None and self.panel.preview.view.page_count() > 0,
        )
        assert self.panel.preview is not None
        return self.panel.preview

    def close(self) -> None:
        if self.panel.preview is not None:
            self.panel.preview.close()
            self.qtbot.waitUntil(lambda: self.panel.preview is None)

    def mark(self) -> PaperMark:
        return next(one for one in self.desk.file(self.case_id).papers if one.key == KEY)

    def shown(self) -> list[tuple[str, str]]:
        return [(one.short_title, one.status) for one in self.panel.lines() if one.ref.key == KEY]

    def drop(self, path: Path, row: int) -> None:
        place = self.panel.table.visualRect(self.panel.table.model().index(row, 0)).center()
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        self.panel.dropEvent(
            QDropEvent(
                QPointF(self.panel.table.viewport().mapTo(self.panel, place)),
                Qt.DropAction.CopyAction,
                mime,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        settle(self.qtbot, self.services)


@pytest.fixture
def room(qtbot: QtBot, services: Services) -> Iterator[Room]:
    made = Room(qtbot, services)
    yield made
    made.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "扫描件.pdf"
    path.write_bytes(pdf(1))
    return path


def row_of(room: Room) -> int:
    return next(n for n, one in enumerate(room.panel.lines()) if one.ref.key == KEY)


def test_the_preview_of_a_signed_paper_shows_the_signed_bytes(room: Room) -> None:
    signed = room.sign()
    room.move_on()
    assert room.shown() == [("受理登记表", "已签，有改动")]
    dialog = room.open()
    assert dialog.versions.toggles is not None
    assert dialog.versions.toggles.value() == ("1",)
    seal = room.mark().seal
    assert seal is not None
    assert dialog.digest == seal.sha256
    assert f"校验码 {seal.sha256[:12]}" in dialog.versions.words.text()
    assert "第1版，2026年11月22日签，王测登记" in dialog.versions.words.text()
    assert dialog.change.text().startswith("注意：签名以后案件内容有改动。") and "六" in dialog.change.text()
    dialog.versions.toggles.button(NOW).click()
    assert dialog.digest != seal.sha256
    assert dialog.sign_button.text() == "重新签名"
    assert signed != dialog._data


def test_saving_writes_what_is_shown(room: Room, tmp_path: Path) -> None:
    signed = room.sign()
    room.move_on()
    dialog = room.open()
    offered: list[str] = []

    def ask(_parent: object, name: str, _suffix: str) -> Path:
        offered.append(name)
        return tmp_path / "out.pdf"

    dialog.ask_path = ask
    dialog.save_button.click()
    assert (tmp_path / "out.pdf").read_bytes() == signed
    dialog.show_version(NOW)
    dialog.save_button.click()
    assert (tmp_path / "out.pdf").read_bytes() != signed
    assert [name.endswith("签名第1版") for name in offered] == [True, False]


def test_signing_anew_makes_the_next_version(room: Room) -> None:
    room.sign()
    room.move_on()
    dialog = room.open()
    dialog.show_version(NOW)
    dialog.sign_button.click()
    settle(room.qtbot, room.services)
    assert [one.version for one in room.mark().seals] == [1, 2]
    assert dialog.versions.toggles is not None
    assert dialog.versions.toggles.value() == ("2",)
    assert not dialog.change.isVisible()
    assert room.shown() == [("受理登记表", "已签第2版 11-22")]
    assert dialog.unsign_button.isVisible()
    dialog.show_version("1")
    assert not dialog.unsign_button.isVisible()


def test_a_signed_paper_that_says_the_same_is_not_signed_again(room: Room) -> None:
    room.sign()
    dialog = room.open()
    dialog.show_version(NOW)
    assert not dialog.sign_button.isVisible()
    assert dialog.signed.text() == "已签 2026年11月22日"


def test_taking_a_seal_back_is_asked_about_in_words(room: Room, messages: Recorder) -> None:
    room.sign()
    dialog = room.open()
    messages.expect("no")
    dialog.unsign_button.click()
    assert room.mark().seal is not None
    messages.expect("yes")
    dialog.unsign_button.click()
    assert room.mark().seal is None
    assert "版本号不再使用" in messages.said[-1]
    assert dialog.versions.toggles is None
    assert dialog.sign_button.isVisible()
    dialog.sign_button.click()
    last = room.mark().seal
    assert last is not None
    assert last.version == 2


def test_a_scan_is_filed_to_the_last_version_and_opens_inside(room: Room, scan: Path) -> None:
    room.sign()
    dialog = room.open()
    dialog.ask_scan = lambda _parent, _kind: scan
    QTest.mouseClick(dialog.row.scan_button, Qt.MouseButton.LeftButton)
    settle(room.qtbot, room.services)
    assert "扫描件已归到签名的第1版" in dialog.banner.words.text()
    assert "附扫描件 1 份" in dialog.versions.words.text()
    room.close()
    assert room.shown() == [("受理登记表", "已签 11-22"), ("　附扫描件", "11-22 收")]
    room.panel.table.selectRow(row_of(room) + 1)
    QTest.keyClick(room.panel.table, Qt.Key.Key_Return)
    looked = room.panel.findChild(LookDialog)
    assert isinstance(looked, LookDialog)
    settle(room.qtbot, room.services)
    looked.close()


def test_a_scan_stays_with_the_version_it_was_filed_to(room: Room, scan: Path) -> None:
    room.sign()
    room.drop(scan, row_of(room))
    room.move_on()
    room.sign()
    assert room.shown()[1][0] == "　附扫描件（第1版）"
    room.drop(scan, row_of(room))
    assert [one[0] for one in room.shown()] == ["受理登记表", "　附扫描件（第1版）", "　附扫描件（第2版）"]


def test_an_archived_case_takes_scans_and_no_signature(room: Room, scan: Path) -> None:
    room.sign()
    ending = Ending(outcome="failed", on=TODAY, reason="no-agreement", told_ways=("court",))
    end_without(room.desk, room.case_id, ending)
    archive(room.desk, room.case_id, Archived(on=TODAY, by="孙记"))
    room.refresh()
    room.drop(scan, row_of(room))
    assert [one.kind for one in room.desk.file(room.case_id).attachments] == ["scan"]
    dialog = room.open()
    assert dialog.row.scan_button.isVisible()
    assert not dialog.unsign_button.isVisible()


def test_a_scan_for_a_paper_nobody_signed_is_told_what_to_do(room: Room, scan: Path) -> None:
    room.drop(scan, row_of(room))
    assert room.panel.banner.words.text() == SIGN_FIRST
    assert room.desk.file(room.case_id).attachments == ()


@pytest.mark.parametrize(("name", "data"), [("a.txt", b"words"), ("a.pdf", b"words"), ("a.png", b"words")])
def test_what_cannot_be_looked_at_is_no_scan(room: Room, tmp_path: Path, name: str, data: bytes) -> None:
    room.sign()
    (tmp_path / name).write_bytes(data)
    room.drop(tmp_path / name, row_of(room))
    assert room.panel.banner.words.text() == "scan-unreadable"


def test_a_photograph_is_a_scan_too(room: Room, tmp_path: Path) -> None:
    room.sign()
    picture = QImage(40, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    path = tmp_path / "照片.jpg"
    assert picture.save(str(path))
    room.drop(path, row_of(room))
    assert [one.file_name for one in room.desk.file(room.case_id).attachments] == ["照片.jpg"]


def test_signed_bytes_that_are_gone_are_told_and_the_case_is_shown(room: Room) -> None:
    room.sign()
    seal = room.mark().seal
    assert seal is not None
    (room.desk.store.folder / "attachments" / seal.sha256[:2] / seal.sha256).unlink()
    dialog = room.open()
    assert dialog.banner.words.text() == "attachment-file-gone"
    assert dialog.versions.toggles is not None
    assert dialog.versions.toggles.value() == (NOW,)


def test_the_dossier_tells_which_papers_are_bound_as_signed(room: Room) -> None:
    room.sign()
    room.move_on()
    room.panel.open_dossier()
    settle(room.qtbot, room.services, lambda: room.panel.preview is not None)
    assert room.panel.preview is not None
    settle(room.qtbot, room.services, lambda: room.panel.preview.view.page_count() > 0)
    assert room.panel.preview.change.text() == f"{TITLE}：签名以后案件有改动，卷宗里装的是签名的版本。"
    assert not room.panel.preview.row.scan_button.isVisible()
