"""A desk with a case in every state, every verb of the desk, and a picture of all that is on record."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Any

from sqlalchemy import text
from sqlmodel import SQLModel

from mediator import casework
from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive, mark_printed, mark_signed
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import (
    agree,
    end_without,
    open_again,
    settle_at_once,
    sign,
    take_back_agreement,
)
from mediator.casework.desk import Desk
from mediator.casework.follow_up import drop_visit, visit
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.perform import correct_performance, drop_performance, perform
from mediator.casework.refuse import correct_refusal, refuse
from mediator.casework.set_up import save_mediator, save_office, save_settings
from mediator.casework.sweep import save_sweep
from mediator.casework.take_in import Ledger, take_in
from mediator.discover import module_names
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.case import Archived, Confirmation, Ending, Intake, Prevention
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.office import Settings
from mediator.domain.party import PartyEntry
from mediator.domain.sweep import Sweep
from mediator.storage.store import Store
from tests.people import ACCEPTED, OFFICE, TODAY, full_case, intake

Snapshot = dict[str, list[tuple[Any, ...]]]
FAILED = Ending(outcome="failed", on=ACCEPTED, reason="no-agreement", told_ways=("court",))


@dataclass
class Scene:
    """Cases made when they are first asked for."""

    desk: Desk

    @cached_property
    def full(self) -> CaseFile:
        return self.desk.file(full_case(self.desk))

    @cached_property
    def archived(self) -> CaseFile:
        return self.desk.file(full_case(self.desk, archived=True))

    @cached_property
    def open(self) -> CaseFile:
        return self.desk.file(accept(self.desk, intake()))

    @cached_property
    def agreed(self) -> CaseFile:
        case_id = accept(self.desk, intake())
        agree(self.desk, case_id, OTHER_AGREEMENT, ())
        return self.desk.file(case_id)

    @cached_property
    def failed(self) -> CaseFile:
        case_id = accept(self.desk, intake())
        end_without(self.desk, case_id, FAILED)
        return self.desk.file(case_id)

    @cached_property
    def refused(self) -> CaseFile:
        return self.desk.file(refuse(self.desk, intake(), "not-civil", "向有权处理的部门反映"))


def snapshot(store: Store) -> Snapshot:
    """Every row of every table, and what the search knows."""
    with store.look() as work:
        connection = work.session.connection()
        names = [*SQLModel.metadata.tables, "case_search_data", "case_search_docsize"]
        return {
            name: [tuple(row) for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
            for name in names
        }


def writing_verbs() -> set[str]:
    """The functions of the room that write: module.function."""
    found = set()
    for module_name in module_names(casework):
        module = import_module(module_name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            source = inspect.getsource(function)
            here = function.__module__ == module_name and not name.startswith("_")
            if here and ("store.work()" in source or "desk.act(" in source):
                found.add(f"{module_name.rpartition('.')[2]}.{name}")
    return found


def as_intake(file: CaseFile) -> Intake:
    """The intake of a case as a page reads it, to correct it."""
    return Intake(dispute=file.dispute, case=file.case, parties=as_entries(file))


def as_entries(file: CaseFile) -> tuple[PartyEntry, ...]:
    return tuple(PartyEntry(id=party.id, role=party.role, facts=party.facts) for party in file.parties)


def as_duties(file: CaseFile) -> tuple[tuple[int | None, DutyFacts], ...]:
    assert file.agreement is not None
    fields = DutyFacts.model_fields
    return tuple(
        (duty.id, DutyFacts(**{name: getattr(duty, name) for name in fields}))
        for duty in file.agreement.duties
    )


def as_agreement(file: CaseFile, **changes: Any) -> AgreementFacts:
    assert file.agreement is not None
    values = {name: getattr(file.agreement, name) for name in AgreementFacts.model_fields}
    return AgreementFacts(**{**values, **changes})


def renamed(file: CaseFile) -> tuple[PartyEntry, ...]:
    first, *rest = as_entries(file)
    facts = first.facts.model_copy(update={"name": "张三测（更正）"})
    return (first.model_copy(update={"facts": facts}), *rest)


OTHER_AGREEMENT = AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",))
DUTY = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=100, what="修补费")
ORAL = AgreementFacts(form="oral", agreed_on=ACCEPTED)
CLOSE_FACTS: dict[str, Any] = {
    "confirmation": Confirmation(),
    "preventions": (Prevention(kind="suicide", people=2),),
    "transformed": "civil",
}
ROW = LedgerCase("L-1", date(2026, 10, 5), "own", "邻里", "漏水", parties=(("applicant", "张三测"),))


def correct_parties(desk: Desk, file: CaseFile, entries: tuple[PartyEntry, ...]) -> None:
    """Correct the parties of a case and nothing else of its intake."""
    correct_intake(desk, file.id, as_intake(file).model_copy(update={"parties": entries}))


def duties_of(file: CaseFile) -> tuple[Any, ...]:
    assert file.agreement is not None
    return file.agreement.duties


# On an existing case: what each verb does to it. An archived case refuses them all.
ON_CASE: dict[str, Callable[[Desk, CaseFile], object]] = {
    "accept.correct_intake": lambda d, f: correct_intake(d, f.id, _moved(f)),
    "accept.correct_intake of parties": lambda d, f: correct_parties(d, f, renamed(f)),
    "hold_hearing.hold_hearing": lambda d, f: hold_hearing(d, f.id, HearingFacts(held_on=date(2026, 10, 10))),
    "hold_hearing.hold_hearing again": lambda d, f: hold_hearing(
        d, f.id, HearingFacts(held_on=date(2026, 10, 9), text="更正"), f.hearings[0].id
    ),
    "hold_hearing.drop_hearing": lambda d, f: drop_hearing(d, f.id, f.hearings[0].id),
    "conclude.agree again": lambda d, f: agree(d, f.id, as_agreement(f, facts="更正"), as_duties(f)),
    "conclude.sign": lambda d, f: sign(d, f.id, Signing(mediator_on=date(2026, 10, 14))),
    "perform.perform": lambda d, f: perform(d, f.id, duties_of(f)[0].id, on=TODAY, amount_fen=1),
    "perform.correct_performance": lambda d, f: correct_performance(
        d, f.id, duties_of(f)[0].performed[0].model_copy(update={"note": "更正"})
    ),
    "perform.drop_performance": lambda d, f: drop_performance(d, f.id, duties_of(f)[0].performed[0].id),
    "follow_up.visit": lambda d, f: visit(d, f.id, VisitFacts(on=date(2026, 11, 8))),
    "follow_up.visit again": lambda d, f: visit(d, f.id, VisitFacts(on=date(2026, 11, 7)), f.visits[0].id),
    "follow_up.drop_visit": lambda d, f: drop_visit(d, f.id, f.visits[0].id),
    "close_facts.save_close_facts": lambda d, f: save_close_facts(d, f.id, **CLOSE_FACTS),
    "archive.mark_signed": lambda d, f: mark_signed(d, f.id, "agreement", None, TODAY),
    "archive.archive": lambda d, f: archive(d, f.id, Archived(on=TODAY, by="孙记")),
}
PRINT: Callable[[Desk, CaseFile], object] = lambda d, f: mark_printed(d, f.id, "agreement", None, "0" * 64)  # noqa: E731

VERBS: dict[str, Callable[[Scene], object]] = {
    **{name: lambda s, verb=verb: verb(s.desk, s.full) for name, verb in ON_CASE.items()},
    "archive.mark_printed": lambda s: PRINT(s.desk, s.full),
    "accept.accept": lambda s: accept(s.desk, intake()),
    "refuse.refuse": lambda s: refuse(s.desk, intake(), "not-civil"),
    "refuse.correct_refusal": lambda s: correct_refusal(s.desk, s.refused.id, "party-refuses", "改"),
    "conclude.agree": lambda s: agree(s.desk, s.open.id, OTHER_AGREEMENT, ()),
    "conclude.take_back_agreement": lambda s: take_back_agreement(s.desk, s.agreed.id),
    "conclude.settle_at_once": lambda s: settle_at_once(s.desk, intake(), ORAL, (DUTY,)),
    "conclude.end_without": lambda s: end_without(s.desk, s.open.id, FAILED),
    "conclude.open_again": lambda s: open_again(s.desk, s.failed.id),
    "set_up.save_office": lambda s: save_office(s.desk, OFFICE.model_copy(update={"phone": "000-1"})),
    "set_up.save_settings": lambda s: save_settings(s.desk, Settings(cut_day=26)),
    "set_up.save_mediator": lambda s: save_mediator(s.desk, "钱新"),
    "sweep.save_sweep": lambda s: save_sweep(s.desk, Sweep(number="排查1", kind="regular", began_on=TODAY)),
    "take_in.take_in": lambda s: take_in(s.desk, Ledger([ROW], [], "台账.xlsx")),
}


def _moved(file: CaseFile) -> Intake:
    whole = as_intake(file)
    case = whole.case.model_copy(update={"accepted_on": date(2026, 10, 6), "remark": "更正"})
    return whole.model_copy(update={"case": case})
