"""A return as json: counts are integers, everything with decimals is a string."""

import json
from dataclasses import asdict

from mediator.statistics.model import ReturnRow, ReturnSheet

ALWAYS = ("key", "group", "title", "unit", "value", "cases")


def _row(row: ReturnRow) -> dict[str, object]:
    """A row without what its form does not have."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(row).items()
        if name in ALWAYS or value not in (None, "", ())
    }


def as_data(sheet: ReturnSheet) -> dict[str, object]:
    """The sheet as plain data; `apart` holds what is in no total of the table."""
    return {
        "return": sheet.key,
        "period": sheet.period,
        "basis": sheet.basis,
        "office": sheet.office,
        "rows": [_row(row) for row in sheet.rows],
        "checks": [asdict(check) for check in sheet.checks],
        "title": sheet.heading,
        "apart": [_row(row) for row in sheet.apart],
        "notes": list(sheet.notes),
    }


def as_json(sheet: ReturnSheet) -> str:
    """The sheet as json text."""
    return json.dumps(as_data(sheet), ensure_ascii=False, indent=1)
