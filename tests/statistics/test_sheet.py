"""The workbook is opened again by another reader."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from mediator.domain.errors import WrongUsage
from mediator.domain.office import Office, Settings
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import all_returns, find
from mediator.statistics.export import FORMATS, as_bytes
from mediator.statistics.model import Return, ReturnSheet
from mediator.statistics.sheet import as_xlsx
from tests.statistics.facts import case
from tests.statistics.huangshi import case_counts

RETURNS = sorted(all_returns().values(), key=lambda each: each.key)
every_return = pytest.mark.parametrize("kind", RETURNS, ids=lambda each: each.key)
SLY = Office(name='=HYPERLINK("http://example.com","甲")', short_name="@示")


def sly_sheet(kind: Return) -> ReturnSheet:
    """A return whose every typed text tries to be a formula, a link or a number."""
    settings = Settings(signer="+甲一", preparer="-乙一", reviewer="@丙一")
    cases = (case(1, code="=1+1", committee="+村", dispute_code="00123"), case(2, code="http://a.example"))
    return kind.build(Book(cases, (), SLY, settings), parse("2026-10"))


def opened(sheet: ReturnSheet) -> Workbook:
    return load_workbook(BytesIO(as_xlsx(sheet)))


def cells(page: Worksheet) -> list[object]:
    return [value for line in page.iter_rows(values_only=True) for value in line if value is not None]


@every_return
def test_no_cell_is_a_formula_or_a_link(kind: Return) -> None:
    book = opened(sly_sheet(kind))
    found = [cell for page in book for line in page.iter_rows() for cell in line]
    assert {cell.data_type for cell in found} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in found)
    assert "=1+1" in cells(book["案件清单"])
    assert "00123" in cells(book["案件清单"])


@every_return
def test_the_form_prints_on_a4_as_wide_as_the_page_with_its_head_repeated(kind: Return) -> None:
    for page in opened(sly_sheet(kind)):
        assert int(page.page_setup.paperSize) == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_options.horizontalCentered
        assert "&P" in page.oddFooter.center.text or "[Page]" in page.oddFooter.center.text
    form = opened(sly_sheet(kind))["报表"]
    assert form.print_title_rows == "$3:$3"


@every_return
def test_the_form_has_its_head_its_columns_and_its_foot(kind: Return) -> None:
    sheet = sly_sheet(kind)
    page = opened(sheet)["报表"]
    assert page["A1"].value == sheet.heading
    assert [cell.value for cell in page[3]] == [column.title for column in sheet.columns]
    text = "\n".join(value for value in cells(page) if isinstance(value, str))
    for label, value in (*sheet.head, *sheet.foot):
        assert f"{label}：{value}" in text
    for note in sheet.notes:
        assert note in text


@every_return
def test_the_figures_in_the_form_are_those_of_the_return(kind: Return) -> None:
    sheet = kind.build(Book(case_counts(), (), SLY, Settings()), parse("2016-08"))
    page = opened(sheet)["报表"]
    at = [column.field for column in sheet.columns].index("value") + 1
    shown = [page.cell(4 + number, at).value for number in range(len(sheet.rows))]
    assert shown == [row.value if isinstance(row.value, int) else figure(row.value) for row in sheet.rows]


def figure(value: str) -> object:
    return value if value == "—" else pytest.approx(float(value), abs=1e-9)


def test_the_parts_in_the_workbook_add_up_to_its_total() -> None:
    sheet = find("zongzhi-monthly").build(Book(case_counts(), (), SLY, Settings()), parse("2016-08"))
    page = opened(sheet)["报表"]
    value, year = 7, 8
    for column in (value, year):
        figures = [page.cell(3 + number, column).value for number in range(1, 53)]
        assert figures[0] == sum(figures[5:43:2]) == sum(figures[43:47])
        assert figures[1] == sum(figures[6:43:2])


def test_the_columns_of_the_upper_levels_stay_blank_for_one_office() -> None:
    page = opened(sly_sheet(find("zongzhi-monthly")))["报表"]
    assert [page.cell(3, column).value for column in (4, 5, 6)] == ["县市区", "乡镇街道", "村居"]
    assert {page.cell(3 + row, column).value for row in range(1, 53) for column in (4, 5, 6)} == {None}


def test_a_rate_shows_its_sign_among_counts() -> None:
    page = opened(sly_sheet(find("zongzhi-monthly")))["报表"]
    assert (page["G6"].value, page["G6"].number_format) == (100, '0.00"%"')
    assert page["G4"].number_format == "0"


@every_return
def test_the_list_names_every_case_behind_every_figure(kind: Return) -> None:
    sheet = sly_sheet(kind)
    lines = list(opened(sheet)["案件清单"].iter_rows(min_row=2, max_col=3, values_only=True))
    expected = [(row.group, row.title, code) for row in sheet.rows + sheet.apart for code in row.cases]
    assert lines == expected


@every_return
def test_the_last_page_tells_basis_checks_and_formulas(kind: Return) -> None:
    sheet = sly_sheet(kind)
    lines = list(opened(sheet)["口径与校核"].iter_rows(min_row=2, values_only=True))
    assert lines[0][:3] == ("口径", "统计口径", "按受理")
    assert [line[1:] for line in lines if line[0] == "校核"] == [
        (check.title, "相符", check.detail) for check in sheet.checks
    ]
    rates = [line[3] for line in lines if line[0] == "算式"]
    assert len(rates) == len([row for row in sheet.rows if row.unit == "%"])
    assert all("÷" in rate and "×100%＝" in rate for rate in rates)


@every_return
def test_an_empty_month_gives_a_sheet_of_noughts_to_sign(kind: Return) -> None:
    page = opened(kind.build(Book((), (), SLY, Settings()), parse("2026-10")))["报表"]
    text = [value for value in cells(page) if isinstance(value, str)]
    assert text[0].endswith("（零报告）")
    assert any("＿" in value for value in text)


@pytest.mark.parametrize(
    ("form", "start"),
    [("xlsx", b"PK\x03\x04"), ("pdf", b"%PDF"), ("json", b'{\n "')],
    ids=sorted(FORMATS)[::-1],
)
@every_return
def test_every_format_gives_a_file_of_its_kind(kind: Return, form: str, start: bytes) -> None:
    assert as_bytes(sly_sheet(kind), form).startswith(start)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(WrongUsage, match="format-unknown"):
        as_bytes(sly_sheet(find("people-cases")), "doc")
