"""Rows of a text file with separated values, in the encodings that Chinese offices write."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mediator.domain.errors import MediatorError

MOST_CSV_BYTES: Final = 50 * 2**20
ENCODINGS: Final = ("utf-8-sig", "gb18030")
UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
SEPARATORS: Final = (",", "\t", ";", "，")


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """(number, cells) of each row, numbered as a spreadsheet does; MediatorError for what is no text."""
    text = _text(path)
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader, None)
        except csv.Error as error:  # a field longer than any sheet holds
            raise MediatorError("workbook-broken", file=path.name) from error
        if cells is None:
            return
        yield number, cells


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_CSV_BYTES + 1)
    except OSError as error:
        raise MediatorError("file-unreadable", file=str(path)) from error
    if len(data) > MOST_CSV_BYTES:
        raise MediatorError("workbook-too-large", file=path.name)
    for encoding in ("utf-16",) if data.startswith(UTF16_MARKS) else ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise MediatorError("foreign-not-text", file=path.name)
