"""The book of numbers: which serials of a series name no case on the list, and why."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A serial that was given, as text, and the case it was given to."""

    serial: int
    text: str
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A case as the book needs it: its numbers, and why it lies in the bin."""

    id: int
    texts: frozenset[str]
    removed_on: date | None = None
    removed_by: str = ""
    removed_reason: str = ""


@dataclass(frozen=True, slots=True)
class NumberGap:
    """A serial without a case on the list; `case_id` is the case that explains it, where one does."""

    serial: int
    text: str
    why: str  # codes/number_gap
    case_id: int | None = None
    on: date | None = None
    by: str = ""
    reason: str = ""


def gaps(given: Sequence[GivenNumber], cases: Sequence[Numbered]) -> list[NumberGap]:
    """The gaps of one series, `given` in the order of its serials."""
    by_id = {case.id: case for case in cases}
    holder = {text: case for case in cases for text in case.texts}
    found = [gap for one in given if (gap := _gap_of(one, by_id, holder)) is not None]
    return sorted([*found, *_skipped(given, holder)], key=lambda gap: gap.serial)


def _gap_of(
    one: GivenNumber, by_id: Mapping[int, Numbered], holder: Mapping[str, Numbered]
) -> NumberGap | None:
    case = holder.get(one.text) or by_id.get(one.case_id or 0)
    if case is None:
        return NumberGap(one.serial, one.text, "unused")
    if case.removed_on is not None:
        left = (case.removed_on, case.removed_by, case.removed_reason)
        return NumberGap(one.serial, one.text, "in-bin", case.id, *left)
    return None if one.text in case.texts else NumberGap(one.serial, one.text, "renumbered", case.id)


def _skipped(given: Sequence[GivenNumber], holder: Mapping[str, Numbered]) -> Iterator[NumberGap]:
    """Serials that were never given: a case, from a ledger perhaps, had that number already."""
    if not given:
        return
    for last, following in pairwise((GivenNumber(0, ""), *given)):
        for serial in range(last.serial + 1, following.serial):
            texts = _as_neighbour(following, serial)
            taken = next((text for text in texts if text in holder), None)
            if taken is None:
                yield NumberGap(serial, texts[0] if texts else "", "unknown")
            else:
                yield NumberGap(serial, taken, "taken", holder[taken].id)


def _as_neighbour(one: GivenNumber, serial: int) -> list[str]:
    """How a serial reads in the pattern of another: the office may have changed its pattern since."""
    places = [match for match in re.finditer(r"[0-9]+", one.text) if int(match.group()) == one.serial]
    return [
        f"{one.text[: match.start()]}{written}{one.text[match.end() :]}"
        for match in reversed(places)  # the serial stands behind the year
        for written in (f"{serial:0{len(match.group())}d}", str(serial))  # padded or not, 10 looks alike
    ]
