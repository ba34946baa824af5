"""《矛盾纠纷排查情况表》: the 52 rows of the 综治 monthly form, counted over disputes."""

from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import zongzhi_row
from mediator.domain.office import Settings
from mediator.domain.period import Period, title
from mediator.statistics.book import BASIS_WORDS, Book, days_of, found, one_a_dispute, refused, span, taken_on
from mediator.statistics.checks import adds_up, ascending
from mediator.statistics.measure import (
    Line,
    Measure,
    Rate,
    SweepMeasure,
    Where,
    among,
    both,
    everything,
    succeeded,
)
from mediator.statistics.model import Check, Column, Return, ReturnRow, ReturnSheet
from mediator.statistics.rows import behind, rate_notes, row, with_year_to_date

TITLE = "矛盾纠纷排查情况表"
TOTAL, MAJOR, SWEEPS, PEOPLE = "总况", "重大矛盾纠纷", "开展集中排查", "涉及人数"
KINDS = (  # first row number in the form, and its own words
    (6, "民族宗教矛盾纠纷"),
    (8, "军转干部、复员退伍军人安置引发"),
    (10, "征地拆迁安置引发"),
    (12, "建筑工程质量、物业管理等引发"),
    (14, "土地矿产山林水利界限权属"),
    (16, "经济活动引发"),
    (18, "劳资纠纷"),
    (20, "企业改制引发"),
    (22, "环境污染、生态破坏引发"),
    (24, "司法活动引发"),
    (26, "行政执法活动引发"),
    (28, "大中专院校、中小学校引发"),
    (30, "海事渔事纠纷"),
    (32, "干部作风等引发"),
    (34, "村务管理引发"),
    (36, '农村土地承包、集体"三资"、农民负担等引发'),
    (38, "婚姻家庭邻里等各类民间纠纷"),
    (40, "医患纠纷"),
    (42, "其他"),
)
BANDS = ("50人以下", "50至100人", "100至500人", "500人以上")
MAJOR_LEVELS = ("major", "very-major")
PERIOD_LABELS = {1: "填报月份", 3: "填报季度", 6: "填报半年度", 12: "填报年度"}
COLUMNS = (
    Column("项目", "group", 34),
    Column("内容", "title", 14),
    Column("行次", "number", 6),
    Column("县市区", "blank", 10),
    Column("乡镇街道", "blank", 11),
    Column("村居", "blank", 10),
    Column("小计", "value", 11),
    Column("年度累计", "year_to_date", 11),
)


def _of_kind(number: int) -> Where:
    return lambda case: zongzhi_row(case.type_written) == number


def _in_band(band: int, edges: tuple[int, int, int]) -> Where:
    return lambda case: band_of(case, edges) == band


def key_of(number: int) -> str:
    """The key of a row by its number in the form."""
    return f"row-{number:02d}"


def people_of(case: CaseCount) -> int:
    """How many people a dispute touches: as noted, else its parties."""
    return case.party_count if case.people_count is None else case.people_count


def band_of(case: CaseCount, edges: tuple[int, int, int]) -> int:
    """Which of the four size bands a dispute is in; an edge belongs to the band above it."""
    return sum(people_of(case) >= edge for edge in edges)


def lines(settings: Settings) -> tuple[Line, ...]:
    """The 52 lines in the order of the form."""
    return (*_totals(), *_kinds(), *_bands(settings.band_edges), *_major(), _concentrated())


def _totals() -> tuple[Line, ...]:
    """Every dispute here has a case that was taken on, so it is both found and mediated."""
    found_ = Measure(key_of(1), TOTAL, "排查数", "起", everything)
    mediated = Measure(key_of(2), TOTAL, "调处数", "起", everything)
    settled = Measure(key_of(4), TOTAL, "成功数", "起", succeeded)
    return (
        found_,
        mediated,
        Rate(key_of(3), TOTAL, "调处率", mediated, found_, 2),
        settled,
        Rate(key_of(5), TOTAL, "成功率", settled, mediated, 2),
    )


def _kinds() -> tuple[Line, ...]:
    return tuple(
        Measure(key_of(number + step), words, kind, "起", _of_kind(number))
        for number, words in KINDS
        for step, kind in enumerate(("排查数", "调处数"))
    )


