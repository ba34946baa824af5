"""How a cell of theirs may be read, as choices by the kind of our column."""

from mediator.domain.ledger_mapping import Rule
from mediator.exchange.mapping_guess import SIGNS

Way = tuple[str, str, dict[str, object]]  # (key, word, what it sets in the rule)

PLAIN: dict[str, object] = {"way": "whole", "carry": "merged", "ten_thousands": False}
DOWN: Way = ("down", "空白同上一行", {**PLAIN, "carry": "blank"})

DATE: tuple[Way, ...] = (
    ("whole", "一个日期", PLAIN),
    ("first", "前一个日期", {**PLAIN, "way": "first"}),
    ("second", "后一个日期", {**PLAIN, "way": "second"}),
    DOWN,
)
AMOUNT: tuple[Way, ...] = (
    ("yuan", "单位：元", {**PLAIN, "carry": "no"}),
    ("wan", "单位：万元", {**PLAIN, "carry": "no", "ten_thousands": True}),
)
PARTIES: tuple[Way, ...] = (
    ("whole", "整格照读", PLAIN),
    *((f"by-{sign}", f"“{sign}”分两方", {**PLAIN, "way": "sides", "separator": sign}) for sign in SIGNS),
)
OTHER: tuple[Way, ...] = (("whole", "整格照读", PLAIN), DOWN)
ONCE: tuple[Way, ...] = (("whole", "整格照读", {**PLAIN, "carry": "no"}),)
BY_FIELD = {
    "amount_fen": AMOUNT,
    "parties": PARTIES,
    "code": ONCE,
    "agreement_number": ONCE,
    "people_count": ONCE,
}


def ways_for(field: str, kind: str) -> tuple[Way, ...]:
    """The ways a column of ours can be read."""
    return BY_FIELD.get(field, DATE if kind == "date" else OTHER)


def way_of(rule: Rule, ways: tuple[Way, ...]) -> str:
    """The way a rule says, the first where it says none of them."""
    said = rule.model_dump()
    for key, _, sets in ways:
        if all(said[name] == value for name, value in sets.items()):
            return key
    return ways[0][0]
