"""The archive binds what was signed: the signed version of a paper that its case has moved on from."""

import pytest

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive
from mediator.casework.desk import Desk
from mediator.casework.paper_matter import matter_of
from mediator.casework.seal_paper import seal_paper
from mediator.documents import press
from mediator.documents.pdfium import opened
from mediator.documents.since import change, text_of
from mediator.domain.case import Archived, Intake
from mediator.domain.casefile import PaperMark
from mediator.domain.party import entry_of
from mediator.storage.attachments import FOLDER
from tests.people import TODAY, full_case, intake

FORM = "acceptance-register"
TITLE = "人民调解受理登记表"


@pytest.fixture
def case_id(desk: Desk) -> int:
    return full_case(desk)


def now(desk: Desk, case_id: int) -> bytes:
    return press.paper(matter_of(desk, desk.file(case_id)), FORM)


def sign(desk: Desk, case_id: int) -> bytes:
    data = now(desk, case_id)
    seal_paper(desk, case_id, FORM, None, data, TODAY)
    return data


def move_on(desk: Desk, case_id: int, summary: str = "另外的纠纷情况。") -> None:
    file = desk.file(case_id)
    dispute = file.dispute.model_copy(update={"summary": summary})
    parties = tuple(map(entry_of, file.parties))
    correct_intake(desk, case_id, Intake(dispute=dispute, case=file.case, parties=parties))


def mark(desk: Desk, case_id: int) -> PaperMark:
    return next(one for one in desk.file(case_id).papers if one.key == FORM)


def dossier(desk: Desk, case_id: int) -> bytes:
    return press.dossier(matter_of(desk, desk.file(case_id)))


def as_signed(desk: Desk, case_id: int) -> list[str]:
    return press.bound_as_signed(matter_of(desk, desk.file(case_id)))


def test_while_nothing_changed_the_paper_is_made_anew(desk: Desk, case_id: int) -> None:
    sign(desk, case_id)
    assert as_signed(desk, case_id) == []
    assert TITLE in text_of(dossier(desk, case_id))


def test_after_a_change_the_signed_pages_are_bound(desk: Desk, case_id: int) -> None:
    sign(desk, case_id)
    before = dossier(desk, case_id)
    move_on(desk, case_id)
    assert as_signed(desk, case_id) == [TITLE]
    words = text_of(dossier(desk, case_id))
    assert f"{TITLE}{TODAY:%Y-%m-%d}签名的第1版" in words
    assert "签名的第1版" not in text_of(before)


def test_the_contents_and_the_page_numbers_stay_true(desk: Desk, case_id: int) -> None:
    sign(desk, case_id)
    move_on(desk, case_id)
    data = dossier(desk, case_id)
    with opened(data) as document:
        pages = len(document)
    matter = matter_of(desk, desk.file(case_id))
    contents = text_of(press.paper(matter, "contents"))
    assert f"{TITLE}1—2" in contents  # the signed version fills two pages
    assert f"封底{pages - 2}" in contents  # cover and contents are not counted
    assert text_of(data).endswith(f"第{pages - 2}页共{pages - 2}页")


def test_a_signed_version_whose_bytes_are_gone_or_no_pdf_is_not_bound(desk: Desk, case_id: int) -> None:
    data = sign(desk, case_id)
    move_on(desk, case_id)
    seal = mark(desk, case_id).seal
    assert seal is not None
    path = desk.store.folder / FOLDER / seal.sha256[:2] / seal.sha256
    path.unlink()
    assert as_signed(desk, case_id) == []
    path.write_bytes(data)
    assert as_signed(desk, case_id) == [TITLE]
    seal_paper(desk, case_id, FORM, None, b"%PDF no pages", TODAY)
    assert as_signed(desk, case_id) == []


def test_signing_the_new_words_binds_them(desk: Desk, case_id: int) -> None:
    sign(desk, case_id)
    move_on(desk, case_id)
    sign(desk, case_id)
    assert as_signed(desk, case_id) == []


def test_the_archive_does_the_same(desk: Desk, case_id: int) -> None:
    sign(desk, case_id)
    move_on(desk, case_id)
    archive(desk, case_id, Archived(on=TODAY, by="孙记"))
    assert as_signed(desk, case_id) == [TITLE]


def test_the_first_difference_is_told_in_words(desk: Desk) -> None:
    case_id = accept(desk, intake(summary="赔偿五百元"))
    old = sign(desk, case_id)
    move_on(desk, case_id, "赔偿六百元")
    found = press.change_since(matter_of(desk, desk.file(case_id)), mark(desk, case_id), old)
    assert found is not None
    assert ("五" in found[0], "六" in found[1]) == (True, True)


def test_other_bytes_with_the_same_words_are_no_change(desk: Desk) -> None:
    case_id = accept(desk, intake())
    data = sign(desk, case_id)
    other = data.replace(b"%%EOF", b"%%EOF\n% written by an older program\n")
    assert other != data
    assert change(other, [data]) is None
