"""A printed paper is called changed when its case says something else, not when the office words it anew."""

from hashlib import sha256

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import mark_printed
from mediator.casework.desk import Desk
from mediator.casework.set_up import save_settings
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.case import Intake
from mediator.domain.party import entry_of
from tests.people import intake
from ui.models.papers import stale_papers

FORM = "application-form"


def matter_of(desk: Desk, case_id: int) -> Matter:
    return Matter(desk.file(case_id), desk.office(), desk.settings(), desk.today())


def printed(desk: Desk) -> int:
    case_id = accept(desk, intake())
    digest = sha256(press.paper(matter_of(desk, case_id), FORM)).hexdigest()
    mark_printed(desk, case_id, FORM, None, digest)
    return case_id


def reword(desk: Desk) -> None:
    own = {f"{FORM}.told": "本室另行写明，自愿申请调解。"}
    save_settings(desk, desk.settings().model_copy(update={"wordings": own}))


def test_own_words_chosen_later_change_no_printed_paper(desk: Desk) -> None:
    case_id = printed(desk)
    before = press.paper(matter_of(desk, case_id), FORM)
    reword(desk)
    assert press.paper(matter_of(desk, case_id), FORM) != before
    assert stale_papers(matter_of(desk, case_id)) == frozenset()


def test_going_back_to_the_default_changes_none_either(desk: Desk) -> None:
    case_id = printed(desk)
    reword(desk)
    save_settings(desk, desk.settings().model_copy(update={"wordings": {}}))
    assert stale_papers(matter_of(desk, case_id)) == frozenset()


def test_a_change_of_the_case_still_shows(desk: Desk) -> None:
    case_id = printed(desk)
    reword(desk)
    file = desk.file(case_id)
    other = file.case.model_copy(update={"claims": "另外的请求"})
    parties = tuple(map(entry_of, file.parties))
    correct_intake(desk, case_id, Intake(dispute=file.dispute, case=other, parties=parties))
    assert stale_papers(matter_of(desk, case_id)) == {(FORM, None)}
