"""Write down that a mediator withdraws or is replaced; a granted one changes who mediates the case."""

from mediator.casework.desk import Act, Desk, refuse_refused
from mediator.domain.case import CaseFacts
from mediator.domain.errors import RuleBroken
from mediator.domain.replacement import ReplacementFacts
from mediator.storage import cases
from mediator.storage.procedure import REPLACEMENTS


def replace_mediator(
    desk: Desk, case_id: int, facts: ReplacementFacts, replacement_id: int | None = None
) -> int:
    """Add a replacement or correct the one named; its id. Whoever leaves must mediate the case."""
    with desk.act("replace-mediator" if replacement_id is None else "correct-replacement", case_id) as act:
        refuse_refused(act.file)
        if replacement_id is not None:
            if replacement_id not in {one.id for one in act.file.replacements}:
                raise RuleBroken("record-not-here")
            return REPLACEMENTS.save(act.work, case_id, facts, replacement_id)
        if facts.leaving not in (act.file.case.mediator, *act.file.case.assistants):
            raise RuleBroken("mediator-not-here", field="leaving", name=facts.leaving)
        if facts.granted:
            _hand_over(act, facts)
        return REPLACEMENTS.save(act.work, case_id, facts)


def drop_replacement(desk: Desk, case_id: int, replacement_id: int) -> None:
    """Put away a record that was entered by mistake; who mediates now stays as it is."""
    with desk.act("drop-replacement", case_id) as act:
        if replacement_id not in {one.id for one in act.file.replacements}:
            raise RuleBroken("record-not-here")
        REPLACEMENTS.remove(act.work, replacement_id)


def _hand_over(act: Act, facts: ReplacementFacts) -> None:
    file = act.file
    cases.save_intake(act.work, file.id, file.dispute, changed(file.case, facts.leaving, facts.coming))


def changed(case: CaseFacts, leaving: str, coming: str) -> CaseFacts:
    """The mediators of a case after one has left and perhaps another has come."""
    if case.mediator == leaving:
        others = tuple(name for name in case.assistants if name != coming)
        return case.model_copy(update={"mediator": coming, "assistants": others})
    swapped = (coming if name == leaving else name for name in case.assistants)
    kept = tuple(dict.fromkeys(name for name in swapped if name and name != case.mediator))
    return case.model_copy(update={"assistants": kept})
