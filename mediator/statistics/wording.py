"""How figures and labels of a return stand on paper and in a cell."""

from decimal import Decimal, InvalidOperation

from mediator.statistics.model import Cell, Column, ReturnRow, ReturnSheet

BLANK = "＿" * 6  # room for the pen


def pair(label_and_value: tuple[str, str]) -> str:
    """A label with its value, or with room to write it by hand."""
    label, value = label_and_value
    return f"{label}：{value or BLANK}"


def number_of(value: Cell) -> Decimal | None:
    """A figure with decimals as a number; None for words and for the dash over nothing."""
    try:
        return Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None


def sign_of(sheet: ReturnSheet, row: ReturnRow, column: Column) -> str:
    """The % that a rate carries where it stands among counts."""
    among_counts = not sheet.shows_units and column.field in ("value", "year_to_date")
    return "%" if among_counts and row.unit == "%" else ""


def on_paper(value: Cell, sign: str) -> str:
    """A figure as printed."""
    if value is None:
        return ""
    return f"{value}{sign}" if number_of(value) is not None else str(value)
