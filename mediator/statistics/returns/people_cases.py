"""《人民调解案件情况统计表》: five blocks and prevention, counted over the people's cases."""

from collections.abc import Callable
from itertools import groupby

from mediator.codes import code_list, word
from mediator.domain.case_facts import CaseCount
from mediator.domain.dispute import type_title
from mediator.domain.period import Period, title
from mediator.statistics.book import BASIS_WORDS, Book, Dated, dated, days_of, refused, span, taken_on
from mediator.statistics.checks import adds_up, ascending
from mediator.statistics.measure import (
    MONEY,
    Line,
    Measure,
    Rate,
    Where,
    among,
    both,
    everything,
    succeeded,
)
from mediator.statistics.model import Check, Column, Return, ReturnRow, ReturnSheet
from mediator.statistics.rows import behind, compared, rate_notes, row, with_shares

TITLE = "人民调解案件情况统计表"
VOLUME, BODIES, SOURCES, TYPES, FORMS = "总量", "不同主体调解情况", "案件来源", "案件分类情况", "协议形式"
PREVENTION = "预防情况"
DIRECT_SOURCES = ("own", "application")
COLUMNS = (
    Column("项目", "group", 15),
    Column("内容", "title", 31),
    Column("单位", "unit", 8),
    Column("本期", "value", 11),
    Column("占比(%)", "share", 10),
    Column("上年同期", "last_year", 12),
    Column("同比(%)", "last_year_change", 10),
    Column("上期", "last_month", 11),
    Column("环比(%)", "last_month_change", 10),
)


def _parties(case: CaseCount) -> int:
    return case.party_count


def _amount(case: CaseCount) -> int:
    return case.amount_fen or 0


def lines() -> tuple[Line, ...]:
    """All lines in the order of the form."""
    return (*_volume(), *_bodies(), *_sources(), *_types(), *_forms(), *_prevention())


def _count(key: str, group: str, title_: str, where: Where) -> Line:
    """A line that counts cases and shows their share of all."""
    return Measure(key, group, title_, "件", where, share_of="total")


def _volume() -> tuple[Line, ...]:
    total = Measure("total", VOLUME, "案件总数", "件", everything)
    success = Measure("success", VOLUME, "调解成功案件数", "件", succeeded)
    return (
        total,
        Measure("parties", VOLUME, "涉及当事人数", "人", everything, _parties),
        success,
        Rate("success-rate", VOLUME, "调解成功率", success, total, 1),
        _count("complex", VOLUME, "疑难(复杂)案件数", among("difficulty", ["complex"])),
        Measure("amount", VOLUME, "涉及金额", MONEY, succeeded, _amount),
    )


def _bodies() -> tuple[Line, ...]:
    """One line a kind of committee in the report, which puts some kinds together."""
    kinds = groupby(code_list("committee_kind").rows, key=lambda code: str(code.extra["report"]))
    together = [(words, [code.key for code in codes]) for words, codes in kinds]
    return tuple(
        _count(f"committee-{keys[0]}", BODIES, words, among("committee_kind", keys))
        for words, keys in together
    )


def _source(key: str) -> Line:
    return _count(f"source-{key}", SOURCES, word("ledger_source", key), among("source", [key]))


def _referrals() -> tuple[str, ...]:
    return tuple(code.key for code in code_list("ledger_source").rows if code.key not in DIRECT_SOURCES)


def _sources() -> tuple[Line, ...]:
    keys = _referrals()
    referred = _count("source-referred", SOURCES, "接受委托移送", among("source", keys))
    return (*map(_source, DIRECT_SOURCES), referred, *map(_source, keys))


def _types() -> tuple[Line, ...]:
    return tuple(
        _count(f"type-{code.key}", TYPES, type_title(code.word), among("type_key", [code.key]))
        for code in code_list("dispute_type").rows
    )


def _forms() -> tuple[Line, ...]:
    """Forms of agreement are counted over successes: a failed mediation has no agreement."""
    return tuple(
        _count(f"form-{code.key}", FORMS, code.word, both(succeeded, among("form", [code.key])))
        for code in code_list("agreement_form").rows
    )


