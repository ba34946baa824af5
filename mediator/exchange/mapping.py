"""Reads a room's own sheet by its mapping into the very draft that our own ledger gives."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from mediator.domain.errors import MediatorError, RuleBroken
from mediator.domain.ledger_mapping import NOTHING, LedgerMapping, Rule
from mediator.exchange import ledger_words as words
from mediator.exchange.cells import Cell, as_date, as_text
from mediator.exchange.foreign import Sheet
from mediator.exchange.foreign_cells import DITTO, amount_cell, day_cell, day_of_two, sides_cell
from mediator.exchange.heads import Heads, heads_for, missing_heads, plain_head
from mediator.exchange.ledger_read import BadCell, Draft, read_case
from mediator.exchange.ledger_words import MAPPED, SUPPLEMENT_NAME, Column
from mediator.exchange.names import read_names, write_sides
from mediator.exchange.skipped import Skipped, why_skipped
from mediator.exchange.workbook import SheetRow

PARTY_FIELDS: Final = {"applicants": "applicant", "respondents": "respondent", "thirds": "third"}
PARTIES: Final = next(column for column in words.LEDGER if column.field == "parties")
IF_SETTLED: Final = ("form", "performance")  # said once for all rows, they are of the successes only
STEP: Final = 500  # rows between two words of progress

Step = Callable[[int, int], object]
Reading = tuple[SheetRow, Mapping[str, Cell]]


@dataclass(frozen=True)
class Translation:
    """A sheet read by a mapping: the draft, the rows that are no cases, and the way back to their cells."""

    sheet: Sheet
    heads: Heads
    mapping: LedgerMapping
    draft: Draft
    skipped: list[Skipped]

    def retold(self, cell: BadCell) -> BadCell:
        """A bad cell as it stands in the room's own file: its column's head and what was typed there."""
        rules = _rules_of(self.mapping, cell.column)
        heads = [head for rule in rules for head in rule.columns]
        if not heads:
            return replace(cell, column=f"{cell.column}（没有对应的列）")
        texts = [self.sheet.text(cell.row, self.heads.places[head]) for head in heads]
        return replace(cell, column="、".join(heads), value=" ".join(text for text in texts if text))


def translate(sheet: Sheet, mapping: LedgerMapping, step: Step = lambda _done, _all: None) -> Translation:
    """Read a sheet by a mapping; MediatorError when the mapping or the sheet lacks what the other needs."""
    check_complete(mapping)
    heads = heads_for(sheet, mapping)
    if heads is None:
        raise missing_heads(sheet, mapping)
    joined = {SUPPLEMENT_NAME} if any(mapping.rule(c.field).columns for c in words.SUPPLEMENT[1:]) else set()
    draft, skipped = Draft(sheet=sheet.name, joined=joined), list[Skipped]()
    seen: Counter[str] = Counter()
    reader = _Reader(sheet, heads, mapping)
    rows = [row for row in sheet.rows if row.number > heads.last_row]
    for done, row in enumerate(rows):
        if done % STEP == 0:
            step(done, len(rows))
        why = why_skipped(sheet, heads, mapping, row)
        if why:
            skipped.append(Skipped(row.number, why, _first_text(row)))
        else:
            read_case(draft, reader.row(row), MAPPED, _mark(heads, row, seen))
    told = {(cell.row, cell.column) for cell in reader.bad}
    draft.bad = [*(cell for cell in draft.bad if (cell.row, cell.column) not in told), *reader.bad]
    bad_rows = {cell.row for cell in reader.bad}
    draft.cases = [drafted for drafted in draft.cases if drafted.row not in bad_rows]
    return Translation(sheet, heads, mapping, draft, skipped)


def check_complete(mapping: LedgerMapping) -> None:
    """Refuse a mapping that leaves a required column without a source: 'mapping-lacks'."""
    lacking = [column.title for column in MAPPED if column.required and not has_source(mapping, column)]
    if lacking:
        raise MediatorError("mapping-lacks", titles="、".join(lacking))


def has_source(mapping: LedgerMapping, column: Column) -> bool:
    """Whether a mapping says where one of our columns comes from."""
    return any(not rule.says_nothing for rule in _rules_of(mapping, column.title))


def _rules_of(mapping: LedgerMapping, title: str) -> list[Rule]:
    field = next(column.field for column in MAPPED if column.title == title)
    fields = ("parties", *PARTY_FIELDS) if field == "parties" else (field,)
    return [mapping.rule(one) for one in fields if not mapping.rule(one).says_nothing]


class _Reader:
    """Turns rows into the cells of our columns and notes what cannot be parted."""

    def __init__(self, sheet: Sheet, heads: Heads, mapping: LedgerMapping) -> None:
        self.bad: list[BadCell] = []
        self._sheet, self._heads, self._mapping = sheet, heads, mapping
        self._above: dict[int, Cell] = {}
        self._rules = {rule.field: rule for rule in mapping.rules}

    def row(self, row: SheetRow) -> SheetRow:
        """The row as our ledger would have it."""
        told = {column.field: self._cell(row.number, column) for column in MAPPED}
        told["code"] = self._code(told["code"], told["accepted_on"])
        for field in IF_SETTLED:
            rule = self._rules.get(field)
            if rule is not None and not rule.columns and as_text(told["outcome"]) != "调解成功":
                told[field] = None
        self._remember(row)
        return SheetRow(row.number, [told[column.field] for column in MAPPED])

    def _cell(self, row: int, column: Column) -> Cell:
        if column.field == "parties" and not self._mapping.rule("parties").columns:
            return self._sides(row)
        rule = self._rules.get(column.field)
        return None if rule is None else self._value(row, column, rule)

    def _value(self, row: int, column: Column, rule: Rule) -> Cell:
        value = self._joined(row, column, rule)
        if as_text(value) == "":
            return rule.otherwise or None
        value = rule.words.get(as_text(value), value)
        if value == NOTHING:
            return None
        try:
            return self._turned(value, column, rule)
        except RuleBroken as reason:
            self.bad.append(BadCell(self._sheet.name, row, column.title, as_text(value), reason))
        return value

    def _turned(self, value: Cell, column: Column, rule: Rule) -> Cell:
        if column.kind == "date" and rule.way in ("first", "second"):
            return day_of_two(value, rule.way, self._mapping.year)
        if column.kind == "date":
            return day_cell(value, self._mapping.year)
        if column.kind == "amount":
            return amount_cell(value, rule.ten_thousands)
        return sides_cell(value, rule.separator) if rule.way == "sides" else value

    def _joined(self, row: int, column: Column, rule: Rule) -> Cell:
        cells = [self._carried(row, self._heads.places[head], rule) for head in rule.columns]
        if len(cells) == 1:
            return cells[0]
        sign = rule.separator or {"names": "、", "parties": "、", "date": "-"}.get(column.kind, " ")
        return sign.join(text for cell in cells if (text := as_text(cell)))

    def _carried(self, row: int, place: int, rule: Rule) -> Cell:
        value = self._sheet.cell(row, place)
        text = as_text(value)
        if text in DITTO or (rule.carry == "blank" and not text):
            return self._above.get(place)
        if not text and rule.carry == "merged" and (row, place) in self._sheet.merged:
            return self._sheet.cell(*self._sheet.merged[(row, place)])
        return value

    def _remember(self, row: SheetRow) -> None:
        for place, value in enumerate(row.cells):
            if as_text(value) and as_text(value) not in DITTO:
                self._above[place] = value

    def _sides(self, row: int) -> Cell:
        sides = []
        for field, role in PARTY_FIELDS.items():
            rule = self._rules.get(field)
            if rule is not None:
                text = as_text(self._joined(row, PARTIES, rule)) or rule.otherwise
                sides += [(role, name) for name in read_names(text)]
        return write_sides(tuple(sides)) or None

    def _code(self, number: Cell, accepted: Cell) -> Cell:
        """A room's own number with what stands before it; {year} is the year of acceptance."""
        before = self._mapping.rule("code").before
        text = as_text(number)
        if not text or not before:
            return number
        try:
            day = as_date(accepted)
        except RuleBroken:
            day = None
        return before.replace("{year}", str(day.year) if day else "") + text


def _mark(heads: Heads, row: SheetRow, seen: Counter[str]) -> str:
    """Know a row without number again, however the mapping is mended later: a hash of what was typed.

    A running number is left out, for it changes when a line is put in above; equal rows are counted.
    """
    told = [
        (heads.texts[place], text)
        for place, cell in enumerate(row.cells)
        if (text := as_text(cell)) and plain_head(heads.texts[place]) != "序号"
    ]
    digest = hashlib.sha256(json.dumps(sorted(told)).encode()).hexdigest()
    seen[digest] += 1
    return f"{digest}-{seen[digest]}"


def _first_text(row: SheetRow) -> str:
    return re.sub(r"\s+", " ", next(text for cell in row.cells if (text := as_text(cell))))[:40]