def _bands(edges: tuple[int, int, int]) -> tuple[Line, ...]:
    return tuple(
        Measure(key_of(44 + band), PEOPLE, words, "起", _in_band(band, edges))
        for band, words in enumerate(BANDS)
    )


def _major() -> tuple[Line, ...]:
    is_major = among("difficulty", MAJOR_LEVELS)
    mediated = Measure(key_of(49), MAJOR, "调处数", "起", is_major)
    settled = Measure(key_of(50), MAJOR, "成功数", "起", both(is_major, succeeded))
    return (
        Measure(key_of(48), MAJOR, "排查数", "起", is_major),
        mediated,
        settled,
        Rate(key_of(51), MAJOR, "成功率", settled, mediated, 2),
    )


def _concentrated() -> Line:
    return SweepMeasure(key_of(52), SWEEPS, "次数", "次", lambda sweep: sweep.kind == "concentrated")


def checks(rows: tuple[ReturnRow, ...]) -> tuple[Check, ...]:
    """What the form's own script refuses to save, and what cannot be otherwise."""
    at = {each.key: each for each in rows}
    kinds = [number for number, _ in KINDS]
    return (
        adds_up("各类排查数之和＝排查总数", at[key_of(1)], [at[key_of(n)] for n in kinds]),
        adds_up("各类调处数之和＝调处总数", at[key_of(2)], [at[key_of(n + 1)] for n in kinds]),
        adds_up("涉及人数四档之和＝排查总数", at[key_of(1)], [at[key_of(n)] for n in range(44, 48)]),
        ascending("成功数≤调处数≤排查数", [at[key_of(n)] for n in (4, 2, 1)]),
        ascending("重大成功数≤重大调处数≤重大排查数", [at[key_of(n)] for n in (50, 49, 48)]),
        *(
            ascending(f"重大{word}≤{word}总数", [at[key_of(part)], at[key_of(whole)]])
            for word, part, whole in (("排查数", 48, 1), ("调处数", 49, 2), ("成功数", 50, 4))
        ),
    )


def _never_taken(book: Book) -> tuple[CaseCount, ...]:
    """Disputes whose every case was refused."""
    taken = {case.dispute_code for case in taken_on(book.cases)}
    return one_a_dispute(case for case in refused(book.cases) if case.dispute_code not in taken)


def _notes(settings: Settings, rows: tuple[ReturnRow, ...], apart: ReturnRow) -> tuple[str, ...]:
    low, middle, high = settings.band_edges
    return (
        f"本表于期满后次月{settings.due_day}日前报送。",
        "同一纠纷只计一次，按发现、受理中较早的一日归入本期；排查活动登记的发现件数不另计入。",
        f"涉及人数分档：不足{low}人；{low}至{middle - 1}人；{middle}至{high - 1}人；{high}人及以上。",
        *rate_notes(rows),
        f"另有不予受理{apart.value}起，未计入上列各数。",
    )


def build(book: Book, period: Period) -> ReturnSheet:
    """Count the form for a period, with the year to date beside it."""
    disputes = one_a_dispute(taken_on(book.cases))
    now = span(disputes, found, days_of(period), book.sweeps)
    year = span(disputes, found, period.year_to_date(), book.sweeps)
    rows = tuple(with_year_to_date(line, now, year) for line in lines(book.settings))
    refusals = span(_never_taken(book), found, days_of(period))
    apart = row(Measure("refused", "不予受理", "不予受理", "起", everything), refusals)
    return ReturnSheet(
        key=RETURN.key,
        title=TITLE,
        period=period.text,
        period_title=title(period),
        basis=BASIS_WORDS["accepted"],  # the form dates by finding, whatever basis the office chose
        office=book.office.name,
        zero=not now.cases,
        columns=COLUMNS,
        rows=rows,
        checks=checks(rows),
        head=(("填报单位（盖章）", book.office.name), (PERIOD_LABELS[period.months], title(period))),
        foot=(("签发人", book.settings.signer), ("制表人", book.settings.preparer)),
        notes=_notes(book.settings, rows, apart),
        apart=(apart,),
        listed=behind((*rows, apart), (*now.cases, *refusals.cases)),
    )


RETURN = Return("zongzhi-monthly", "综治月报", TITLE, build)
