"""Sends the very PDF that was previewed to a printer, dot for dot, on paper of its own size."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from mediator.domain.errors import MediatorError
from ui.pdf_pages import Size, page_sizes, render_rows
from ui.tasks import Progress

FINEST_DPI: Final = 600  # finer dots of a printer are painted as whole multiples of these
BAND_ROWS: Final = 512  # 10 MB of an A4 page at 600 dpi instead of 140
POINTS_AN_INCH: Final = 72


@dataclass(frozen=True)
class PrintJob:
    """A PDF and the printer it goes to, set up with copies and pages."""

    data: bytes
    printer: QPrinter


def new_printer(title: str, first: Size) -> QPrinter:
    """The standard printer at its full resolution, set to the size of the first page without margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("调解工作台")
    printer.setFullPage(True)
    printer.setPageLayout(_layout(first))
    return printer


def choose_printer(printer: QPrinter, pages: int, parent: QWidget | None) -> bool:
    """The system's own print dialog: printer, copies, pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印")
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, False)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, False)
    dialog.setMinMax(1, pages)
    return bool(dialog.exec())


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages asked for, numbered from 0; a range beyond the end is cut at the end."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or printer.fromPage() == 0:
        return list(range(count))
    return list(range(printer.fromPage() - 1, min(printer.toPage() or count, count)))


def print_pdf(job: PrintJob, progress: Progress) -> int:
    """Paint the chosen pages on the printer; how many pages went to it. Runs on any thread."""
    sizes = page_sizes(job.data)
    pages = list(_with_copies(job.printer, chosen_pages(job.printer, len(sizes))))
    if not pages:
        raise MediatorError("nothing-to-print")
    job.printer.setPageLayout(_layout(sizes[pages[0]]))
    painter = QPainter()
    if not painter.begin(job.printer):
        raise MediatorError("printer-not-ready", printer=job.printer.printerName())
    try:
        for done, page in enumerate(pages):
            progress.step(done, len(pages), f"正在打印第 {done + 1} 页，共 {len(pages)} 页")
            if done:
                _turn(job.printer, sizes[pages[done - 1]], sizes[page])
                if not job.printer.newPage():
                    raise MediatorError("printer-not-ready", printer=job.printer.printerName())
            _paint(painter, job, page, sizes[page])
    except BaseException:
        job.printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _with_copies(printer: QPrinter, pages: list[int]) -> Iterator[int]:
    """Repeat pages by hand for a printer that cannot count copies itself."""
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        yield from pages * copies
    else:
        yield from (page for page in pages for _ in range(copies))


def _paint(painter: QPainter, job: PrintJob, page: int, size: Size) -> None:
    """Paint one page in bands, one dot of the picture to a whole number of the printer's dots."""
    resolution = job.printer.resolution()
    factor = ceil(resolution / FINEST_DPI)
    scale = resolution / factor / POINTS_AN_INCH
    rows = ceil(size[1] * scale)
    painter.save()
    painter.scale(factor, factor)
    for first in range(0, rows, BAND_ROWS):
        painter.drawImage(QPointF(0, first), render_rows(job.data, page, scale, first, BAND_ROWS))
    painter.restore()


def _turn(printer: QPrinter, before: Size, size: Size) -> None:
    """Make ready for a page unlike the one before; on Windows only the turn can change within a job."""
    if sorted(before) != sorted(size):
        printer.setPageLayout(_layout(size))
    elif before != size:
        printer.setPageOrientation(_orientation(size))


def _orientation(size: Size) -> QPageLayout.Orientation:
    width, height = size
    return QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait


def _layout(size: Size) -> QPageLayout:
    """Paper of exactly this size; a page that lies across is the same paper turned."""
    paper = QPageSize(
        QSizeF(*sorted(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    )
    layout = QPageLayout(paper, _orientation(size), QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
