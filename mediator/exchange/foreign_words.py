"""The words of a room's own sheet that are none of ours, so that a person can say what they mean."""

from collections import Counter
from dataclasses import dataclass

from mediator.codes import code_list
from mediator.domain.errors import RuleBroken
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.exchange.cells import as_text, read
from mediator.exchange.foreign import Sheet
from mediator.exchange.heads import Heads
from mediator.exchange.ledger_words import MAPPED, Column
from mediator.exchange.skipped import why_skipped


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """One word in one column, how many rows have it, and our word for it, "" while nobody has said."""

    field: str
    title: str
    codes: str
    text: str
    count: int
    ours: str


def foreign_words(sheet: Sheet, heads: Heads, mapping: LedgerMapping) -> list[ForeignWord]:
    """Every word that is none of ours, by our columns and then the most frequent first."""
    rows = [
        row.number
        for row in sheet.rows
        if row.number > heads.last_row and not why_skipped(sheet, heads, mapping, row)
    ]
    found = []
    for column in MAPPED:
        rule = mapping.rule(column.field)
        if column.kind not in ("list", "type") or len(rule.columns) != 1:
            continue
        place = heads.places[rule.columns[0]]
        counts = Counter(as_text(sheet.cell(number, place)) for number in rows)
        found += [
            ForeignWord(column.field, column.title, codes_of(column), text, count, rule.words.get(text, ""))
            for text, count in counts.most_common()
            if text and not _is_ours(text, column)
        ]
    return found


def codes_of(column: Column) -> str:
    """The code list whose words a column may hold."""
    return column.codes or "dispute_type"


def our_words(codes: str) -> tuple[str, ...]:
    """The words of a list."""
    return tuple(row.word for row in code_list(codes).rows)


def _is_ours(text: str, column: Column) -> bool:
    try:
        read(text, column)
    except RuleBroken:
        return False
    return True
