"""Ledgers as rooms really keep them, made for tests: the same cases in five layouts."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl

from mediator.domain.ledger_mapping import LedgerMapping, Rule
from mediator.exchange.foreign import read_sheets
from mediator.exchange.mapping_guess import guess_mapping
from tests.exchange.books import Row, row

ROWS = 60
TYPES = ("邻里", "婚姻家庭", "合同", "损害赔偿", "物业", "道路交通事故")
FIRST_DAY = date(2026, 10, 1)
Cells = list[Any]


@dataclass(frozen=True)
class Case:
    """One case as everybody knows it, before anyone writes it down in his own way."""

    number: int

    @property
    def accepted(self) -> date:
        return FIRST_DAY + timedelta(days=self.number % 28)

    @property
    def concluded(self) -> date:
        return self.accepted + timedelta(days=self.number % 3 + 1)

    @property
    def settled(self) -> bool:
        return self.number % 5 != 0

    @property
    def yuan(self) -> int:
        return 1000 * (self.number % 7 + 1) if self.settled else 0

    @property
    def kind(self) -> str:
        return TYPES[self.number % len(TYPES)]

    @property
    def applicant(self) -> str:
        return f"甲{self.number}测"

    @property
    def respondent(self) -> str:
        return f"乙{self.number}测"

    @property
    def summary(self) -> str:
        return f"第{self.number}户楼上漏水。"

    def ours(self) -> Row:
        """The case as a row of our own ledger."""
        return row(
            f"C-{self.number:04d}",
            调委会=None,
            受理时间=self.accepted.isoformat(),
            案件来源="主动调解" if self.number % 2 else "依申请调解",
            纠纷类别=self.kind,
            调解时间=self.concluded.isoformat(),
            调解结果="调解成功" if self.settled else "调解不成功",
            协议形式="书面协议" if self.settled else None,
            协议履行情况="已履行" if self.settled else None,
            当事人=f"申请人:{self.applicant};被申请人:{self.respondent}",
            纠纷简要情况=self.summary,
        ) | {"调解协议金(元)": self.yuan or None}


CASES = tuple(Case(number) for number in range(1, ROWS + 1))


@dataclass(frozen=True)
class Layout:
    """How a room writes its cases, what it leaves unsaid, and what can go wrong in it."""

    name: str
    heads: tuple[str, ...]
    write: Callable[[Case], Cells]
    said: tuple[Rule, ...]  # what the person adds to the guess
    wrong: tuple[tuple[str, Any], ...]  # (head, cell) that stop a row
    suffix: str = "xlsx"
    title_rows: tuple[str, ...] = ()
    totals: bool = False
    year: int | None = None
    merges: tuple[str, ...] = field(default=())

    def rows(self, faults: int = 0) -> list[Cells]:
        """The rows, the first `faults` of them with one bad cell each."""
        made = [self.write(case) for case in CASES]
        for place in range(faults):
            head, value = self.wrong[place % len(self.wrong)]
            made[place][self.heads.index(head)] = value
        return made

    def save(self, folder: Path, faults: int = 0) -> Path:
        """The room's own file."""
        path = folder / f"{self.name}.{self.suffix}"
        lines = [[text] for text in self.title_rows] + [list(self.heads)] + self.rows(faults)
        if self.totals:
            lines += [
                ["合计", *[None] * (len(self.heads) - 2), sum(case.yuan for case in CASES)],
                ["制表人：王测"],
            ]
        if self.suffix == "csv":
            with path.open("w", encoding="gb18030", newline="") as file:
                csv.writer(file).writerows(lines)
        else:
            save_book(path, lines, self.merges)
        return path

    def mapping(self, path: Path) -> LedgerMapping:
        """The guess as the person mends it."""
        mapping = guess_mapping(read_sheets(path)[0])
        for rule in self.said:
            mapping = mapping.with_rule(rule)
        return mapping.model_copy(update={"name": self.name, "year": self.year})

    def first_row(self) -> int:
        """The number of the first row with a case."""
        return len(self.title_rows) + 2


