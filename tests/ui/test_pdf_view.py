"""Pages on screen are the pages of the PDF, sharp, and never more of them in memory than allowed."""

from threading import Thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.sheets import pdf, settle
from ui.page_cache import PageCache
from ui.pdf_pages import page_sizes, render, render_rows
from ui.pdf_view import PdfView
from ui.services import Services

A4 = (595.28, 841.89)


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> PdfView:
    view = PdfView(services.tasks)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    view.show_pdf(pdf(3))
    settle(qtbot, services, lambda: view.page_count() == 3)
    return view


def test_pages_have_the_size_of_the_paper() -> None:
    assert page_sizes(pdf(2)) == [pytest.approx(A4, abs=0.1)] * 2
    assert page_sizes(pdf(1, landscape=True)) == [pytest.approx(A4[::-1], abs=0.1)]


@pytest.mark.parametrize("count", [1, 7, 300, 512])
def test_rows_of_a_page_put_together_are_the_page(count: int) -> None:
    whole = render(pdf(1), 0, 2.0)
    parts = [render_rows(pdf(1), 0, 2.0, first, count) for first in range(0, whole.height(), max(count, 60))]
    if count == 512:
        assert sum(part.height() for part in parts) == whole.height()
    for first, part in zip(range(0, whole.height(), max(count, 60)), parts, strict=True):
        assert part == whole.copy(0, first, whole.width(), part.height())


def test_many_threads_may_ask_for_pages_at_once() -> None:
    data, pictures = pdf(2), []
    threads = [Thread(target=lambda: pictures.append(render(data, 1, 1.0))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 8
    assert all(picture == pictures[0] for picture in pictures)


def test_the_widest_page_is_as_wide_as_the_view(view: PdfView) -> None:
    width = round(A4[0] * view.zoom * 96 / 72)
    assert abs(width - (view.viewport().width() - 24)) <= 2
    view.resize(500, 500)
    assert abs(round(A4[0] * view.zoom * 96 / 72) - (view.viewport().width() - 24)) <= 2


def test_a_zoom_of_ones_own_stays_when_the_view_changes(view: PdfView) -> None:
    view.zoom_to(1.5)
    view.resize(900, 500)
    assert view.zoom == 1.5
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.fits_width


def test_keys_turn_pages(view: PdfView) -> None:
    seen = []
    view.page_changed.connect(lambda page, pages: seen.append((page, pages)))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    assert seen == [(2, 3), (3, 3), (2, 3), (3, 3)]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page() == 1
    before = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom < before


def test_what_is_on_screen_is_the_page_dot_for_dot(qtbot: QtBot, services: Services, view: PdfView) -> None:
    view.viewport().repaint()
    settle(qtbot, services)
    shown = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width = round(A4[0] * view.zoom * 96 / 72)
    page = render(pdf(3), 0, (width - 0.5) / page_sizes(pdf(3))[0][0])
    left = (view.viewport().width() - width) // 2
    cut = page.copy(5, 5, width - 10, 400)
    assert shown.copy(left + 5, 12 + 5, width - 10, 400) == cut
    assert len({cut.pixel(x, y) for x in range(0, cut.width(), 3) for y in range(0, 400, 3)}) > 5


def test_other_bytes_replace_the_first_ones(qtbot: QtBot, services: Services, view: PdfView) -> None:
    view.go_to(3)
    view.show_pdf(pdf(1))
    settle(qtbot, services, lambda: view.page_count() == 1)
    assert view.page() == 1


def test_bytes_that_are_no_pdf_are_said_and_not_raised(
    qtbot: QtBot, services: Services, view: PdfView
) -> None:
    with qtbot.waitSignal(view.unreadable):
        view.show_pdf(b"nothing of the kind")
    assert view.page_count() == 0


def test_a_view_that_is_gone_is_not_painted_on(qtbot: QtBot, services: Services) -> None:
    view = PdfView(services.tasks)
    view.show_pdf(pdf(2))
    view.deleteLater()
    settle(qtbot, services)


def test_the_cache_forgets_what_was_longest_unused() -> None:
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    cache = PageCache(most_bytes=3 * picture.sizeInBytes())
    for page in range(3):
        cache.put((page, 100), picture)
    assert cache.get((0, 100)) is not None
    cache.put((3, 100), picture)
    assert cache.get((1, 100)) is None
    assert cache.get((0, 100)) is not None
    assert cache.held_bytes() == 3 * picture.sizeInBytes()
    cache.put((9, 900), QImage(900, 900, QImage.Format.Format_RGB32))
    assert cache.get((9, 900)) is not None
    assert cache.nearest(9) is not None
    assert cache.nearest(0) is None
