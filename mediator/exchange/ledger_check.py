"""Compares a ledger as read with what the office has: what is new, what is there already, what clashes."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from mediator.casework.desk import Desk
from mediator.casework.take_in import DEFAULT_OFFICE
from mediator.domain.errors import Conflict, MediatorError, NotFound
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.sweep import Sweep
from mediator.exchange import ledger_words as words
from mediator.exchange.cells import clean, printable
from mediator.exchange.ledger_read import BadCell, Draft, Loose
from mediator.exchange.ledger_words import CODE, PREVENTION_NAME, SUPPLEMENT_NAME, SWEEPS_NAME
from mediator.storage import offices, sweeps
from mediator.storage.ledger import dossier_numbers, known_codes, known_marks, ledger_cases

LEDGER_FIELDS = tuple(column.field for column in words.LEDGER)
SUPPLEMENT_FIELDS = tuple(column.field for column in words.SUPPLEMENT if column.title != CODE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the office has of the numbers a ledger names; `own` is the name of its own committee."""

    own: str = DEFAULT_OFFICE.name
    cases: dict[str, LedgerCase] = field(default_factory=dict)
    binned: set[str] = field(default_factory=set)  # numbers of cases in the recycle bin
    marks: set[str] = field(default_factory=set)
    dossiers: set[str] = field(default_factory=set)
    sweeps: dict[str, Sweep] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an import would do: rows to add, how many are there already, and the cells that stop it."""

    cases: list[LedgerCase]
    sweeps: list[Sweep]
    same: int
    bad: list[BadCell]


def known_to(desk: Desk, draft: Draft) -> Known:
    """Look up what the office has of the numbers in a draft."""
    named = {drafted.case.code for drafted in draft.cases} | {row.code for row in draft.loose}
    with desk.store.look() as work:
        own = offices.own_committee(work).name if offices.has_office(work) else DEFAULT_OFFICE.name
        codes = named & known_codes(work)
        cases = {case.code: case for case in ledger_cases(work, codes=codes)}
        marks = known_marks(work) if "" in named else set()
        held = {sweep.number: sweep for sweep in sweeps.all_sweeps(work)}
        return Known(own, cases, codes - cases.keys(), marks, dossier_numbers(work), held)


def judge(draft: Draft, known: Known) -> Verdict:
    """Sort the rows of a draft into new ones, known ones and clashes."""
    bad = list(draft.bad)
    cases, same = _cases(draft, known, bad)
    new_sweeps = _sweeps(draft, known, bad)
    bad += _clashing_joins(draft, known)
    order = [draft.sheet, *words.JOINED]
    bad.sort(key=lambda cell: (order.index(cell.sheet), cell.row))
    return Verdict(cases, new_sweeps, same, bad)


def _cases(draft: Draft, known: Known, bad: list[BadCell]) -> tuple[list[LedgerCase], int]:
    new: dict[str, LedgerCase] = {}
    seen: Counter[str] = Counter()
    same = 0
    for drafted in draft.cases:
        case = replace(drafted.case, committee=drafted.case.committee or known.own)
        if not case.code and not case.mark:
            case = replace(case, mark=_mark(case, known.own, seen))
        key = case.code or case.mark
        there = new.get(key) or known.cases.get(case.code)
        if case.mark in known.marks and case.mark:
            same += 1
        elif there is None and (reason := _taken(case.code, known)) is not None:
            bad.append(BadCell(draft.sheet, drafted.row, CODE, case.code, reason))
        elif there is None:
            new[key] = case
        elif _contents(case, draft.joined) == _contents(there, draft.joined):
            same += 1
        else:
            bad.append(BadCell(draft.sheet, drafted.row, CODE, case.code, _clash(case, there, draft.joined)))
    return list(new.values()), same


def _taken(code: str, known: Known) -> Conflict | None:
    """Why a number that names no case on the list may not be given to a new one."""
    if code in known.binned:
        return Conflict("case-removed", number=code)
    if code in known.dossiers:
        return Conflict("ledger-code-is-dossier-number", number=code)
    return None


def _mark(case: LedgerCase, own: str, seen: Counter[str]) -> str:
    """Know a row without code again: a hash of its contents and which of its equals it is."""
    committee = "" if case.committee == own else case.committee
    told = [committee if name == "committee" else getattr(case, name) for name in LEDGER_FIELDS]
    digest = hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()
    seen[digest] += 1
    return f"{digest}-{seen[digest]}"


def _clash(case: LedgerCase, there: LedgerCase, joined: set[str]) -> Conflict:
    mine, theirs = _contents(case, joined), _contents(there, joined)
    titles = "、".join(title for title, value in mine.items() if theirs[title] != value)
    return Conflict("ledger-code-used", number=case.code, titles=titles)


def _contents(case: LedgerCase, joined: set[str]) -> dict[str, Any]:
    """What a ledger says of a case, by title; a joined sheet that is not there says nothing."""
    told = {column.title: _plain(getattr(case, column.field)) for column in words.LEDGER}
    if PREVENTION_NAME in joined:
        told[PREVENTION_NAME] = sorted(case.preventions)
    if SUPPLEMENT_NAME in joined:
        told[SUPPLEMENT_NAME] = [getattr(case, name) for name in SUPPLEMENT_FIELDS]
    return told


def _plain(value: Any) -> Any:
    """A value as a sheet can hold it, so that one's own export is known again."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(printable(item) if isinstance(item, str) else _plain(item) for item in value)
    return value


def _sweeps(draft: Draft, known: Known, bad: list[BadCell]) -> list[Sweep]:
    new: dict[str, Sweep] = {}
    for row, sweep in draft.sweeps:
        there = new.get(sweep.number) or known.sweeps.get(sweep.number)
        if there is None:
            new[sweep.number] = sweep
        elif there != sweep:
            reason = Conflict("ledger-sweep-used", number=sweep.number)
            bad.append(BadCell(SWEEPS_NAME, row, words.SWEEPS[0].title, sweep.number, reason))
    return list(new.values())


def _clashing_joins(draft: Draft, known: Known) -> Iterator[BadCell]:
    """Joined rows without a row of their own: their case must be there and say the same."""
    held = {code: list(case.preventions) for code, case in known.cases.items()}
    for row in draft.loose:
        reason = _join_problem(row, known, held, row.code in draft.bad_codes)
        if reason is not None:
            yield BadCell(row.sheet, row.row, CODE, row.code, reason)


def _join_problem(row: Loose, known: Known, held: dict[str, Any], row_is_bad: bool) -> MediatorError | None:
    case = known.cases.get(row.code)
    if row_is_bad:
        return NotFound("ledger-joined-to-bad", number=row.code)
    if case is None:
        return NotFound("ledger-joined-unknown", number=row.code)
    if row.sheet == PREVENTION_NAME:
        prevention = (row.told["kind"], row.told["people"])
        if prevention in held[row.code]:
            held[row.code].remove(prevention)
            return None
    elif all(getattr(case, name) == row.told[name] for name in SUPPLEMENT_FIELDS):
        return None
    return Conflict("ledger-code-used", number=row.code, titles=row.sheet)
