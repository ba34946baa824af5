"""The lists that go with a return: the cases behind each figure, and how each figure was made."""

from collections.abc import Iterator

from mediator.codes import word
from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import type_title
from mediator.statistics.model import Cell, ReturnRow, ReturnSheet
from mediator.statistics.rows import made

LIST_COLUMNS = (
    ("项目", 26),
    ("内容", 20),
    ("案件编码", 18),
    ("纠纷编码", 18),
    ("调委会", 26),
    ("受理时间", 12),
    ("调解时间", 12),
    ("案件来源", 16),
    ("纠纷类别", 16),
    ("调解结果", 12),
    ("调解协议金（元）", 14),
)
RULES_COLUMNS = (("类别", 10), ("名称", 40), ("结果", 12), ("说明", 70))


def list_rows(sheet: ReturnSheet) -> list[tuple[Cell, ...]]:
    """One line for every case behind every figure; sweeps by their number."""
    cases = {case.code: case for case in sheet.listed}
    return [line for row in sheet.rows + sheet.apart for line in _lines(row, cases)]


def _lines(row: ReturnRow, cases: dict[str, CaseCount]) -> Iterator[tuple[Cell, ...]]:
    for code in row.cases:
        yield (row.group, row.title, code, *_facts(cases[code]))
    blank = ("",) * (len(LIST_COLUMNS) - 3)
    for number in row.sweeps:
        yield (row.group, row.title, number, *blank)


def _facts(case: CaseCount) -> tuple[str, ...]:
    fen = case.amount_fen
    return (
        case.dispute_code,
        case.committee,
        case.accepted_on.isoformat(),
        case.concluded_on.isoformat() if case.concluded_on else "",
        word("ledger_source", case.source),
        type_title(case.type_written),
        word("outcome", case.outcome),
        "" if fen is None else f"{fen // 100}.{fen % 100:02d}",
    )


def rule_rows(sheet: ReturnSheet) -> list[tuple[Cell, ...]]:
    """The basis, the checks, the formulas with their numbers, and what is counted apart."""
    rates = [row for row in sheet.rows if row.denominator is not None]
    return [
        ("口径", "统计口径", sheet.basis, f"{sheet.office}　{sheet.period_title}"),
        *(("校核", check.title, "相符" if check.ok else "不符", check.detail) for check in sheet.checks),
        *(
            ("算式", f"{row.group}·{row.title}", str(row.value), f"{row.formula}＝{made(row)}")
            for row in rates
        ),
        *(("另计", f"{row.group}·{row.title}", row.value, row.unit) for row in sheet.apart),
        *(("说明", "", "", note) for note in sheet.notes),
    ]
