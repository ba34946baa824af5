"""Checks between the figures of a sheet, each with the numbers that were compared."""

from collections.abc import Iterable, Sequence

from mediator.statistics.model import Cell, Check, ReturnRow

SPANS = (("本期", "value"), ("年度累计", "year_to_date"))


def _number(value: Cell) -> int:
    """A count as a number; a missing or worded figure counts as nought."""
    return value if isinstance(value, int) else 0


def _spans(rows: Sequence[ReturnRow]) -> list[tuple[str, list[int]]]:
    """The figures of rows by span; the year to date only where the form has it."""
    spans = SPANS if rows[0].year_to_date is not None else SPANS[:1]
    return [(word, [_number(getattr(row, field)) for row in rows]) for word, field in spans]


def adds_up(title: str, total: ReturnRow, parts: Iterable[ReturnRow]) -> Check:
    """Whether a figure is the sum of its parts."""
    lines, ok = [], True
    for word, (whole, *rest) in _spans([total, *parts]):
        ok = ok and whole == sum(rest)
        lines.append(f"{word} {whole} {'＝' if whole == sum(rest) else '≠'} {sum(rest)}")
    return Check(title, ok, "；".join(lines))


def ascending(title: str, rows: Sequence[ReturnRow]) -> Check:
    """Whether no figure is larger than the one after it."""
    lines, ok = [], True
    for word, figures in _spans(rows):
        ok = ok and figures == sorted(figures)
        lines.append(f"{word} " + "，".join(map(str, figures)))
    return Check(title, ok, "；".join(lines))
