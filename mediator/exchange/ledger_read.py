"""Reads a ledger workbook into cases, keeping every cell that does not fit with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from mediator.domain.errors import MediatorError, RuleBroken
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.sweep import Sweep
from mediator.exchange import ledger_words as words
from mediator.exchange.cells import Cell, as_text, read
from mediator.exchange.ledger_words import CODE, Column
from mediator.exchange.workbook import SheetRow, Workbook, opened

Values = dict[str, Any]

DEFAULT_DIFFICULTY: Final = "ordinary"


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that stops its row: where it stands, what it holds, and why it does not fit."""

    sheet: str
    row: int
    column: str
    value: str
    reason: MediatorError


@dataclass(frozen=True, slots=True)
class DraftCase:
    """A row of the first sheet with what the joined sheets tell of it."""

    row: int
    case: LedgerCase


@dataclass(frozen=True, slots=True)
class Loose:
    """A joined row whose code no row of the first sheet has; the office may know it."""

    sheet: str
    row: int
    code: str
    told: Values


@dataclass(slots=True)
class Draft:
    """A workbook as read: good rows, bad cells, and which joined sheets there were."""

    sheet: str = words.FIRST_NAME
    cases: list[DraftCase] = field(default_factory=list)
    sweeps: list[tuple[int, Sweep]] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    bad_codes: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)

    def refuse(self, where: tuple[str, int], column: str, value: Cell, reason: MediatorError) -> None:
        """Note a cell that does not fit."""
        self.bad.append(BadCell(*where, column, as_text(value), reason))


def read_ledger(path: Path) -> Draft:
    """Read a workbook; MediatorError when it is no ledger at all."""
    draft = Draft()
    with opened(path) as book:
        draft.sheet = book.first
        for row in book.rows(book.first, words.LEDGER):
            read_case(draft, row, words.LEDGER)
        for name, take in ((words.PREVENTION_NAME, _prevention), (words.SUPPLEMENT_NAME, _supplement)):
            if book.has(name):
                draft.joined.add(name)
                _join(draft, book, name, take)
        if book.has(words.SWEEPS_NAME):
            _read_sweeps(draft, book)
    return draft


def _values(draft: Draft, sheet: str, row: SheetRow, columns: Sequence[Column]) -> Values | None:
    """The values of a row by field, None when a cell does not fit; each such cell is noted."""
    values: Values = {}
    fits = True
    for place, column in enumerate(columns):
        cell = row.cells[place] if place < len(row.cells) else None
        try:
            values[column.field] = read(cell, column)
        except RuleBroken as reason:
            fits = False
            draft.refuse((sheet, row.number), column.title, cell, reason)
    return values if fits else None


def read_case(draft: Draft, row: SheetRow, columns: Sequence[Column], mark: str = "") -> None:
    """Add one row to a draft: its case, or each cell that does not fit; `mark` knows a row without code."""
    where = (draft.sheet, row.number)
    values = _values(draft, draft.sheet, row, columns)
    if values is not None and _fits_together(draft, where, values):
        values["difficulty"] = values["difficulty"] or DEFAULT_DIFFICULTY
        values["mark"] = "" if values["code"] else mark
        draft.cases.append(DraftCase(row.number, LedgerCase(**values)))
    else:
        draft.bad_codes.add(as_text(row.cells[0]))


def _fits_together(draft: Draft, where: tuple[str, int], values: Values) -> bool:
    accepted, concluded = values["accepted_on"], values["concluded_on"]
    early = concluded is not None and concluded < accepted
    if early:
        reason = RuleBroken("ledger-concluded-early", accepted=accepted, concluded=concluded)
        draft.refuse(where, "调解时间", concluded, reason)
    formless = values["outcome"] == "success" and not values["form"]
    if formless:
        draft.refuse(where, "协议形式", None, RuleBroken("ledger-success-without-form"))
    return not early and not formless


def _join(draft: Draft, book: Workbook, name: str, take: Any) -> None:
    """Add what a joined sheet tells to the cases of the same code."""
    places: dict[str, list[int]] = {}
    for place, drafted in enumerate(draft.cases):
        if drafted.case.code:
            places.setdefault(drafted.case.code, []).append(place)
    told: set[str] = set()
    for row in book.rows(name, words.JOINED[name]):
        values = _values(draft, name, row, words.JOINED[name])
        if values is not None:
            _add(draft, Loose(name, row.number, values.pop("code"), values), places, told, take)


def _add(draft: Draft, row: Loose, places: dict[str, list[int]], told: set[str], take: Any) -> None:
    if row.code not in places:
        draft.loose.append(row)
        return
    for place in places[row.code]:
        drafted = draft.cases[place]
        problem = take(drafted.case, row.told, row.code in told)
        if isinstance(problem, BadJoin):
            draft.refuse((row.sheet, row.row), problem.column, problem.value, problem.reason)
            break
        draft.cases[place] = replace(drafted, case=problem)
    told.add(row.code)


@dataclass(frozen=True, slots=True)
class BadJoin:
    """Why a joined row does not fit its case."""

    column: str
    value: Cell
    reason: RuleBroken


def _prevention(case: LedgerCase, told: Values, _again: bool) -> LedgerCase | BadJoin:
    if told["people"] < 1:
        return BadJoin("人数", told["people"], RuleBroken("people-missing", field="people"))
    return replace(case, preventions=(*case.preventions, (told["kind"], told["people"])))


def _supplement(case: LedgerCase, told: Values, again: bool) -> LedgerCase | BadJoin:
    if again:
        return BadJoin(CODE, case.code, RuleBroken("ledger-joined-twice", number=case.code))
    return replace(case, **told)  # a visit before the conclusion is for the office to mend, not to lose


def _read_sweeps(draft: Draft, book: Workbook) -> None:
    for row in book.rows(words.SWEEPS_NAME, words.SWEEPS):
        values = _values(draft, words.SWEEPS_NAME, row, words.SWEEPS)
        if values is None:
            continue
        sweep = Sweep.model_validate(values)
        if sweep.ended_on is not None and sweep.ended_on < sweep.began_on:
            reason = RuleBroken("ledger-sweep-ended-early", began=sweep.began_on, ended=sweep.ended_on)
            draft.refuse((words.SWEEPS_NAME, row.number), "结束日期", sweep.ended_on, reason)
        else:
            draft.sweeps.append((row.number, sweep))
