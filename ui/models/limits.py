"""Why a legal day is the day it is, in words."""

from mediator.domain.casefile import CaseFile
from mediator.domain.clock import Limit


def limit_lines(found: Limit) -> list[str]:
    """Why a day: rule, article, start, sum, and how sure the rule is."""
    unit = {"month": "个月", "day": "日"}[found.rule.unit]
    own = f"（本单位设定为 {found.rule.value} {unit}）" if found.rule.of_office else ""
    by_rule = found.before_extension or found.last_day
    lines = [
        f"{found.rule.word}：{found.rule.value} {unit}",
        f"依据：{found.rule.article}{own}",
        f"起算：{found.rule.start_word} {found.start:%Y-%m-%d}，当日不计",
        f"推算：{found.start:%Y-%m-%d} ＋ {found.rule.value} {unit} ＝ {by_rule:%Y-%m-%d}",
    ]
    if found.before_extension is not None:
        longer = (found.last_day - by_rule).days
        lines.append(
            f"延长：原定 {by_rule:%Y-%m-%d}，经当事人同意延长至 {found.last_day:%Y-%m-%d}（多 {longer} 天）"
        )
    return [
        *lines,
        "遇法定休假日顺延的情形，本版本没有放假安排，未作顺延，请按日历核对。",
        f"把握程度：{found.rule.sure}",
    ]


def without_consent(file: CaseFile) -> str:
    """The parties who have not agreed to the extension that counts, "" without one or with all of them."""
    counts = max(file.extensions, key=lambda one: one.until_on, default=None)
    if counts is None:
        return ""
    return file.names(tuple(party.id for party in file.parties if party.id not in counts.agreed_by))
