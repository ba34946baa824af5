"""What holds for every return, however many there will be."""

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest

from mediator.codes import code_list
from mediator.domain.case_facts import CaseCount, SweepCount
from mediator.domain.errors import WrongUsage
from mediator.domain.office import Settings
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import all_returns, find
from mediator.statistics.jsonform import as_json
from mediator.statistics.model import Return, ReturnRow, ReturnSheet
from tests.statistics.facts import OFFICE, case

RETURNS = sorted(all_returns().values(), key=lambda each: each.key)
COUNTED = ("件", "起")
every_return = pytest.mark.parametrize("kind", RETURNS, ids=lambda each: each.key)


def mixed(count: int = 120) -> Iterator[CaseCount]:
    """Cases in which every coded field takes all its values."""
    names = ("outcome", "ledger_source", "dispute_type", "difficulty", "committee_kind", "performance")
    codes = {name: cycle(row.key for row in code_list(name).rows) for name in names}
    for number in range(1, count + 1):
        outcome, kind = next(codes["outcome"]), next(codes["dispute_type"])
        yield case(
            number,
            outcome=outcome,
            form=("oral", "written")[number % 8 // 4] if outcome == "success" else "",
            source=next(codes["ledger_source"]),
            type_written=code_list("dispute_type").word(kind),
            difficulty=next(codes["difficulty"]),
            committee_kind=next(codes["committee_kind"]),
            performance=next(codes["performance"]),
            amount_fen=number * 12345,
            people_count=number * 7 if number % 3 else None,
            prevented=(("criminal", number), ("suicide", 1)) if number % 10 == 1 else (),
        )


def sheet_of(kind: Return, *cases: CaseCount, sweeps: tuple[SweepCount, ...] = ()) -> ReturnSheet:
    return kind.build(Book(cases, sweeps, OFFICE, Settings()), parse("2026-10"))


def test_the_key_of_a_return_is_its_module_name() -> None:
    assert {key: each.key for key, each in all_returns().items()} == {key: key for key in all_returns()}
    assert {"zongzhi-monthly", "people-cases"} <= set(all_returns())


def test_an_unknown_return_is_refused() -> None:
    with pytest.raises(WrongUsage, match="return-unknown"):
        find("zongzhi_monthly")


@every_return
def test_an_empty_month_is_a_signed_zero_report(kind: Return) -> None:
    sheet = sheet_of(kind)
    assert sheet.heading == f"{sheet.title}（零报告）"
    nothing = {"%": "—", "万元": "0.00"}
    assert all(row.value == nothing.get(row.unit, 0) for row in sheet.rows)
    assert all(row.cases == () for row in sheet.rows)
    assert all(check.ok for check in sheet.checks)
    assert sheet.foot


@every_return
def test_a_month_with_a_case_is_no_zero_report(kind: Return) -> None:
    assert "零报告" not in sheet_of(kind, case()).heading


@every_return
def test_every_count_is_the_length_of_its_list(kind: Return) -> None:
    sheet = sheet_of(kind, *mixed())
    counted = [row for row in sheet.rows + sheet.apart if row.unit in COUNTED]
    assert any(row.value for row in counted)
    for row in counted:
        assert row.value == len(row.cases) == len(set(row.cases)), row.title


@every_return
def test_every_listed_code_has_its_facts(kind: Return) -> None:
    sheet = sheet_of(kind, *mixed())
    behind = {each.code for each in sheet.listed}
    assert {code for row in sheet.rows + sheet.apart for code in row.cases} == behind


@every_return
def test_every_check_holds_over_sound_cases(kind: Return) -> None:
    assert [check for check in sheet_of(kind, *mixed()).checks if not check.ok] == []


@every_return
def test_refused_cases_are_in_no_total_but_counted_apart(kind: Return) -> None:
    sheet = sheet_of(kind, case(1), case(2, outcome="refused", form=""))
    assert all("A-2" not in row.cases for row in sheet.rows)
    assert (sheet.row("refused").value, sheet.row("refused").cases) == (1, ("A-2",))
    assert any("不予受理1" in note for note in sheet.notes)


@every_return
def test_rates_come_with_formula_numerator_and_denominator(kind: Return) -> None:
    rates = [row for row in sheet_of(kind, *mixed()).rows if row.unit == "%"]
    assert rates
    for row in rates:
        assert row.formula
        assert row.numerator is not None
        assert row.denominator is not None


@every_return
def test_rows_have_keys_and_words_of_their_own(kind: Return) -> None:
    rows = sheet_of(kind, *mixed()).rows
    assert len({row.key for row in rows}) == len(rows)
    assert all(row.group and row.title and row.unit for row in rows)
    assert all(row.group not in row.title for row in rows)


def value_fits(row: dict[str, Any], field: str) -> bool:
    """Counts are whole numbers; money and rates are strings."""
    wanted = str if row["unit"] in ("%", "万元") else int
    return field not in row or type(row[field]) is wanted


@every_return
def test_json_follows_the_contract(kind: Return) -> None:
    data = json.loads(as_json(sheet_of(kind, *mixed())))
    assert (data["return"], data["period"], data["basis"]) == (kind.key, "2026-10", "按受理")
    assert data["office"] == OFFICE.name
    known = {"key", "group", "title", "unit", "value", "cases", "year_to_date", "share", "numerator"}
    known |= {"denominator", "formula", "last_year", "last_year_change", "last_month", "last_month_change"}
    for row in data["rows"]:
        assert {"key", "group", "title", "unit", "value", "cases"} <= set(row) <= known | {"sweeps"}
        assert all(value_fits(row, field) for field in ("value", "year_to_date", "last_year", "last_month"))
        assert all(
            isinstance(row.get(name, ""), str) for name in known if name.endswith(("share", "_change"))
        )
        assert "%" not in str(row["value"])
    assert all(set(check) == {"title", "ok", "detail"} for check in data["checks"])


@every_return
def test_an_empty_return_prints_nothing_over_nothing_as_a_dash(kind: Return) -> None:
    data = json.loads(as_json(sheet_of(kind)))
    rates = [row for row in data["rows"] if row["unit"] == "%"]
    assert all((row["value"], row["numerator"], row["denominator"]) == ("—", 0, 0) for row in rates)


@every_return
def test_every_field_of_a_row_can_stand_in_a_column(kind: Return) -> None:
    sheet = sheet_of(kind, *mixed())
    for row in sheet.rows:
        shown = {column.field: row.cell(column.field, 3) for column in sheet.columns}
        assert (shown["group"], shown["title"]) == (row.group, row.title)


def test_a_row_is_found_by_its_key_only() -> None:
    sheet = sheet_of(find("people-cases"), case())
    assert isinstance(sheet.row("total"), ReturnRow)
    with pytest.raises(KeyError):
        sheet.row("案件总数")
