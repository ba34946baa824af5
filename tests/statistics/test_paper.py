"""The return on paper says what the return says."""

import re
from io import BytesIO

import pytest
from pikepdf.pdfa import validate_written
from pypdf import PdfReader

from mediator.domain.office import Office, Settings
from mediator.domain.period import parse
from mediator.statistics.book import Book
from mediator.statistics.catalogue import all_returns, find
from mediator.statistics.model import Return, ReturnSheet
from mediator.statistics.paper import as_pdf, compose
from tests.statistics.huangshi import case_counts

RETURNS = sorted(all_returns().values(), key=lambda each: each.key)
every_return = pytest.mark.parametrize("kind", RETURNS, ids=lambda each: each.key)
BOOK = Book(
    case_counts(), (), Office(name="示例街道人民调解委员会", short_name="示"), Settings(preparer="乙一测")
)


def pages(sheet: ReturnSheet) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(as_pdf(sheet))).pages]


@every_return
def test_the_paper_has_every_figure_and_the_head_on_every_page(kind: Return) -> None:
    sheet = kind.build(BOOK, parse("2016-08"))
    printed = pages(sheet)
    text = re.sub(r"\s", "", "".join(printed))
    assert len(printed) == 2
    assert all("项目" in page and "内容" in page for page in printed)
    assert "869" in text
    assert "示例街道人民调解委员会" in text
    assert "乙一测" in text
    for word in {row.title for row in sheet.rows} | {row.group for row in sheet.rows} | {sheet.heading}:
        assert word in text, word
    assert "\0" not in text


@every_return
def test_the_same_return_gives_the_same_bytes(kind: Return) -> None:
    sheet = kind.build(BOOK, parse("2016-08"))
    assert as_pdf(sheet) == as_pdf(sheet)


@every_return
@pytest.mark.parametrize("month", ["2016-08", "2016-09"])
def test_a_return_may_be_kept_as_pdf_a(kind: Return, month: str) -> None:
    report = validate_written(BytesIO(as_pdf(kind.build(BOOK, parse(month)))), "2b")
    assert report.passed, report.findings


@every_return
def test_an_empty_month_is_printed_as_a_zero_report(kind: Return) -> None:
    sheet = kind.build(BOOK, parse("2016-09"))
    assert "（零报告）" in "".join(pages(sheet))


def test_rates_carry_their_sign_only_where_no_unit_is_shown() -> None:
    month = parse("2016-08")
    assert "96.89%" in "".join(pages(find("zongzhi-monthly").build(BOOK, month)))
    table = next(
        block for block in compose(find("people-cases").build(BOOK, month)).blocks if hasattr(block, "rows")
    )
    assert ("总量", "调解成功率", "%", "96.9", "", "0.0", "96.9", "0.0", "96.9") in table.rows
