"""Rows of a room's own sheet that are no cases: totals, repeated heads, headings of a month, the footer."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from mediator.domain.ledger_mapping import LedgerMapping
from mediator.exchange.cells import as_text
from mediator.exchange.foreign import Sheet
from mediator.exchange.heads import Heads, plain_head
from mediator.exchange.workbook import SheetRow

Why = Literal["", "total", "head", "heading", "footer", "blank"]

_SPAN: Final = "[本全]?[年月季页周]?度?"
_PERIOD: Final = re.compile(
    r"(?:\d{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月份?|第?[一二三四]季度|[上下]半年"
)
_FOOTER: Final = re.compile(
    r"(?:制表|填表|填报|审核|审批|单位负责|负责|统计|报送|联系)(?:人|单位|日期|时间|电话)?[:：].*|注[:：].*|说明[:：].*"
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was passed over, why, and how it begins."""

    row: int
    why: Why
    text: str


def why_skipped(sheet: Sheet, heads: Heads, mapping: LedgerMapping, row: SheetRow) -> Why:
    """Why a row is no case; "" when it is one."""
    texts = [as_text(cell) for cell in row.cells]
    filled = [plain_head(text) for text in texts if text]
    label = next((text for text in filled[:2] if _kind_of_label(text, mapping)), "")
    if label and not _dated(row, heads, mapping, label):
        return _kind_of_label(label, mapping)
    if _repeats_heads(texts, heads):
        return "head"
    if len(filled) == 1 and _is_heading(sheet, row, filled[0]):
        return "heading"
    return "" if _told(row, heads, mapping) else "blank"


def _kind_of_label(text: str, mapping: LedgerMapping) -> Why:
    signs = "|".join(re.escape(plain_head(word)) for word in mapping.totals)
    if signs and re.fullmatch(f"{_SPAN}(?:{signs})[:：]?.*", text):
        return "total"
    return "footer" if _FOOTER.fullmatch(text) else ""


def _dated(row: SheetRow, heads: Heads, mapping: LedgerMapping, label: str) -> bool:
    """Whether the column of acceptance says anything but the label itself."""
    texts = (plain_head(_cell(row, heads.places[head])) for head in mapping.rule("accepted_on").columns)
    return any(text not in ("", label) for text in texts)


def _repeats_heads(texts: list[str], heads: Heads) -> bool:
    same = sum(
        bool(text) and plain_head(text) in head.split("/")
        for text, head in zip(texts, heads.texts, strict=False)
    )
    return same > 1 and same * 2 > sum(map(bool, texts))


def _is_heading(sheet: Sheet, row: SheetRow, text: str) -> bool:
    """A line of its own: merged to the side, or the name of a month."""
    place = next(place for place, cell in enumerate(row.cells) if as_text(cell))
    spread = sheet.merged.get((row.number, place + 2)) == (row.number, place)
    return spread or _PERIOD.fullmatch(text) is not None


def _told(row: SheetRow, heads: Heads, mapping: LedgerMapping) -> bool:
    """Whether the row says anything beyond its number, as one numbered in advance does not."""
    used = (head for rule in mapping.rules if rule.field != "code" for head in rule.columns)
    return any(_cell(row, heads.places[head]) for head in used)


def _cell(row: SheetRow, place: int) -> str:
    return as_text(row.cells[place]) if place < len(row.cells) else ""