def save_book(path: Path, lines: Sequence[Cells], merges: Sequence[str] = (), sheet: str = "台账") -> Path:
    """A workbook of plain lines; text stays text."""
    made = openpyxl.Workbook()
    first = made.worksheets[0]
    first.title = sheet
    for number, cells in enumerate(lines, 1):
        for place, value in enumerate(cells, 1):
            if value is not None:
                cell = first.cell(number, place, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    for area in merges:
        first.merge_cells(area)
    made.save(path)
    made.close()
    return path


def _zhejiang(case: Case) -> Cells:
    """The 25 columns, in another order of ours only by their words."""
    told = dict(case.ours())
    told |= {
        "受理时间": datetime.combine(case.accepted, datetime.min.time()),
        "调解结果": "成功" if case.settled else "不成功",
        "协议形式": "书面" if case.settled else None,
        "当事人": f"{case.applicant},{case.respondent}",
        "案件来源": "主动" if case.number % 2 else "当事人申请",
        "纠纷类别": f"{case.kind}纠纷",
    }
    return [told.get(head) for head in ZHEJIANG]


ZHEJIANG = (
    *("案件编码", "调委会", "调解工作室", "受理员", "受理时间", "案件来源", "案件难度级别", "纠纷类别"),
    *("行政划分", "有无死亡", "主办调解员", "协办调解员", "调解时间", "调解书编号", "调解结果"),
    *("调解协议金(元)", "协议履行情况", "当事人", "协议形式", "纠纷简要情况", "以奖代补评定"),
    *("案件属性", "涉及特殊群体情况", "涉及农民工纠纷情况", "纠纷转化情况"),
)
FENGQIAO = (
    *("案件编码", "协议类型", "案件来源", "调解组织", "工作室", "受理人姓名", "受理时间", "纠纷简要情况"),
    *("案件难度级别", "纠纷类别", "案件属性", "涉及特殊群体情况", "行政划分", "有无死亡", "调解结果"),
    *("调解时间", "当事人", "调解协议金"),
)


def _fengqiao(case: Case) -> Cells:
    return [
        *(f"FQ{case.number:06d}", "书面协议" if case.settled else "", "主动" if case.number % 2 else "申请"),
        *("", "甲工作室", "王测", f"{case.accepted:%Y-%m-%d} 09:30:00", case.summary, "一般", case.kind),
        *("", "", "甲村", "无", "成功" if case.settled else "失败", f"{case.concluded:%Y-%m-%d} 10:00"),
        *(f"{case.applicant}、{case.respondent}", case.yuan or None),
    ]


def _village(case: Case) -> Cells:
    accepted, concluded = case.accepted, case.concluded
    return [
        *(case.number, f"{accepted:%y}.{accepted.month}.{accepted.day}", case.applicant, case.respondent),
        *(f"{case.kind}纠纷", case.summary, "网格员上报" if case.number % 2 else "来访"),
        *(f"{concluded:%y}.{concluded.month}.{concluded.day}", "已化解" if case.settled else "未化解"),
        case.yuan / 10000 if case.settled else None,
    ]


def _county(case: Case) -> Cells:
    accepted, concluded = case.accepted, case.concluded
    span = (
        f"{accepted.year}.{accepted.month}.{accepted.day}—{concluded.year}.{concluded.month}.{concluded.day}"
    )
    return [
        *(case.number, f"{case.applicant}诉{case.respondent}", f"{case.kind}纠纷", span),
        *("排查发现" if case.number % 2 else "群众来访", case.summary, "成功" if case.settled else "不成功"),
        *(f"{case.yuan}元" if case.settled else "", "王测"),
    ]


def _plain(case: Case) -> Cells:
    return [
        *(f"2026-{case.number:03d}", f"{case.accepted.month}月{case.accepted.day}日", case.kind),
        *(case.applicant, case.respondent, "排查" if case.number % 2 else "来电"),
        *(f"{case.concluded.month}月{case.concluded.day}日", "是" if case.settled else "否"),
        *(case.yuan or "", "书面" if case.settled else "", '甲、乙，"丙"', case.summary),
    ]


def rule(name: str, otherwise: str) -> Rule:
    """What every row says."""
    return Rule(field=name, otherwise=otherwise)


LAYOUTS = (
    Layout(
        *("浙江", ZHEJIANG, _zhejiang, ()),
        (
            *(("受理时间", "2026-13-01"), ("案件来源", "路过"), ("纠纷类别", "奇怪"), ("当事人", None)),
            *(
                ("调解协议金(元)", "若干"),
                ("调解时间", "2026-09-01"),
                ("调解结果", "还行"),
                ("受理时间", None),
            ),
        ),
    ),
    Layout(
        *("枫桥", FENGQIAO, _fengqiao, ()),
        (
            *(("受理时间", "2026-02-30"), ("案件来源", "天上"), ("纠纷类别", "未知"), ("当事人", "：")),
            *(("调解协议金", -5), ("调解协议金", "1.005"), ("调解结果", "尚可"), ("案件难度级别", "极难")),
        ),
    ),
    Layout(
        "村台账",
        (
            "序号",
            "受 理\n日期",
            "申请人",
            "被申请人",
            "矛盾纠纷类型",
            "事由",
            "来源",
            "调结日期",
            "化解情况",
            "涉及金额（万元）",
        ),
        _village,
        (rule("form", "书面协议"), rule("performance", "已履行")),
        (
            *(
                ("受 理\n日期", "26.13.5"),
                ("受 理\n日期", "昨天"),
                ("矛盾纠纷类型", "说不清"),
                ("来源", "路过"),
            ),
            *(
                ("涉及金额（万元）", "两万"),
                ("涉及金额（万元）", 0.0000001),
                ("化解情况", "再说"),
                ("调结日期", "26.9.1"),
            ),
        ),
        title_rows=("示例村2026年矛盾纠纷台账", "填报单位：示例村"),
        totals=True,
        merges=("A1:J1", "A2:J2"),
    ),
    Layout(
        "县台账",
        ("序号", "双方当事人", "类别", "受理-调解时间", "来源", "简要情况", "结果", "协议金额", "承办人"),
        _county,
        (rule("form", "书面协议"), rule("performance", "已履行")),
        (
            *(("双方当事人", "甲测乙测"), ("双方当事人", "甲诉乙诉丙"), ("类别", "什么"), ("来源", "路过")),
            *(
                ("受理-调解时间", "2026.10.9—2026.10.1"),
                ("受理-调解时间", "上个月"),
                ("结果", "还行"),
                ("协议金额", "一些"),
            ),
        ),
        title_rows=("示例县人民调解台账",),
        merges=("A1:I1",),
    ),
    Layout(
        "文本台账",
        (
            *("登记编号", "登记日期", "纠纷种类", "甲方", "乙方", "受理方式", "结案日期", "是否成功"),
            *("标的金额", "口头/书面", "参加人员", "案情简介"),
        ),
        _plain,
        (rule("performance", "已履行"),),
        (
            *(("登记日期", "13月1日"), ("纠纷种类", "外星"), ("受理方式", "路过"), ("是否成功", "也许")),
            *(("标的金额", "若干"), ("口头/书面", "手势"), ("结案日期", "9月1日"), ("登记日期", "")),
        ),
        suffix="csv",
        year=2026,
    ),
)
