"""Workbooks that are wrong, damaged, or made to do harm."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from mediator.domain.errors import MediatorError
from mediator.exchange import workbook
from mediator.exchange.ledger_read import read_ledger
from tests.exchange.books import TITLES, book, edited, fill, row

SHEET = "xl/worksheets/sheet1.xml"


def refused(path: Path) -> str:
    with pytest.raises(MediatorError) as caught:
        read_ledger(path)
    return caught.value.code


def test_a_wrong_dimension_hides_no_row(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1"), row("A-2")])
    edited(path, SHEET, lambda xml: xml.replace('<dimension ref="A1:Y3"', '<dimension ref="A1:B1"'))
    assert [drafted.case.code for drafted in read_ledger(path).cases] == ["A-1", "A-2"]


def test_far_cells_are_passed_over(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    fill(sheet, TITLES, [row("A-1")])
    sheet.cell(2, 16_384, "far right")
    sheet.cell(1_048_576, 16_384, "far away")
    made.save(tmp_path / "a.xlsx")
    draft = read_ledger(tmp_path / "a.xlsx")
    assert ([drafted.case.code for drafted in draft.cases], draft.bad) == (["A-1"], [])


def test_blank_rows_between_are_passed_over_and_counted(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1"), {}, {"案件编码": ""}, row("A-2", 案件来源="无")])
    draft = read_ledger(path)
    assert ([drafted.row for drafted in draft.cases], [cell.row for cell in draft.bad]) == ([2], [5])


def test_a_value_that_a_formula_left_is_read(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1", **{"调解协议金(元)": 7})])
    edited(path, SHEET, lambda xml: xml.replace("<v>7</v>", "<f>3+4</f><v>7.0000000000000009</v>"))
    assert read_ledger(path).cases[0].case.amount_fen == 700


def test_a_day_no_calendar_has_is_told_not_warned_of(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    fill(made.worksheets[0], TITLES, [row("A-1", 受理时间=None)])
    cell = made.worksheets[0].cell(2, 5, 99_999_999_999)
    cell.number_format = "yyyy-mm-dd"
    made.save(tmp_path / "a.xlsx")
    assert [bad.reason.code for bad in read_ledger(tmp_path / "a.xlsx").bad] == ["date-not-understood"]


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1")])
    monkeypatch.setattr(workbook, "MOST_BYTES", 1_000_000)
    edited(path, "xl/styles.xml", lambda xml: xml + " " * 2_000_000)
    assert path.stat().st_size < 20_000
    assert refused(path) == "workbook-too-large"


def test_a_part_that_swells_without_measure_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "LARGE_PART", 1_000_000)
    path = book(tmp_path / "a.xlsx", [row("A-1", 纠纷简要情况="长" * 30_000)])
    assert len(read_ledger(path).cases) == 1
    edited(path, SHEET, lambda xml: xml.replace("</sheetData>", "<row/>" * 400_000 + "</sheetData>"))
    assert refused(path) == "workbook-too-large"


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    assert refused(book(tmp_path / "a.xlsx", [row(f"A-{n}") for n in range(3)])) == "workbook-too-large"


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'
    path = book(tmp_path / "a.xlsx", [row("A-1")])
    edited(path, SHEET, lambda xml: bomb + xml.replace("<v>", "<v>&l9;", 1))
    assert refused(path) == "workbook-broken"


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml[:-200],
        lambda xml: xml.replace('t="inlineStr"><is><t>案件编码</t></is>', 't="s"><v>99999</v>'),
        lambda xml: xml.replace('r="A1"', 'r="!!"'),
    ],
)
def test_a_broken_sheet_is_refused(tmp_path: Path, change: Callable[[str], str]) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1")])
    assert refused(edited(path, SHEET, change)) == "workbook-broken"


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as other:
        other.writestr("photo.jpg", b"no sheet")
    assert refused(tmp_path / "a.xlsx") == "workbook-other-kind"


def test_an_empty_workbook_is_no_ledger(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx") == "ledger-titles"


def test_a_word_document_under_another_name_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as other:
        other.writestr("[Content_Types].xml", "<Types/>")
        other.writestr("word/document.xml", "<w/>")
    assert refused(tmp_path / "a.xlsx") == "workbook-broken"


def test_rows_of_blanks_are_passed_over(tmp_path: Path) -> None:
    blank = dict.fromkeys(TITLES, " \u3000")
    draft = read_ledger(book(tmp_path / "a.xlsx", [row("A-1"), blank, row("A-2")]))
    assert ([drafted.row for drafted in draft.cases], draft.bad) == ([2, 4], [])


def test_a_joined_sheet_left_wholly_blank_is_as_none(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1")])
    made = openpyxl.load_workbook(path)
    made.create_sheet("预防")
    made.create_sheet("补充").cell(3, 2, " ")
    made.save(path)
    draft = read_ledger(path)
    assert (len(draft.cases), draft.bad, draft.joined) == (1, [], set())
