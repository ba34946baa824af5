"""Visits after the agreement."""

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


class Visit(VisitFacts):
    """A visit on record."""

    id: int
    ordinal: int
