"""Visits after the agreement."""

from collections.abc import Mapping
from datetime import date

from mediator.domain.facts import Facts


class VisitFacts(Facts):
    """What a follow-up visit found, as its record prints it."""

    on: date
    way: str = "phone"  # codes/visit_way
    visitor: str = ""
    visited: str = ""  # who was spoken to
    situation: str = ""  # performance, court case, anything new
    satisfaction: str = ""  # codes/satisfaction
    escalation: str = ""  # signs of escalation or a wrong mediation, and the steps taken


def follow_names(visited: str, corrected: Mapping[str, str]) -> str:
    """The people who were spoken to, under the names that the parties now have."""
    return "、".join(corrected.get(name, name) for name in visited.split("、"))


class Visit(VisitFacts):
    """A visit on record."""

    id: int
    ordinal: int
