"""材料: any file comes in by dialog, by dropping and by pasting; what could run is kept and never opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.archive import archive
from mediator.casework.attach import attach, read_attachment
from mediator.casework.desk import Desk
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.attachment import Attachment, AttachmentFacts
from mediator.domain.case import Archived
from mediator.storage.attachments import FOLDER
from tests.on_the_way import PHOTO
from tests.people import TODAY, intake, simple_case
from tests.ui.conftest import Recorder
from tests.ui.sheets import settle
from ui.attachment_files import Picked, form_of, pages_of, picked_of
from ui.attachment_picture import picture
from ui.dialogs.look_at import LookDialog, PictureView
from ui.pages.case.attachment_step import AttachmentStep
from ui.pages.case.records_step import NEW
from ui.pdf_view import PdfView
from ui.services import Services
from ui.widgets.attachment_box import RUNS


def made(services: Services, case_id: int, qtbot: QtBot) -> AttachmentStep:
    step = AttachmentStep(services)
    qtbot.addWidget(step)
    step.saved.connect(lambda: step.show_file(services.desk.file(case_id)))
    step.show_file(services.desk.file(case_id))
    step.show()
    settle(qtbot, services)
    return step


def wide(width: int = 40, height: int = 20) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    mime = QMimeData()
    mime.setImageData(image)
    return picked_of(mime, "图")[0].data


def titles(desk: Desk, case_id: int) -> list[str]:
    return [one.title for one in desk.file(case_id).attachments]


def test_several_files_come_in_and_a_bad_one_keeps_nobody_out(
    desk: Desk, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "漏水照片.png").write_bytes(PHOTO)
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "小程序.exe").write_bytes(b"MZ")
    (tmp_path / "文件夹").mkdir()
    case_id = accept(desk, intake())
    step = made(services, case_id, qtbot)
    step.ask_files = lambda _parent: sorted(tmp_path.iterdir())
    step.add_button.click()
    settle(qtbot, services)
    assert sorted(titles(desk, case_id)) == ["小程序", "漏水照片"]
    words = step.banner.words.text()
    assert "空.txt：attachment-empty" in words
    assert "文件夹：attachment-is-folder" in words
    one = next(one for one in desk.file(case_id).attachments if one.title == "漏水照片")
    assert (one.form, one.pages, one.received_on) == ("photo", 1, TODAY)
    assert read_attachment(desk, one) == PHOTO
    assert step.chosen in {one.id for one in desk.file(case_id).attachments}


def test_a_dropped_file_and_a_pasted_picture_come_in(
    desk: Desk, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "合同.pdf").write_bytes(b"%PDF-nonsense")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "合同.pdf"))])
    assert picked_of(mime, "") == [Picked("合同.pdf", tmp_path / "合同.pdf")]
    case_id = accept(desk, intake())
    step = made(services, case_id, qtbot)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    QGuiApplication.clipboard().setImage(image)
    step.paste()
    settle(qtbot, services)
    assert titles(desk, case_id) == ["粘贴的图片 2026-11-22 100000"]
    QGuiApplication.clipboard().clear()
    step.paste()
    assert "剪贴板里没有" in step.banner.words.text()


def test_pages_of_a_pdf_are_counted_and_a_broken_one_is_kept(desk: Desk) -> None:
    file = desk.file(simple_case(desk))
    matter = Matter(file, desk.office(), desk.settings(), desk.today())
    assert (pages_of("登记表.PDF", press.paper(matter, "acceptance-register", None)) or 0) >= 1
    assert pages_of("坏.pdf", b"%PDF-nonsense") is None
    assert pages_of("录音.mp3", b"x") is None
    assert [form_of(name) for name in ("a.JPG", "a.pdf", "a.m4a", "a.xyz")] == [
        *("photo", "copy", "recording", "electronic")
    ]


def test_what_is_said_of_a_piece_is_corrected_and_its_turn_stays(
    desk: Desk, services: Services, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    attach(desk, case_id, AttachmentFacts(title="照片"), wide(), "a.png")
    step = made(services, case_id, qtbot)
    step.form.field("proves").set_value("漏水属实")
    step.box.buttons["turn"].click()
    settle(qtbot, services)
    (one,) = desk.file(case_id).attachments
    assert (one.turn, one.proves) == (90, "漏水属实")
    step.form.field("party").set_value(str(desk.file(case_id).parties[0].id))
    step.form.field("pages").set_value("3")
    assert step.save()
    (one,) = desk.file(case_id).attachments
    assert (one.turn, one.pages, one.party) == (90, 3, desk.file(case_id).parties[0].id)
    assert one.file_name == "a.png"


def piece(name: str, turn: int = 0) -> Attachment:
    return Attachment(id=1, ordinal=1, title=name, file_name=name, sha256="0" * 64, turn=turn)


def test_a_turned_picture_stands_as_on_paper(qapp: QApplication) -> None:
    def wider(name: str, data: bytes, turn: int) -> bool:
        found = picture(piece(name, turn), data)
        assert not found.isNull()
        return found.width() > found.height()

    assert wider("a.png", wide(40, 20), 0)
    assert not wider("a.png", wide(40, 20), 90)
    assert wider("a.gif", wide(40, 20), 0)  # no kind that paper takes: shown as it is
    assert not wider("a.gif", wide(40, 20), 270)
    assert picture(piece("a.png"), wide(400, 200), 100).width() == 100
    assert picture(piece("a.png", 90), b"nonsense").isNull()
    assert picture(piece("a.pdf"), b"%PDF-nonsense").isNull()


def test_a_long_name_is_cut_before_its_ending(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    name = f"{'长' * 76}.exe.pdf"  # cut at its end it would be a program
    attach(desk, case_id, AttachmentFacts(title="长名"), b"%PDF-", name)
    step = made(services, case_id, qtbot)
    opened: list[str] = []
    step.outside.open_path = lambda path: not opened.append(path.name)
    messages.expect("yes")
    step.box.asked.emit("open")
    assert opened[0].endswith(".pdf")
    assert len(opened[0]) <= 80


def test_pieces_are_put_in_order(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = accept(desk, intake())
    for title in ("甲", "乙", "丙"):
        attach(desk, case_id, AttachmentFacts(title=title))
    step = made(services, case_id, qtbot)
    assert not step.box.buttons["down"].isVisible()  # the last one is shown
    step.box.buttons["up"].click()
    assert titles(desk, case_id) == ["甲", "丙", "乙"]
    step.box.buttons["up"].click()
    assert titles(desk, case_id) == ["丙", "甲", "乙"]
    assert not step.box.buttons["up"].isVisible()


def test_what_could_run_is_never_opened(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot, tmp_path: Path
) -> None:
    case_id = accept(desk, intake())
    attach(desk, case_id, AttachmentFacts(title="小程序"), b"MZ", "小程序.pdf.exe")
    step = made(services, case_id, qtbot)
    opened: list[Path] = []
    step.outside.open_path = lambda path: not opened.append(path)
    assert not step.box.buttons["open"].isVisible()
    assert RUNS in step.box.note.text()
    messages.expect("yes")  # whatever is answered
    step.box.asked.emit("open")
    assert messages.said == [RUNS]
    assert opened == []
    target = tmp_path / "取出.exe"
    step.ask_copy = lambda _parent, _name: target
    step.box.buttons["save"].click()
    assert target.read_bytes() == b"MZ"


@pytest.mark.parametrize(("answer", "count"), [("no", 0), ("yes", 1)])
def test_a_copy_is_opened_outside_only_after_a_question(
    answer: str, count: int, desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    attach(desk, case_id, AttachmentFacts(title="说明"), b"words", "../说明.docx")
    step = made(services, case_id, qtbot)
    opened: list[bytes] = []
    step.outside.open_path = lambda path: not opened.append(path.read_bytes())
    messages.expect(answer)
    step.box.buttons["open"].click()
    assert opened == [b"words"] * count


def test_a_file_that_is_gone_or_changed_is_said_in_words(
    desk: Desk, services: Services, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = accept(desk, intake())
    attach(desk, case_id, AttachmentFacts(title="照片"), wide(), "a.png")
    (kept,) = [path for path in (desk.store.folder / FOLDER).rglob("*") if path.is_file()]
    kept.write_bytes(b"other")
    step = made(services, case_id, qtbot)
    assert step.box.note.text() == "！attachment-changed"
    assert not step.box.buttons["look"].isVisible()
    kept.unlink()
    step.show_file(desk.file(case_id))
    settle(qtbot, services)
    assert step.box.note.text() == "！attachment-file-gone"
    messages.expect("attachment-file-gone")
    step.box.asked.emit("save")


def test_a_thing_is_listed_without_a_file(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = accept(desk, intake())
    step = made(services, case_id, qtbot)
    assert step.chosen == NEW
    step.form.field("title").set_value("旧水管一段")
    step.form.field("form").set_value("thing")
    assert step.save()
    (one,) = desk.file(case_id).attachments
    assert (one.title, one.form, one.has_file) == ("旧水管一段", "thing", False)
    assert "没有附文件" in step.box.note.text()


def test_an_archived_case_takes_no_more_files(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    archive(desk, case_id, Archived(on=TODAY, by="孙记"))
    step = made(services, case_id, qtbot)
    assert not step.add_button.isVisible()
    step.take([Picked("a.txt", data=b"x")])
    settle(qtbot, services)
    assert titles(desk, case_id) == []


def test_a_piece_is_looked_at_inside(desk: Desk, services: Services, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    file = desk.file(case_id)
    matter = Matter(file, desk.office(), desk.settings(), desk.today())
    paper = press.paper(matter, "acceptance-register", None)
    attach(desk, case_id, AttachmentFacts(title="登记表"), paper, "登记表.pdf")
    attach(desk, case_id, AttachmentFacts(title="照片"), wide(), "a.png")
    attach(desk, case_id, AttachmentFacts(title="坏图"), b"x", "b.png")
    table, photo, broken = desk.file(case_id).attachments
    for piece, kind in ((table, PdfView), (photo, PictureView), (broken, PictureView)):
        dialog = LookDialog(services, piece, read_attachment(desk, piece))
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, services)
        assert isinstance(dialog.view, kind)
        assert dialog.banner.isVisible() is (piece is broken)
