"""Whom a form of the case page can choose from: the parties of the case, the mediators of the office."""

from mediator.casework.set_up import mediators
from mediator.documents.parts import with_those_who_act
from mediator.domain.casefile import CaseFile
from ui.services import Services
from ui.widgets.choice import Option


def party_options(file: CaseFile) -> list[Option]:
    """The parties of a case by their place."""
    return [(str(party.id), with_those_who_act(party)) for party in file.parties]


def mediator_options(services: Services, used: set[str]) -> list[Option]:
    """Who works here, then those who are named in the case and do not."""
    names = [person.name for person in mediators(services.desk) if person.works_here]
    return [(name, name) for name in (*names, *sorted(used - set(names))) if name]


def places(values: list[str]) -> tuple[int, ...]:
    """The places that stand behind ticked parties."""
    return tuple(int(value) for value in values)
