"""The sheets of a ledger workbook: titles, what each column means, and the order they stand in."""

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["text", "date", "list", "type", "names", "parties", "amount", "count"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, the field it fills, how it is read, the code list it draws from."""

    title: str
    field: str
    kind: Kind = "text"
    codes: str = ""
    required: bool = False
    width: int = 12


CODE: Final = "案件编码"

LEDGER: Final = (
    Column(CODE, "code", width=18),
    Column("调委会", "committee", width=26),
    Column("调解工作室", "room", width=16),
    Column("受理员", "registrar"),
    Column("受理时间", "accepted_on", "date", required=True),
    Column("案件来源", "source", "list", "ledger_source", required=True, width=18),
    Column("案件难度级别", "difficulty", "list", "difficulty"),
    Column("纠纷类别", "type_written", "type", required=True, width=16),
    Column("行政划分", "area", width=16),
    Column("有无死亡", "death", "list", "presence"),
    Column("主办调解员", "mediator"),
    Column("协办调解员", "assistants", "names", width=16),
    Column("调解时间", "concluded_on", "date"),
    Column("调解书编号", "agreement_number", width=24),
    Column("调解结果", "outcome", "list", "outcome"),
    Column("调解协议金(元)", "amount_fen", "amount", width=16),
    Column("协议履行情况", "performance", "list", "performance"),
    Column("当事人", "parties", "parties", required=True, width=40),
    Column("协议形式", "form", "list", "agreement_form"),
    Column("纠纷简要情况", "summary", width=60),
    Column("以奖代补评定", "subsidy_class"),
    Column("案件属性", "attribute"),
    Column("涉及特殊群体情况", "special_group", width=18),
    Column("涉及农民工纠纷情况", "migrant_workers", "list", "yes_no", width=18),
    Column("纠纷转化情况", "transformed", "list", "transformed", width=18),
)
PREVENTION: Final = (
    Column(CODE, "code", required=True, width=18),
    Column("预防种类", "kind", "list", "prevention", required=True, width=22),
    Column("人数", "people", "count", required=True),
)
SUPPLEMENT: Final = (
    Column(CODE, "code", required=True, width=18),
    Column("涉及人数", "people_count", "count"),
    Column("司法确认", "confirmation", "list", "confirmation"),
    Column("确认日期", "confirmed_on", "date"),
    Column("回访日期", "visited_on", "date"),
    Column("满意度", "satisfaction", "list", "satisfaction"),
)
SWEEPS: Final = (
    Column("排查编号", "number", required=True, width=18),
    Column("排查种类", "kind", "list", "sweep_kind", required=True),
    Column("开始日期", "began_on", "date", required=True),
    Column("结束日期", "ended_on", "date"),
    Column("发现件数", "found", "count"),
)
MAPPED: Final = (*LEDGER, *SUPPLEMENT[1:])  # what one row of a room's own sheet may tell of a case
ERRORS: Final = ("工作表", "行", "列", "值", "原因")

FIRST_NAME: Final = "台账"
PREVENTION_NAME, SUPPLEMENT_NAME, SWEEPS_NAME = "预防", "补充", "排查"
JOINED: Final = {PREVENTION_NAME: PREVENTION, SUPPLEMENT_NAME: SUPPLEMENT, SWEEPS_NAME: SWEEPS}
