"""What is seen is what is printed, saved and written down."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.people import TODAY
from tests.ui.conftest import Recorder
from tests.ui.hands import retype
from tests.ui.sheets import pdf, settle
from ui.dialogs import preview
from ui.dialogs.preview import PreviewDialog, Previewed
from ui.printing import PrintJob
from ui.services import Services
from ui.tasks import Progress

DATA = pdf(2)


class Case:
    """A preview whose marks are kept in lists."""

    def __init__(self, qtbot: QtBot, services: Services, folder: Path) -> None:
        self.printed: list[str] = []
        self.signed: list[date | None] = []
        self.out = folder / "printed.pdf"
        paper = Previewed("申请书", DATA, "a<b: 申请书", None, self.printed.append, self.sign)
        self.dialog = PreviewDialog(services, paper)
        self.dialog.any_printer = lambda: True
        self.dialog.choose = self.choose
        self.dialog.open()
        self.services = services
        settle(qtbot, services, lambda: self.dialog.view.page_count() == 2)

    def sign(self, day: date | None) -> bool:
        self.signed.append(day)
        return True

    def choose(self, printer: QPrinter, pages: int, _parent: QWidget | None) -> bool:
        assert pages == 2
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out))
        printer.setResolution(75)
        return True


@pytest.fixture
def case(qtbot: QtBot, services: Services, tmp_path: Path) -> Iterator[Case]:
    case = Case(qtbot, services, tmp_path)
    yield case
    if isValid(case.dialog):
        case.dialog.close()


def test_the_bytes_shown_are_the_bytes_printed_and_written_down(
    qtbot: QtBot, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    real = preview.print_pdf

    def watched(job: PrintJob, progress: Progress) -> int:
        sent.append(job.data)
        return real(job, progress)

    monkeypatch.setattr(preview, "print_pdf", watched)
    case.dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(case.printed), timeout=20_000)
    assert sent == [DATA]
    assert case.printed == [sha256(DATA).hexdigest()]
    assert case.out.exists()
    assert "共 2 页" in case.dialog.banner.words.text()
    assert case.dialog.print_button.isEnabled()


def test_giving_up_in_the_print_dialog_marks_nothing(qtbot: QtBot, case: Case) -> None:
    case.dialog.choose = lambda _printer, _pages, _parent: False
    case.dialog.print_button.click()
    settle(qtbot, case.services)
    assert case.printed == []


def test_without_a_printer_the_way_out_is_said(case: Case, tmp_path: Path) -> None:
    case.dialog.any_printer = lambda: False
    case.dialog.print_button.click()
    assert "没有找到打印机" in case.dialog.banner.words.text()
    case.dialog.ask_path = lambda _parent, _name, _suffix: tmp_path / "a.pdf"
    case.dialog.banner.findChild(type(case.dialog.print_button)).click()
    assert (tmp_path / "a.pdf").read_bytes() == DATA


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_said_and_marks_nothing(qtbot: QtBot, case: Case, tmp_path: Path) -> None:
    case.out = tmp_path / "no" / "folder" / "a.pdf"
    case.dialog.print_button.click()
    settle(qtbot, case.services)
    assert case.dialog.banner.words.text() == "printer-not-ready"
    assert case.printed == []
    assert case.dialog.print_button.isEnabled()


def test_saved_bytes_are_the_shown_ones_and_no_part_is_left(case: Case, tmp_path: Path) -> None:
    offered: list[str] = []
    target = tmp_path / "out" / "申请书.pdf"
    target.parent.mkdir()

    def ask(_parent: QWidget, name: str, _suffix: str) -> Path:
        offered.append(name)
        return target

    case.dialog.ask_path = ask
    case.dialog.save_button.click()
    assert target.read_bytes() == DATA
    assert list(target.parent.iterdir()) == [target]
    assert offered == ["a<b: 申请书"]


def test_a_place_that_takes_no_file_is_refused_in_words(
    case: Case, messages: Recorder, tmp_path: Path
) -> None:
    case.dialog.ask_path = lambda _parent, _name, _suffix: tmp_path / "missing" / "a.pdf"
    messages.expect("ok")
    case.dialog.save_button.click()
    assert messages.said == ["file-not-written"]


def test_signing_writes_the_day_and_can_be_taken_back(case: Case, messages: Recorder) -> None:
    assert case.dialog.sign_day.value() == TODAY
    retype(case.dialog.sign_day.line, "2026-11-20")
    case.dialog.sign_button.click()
    assert case.signed == [date(2026, 11, 20)]
    assert case.dialog.signed.text() == "已签 2026年11月20日"
    assert not case.dialog.sign_button.isVisible()
    messages.expect("no")
    case.dialog.unsign_button.click()
    assert case.signed == [date(2026, 11, 20)]
    messages.expect("yes")
    case.dialog.unsign_button.click()
    assert case.signed[-1] is None
    assert case.dialog.sign_button.isVisible()


@pytest.mark.parametrize("typed", ["", "2月30日", "某天"])
def test_a_day_that_cannot_be_read_signs_nothing(case: Case, typed: str) -> None:
    retype(case.dialog.sign_day.line, typed)
    case.dialog.sign_button.click()
    assert case.signed == []
    assert case.dialog.sign_day.note.text()


def test_esc_closes_and_enter_never_prints(case: Case) -> None:
    QTest.keyClick(case.dialog.view, Qt.Key.Key_Return)
    assert case.printed == []
    QTest.keyClick(case.dialog, Qt.Key.Key_Escape)
    assert not case.dialog.isVisible()


def test_a_paper_without_marks_offers_no_signing(qtbot: QtBot, services: Services) -> None:
    dialog = PreviewDialog(services, Previewed("月报", DATA, "月报"))
    dialog.open()
    settle(qtbot, services, lambda: dialog.view.page_count() == 2)
    assert not dialog.sign_button.isVisible()
    assert not dialog.sign_day.isVisible()
    dialog.close()
