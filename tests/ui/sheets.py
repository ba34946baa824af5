"""Small PDFs for the preview, and waiting for what is made aside."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from mediator.documents import form
from mediator.documents.pdf import write_pdf
from ui.services import Services

WORDS = "示例文字。" * 40


def pdf(pages: int = 3, *, landscape: bool = False) -> bytes:
    """A PDF with a large page number on every page."""
    papers = [
        form.Paper(
            "示例", (form.Title(f"第{number}张"), form.Paragraph("示例文字。" * 40)), landscape=landscape
        )
        for number in range(1, pages + 1)
    ]
    return write_pdf(papers)


def settle(qtbot: QtBot, services: Services, until: Callable[[], bool] = lambda: True) -> None:
    """Wait until nothing is on its way any more."""
    qtbot.waitUntil(lambda: services.tasks.running() == 0 and until(), timeout=20_000)
