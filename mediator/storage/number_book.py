"""Reads the book of numbers: the series with their years, and the gaps of one."""

from collections.abc import Iterator

from sqlalchemy import select

from mediator.domain.number_book import GivenNumber, Numbered, NumberGap, gaps
from mediator.storage.rows import table_of
from mediator.storage.store import Work
from mediator.storage.tables.agreement import AgreementRow
from mediator.storage.tables.case import CaseRow
from mediator.storage.tables.office import GivenNumberRow

CASE, GIVEN, AGREEMENT = table_of(CaseRow), table_of(GivenNumberRow), table_of(AgreementRow)


def series(work: Work) -> list[tuple[str, int]]:
    """(kind, year) of every series from which a number was given, the latest year first."""
    names = work.session.connection().execute(select(GIVEN.c.series).distinct()).scalars()
    pairs = [(kind, int(year)) for kind, _, year in (str(name).partition(":") for name in names)]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))


def gaps_of(work: Work, kind: str, year: int) -> list[NumberGap]:
    """The serials of a series that name no case on the list."""
    return gaps(_given(work, kind, year), list(_numbered(work)))


def count_of(work: Work, kind: str, year: int) -> tuple[int, int]:
    """(how many numbers of a series were given, its last serial)."""
    given = _given(work, kind, year)
    return len(given), given[-1].serial if given else 0


def _given(work: Work, kind: str, year: int) -> list[GivenNumber]:
    query = select(GIVEN.c.serial, GIVEN.c.text, GIVEN.c.case_id).where(GIVEN.c.series == f"{kind}:{year}")
    rows = work.session.connection().execute(query.order_by(GIVEN.c.serial))
    return [GivenNumber(*row) for row in rows]


def _numbered(work: Work) -> Iterator[Numbered]:
    """Every case with its numbers, those in the bin too."""
    numbers = (CASE.c.id, CASE.c.code, CASE.c.dossier_number)
    left = (CASE.c.removed_on, CASE.c.removed_by, CASE.c.removed_reason)
    agreed: dict[int, set[str]] = {}
    connection = work.session.connection()
    for case_id, number in connection.execute(select(AGREEMENT.c.case_id, AGREEMENT.c.number)):
        agreed.setdefault(case_id, set()).add(number)
    for case_id, code, dossier, on, by, reason in connection.execute(select(*numbers, *left)):
        texts = frozenset(text for text in (code, dossier, *agreed.get(case_id, ())) if text)
        yield Numbered(case_id, texts, on, by or "", reason or "")
