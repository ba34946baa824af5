"""Counts the lines of a form over spans of days and sets the figures beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mediator.domain.case_facts import CaseCount
from mediator.statistics.figures import percent
from mediator.statistics.measure import Line, Span
from mediator.statistics.model import ReturnRow


def row(line: Line, now: Span) -> ReturnRow:
    """The row of a line with its value alone."""
    figure = line.figure(now)
    return ReturnRow(
        line.key,
        line.group,
        line.title,
        line.unit,
        figure.value,
        figure.cases,
        figure.sweeps,
        numerator=figure.numerator,
        denominator=figure.denominator,
        formula=line.formula,
    )


def with_year_to_date(line: Line, now: Span, year: Span) -> ReturnRow:
    """The row of a line beside its figure since the start of the year."""
    return replace(row(line, now), year_to_date=line.figure(year).value)


def compared(line: Line, now: Span, last_year: Span, before: Span) -> ReturnRow:
    """The row of a line beside the same period last year (同比) and the period before (环比)."""
    figure, older, former = line.figure(now), line.figure(last_year), line.figure(before)
    return replace(
        row(line, now),
        last_year=older.value,
        last_year_change=figure.change_since(older),
        last_month=former.value,
        last_month_change=figure.change_since(former),
    )


def with_shares(lines: Sequence[Line], rows: Sequence[ReturnRow]) -> tuple[ReturnRow, ...]:
    """The rows with their share of the row their line names, to one decimal."""
    whole = {line.key: each.value for line, each in zip(lines, rows, strict=True)}
    return tuple(
        replace(each, share=percent(int(each.value), int(whole[line.share_of]), 1)) if line.share_of else each
        for line, each in zip(lines, rows, strict=True)
    )


def behind(rows: Iterable[ReturnRow], cases: Iterable[CaseCount]) -> tuple[CaseCount, ...]:
    """The cases named by any of the rows."""
    named = {code for each in rows for code in each.cases}
    return tuple(case for case in cases if case.code in named)


def made(row: ReturnRow) -> str:
    """How a rate came about: 842÷869×100%＝96.9%."""
    shown = row.value if row.denominator == 0 else f"{row.value}%"
    return f"{row.numerator}÷{row.denominator}×100%＝{shown}"


def rate_notes(rows: Iterable[ReturnRow]) -> tuple[str, ...]:
    """Every rate with its formula, numerator and denominator, as printed under the table."""
    return tuple(
        f"{each.group}·{each.title}＝{each.formula}＝{made(each)}。"
        for each in rows
        if each.denominator is not None
    )
