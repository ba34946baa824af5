"""Gives numbers: each serial of a series once, never again."""

from collections.abc import Callable

from sqlalchemy import func
from sqlmodel import col, select

from mediator.storage.store import Work
from mediator.storage.tables.case import CaseRow
from mediator.storage.tables.office import GivenNumberRow


def give(work: Work, series: str, make: Callable[[int], str], case_id: int | None = None) -> str:
    """The next number of a series as `make` writes it; texts already used by anyone are passed over."""
    serial = last_serial(work, series)
    while True:
        serial += 1
        text = make(serial)
        if not _in_use(work, text):
            work.session.add(GivenNumberRow(series=series, serial=serial, text=text, case_id=case_id))
            work.session.flush()
            return text


def last_serial(work: Work, series: str) -> int:
    """The last serial given in a series, 0 before the first."""
    top = select(func.max(GivenNumberRow.serial)).where(GivenNumberRow.series == series)
    return work.session.exec(top).one() or 0


def _in_use(work: Work, text: str) -> bool:
    given = select(GivenNumberRow).where(GivenNumberRow.text == text)
    cases = select(CaseRow.id).where((col(CaseRow.code) == text) | (col(CaseRow.dossier_number) == text))
    return work.session.exec(given).first() is not None or work.session.exec(cases).first() is not None


def hand_to(work: Work, case_id: int, texts: tuple[str | None, ...]) -> None:
    """Write down which case the given numbers belong to."""
    given = select(GivenNumberRow).where(col(GivenNumberRow.text).in_([text for text in texts if text]))
    for row in work.session.exec(given).all():
        row.case_id = case_id
    work.session.flush()
