"""Turn a dispute away, with a coded reason and where to go instead."""

from mediator.casework.accept import open_case
from mediator.casework.desk import Desk
from mediator.domain.case import Ending, Intake
from mediator.domain.errors import RuleBroken
from mediator.domain.track import all_tracks
from mediator.storage import cases


def refuse(desk: Desk, intake: Intake, reason: str, advice: str = "") -> int:
    """Register a refusal; the case's id. It has a 案件编码 and no 卷号, and counts in no total."""
    _check_reason(intake.case.track, reason)
    with desk.store.work() as work:
        case_id = open_case(desk, work, intake, numbered=False)
        ending = Ending(outcome="refused", on=intake.case.accepted_on, reason=reason, reason_text=advice)
        cases.save_ending(work, case_id, ending)
        desk.finish(work, "refuse", None, case_id)
        return case_id


def correct_refusal(desk: Desk, case_id: int, reason: str, advice: str = "") -> None:
    """Correct the reason of a refusal, or where the parties were told to go."""
    with desk.act("correct-refusal", case_id) as act:
        if act.file.ending.outcome != "refused":
            raise RuleBroken("not-refused")
        _check_reason(act.file.case.track, reason)
        ending = act.file.ending.model_copy(update={"reason": reason, "reason_text": advice})
        cases.save_ending(act.work, case_id, ending)


def _check_reason(track_key: str, reason: str) -> None:
    track = all_tracks().get(track_key)
    if track is None or reason not in {row.key for row in track.refusal_reasons}:
        raise RuleBroken("reason-missing", field="reason")
