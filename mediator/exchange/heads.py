"""The heads of a room's own sheet: which row they stand in and what each column is called."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mediator.domain.errors import MediatorError
from mediator.domain.ledger_mapping import DEEPEST_HEAD, LedgerMapping
from mediator.exchange.foreign import Sheet
from mediator.exchange.synonyms import is_head

LOOKED_AT: Final = 30  # filled rows from the top; above the heads stand a title and who fills it in
LONGEST_HEAD: Final = 60  # what is longer is no head but a text


@dataclass(frozen=True)
class Heads:
    """The head row, how many rows it takes, and the name of each column in order; no name stands twice."""

    row: int
    depth: int
    texts: tuple[str, ...]

    @property
    def last_row(self) -> int:
        """The last row of the heads: the cases stand below it."""
        return self.row + self.depth - 1

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each column from 0, by its name."""
        return {text: place for place, text in enumerate(self.texts)}


def plain_head(text: str) -> str:
    """A head without blanks and full-width forms, as rooms space out short words to fill a column."""
    return "".join(unicodedata.normalize("NFKC", text).split()).strip("*")[:LONGEST_HEAD]


def heads_at(sheet: Sheet, row: int, depth: int = 1) -> Heads:
    """The heads of a row; those of several rows are joined from the top down."""
    seen: Counter[str] = Counter()
    names = []
    for place in range(sheet.width()):
        parts = dict.fromkeys(plain_head(sheet.text(one, place)) for one in range(row, row + depth))
        name = "/".join(part for part in parts if part) or f"第{place + 1}列"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}({seen[name]})")
    return Heads(row, depth, tuple(names))


def guess_heads(sheet: Sheet) -> Heads:
    """The row most like heads: the most words that rooms use for heads, else the first wide one."""
    rows = sheet.rows[:LOOKED_AT]
    best = max(rows, key=lambda row: (_known(sheet, row.number), len(row.cells) > 2, -row.number))
    top = min((_top(sheet, best.number, place) for place in range(sheet.width())), default=best.number)
    return heads_at(sheet, top, _depth(sheet, top))


def heads_for(sheet: Sheet, mapping: LedgerMapping) -> Heads | None:
    """Where a sheet has the heads that a mapping reads; None when one of them is missing."""
    numbers = [row.number for row in sheet.rows[:LOOKED_AT]]
    for row in sorted(numbers, key=lambda number: (number != mapping.header_row, number)):
        found = heads_at(sheet, row, mapping.header_depth)
        if set(mapping.used()) <= found.places.keys():
            return found
    return None


def recognised(
    sheets: tuple[Sheet, ...], mappings: list[LedgerMapping]
) -> tuple[LedgerMapping, Sheet] | None:
    """The mapping that was made for these heads, and the sheet that has them; the closest of several."""
    fits = [
        (_likeness(mapping, found), sheet.name == mapping.sheet, place)
        for place, (mapping, sheet) in enumerate(_pairs(sheets, mappings))
        if mapping.used() and (found := heads_for(sheet, mapping)) is not None
    ]
    if not fits:
        return None
    return _pairs(sheets, mappings)[max(fits)[2]]


def sheet_for(sheets: tuple[Sheet, ...], mapping: LedgerMapping, name: str = "") -> Sheet:
    """The sheet a mapping reads: the one named, else its own name, else the first with its heads.

    MediatorError 'mapping-sheet-unknown', or 'mapping-heads-missing' with the heads that are not there.
    """
    named = [sheet for sheet in sheets if not name or sheet.name == name]
    if not named:
        raise MediatorError("mapping-sheet-unknown", sheet=name, known="、".join(one.name for one in sheets))
    for sheet in sorted(named, key=lambda one: one.name != mapping.sheet):
        if heads_for(sheet, mapping) is not None:
            return sheet
    raise missing_heads(named[0], mapping)


def missing_heads(sheet: Sheet, mapping: LedgerMapping) -> MediatorError:
    """Says which heads a sheet does not have."""
    there: set[str] = set()
    for row in sheet.rows[:LOOKED_AT]:
        there |= heads_at(sheet, row.number, mapping.header_depth).places.keys()
    lacking = [head for head in mapping.used() if head not in there] or list(mapping.used())
    return MediatorError("mapping-heads-missing", sheet=sheet.name, heads="、".join(lacking))


def _pairs(sheets: tuple[Sheet, ...], mappings: list[LedgerMapping]) -> list[tuple[LedgerMapping, Sheet]]:
    return [(mapping, sheet) for mapping in mappings for sheet in sheets]


def _likeness(mapping: LedgerMapping, found: Heads) -> float:
    mine, theirs = set(mapping.headers), set(found.texts)
    return len(mine & theirs) / len(mine | theirs)


def _known(sheet: Sheet, row: int) -> int:
    return len(
        {text for place in range(sheet.width()) if is_head(text := plain_head(sheet.text(row, place)))}
    )


def _top(sheet: Sheet, row: int, place: int) -> int:
    """The row in which a cell merged downwards begins."""
    above, side = sheet.merged.get((row, place), (row, place))
    return above if side == place and above > row - DEEPEST_HEAD else row


def _depth(sheet: Sheet, row: int) -> int:
    """How many rows the heads take: as far as one of them is merged downwards."""
    depth = 1
    while depth < DEEPEST_HEAD and any(
        sheet.merged.get((row + depth, place)) == (row, place) for place in range(sheet.width())
    ):
        depth += 1
    return depth
