"""The ledger workbook in and out of an office."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mediator.casework.desk import Desk
from mediator.casework.take_in import Ledger, take_in
from mediator.domain.errors import MediatorError
from mediator.exchange.foreign import CSV
from mediator.exchange.ledger_check import Known, Verdict, judge, known_to
from mediator.exchange.ledger_read import read_ledger
from mediator.exchange.ledger_words import LEDGER
from mediator.exchange.ledger_write import ledger_workbook
from mediator.exchange.mapping import Step, Translation
from mediator.exchange.workbook import opened
from mediator.storage.bulk import uncollected
from mediator.storage.ledger import ledger_cases
from mediator.storage.sweeps import all_sweeps


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did."""

    cases: int
    sweeps: int
    same: int


def examine(path: Path, desk: Desk | None) -> Verdict:
    """Read a workbook and say what importing it would do; without a desk there is no office yet."""
    with uncollected():
        draft = read_ledger(path)
        return judge(draft, Known() if desk is None else known_to(desk, draft))


def has_our_heads(path: Path) -> bool:
    """Whether a file has the heads of our ledger; MediatorError when it cannot be read at all."""
    if path.suffix.lower() in CSV:
        return False
    with opened(path) as book:
        try:
            next(book.rows(book.first, LEDGER), None)
        except MediatorError as other:
            if other.code != "ledger-titles":
                raise
            return False
    return True


def examine_mapped(translation: Translation, desk: Desk | None) -> Verdict:
    """Say what importing a room's own sheet would do; bad cells are told as they stand in its file."""
    with uncollected():
        draft = translation.draft
        verdict = judge(draft, Known() if desk is None else known_to(desk, draft))
        told = [translation.retold(cell) for cell in verdict.bad]
        once = {(cell.row, cell.column, cell.reason.code): cell for cell in reversed(told)}
        return replace(verdict, bad=list(reversed(once.values())))


def import_ledger(desk: Desk, path: Path, verdict: Verdict, step: Step = lambda _done, _all: None) -> Taken:
    """Take in what an examination found new, in one transaction; `step` may raise to give it up."""
    ledger = Ledger(verdict.cases, verdict.sweeps, path.name, _sha256(path))
    with uncollected():
        take_in(desk, ledger, step)
    return Taken(len(verdict.cases), len(verdict.sweeps), verdict.same)


def export_ledger(desk: Desk, first: date | None = None, last: date | None = None) -> bytes:
    """The ledger of the cases accepted from `first` to `last`, both included, as a workbook."""
    with desk.store.look() as work:
        cases = ledger_cases(work, first, last)
        sweeps = [sweep for sweep in reversed(all_sweeps(work)) if _within(sweep.began_on, first, last)]
    with uncollected():
        return ledger_workbook(cases, sweeps)


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise MediatorError("file-unreadable", file=str(path)) from error
