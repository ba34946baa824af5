"""Opens a workbook that somebody else made, and distrusts it: size, kind of file, far cells, broken parts."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from mediator.domain.errors import MediatorError
from mediator.exchange.cells import Cell, as_text
from mediator.exchange.ledger_words import Column

MOST_BYTES: Final = 600 * 2**20  # of all parts unpacked; 10,000 rows take about 12 MB
MOST_PARTS: Final = 5000
LARGE_PART: Final = 100 * 2**20
MOST_FOLDED: Final = (
    100  # times a large part may shrink; ledgers shrink to a tenth, a bomb to a two-hundredth
)
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 256  # of a sheet that is not ours
MOST_MERGED: Final = 200_000  # cells of a sheet that lie under a merged one
LARGEST_MERGE: Final = 5_000  # a larger area is decoration, or meant to do harm
_MERGE: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_PIECE: Final = 2**20  # bytes of a sheet looked through at once
_LONGEST_TAG: Final = 200
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"  # .xls, and .xlsx locked with a password
BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, ParseError, InvalidFileException, NotImplementedError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError),
)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that is not blank; `number` as the sheet counts, from 1."""

    number: int
    cells: Sequence[Cell]


@contextmanager
def opened(path: Path) -> Iterator["Workbook"]:
    """A workbook for reading; MediatorError for anything that is none, damaged or too large."""
    with _trusted_no_further(path):
        file = path.open("rb")
    with file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and dates it does not know
        with _trusted_no_further(path):
            _look_at(file, path)
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            yield Workbook(book, path)
        finally:
            book.close()


@contextmanager
def _trusted_no_further(path: Path) -> Iterator[None]:
    """Let nothing out of the reader of a foreign file but a refusal."""
    try:
        yield
    except OSError as error:
        if error.errno is None:  # openpyxl's own complaint about a zip that is no workbook
            raise MediatorError("workbook-broken", file=path.name) from error
        raise MediatorError("file-unreadable", file=str(path)) from error
    except BROKEN as error:
        raise MediatorError("workbook-broken", file=path.name) from error


def _look_at(file: Any, path: Path) -> None:
    start = file.read(4)
    if start == OLD_OFFICE:
        raise MediatorError("workbook-old-or-locked", file=path.name)
    if start != b"PK\x03\x04":
        raise MediatorError("workbook-other-kind", file=path.name)
    with zipfile.ZipFile(file) as parts:
        listed = parts.infolist()
    names = {part.filename for part in listed}
    whole = sum(part.file_size for part in listed)
    if len(listed) > MOST_PARTS or whole > MOST_BYTES or any(_is_bomb(part) for part in listed):
        raise MediatorError("workbook-too-large", file=path.name)
    if "[Content_Types].xml" not in names:
        raise MediatorError("workbook-other-kind", file=path.name)
    file.seek(0)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    """Whether a part would swell so much that a small file could take all of a PC's memory."""
    return part.file_size > LARGE_PART and part.file_size > MOST_FOLDED * part.compress_size


class Workbook:
    """The sheets of an opened workbook."""

    def __init__(self, book: Any, path: Path) -> None:
        self._sheets: dict[str, Any] = {sheet.title.strip(): sheet for sheet in book.worksheets}
        self._path = path
        if not self._sheets:
            raise MediatorError("workbook-broken", file=path.name)

    @property
    def first(self) -> str:
        """The name of the first sheet."""
        return next(iter(self._sheets))

    @property
    def names(self) -> list[str]:
        """The names of all sheets."""
        return list(self._sheets)

    def lines(self, name: str) -> Iterator[SheetRow]:
        """Every row with anything on it, whatever its columns; one column more than may be is read."""
        sheet = self._sheets[name]
        sheet.reset_dimensions()
        rows = self._cells(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True))
        for number, cells in enumerate(rows, 1):
            if cells.count(None) < len(cells) and any(as_text(cell) for cell in cells):
                yield SheetRow(number, cells)

    def merged(self, name: str) -> Mapping[tuple[int, int], tuple[int, int]]:
        """For each cell under a merged one the place of its value, as (row number, place of column from 0).

        openpyxl leaves merges out when it reads row by row, so they are looked up in the sheet's own text.
        """
        found: dict[tuple[int, int], tuple[int, int]] = {}
        with _trusted_no_further(self._path):
            for area in _areas(self._sheets[name]):
                found |= _covered(*area)
                if len(found) > MOST_MERGED:
                    raise MediatorError("workbook-too-large", file=self._path.name)
        return found

    def has(self, name: str) -> bool:
        """Whether there is such a sheet beside the first, with anything on it."""
        if name not in list(self._sheets)[1:]:
            return False
        sheet = self._sheets[name]
        sheet.reset_dimensions()
        rows = self._cells(sheet.iter_rows(values_only=True))
        return any(as_text(cell) for cells in rows for cell in cells)

    def rows(self, name: str, columns: Sequence[Column]) -> Iterator[SheetRow]:
        """The rows under the titles, blank ones left out; the titles must be these in this order."""
        sheet = self._sheets[name]
        sheet.reset_dimensions()  # a wrong <dimension> would hide rows
        rows = self._cells(sheet.iter_rows(max_col=len(columns), values_only=True))
        self._check_titles(name, next(rows, ()), columns)
        filled = 0
        for number, cells in enumerate(rows, 2):
            if any(as_text(cell) for cell in cells):
                filled += 1
                if filled > MOST_ROWS:
                    raise MediatorError("workbook-too-large", file=self._path.name)
                yield SheetRow(number, cells)

    def _cells(self, rows: Iterator[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
        while True:
            with _trusted_no_further(self._path):
                cells = next(rows, None)
            if cells is None:
                return
            yield cells

    def _check_titles(self, name: str, cells: Sequence[Cell], columns: Sequence[Column]) -> None:
        for place, column in enumerate(columns):
            got = as_text(cells[place]) if place < len(cells) else ""
            if _plain(got) != _plain(column.title):
                raise MediatorError(
                    "ledger-titles", sheet=name, column=place + 1, wanted=column.title, got=got or "（空）"
                )


def _areas(sheet: Any) -> Iterator[tuple[int, int, int, int]]:
    """(top, left, bottom, right) of the merged areas of a sheet."""
    rest = b""
    with sheet._get_source() as source:
        while piece := source.read(_PIECE):
            text = rest + piece
            end = 0
            for match in _MERGE.finditer(text):
                left, top, right, bottom = match.groups()
                yield int(top), _place(left), int(bottom), _place(right)
                end = match.end()
            rest = text[max(end, len(text) - _LONGEST_TAG) :]


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def _covered(top: int, left: int, bottom: int, right: int) -> dict[tuple[int, int], tuple[int, int]]:
    right = min(right, MOST_COLUMNS)
    if (bottom - top + 1) * (right - left + 1) > LARGEST_MERGE:
        return {}
    return {
        (row, place): (top, left)
        for row in range(top, bottom + 1)
        for place in range(left, right + 1)
        if (row, place) != (top, left)
    }


def _plain(title: str) -> str:
    return "".join(title.translate({ord("（"): "(", ord("）"): ")"}).split())