def _prevention() -> tuple[Line, ...]:
    """Two lines a kind: cases, and the people held back."""
    found: list[Line] = []
    for code in code_list("prevention").rows:
        where, people = _prevented(code.key), _people_held(code.key)
        found.append(Measure(f"prevented-{code.key}-cases", PREVENTION, code.word, "件", where))
        found.append(Measure(f"prevented-{code.key}-people", PREVENTION, code.word, "人", where, people))
    return tuple(found)


def _prevented(key: str) -> Where:
    return lambda case: any(kind == key for kind, _ in case.prevented)


def _people_held(key: str) -> Callable[[CaseCount], int]:
    return lambda case: sum(count for kind, count in case.prevented if kind == key)


def checks(rows: tuple[ReturnRow, ...]) -> tuple[Check, ...]:
    """The relations that hold in every published table of this kind."""
    at = {each.key: each for each in rows}
    total, success, referred = at["total"], at["success"], at["source-referred"]
    started = [at[f"source-{key}"] for key in DIRECT_SOURCES]
    types, bodies, forms = ([each for each in rows if each.group == name] for name in (TYPES, BODIES, FORMS))
    return (
        adds_up("案件总数＝各类案件之和", total, types),
        adds_up("案件总数＝主动调解＋依申请调解＋接受委托移送", total, [*started, referred]),
        adds_up("案件总数＝各类调委会案件之和", total, bodies),
        ascending("调解成功案件数≤案件总数", [success, total]),
        adds_up("调解成功案件数＝口头协议＋书面协议", success, forms),
        adds_up("接受委托移送＝其中五项之和", referred, [at[f"source-{key}"] for key in _referrals()]),
    )


def _apart() -> tuple[Line, ...]:
    """Figures under the table that are no rows of the form."""
    return (
        Measure(
            "performed",
            "协议履行",
            "已履行",
            "件",
            both(succeeded, among("performance", ["done"])),
        ),
        Measure("confirmed", "司法确认", "有效", "件", among("confirmation", ["valid"])),
    )


def _notes(rows: tuple[ReturnRow, ...], apart: tuple[ReturnRow, ...], basis: str) -> tuple[str, ...]:
    at = {each.key: each.value for each in apart}
    return (
        f"统计口径：{BASIS_WORDS[basis]}；结果、金额、协议形式取制表时的状态；占比以案件总数为分母。",
        *rate_notes(rows),
        "调解成功率的同比、环比为百分点之差，其余为增减百分比；分母为零记“—”。",
        f"其中协议已履行{at['performed']}件，司法确认有效{at['confirmed']}件。",
        f"另有不予受理{at['refused']}件，未计入上列各数。",
    )


def _refusals(book: Book, by: Dated, period: Period) -> ReturnRow:
    arrived = span(refused(_own_track(book)), by, days_of(period))
    return row(Measure("refused", "不予受理", "不予受理", "件", everything), arrived)


def _own_track(book: Book) -> tuple[CaseCount, ...]:
    return tuple(case for case in book.cases if case.track == "people")


def build(book: Book, period: Period) -> ReturnSheet:
    """Count the form for a period, with the same period last year and the period before beside it."""
    basis = book.settings.basis
    by, cases = dated(basis), taken_on(_own_track(book))
    now = span(cases, by, days_of(period))
    older, former = (span(cases, by, days_of(each)) for each in (period.last_year(), period.before()))
    form = lines()
    rows = with_shares(form, [compared(line, now, older, former) for line in form])
    apart = (*(row(line, now) for line in _apart()), _refusals(book, by, period))
    settings = book.settings
    return ReturnSheet(
        key=RETURN.key,
        title=TITLE,
        period=period.text,
        period_title=title(period),
        basis=BASIS_WORDS[basis],
        office=book.office.name,
        zero=not now.cases,
        columns=COLUMNS,
        rows=rows,
        checks=checks(rows),
        head=(("填报单位（盖章）", book.office.name), ("统计期", title(period))),
        foot=(("单位负责人", settings.signer), ("审核人", settings.reviewer), ("填报人", settings.preparer)),
        notes=_notes(rows, apart, basis),
        apart=apart,
        listed=behind((*rows, *apart), _own_track(book)),
    )


RETURN = Return("people-cases", "人民调解案件统计", TITLE, build)
