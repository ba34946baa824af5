"""Guesses how a room's own sheet is to be read, from its heads and from what stands under them."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from mediator.domain.errors import RuleBroken
from mediator.domain.identity import normalise
from mediator.domain.ledger_mapping import Carry, LedgerMapping, Rule, Way
from mediator.exchange.cells import as_text
from mediator.exchange.foreign import Sheet
from mediator.exchange.foreign_cells import day_of_two
from mediator.exchange.heads import Heads, guess_heads
from mediator.exchange.ledger_words import MAPPED, Column
from mediator.exchange.mapping import PARTY_FIELDS
from mediator.exchange.synonyms import guess_word, head_score

SAMPLES: Final = 200  # values of a column that are looked at
SURE: Final = 45  # a lower score is left to the person
ANY_YEAR: Final = 2000
SIGNS: Final = ("诉", "与", "和", "VS", "vs", "--", "—")
ONCE: Final = ("code", "amount_fen", "agreement_number", "people_count")  # merged or not, it counts once

_ID: Final = re.compile(r"\d{15}|\d{17}[\dX]")
_PHONE: Final = re.compile(r"1\d{10}|0\d{2,3}-?\d{7,8}")
_KINDS: Final = {column.field: column for column in MAPPED}


def guess_mapping(sheet: Sheet, heads: Heads | None = None) -> LedgerMapping:
    """A first mapping of a sheet; what is not sure is left empty."""
    heads = heads or guess_heads(sheet)
    rules = [_rule(field, head, samples(sheet, heads, head)) for field, head in _matched(sheet, heads)]
    return LedgerMapping(
        headers=heads.texts,
        sheet=sheet.name,
        header_row=heads.row,
        header_depth=heads.depth,
        rules=tuple(_with_second_days(rules, sheet, heads)),
    )


def samples(sheet: Sheet, heads: Heads, head: str) -> list[str]:
    """The first values of a column as text, each once."""
    place = heads.places.get(head)
    if place is None:
        return []
    below = (row for row in sheet.rows if row.number > heads.last_row and place < len(row.cells))
    texts = dict.fromkeys(as_text(row.cells[place]) for row in below)
    return [text for text in texts if text][:SAMPLES]


def _matched(sheet: Sheet, heads: Heads) -> list[tuple[str, str]]:
    """(field, head) pairs, the surest first; a head and a field are each taken once."""
    scored = []
    for place, head in enumerate(heads.texts):
        values = samples(sheet, heads, head)
        for order, field in enumerate((*_KINDS, *PARTY_FIELDS)):
            score = _score(field, head, values)
            if score >= SURE:
                scored.append((-score, place, order, field, head))
    taken: dict[str, str] = {}
    for _, _, _, field, head in sorted(scored):
        if field not in taken and head not in taken.values():
            taken[field] = head
    if "respondents" in taken and "parties" in taken and "applicants" not in taken:
        taken["applicants"] = taken.pop("parties")
    return [item for item in taken.items() if item[0] != "parties" or "applicants" not in taken]


def _score(field: str, head: str, values: list[str]) -> float:
    told = head_score(field, head)
    column = _KINDS.get(field)
    if values and _share(values, _is_number_of_a_person) > 0.5:
        return 0
    if column is None or not values:
        return told
    if column.kind == "date":
        fits = _share(values, _is_day)
        return told + 10 if told and fits > 0.5 else told / 3 if fits < 0.3 else told
    if column.kind in ("list", "type"):
        return _word_score(column, told, values)
    if field == "code":
        return told if len(values) > 1 and min(map(len, values)) > 3 else told / 3
    return told


def _word_score(column: Column, told: float, values: list[str]) -> float:
    """A column of few words that are nearly all ours speaks for itself, one of foreign words against it."""
    codes = column.codes or "dispute_type"
    own = _share(values, lambda text: bool(guess_word(codes, text)))
    if told:
        return told + 20 * own - (40 if own < 0.2 and len(values) > 3 else 0)
    knows_itself = column.field in ("type_written", "outcome") and own > 0.8 and len(values) > 1
    return SURE if knows_itself else 0


def _is_number_of_a_person(text: str) -> bool:
    number = normalise(text)
    return bool(_ID.fullmatch(number) or _PHONE.fullmatch(number))


def _is_day(text: str) -> bool:
    return _day(text, "first") is not None


def _day(text: str, which: str) -> date | None:
    try:
        found = day_of_two(text, which, ANY_YEAR)
    except RuleBroken:
        return None
    return found if isinstance(found, date) else None


def _share(values: list[str], fits: Callable[[str], bool]) -> float:
    return sum(fits(text) for text in values) / len(values)


def _rule(field: str, head: str, values: list[str]) -> Rule:
    column = _KINDS.get(field)
    way: Way = "whole"
    separator = ""
    if field == "parties" and (sign := _sign(values)):
        way, separator = "sides", sign
    if column is not None and column.kind == "date" and values and _share(values, _has_two_days) > 0.3:
        way = "first"
    carry: Carry = "no" if field in ONCE else "merged"
    return Rule(
        field=field,
        columns=(head,),
        separator=separator,
        way=way,
        carry=carry,
        words=guess_words(column, values) if column is not None else {},
        ten_thousands=field == "amount_fen" and "万" in head,
    )


def guess_words(column: Column, values: Iterable[str]) -> dict[str, str]:
    """Our words for the values of a column that are none of ours, where one is near."""
    if column.kind not in ("list", "type"):
        return {}
    codes = column.codes or "dispute_type"
    told = {text: guess_word(codes, text) for text in values}
    return {text: word for text, word in told.items() if word not in ("", text)}


def _sign(values: list[str]) -> str:
    """The sign that parts the two sides in most of the values; none where sides are named or listed."""
    if not values or _share(values, lambda text: ":" in text or "：" in text) > 0.3:
        return ""
    shares = {sign: sum(text.count(sign) == 1 for text in values) / len(values) for sign in SIGNS}
    best = max(SIGNS, key=lambda sign: shares[sign])
    return best if shares[best] > 0.5 else ""


def _has_two_days(text: str) -> bool:
    first, second = _day(text, "first"), _day(text, "second")
    return first is not None and second is not None and first != second


def _with_second_days(rules: list[Rule], sheet: Sheet, heads: Heads) -> list[Rule]:
    """Let a column of two days tell both when they were accepted and when they were settled."""
    told = {rule.field: rule for rule in rules}
    first, second = told.get("accepted_on"), told.get("concluded_on")
    double = next((rule for rule in (first, second) if rule is not None and rule.way == "first"), None)
    if double is None or (first is not None and second is not None):
        return [rule.model_copy(update={"way": "whole"}) if rule.way == "first" else rule for rule in rules]
    others = [rule for rule in rules if rule.field not in ("accepted_on", "concluded_on")]
    pair = [
        double.model_copy(update={"field": "accepted_on", "way": "first"}),
        double.model_copy(update={"field": "concluded_on", "way": "second"}),
    ]
    return [*pair, *others]
