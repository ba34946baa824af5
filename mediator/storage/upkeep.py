"""Renews what an older program left, and looks for damage below the rules: in the file, among the numbers."""

from collections import Counter

from sqlalchemy import select

from mediator.storage import cases, search
from mediator.storage.bulk import uncollected
from mediator.storage.rows import table_of
from mediator.storage.store import Store, Work
from mediator.storage.tables.case import CaseRow
from mediator.storage.tables.office import GivenNumberRow, SettingRow
from mediator.storage.tables.record import AuditRow

SEARCH_MARK = "search_edition"
AT_ONCE = 500  # cases that are read by one statement

CASE, GIVEN, AUDIT = table_of(CaseRow), table_of(GivenNumberRow), table_of(AuditRow)


def file_faults(work: Work) -> list[str]:
    """What the database says of its own file; empty when it is whole. SQLite only."""
    rows = work.session.connection().exec_driver_sql("PRAGMA integrity_check(20)")
    return [str(row[0]) for row in rows if row[0] != "ok"]


def broken_links(work: Work) -> dict[str, int]:
    """Rows by table that point at a row which is not there. SQLite only."""
    rows = work.session.connection().exec_driver_sql("PRAGMA foreign_key_check")
    return dict(Counter(str(row[0]) for row in rows))


def case_numbers(work: Work) -> list[tuple[int, str]]:
    """(id, 案件编码) of every case."""
    rows = work.session.connection().execute(select(CASE.c.id, CASE.c.code).order_by(CASE.c.id))
    return [(int(row.id), str(row.code)) for row in rows]


def numbers_given_twice(work: Work) -> dict[str, int]:
    """Numbers that name more than one case, be it as 案件编码 or as 卷号."""
    connection = work.session.connection()
    used: Counter[str] = Counter()
    for row in connection.execute(select(CASE.c.code, CASE.c.dossier_number)):
        used.update({text for text in (row.code, row.dossier_number) if text})
    given = Counter(connection.execute(select(GIVEN.c.text)).scalars())
    return {text: count for text, count in (used | given).items() if count > 1}


def without_history(work: Work) -> list[str]:
    """Codes of the cases of which no act is on record."""
    told = select(AUDIT.c.case_id).where(AUDIT.c.case_id.is_not(None))
    query = select(CASE.c.code).where(CASE.c.id.not_in(told))
    return list(work.session.connection().execute(query).scalars())


def history_length(work: Work) -> int:
    """How many acts are on record."""
    return len(work.session.connection().execute(select(AUDIT.c.id)).all())


def make_ready(store: Store) -> None:
    """Renew the search index where it is an older program's; to look whether it is stops no writer."""
    with store.look() as work:
        if _search_is_renewed(work):
            return
    with store.work() as work:
        if not _search_is_renewed(work):  # another process may have been quicker
            _renew_search(work)


def _search_is_renewed(work: Work) -> bool:
    mark = work.session.get(SettingRow, SEARCH_MARK)
    return mark is not None and mark.value == search.EDITION


def _renew_search(work: Work) -> None:
    ids = [case_id for case_id, _ in case_numbers(work)]
    with uncollected():
        for start in range(0, len(ids), AT_ONCE):
            cases.index_anew(work, ids[start : start + AT_ONCE])
            work.session.expunge_all()  # nothing was changed in them; ten thousand cases would stay in memory
    work.session.merge(SettingRow(key=SEARCH_MARK, value=search.EDITION))
    work.session.flush()
