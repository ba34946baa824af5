"""The published table of 黄石市 for 2016-08, rebuilt case by case, with the two months it is compared to.

Every name is invented; only the counts are those of the brief
(http://sfj.huangshi.gov.cn/xxgk_17/gknr/qt/sjfb/2019nyq/202102/t20210204_763413.html).
The five referral sources, the committees and the parties are not published: they are spread evenly.
"""

from datetime import date, timedelta
from itertools import chain, repeat

from mediator.codes import code_list
from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import type_key
from mediator.domain.money import parse_yuan

Row = dict[str, str]

TYPES = {
    "婚姻家庭": 160,
    "邻里": 278,
    "房屋宅基地": 67,
    "合同": 44,
    "生产经营": 31,
    "损害赔偿": 76,
    "山林土地": 18,
    "征地拆迁": 28,
    "环境污染": 4,
    "劳动争议": 13,
    "消费": 7,
    "医疗": 55,
    "道路交通事故": 33,
    "物业": 1,
    "其它": 54,
}
SOURCES = {
    "主动调解": 455,
    "依申请调解": 378,
    "法院委托移送": 8,
    "检察院委托移送": 7,
    "公安机关委托移送": 7,
    "信访部门委托移送": 7,
    "其他部门委托移送": 7,
}
TOTAL, SUCCESSES, YUAN = 869, 842, 28_738_000
BEFORE, LAST_YEAR = 840, 1028
PREVENTED = (("防止转化为刑事案件", (4,)), ("防止群体性上访", (6, 5, 4)))
COMMITTEES = (  # name, kind; the kind can be read from the name
    ("甲村人民调解委员会", "village"),
    ("乙社区人民调解委员会", "resident"),
    ("丙镇人民调解委员会", "town"),
    ("丁街道人民调解委员会", "street"),
    ("示例机械厂人民调解委员会", "enterprise"),
)
_TITLES = """案件编码 调委会 调解工作室 受理员 受理时间 案件来源 案件难度级别 纠纷类别 行政划分 有无死亡
主办调解员 协办调解员 调解时间 调解书编号 调解结果 调解协议金(元) 协议履行情况 当事人 协议形式 纠纷简要情况
以奖代补评定 案件属性 涉及特殊群体情况 涉及农民工纠纷情况 纠纷转化情况"""
TITLES = tuple(_TITLES.split())


def spread(counts: dict[str, int]) -> list[str]:
    """Each name as often as it is counted, in a fixed mixed order."""
    flat = list(chain.from_iterable(repeat(name, count) for name, count in counts.items()))
    return [flat[place * 367 % len(flat)] for place in range(len(flat))]


def amounts() -> list[str]:
    """What 842 agreements are worth: equal sums with 分, the last one brings the total to 2873.80 万元."""
    each = YUAN * 100 // SUCCESSES - 1
    fen = [each] * (SUCCESSES - 1) + [YUAN * 100 - each * (SUCCESSES - 1)]
    return [f"{value // 100}.{value % 100:02d}" for value in fen]


def _row(code: str, number: int, month: date, kind: str, source: str, amount: str) -> Row:
    accepted = month + timedelta(days=number % 28)
    success = amount != ""
    return dict.fromkeys(TITLES, "") | {
        "案件编码": code,
        "调委会": COMMITTEES[number % len(COMMITTEES)][0],
        "受理时间": accepted.isoformat(),
        "案件来源": source,
        "案件难度级别": "疑难复杂" if number % 10 == 0 else "一般",
        "纠纷类别": kind,
        "调解时间": (accepted + timedelta(days=3)).isoformat(),
        "调解结果": "调解成功" if success else "调解不成功",
        "调解协议金(元)": amount,
        "当事人": f"申请人:甲{number}测;被申请人:乙{number}测",
        "协议形式": ("口头协议" if number % 4 == 0 else "书面协议") if success else "",
        "协议履行情况": "已履行" if success else "",
        "纠纷简要情况": "因琐事发生纠纷。",
    }


def _month(prefix: str, month: date, count: int) -> list[Row]:
    """A month of which only the number of cases is known."""
    return [
        _row(f"{prefix}-{number:04d}", number, month, "邻里", "主动调解", "")
        for number in range(1, count + 1)
    ]


def august() -> list[Row]:
    """The 869 cases of 2016-08."""
    worth = [*amounts(), *repeat("", TOTAL - SUCCESSES)]
    facts = zip(spread(TYPES), spread(SOURCES), worth, strict=True)
    return [
        _row(f"201608-{number:04d}", number, date(2016, 8, 1), kind, source, amount)
        for number, (kind, source, amount) in enumerate(facts, 1)
    ]


def ledger_rows() -> list[Row]:
    """All cases as rows of the ledger sheet, 25 columns each, every value a text."""
    older = [*_month("201508", date(2015, 8, 1), LAST_YEAR), *_month("201607", date(2016, 7, 1), BEFORE)]
    return [*older, *august()]


def prevention_rows() -> list[Row]:
    """The rows of the sheet 预防: one case with 4 people, three cases with 15."""
    flat = [(kind, count) for kind, counts in PREVENTED for count in counts]
    return [
        {"案件编码": f"201608-{number:04d}", "预防种类": kind, "人数": str(count)}
        for number, (kind, count) in enumerate(flat, 1)
    ]


def case_counts() -> tuple[CaseCount, ...]:
    """The same cases as storage would supply them."""
    return tuple(_count(number, row) for number, row in enumerate(ledger_rows(), 1))


def _key(name: str, word: str) -> str:
    return code_list(name).key(word) or ""


def _count(number: int, row: Row) -> CaseCount:
    accepted, amount = date.fromisoformat(row["受理时间"]), row["调解协议金(元)"]
    return CaseCount(
        case_id=number,
        code=row["案件编码"],
        dispute_code=f"D{number}",
        track="people",
        committee=row["调委会"],
        committee_kind=dict(COMMITTEES)[row["调委会"]],
        accepted_on=accepted,
        found_on=accepted,
        concluded_on=date.fromisoformat(row["调解时间"]),
        source=_key("ledger_source", row["案件来源"]),
        type_written=row["纠纷类别"],
        type_key=type_key(row["纠纷类别"]) or "",
        difficulty=_key("difficulty", row["案件难度级别"]),
        outcome=_key("outcome", row["调解结果"]),
        form=_key("agreement_form", row["协议形式"]),
        amount_fen=parse_yuan(amount) if amount else None,
        performance=_key("performance", row["协议履行情况"]),
        confirmation="",
        party_count=2,
        people_count=None,
        prevented=tuple(
            (_key("prevention", each["预防种类"]), int(each["人数"]))
            for each in prevention_rows()
            if each["案件编码"] == row["案件编码"]
        ),
    )
