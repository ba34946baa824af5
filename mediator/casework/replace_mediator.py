"""Write down that a mediator withdraws or is replaced; a granted one changes who mediates the case."""

from mediator.casework.desk import Act, Desk, refuse_refused
from mediator.domain.case import CaseFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.replacement import Replacement, ReplacementFacts
from mediator.storage import cases
from mediator.storage.procedure import REPLACEMENTS


def replace_mediator(
    desk: Desk, case_id: int, facts: ReplacementFacts, replacement_id: int | None = None
) -> int:
    """Add a replacement or correct the one named; its id. Whoever leaves must mediate the case.

    Correcting one takes its effect on the case back first, as far as the case still shows it.
    """
    with desk.act("replace-mediator" if replacement_id is None else "correct-replacement", case_id) as act:
        refuse_refused(act.file)
        case = act.file.case
        if replacement_id is not None:
            before = _on_record(act, replacement_id)
            if _effect(before) == _effect(facts):
                return REPLACEMENTS.save(act.work, case_id, facts, replacement_id)
            case = taken_back(case, before)
        if facts.leaving not in (case.mediator, *case.assistants):
            raise RuleBroken("mediator-not-here", field="leaving", name=facts.leaving)
        if facts.coming.strip() == facts.leaving:
            raise RuleBroken("mediator-comes-back", field="coming")
        if facts.granted:
            case = changed(case, facts.leaving, facts.coming.strip())
        cases.save_intake(act.work, case_id, act.file.dispute, case)
        return REPLACEMENTS.save(act.work, case_id, facts, replacement_id)


def drop_replacement(desk: Desk, case_id: int, replacement_id: int) -> None:
    """Put away a record that was entered by mistake; whoever had left because of it mediates again."""
    with desk.act("drop-replacement", case_id) as act:
        case = taken_back(act.file.case, _on_record(act, replacement_id))
        cases.save_intake(act.work, case_id, act.file.dispute, case)
        REPLACEMENTS.remove(act.work, replacement_id)


def _on_record(act: Act, replacement_id: int) -> Replacement:
    found = next((one for one in act.file.replacements if one.id == replacement_id), None)
    if found is None:
        raise RuleBroken("record-not-here")
    return found


def _effect(facts: ReplacementFacts) -> tuple[bool, str, str]:
    return facts.granted, facts.leaving, facts.coming


def taken_back(case: CaseFacts, replacement: ReplacementFacts) -> CaseFacts:
    """The mediators as they were before a replacement; one that the case no longer shows changes nothing."""
    team = (case.mediator, *case.assistants)
    gone = replacement.coming and replacement.coming not in team
    if not replacement.granted or replacement.leaving in team or gone:
        return case
    if replacement.coming or not case.mediator:
        return changed(case, replacement.coming, replacement.leaving)
    return case.model_copy(update={"assistants": (*case.assistants, replacement.leaving)})


def changed(case: CaseFacts, leaving: str, coming: str) -> CaseFacts:
    """The mediators of a case after one has left and perhaps another has come."""
    if case.mediator == leaving:
        others = tuple(name for name in case.assistants if name != coming)
        return case.model_copy(update={"mediator": coming, "assistants": others})
    swapped = (coming if name == leaving else name for name in case.assistants)
    kept = tuple(dict.fromkeys(name for name in swapped if name and name != case.mediator))
    return case.model_copy(update={"assistants": kept})
