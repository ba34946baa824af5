"""Bring back a record that was put away by mistake, and with it what it had changed in its case."""

from dataclasses import replace

from mediator.casework.desk import Act, Desk
from mediator.casework.replace_mediator import changed
from mediator.domain.errors import RuleBroken
from mediator.domain.put_away import PutAway, dropped_duties, dropping, ended_duties
from mediator.storage import agreements, audit, cases, put_away


def put_away_of(desk: Desk, case_id: int) -> list[PutAway]:
    """The records of a case that were put away, with who did it and when, the last one first."""
    with desk.store.look() as work:
        found = put_away.of_case(work, case_id)
        history = audit.of_case(work, case_id)
    told = []
    for one in found:
        act = dropping(history, one.kind, one.id)
        told.append(one if act is None else replace(one, at=act.at, who=act.who))
    return sorted(told, key=lambda one: one.at.timestamp() if one.at else 0.0, reverse=True)


def restore_record(desk: Desk, case_id: int, kind: str, record_id: int) -> None:
    """Bring a record back; all facts of the case are checked together with it.

    A replacement takes effect again where the one who left mediates the case; a supplementary agreement
    brings its duties with it and ends again what it had ended.
    """
    with desk.act("restore-record", case_id) as act:
        known = {(one.kind, one.id) for one in put_away.of_case(act.work, case_id)}
        if (kind, record_id) not in known:
            raise RuleBroken("record-not-here")
        put_away.restore(act.work, kind, record_id)
        if kind == "replacement":
            _replace_again(act, record_id)
        if kind == "supplement":
            _supplement_again(act, record_id)


def _replace_again(act: Act, record_id: int) -> None:
    now = cases.load(act.work, act.file.id)
    facts = next(one for one in now.replacements if one.id == record_id)
    if facts.granted and facts.leaving in (now.case.mediator, *now.case.assistants):
        case = changed(now.case, facts.leaving, facts.coming)
        cases.save_intake(act.work, act.file.id, now.dispute, case)


def _supplement_again(act: Act, record_id: int) -> None:
    agreement = act.file.agreement
    if agreement is None:
        raise RuleBroken("agreement-missing")
    dropped = dropping(audit.of_case(act.work, act.file.id), "supplement", record_id)
    if dropped is None:
        return
    if not put_away.restore_duties(act.work, agreement.id, dropped_duties(dropped)):
        raise RuleBroken("agreement-not-the-same")
    running = {duty.id for duty in agreement.duties if duty.ended_by is None}
    ends = running & set(ended_duties(dropped, record_id))
    agreements.end_duties(act.work, agreement.id, record_id, ends)
