"""What comes out of the printer is the PDF, page for page, in its own size."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout
from PySide6.QtPrintSupport import QPrinter

from mediator.domain.errors import MediatorError
from tests.ui.sheets import pdf
from ui.pdf_pages import page_sizes, render
from ui.printing import PrintJob, chosen_pages, new_printer, print_pdf
from ui.tasks import Cancelled, Progress


def to_file(path: Path, data: bytes, resolution: int = 150) -> QPrinter:
    printer = new_printer("示例", page_sizes(data)[0])
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    return printer


def shades(picture: QImage) -> list[int]:
    """A page as 60 × 85 shades of grey."""
    small = picture.scaled(60, 85, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).value() for x in range(60) for y in range(85)]


def furthest(before: QImage, after: QImage) -> int:
    """The largest difference of two pages at any one spot; a line moved by a millimetre makes over 50."""
    assert min(shades(before)) < 200, "an empty page proves nothing"
    return max(abs(one - other) for one, other in zip(shades(before), shades(after), strict=True))


def test_every_page_comes_out_in_the_size_of_the_paper(tmp_path: Path, qapp: object) -> None:
    data, out = pdf(3), tmp_path / "out.pdf"
    assert print_pdf(PrintJob(data, to_file(out, data)), Progress()) == 3
    printed = out.read_bytes()
    assert page_sizes(printed) == [pytest.approx(size, abs=1) for size in page_sizes(data)]
    for page in range(3):
        assert furthest(render(data, page, 2.0), render(printed, page, 2.0)) < 12


def test_a_page_that_lies_across_stays_so(tmp_path: Path, qapp: object) -> None:
    data, out = pdf(1, landscape=True), tmp_path / "out.pdf"
    print_pdf(PrintJob(data, to_file(out, data)), Progress())
    assert page_sizes(out.read_bytes()) == [pytest.approx(page_sizes(data)[0], abs=1)]


class Windows(QPrinter):
    """Like the printers of Windows: the layout is settled once the job has begun, but for the turn."""

    def setPageLayout(self, layout: QPageLayout) -> bool:
        assert self.printerState() != QPrinter.PrinterState.Active
        return super().setPageLayout(layout)


def test_pages_turn_within_a_job_of_windows(tmp_path: Path, qapp: object) -> None:
    writer = PdfWriter()
    for part in (pdf(2), pdf(1, landscape=True), pdf(1)):
        writer.append(BytesIO(part))
    whole = BytesIO()
    writer.write(whole)
    data, out = whole.getvalue(), tmp_path / "out.pdf"
    printer = Windows(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    printer.setFullPage(True)
    printer.setResolution(150)
    assert print_pdf(PrintJob(data, printer), Progress()) == 4
    printed = out.read_bytes()
    assert page_sizes(printed) == [pytest.approx(size, abs=1) for size in page_sizes(data)]
    for page in range(4):
        assert furthest(render(data, page, 2.0), render(printed, page, 2.0)) < 12


def test_a_finer_printer_gets_the_same_page(tmp_path: Path, qapp: object) -> None:
    data, out = pdf(1), tmp_path / "out.pdf"
    print_pdf(PrintJob(data, to_file(out, data, resolution=1200)), Progress())
    assert furthest(render(data, 0, 2.0), render(out.read_bytes(), 0, 2.0)) < 12


def test_pages_and_copies_as_asked_for(tmp_path: Path, qapp: object) -> None:
    data, out = pdf(4), tmp_path / "out.pdf"
    printer = to_file(out, data)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    assert chosen_pages(printer, 4) == [1, 2]
    assert print_pdf(PrintJob(data, printer), Progress()) == 4
    printed = out.read_bytes()
    for place, page in enumerate([1, 2, 1, 2]):
        assert furthest(render(data, page, 2.0), render(printed, place, 2.0)) < 12
    assert furthest(render(data, 0, 2.0), render(printed, 0, 2.0)) > 12


def test_a_range_beyond_the_end_prints_up_to_the_end(tmp_path: Path, qapp: object) -> None:
    printer = to_file(tmp_path / "out.pdf", pdf(2))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 2) == [1]
    printer.setFromTo(7, 9)
    with pytest.raises(MediatorError, match="nothing-to-print"):
        print_pdf(PrintJob(pdf(2), printer), Progress())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_is_said(tmp_path: Path, qapp: object) -> None:
    data = pdf(1)
    printer = to_file(tmp_path / "no" / "such" / "folder" / "out.pdf", data)
    with pytest.raises(MediatorError, match="printer-not-ready"):
        print_pdf(PrintJob(data, printer), Progress())


def test_printing_stops_when_asked(tmp_path: Path, qapp: object) -> None:
    data, progress = pdf(3), Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        print_pdf(PrintJob(data, to_file(tmp_path / "out.pdf", data)), progress)
