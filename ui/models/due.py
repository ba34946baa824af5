"""What is due, sorted into overdue, today and soon, each with its words and its reason."""

from dataclasses import dataclass
from datetime import date, timedelta

from mediator.domain.browse import DueItem
from mediator.domain.money import format_yuan
from ui.models.limits import limit_lines

SOON_DAYS = 7
KIND_WORDS = {
    "mediation": "调解期限",
    "hearing": "再次调解",
    "duty": "履行",
    "confirmation": "申请司法确认",
    "visit": "回访",
}
STEPS = {
    "mediation": "办理",
    "hearing": "登记调解",
    "duty": "登记履行",
    "confirmation": "办理",
    "visit": "登记回访",
}


@dataclass(frozen=True)
class DueGroups:
    """Due items by how urgent they are."""

    overdue: list[DueItem]
    today: list[DueItem]
    soon: list[DueItem]

    def all(self) -> list[DueItem]:
        """Everything that is said on the desk page."""
        return self.overdue + self.today + self.soon


def grouped(items: list[DueItem], today: date) -> DueGroups:
    """Overdue, due today, due within seven days; what is due later is not said yet."""
    soon = today + timedelta(days=SOON_DAYS)
    return DueGroups(
        [item for item in items if item.due_on < today],
        [item for item in items if item.due_on == today],
        [item for item in items if today < item.due_on <= soon],
    )


def what(item: DueItem) -> str:
    """What is to be done, in a few words."""
    part = f"第{item.part}期 " if item.part else ""
    money = f"{format_yuan(item.amount_fen)} 元" if item.amount_fen is not None else ""
    more = f"{part}{money}".strip() or item.note
    return f"{KIND_WORDS[item.kind]}　{more}" if more else KIND_WORDS[item.kind]


def when(item: DueItem, today: date) -> str:
    """The day and how far away it is."""
    if item.due_on == today:
        return f"{item.due_on:%m-%d} 今天到期"
    return f"{item.due_on:%m-%d} {left_words(item, today)}"


def left_words(item: DueItem, today: date) -> str:
    """How far away the day is."""
    days = (item.due_on - today).days
    if days == 0:
        return "就是今天"
    return f"还剩 {days} 天" if days > 0 else f"已超 {-days} 天"


def why(item: DueItem) -> list[str]:
    """The rule, article, start and sum behind the day; for a duty or hearing, who set it."""
    if item.limit is not None:
        return limit_lines(item.limit)
    if item.kind == "hearing":
        place = f"（{item.note}）" if item.note else ""
        return [
            f"上次调解时约定：{item.due_on:%Y-%m-%d} 再次调解{place}",
            "这次调解还没有登记，所以列在这里。",
        ]
    return [
        f"{_source(item)}：{_clause(item)}应于 {item.due_on:%Y-%m-%d} 前履行",
        "尚未登记履行完毕，所以列在这里。",
    ]


def _source(item: DueItem) -> str:
    if item.supplemented_on is None:
        return "协议约定"
    return f"{item.supplemented_on:%Y-%m-%d} 补充协议约定"


def _clause(item: DueItem) -> str:
    whole = f"第 {item.ordinal} 项义务" if item.ordinal else "该项义务"
    return f"{whole}第 {item.part} 期" if item.part else whole
