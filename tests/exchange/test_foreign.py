"""Files that are not ours: read as they are, refused where they would do harm."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from mediator.domain.errors import MediatorError
from mediator.domain.ledger_mapping import LedgerMapping, Rule
from mediator.exchange import foreign_csv
from mediator.exchange.foreign import Sheet, read_sheets
from mediator.exchange.ledger import examine_mapped
from mediator.exchange.mapping import translate
from mediator.exchange.mapping_guess import guess_mapping
from tests.exchange.books import edited
from tests.exchange.foreign_books import save_book

HEADS = ["日期", "来源", "类别", "当事人", "简要情况"]
GOOD = ["2026-10-05", "主动调解", "邻里", "甲一、乙二", "漏水。"]


def refused(path: Path) -> str:
    with pytest.raises(MediatorError) as caught:
        read_sheets(path)
    return caught.value.code


def taken(path: Path) -> Any:
    (sheet, *_) = read_sheets(path)
    return examine_mapped(translate(sheet, guess_mapping(sheet)), None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_text_is_read_in_every_encoding_of_an_office(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{sign.join(HEADS)}\r\n\r\n{sign.join(GOOD)}\r\n", encoding=encoding, newline="")
    (sheet,) = read_sheets(path)
    assert [(row.number, list(row.cells)) for row in sheet.rows] == [(1, HEADS), (3, GOOD)]
    (case,) = taken(path).cases
    assert case.parties == (("applicant", "甲一"), ("respondent", "乙二"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "foreign-empty"),
        (b"\r\n,,\r\n", "foreign-empty"),
        (b"\xff\xff\xff\xff", "foreign-not-text"),
        (b"a,b\0c", "foreign-not-text"),
        (b"a," + b"b" * 200_000, "workbook-broken"),
        (b",".join([b"x"] * 10_000), "foreign-too-wide"),
    ],
)
def test_a_text_that_is_no_ledger_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert refused(path) == code


def test_a_text_without_end_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n" * 100)
    monkeypatch.setattr(foreign_csv, "MOST_CSV_BYTES", 399)
    assert refused(path) == "workbook-too-large"


def test_an_old_workbook_says_how_to_save_it(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert refused(path) == "workbook-old-or-locked"


def test_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    assert refused(save_book(tmp_path / "a.xlsx", [["头"] * 10_000])) == "foreign-too-wide"


def test_a_far_cell_is_refused_or_passed_over(tmp_path: Path) -> None:
    path = save_book(tmp_path / "a.xlsx", [HEADS, GOOD])
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A200000"] = "合计"
    book.save(path)
    (sheet,) = read_sheets(path)
    assert [row.number for row in sheet.rows] == [1, 2, 200_000]
    assert len(taken(path).cases) == 1


def test_formulas_stay_what_they_last_said_or_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
    page = book.add_worksheet("台账")
    for row, cells in enumerate([HEADS, GOOD]):
        page.write_row(row, 0, cells)
    page.write_formula(1, 4, '=HYPERLINK("http://x","y")', None, "漏水")
    page.write_string(1, 3, '=cmd|"/c calc"!A1、乙二')
    book.close()
    (case,) = taken(path).cases
    assert (case.summary, case.parties[0]) == ("漏水", ("applicant", '=cmd|"/c calc"!A1'))


def test_a_text_of_two_megabytes_stops_its_row(tmp_path: Path) -> None:
    path = save_book(tmp_path / "a.xlsx", [HEADS, GOOD, [*GOOD[:4], "换掉"]])
    edited(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("换掉", "长" * 700_000))
    verdict = taken(path)
    assert [(cell.row, cell.column, cell.reason.code) for cell in verdict.bad] == [
        (3, "简要情况", "cell-too-long")
    ]


def test_a_merge_over_the_whole_sheet_is_passed_over(tmp_path: Path) -> None:
    path = save_book(tmp_path / "a.xlsx", [HEADS, GOOD], ["A4:B5"])
    edited(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("A4:B5", "A4:XFD1048576"))
    (sheet,) = read_sheets(path)
    assert sheet.merged == {}


def test_too_many_merged_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mediator.exchange.workbook.MOST_MERGED", 10)
    assert refused(save_book(tmp_path / "a.xlsx", [HEADS, GOOD], ["A4:A20"])) == "workbook-too-large"


def test_every_sheet_with_anything_on_it_is_offered(tmp_path: Path) -> None:
    path = save_book(tmp_path / "a.xlsx", [HEADS, GOOD], sheet="一月")
    book = openpyxl.load_workbook(path)
    book.create_sheet("空")
    book.create_sheet("二月").append(HEADS)
    book.save(path)
    assert [sheet.name for sheet in read_sheets(path)] == ["一月", "二月"]


def test_a_value_carried_down_is_read_from_the_merged_cell(tmp_path: Path) -> None:
    lines = [
        HEADS,
        GOOD,
        [None, None, "物业", "丙三、丁四", ""],
        ["同上", "主动调解", "物业", "丙一、丁四", ""],
    ]
    (sheet,) = read_sheets(save_book(tmp_path / "a.xlsx", lines, ["A2:A3", "B2:B3"]))
    mapping = guess_mapping(sheet)
    assert len(examine_mapped(translate(sheet, mapping), None).cases) == 3
    alone = mapping.with_rule(Rule(field="source", columns=("来源",), carry="no"))
    bad = examine_mapped(translate(sheet, alone), None).bad
    assert [(cell.row, cell.column) for cell in bad] == [(3, "来源")]


def test_a_sheet_without_merges_carries_only_where_told() -> None:
    rows = read_rows([HEADS, GOOD, ["", *GOOD[1:]]])
    mapping = guess_mapping(rows)
    assert len(translate(rows, mapping).draft.bad) == 1
    down = mapping.with_rule(mapping.rule("accepted_on").model_copy(update={"carry": "blank"}))
    assert translate(rows, down).draft.bad == []


def read_rows(lines: list[list[Any]]) -> Sheet:
    from mediator.exchange.workbook import SheetRow

    return Sheet("表", tuple(SheetRow(number, tuple(cells)) for number, cells in enumerate(lines, 1)))


def test_a_mapping_without_a_required_column_is_refused() -> None:
    with pytest.raises(MediatorError) as caught:
        translate(
            read_rows([HEADS, GOOD]), LedgerMapping(rules=(Rule(field="source", otherwise="主动调解"),))
        )
    assert caught.value.values == {"titles": "受理时间、纠纷类别、当事人"}
