"""Gives numbers: each serial of a series once, never again."""

from collections.abc import Callable, Collection, Sequence
from itertools import count

from sqlalchemy import func, insert
from sqlmodel import col, select

from mediator.storage.rows import table_of
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow
from mediator.storage.tables.case import CaseRow
from mediator.storage.tables.office import GivenNumberRow


def give(work: Work, series: str, make: Callable[[int], str]) -> str:
    """The next number of a series as `make` writes it; texts already used by anyone are passed over."""
    serial = last_serial(work, series)
    while True:
        serial += 1
        text = make(serial)
        if not _in_use(work, text):
            work.session.add(GivenNumberRow(series=series, serial=serial, text=text))
            work.session.flush()
            return text


def give_many(
    work: Work, series: str, make: Callable[[int], str], case_ids: Sequence[int], taken: Collection[str]
) -> list[str]:
    """One number of a series for each case in turn; texts in use and those `taken` are passed over."""
    used = _all_in_use(work).union(taken)
    serials = count(last_serial(work, series) + 1)
    free = ((serial, text) for serial in serials if (text := make(serial)) not in used)
    given = [
        {"series": series, "serial": serial, "text": text, "case_id": case_id}
        for case_id, (serial, text) in zip(case_ids, free, strict=False)
    ]
    if given:
        work.session.connection().execute(insert(table_of(GivenNumberRow)), given)
    return [str(row["text"]) for row in given]


def last_serial(work: Work, series: str) -> int:
    """The last serial given in a series, 0 before the first."""
    top = select(func.max(GivenNumberRow.serial)).where(GivenNumberRow.series == series)
    return work.session.exec(top).one() or 0


def _in_use(work: Work, text: str) -> bool:
    given = select(GivenNumberRow.serial).where(GivenNumberRow.text == text)
    cases = select(CaseRow.id).where((col(CaseRow.code) == text) | (col(CaseRow.dossier_number) == text))
    papers = select(AgreementRow.id).where(AgreementRow.number == text)
    return any(work.session.exec(query).first() is not None for query in (given, cases, papers))


def _all_in_use(work: Work) -> set[str]:
    queries = (
        select(GivenNumberRow.text),
        select(CaseRow.code),
        select(CaseRow.dossier_number),
        select(AgreementRow.number),
    )
    return {text for query in queries for text in work.session.exec(query).all() if text}


def hand_to(work: Work, case_id: int, texts: tuple[str | None, ...]) -> None:
    """Write down which case the given numbers belong to."""
    given = select(GivenNumberRow).where(col(GivenNumberRow.text).in_([text for text in texts if text]))
    for row in work.session.exec(given).all():
        row.case_id = case_id
    work.session.flush()
