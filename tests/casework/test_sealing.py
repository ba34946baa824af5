"""A signed paper is sealed: its bytes are kept, a change makes a new version, a mistake is taken back."""

from datetime import date

import pytest

from mediator.casework.accept import accept
from mediator.casework.archive import archive, mark_printed
from mediator.casework.attach import attach
from mediator.casework.conclude import agree
from mediator.casework.desk import Desk
from mediator.casework.seal_paper import file_scan, seal_paper, sealed_bytes, unseal_paper
from mediator.domain.agreement import AgreementFacts
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.case import Archived
from mediator.domain.casefile import PaperMark
from mediator.domain.errors import Damaged, NotFound, RuleBroken
from mediator.safekeeping.integrity import examine
from mediator.storage.attachments import FOLDER
from tests.people import ACCEPTED, TODAY, full_case, intake

PAPER = ("agreement", None)
FIRST, SECOND = b"%PDF first", b"%PDF second"


@pytest.fixture
def case_id(desk: Desk) -> int:
    made = accept(desk, intake())
    agree(desk, made, AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",)), ())
    return made


def mark(desk: Desk, case_id: int) -> PaperMark:
    (only,) = desk.file(case_id).papers
    return only


def test_the_signed_bytes_are_kept(desk: Desk, case_id: int) -> None:
    assert seal_paper(desk, case_id, *PAPER, FIRST, TODAY) == 1
    seal = mark(desk, case_id).seal
    assert seal is not None
    assert (seal.version, seal.signed_on, seal.who) == (1, TODAY, "王测")
    assert sealed_bytes(desk, seal) == FIRST
    assert mark(desk, case_id).signed_on == TODAY


def test_a_change_makes_the_next_version_and_the_old_one_stays(desk: Desk, case_id: int) -> None:
    seal_paper(desk, case_id, *PAPER, FIRST, ACCEPTED)
    assert seal_paper(desk, case_id, *PAPER, SECOND, TODAY) == 2
    old, new = mark(desk, case_id).seals
    assert (sealed_bytes(desk, old), sealed_bytes(desk, new)) == (FIRST, SECOND)


def test_signing_the_same_again_changes_nothing(desk: Desk, case_id: int) -> None:
    seal_paper(desk, case_id, *PAPER, FIRST, TODAY)
    history = desk.history(case_id)
    assert seal_paper(desk, case_id, *PAPER, FIRST, TODAY) == 1
    assert desk.history(case_id) == history


def test_a_corrected_day_is_a_version_in_place_of_the_wrong_one(desk: Desk, case_id: int) -> None:
    seal_paper(desk, case_id, *PAPER, FIRST, TODAY)
    assert seal_paper(desk, case_id, *PAPER, FIRST, ACCEPTED) == 2
    (seal,) = mark(desk, case_id).seals
    assert (seal.version, seal.signed_on) == (2, ACCEPTED)


def test_a_seal_set_by_mistake_is_taken_back_and_its_version_never_given_again(
    desk: Desk, case_id: int
) -> None:
    seal_paper(desk, case_id, *PAPER, FIRST, ACCEPTED)
    seal_paper(desk, case_id, *PAPER, SECOND, TODAY)
    unseal_paper(desk, case_id, *PAPER)
    assert mark(desk, case_id).signed_on == ACCEPTED
    unseal_paper(desk, case_id, *PAPER)
    assert (mark(desk, case_id).signed_on, mark(desk, case_id).seals) == (None, ())
    assert seal_paper(desk, case_id, *PAPER, FIRST, TODAY) == 3


def test_what_was_printed_stays_told_after_signing(desk: Desk, case_id: int) -> None:
    mark_printed(desk, case_id, *PAPER, "0" * 64)
    seal_paper(desk, case_id, *PAPER, FIRST, TODAY)
    assert mark(desk, case_id).printed_at is not None


def test_a_scan_is_filed_to_its_version_even_in_the_archive(desk: Desk, case_id: int) -> None:
    with pytest.raises(RuleBroken, match="paper-not-signed"):
        file_scan(desk, case_id, *PAPER, b"scan", "扫描.pdf")
    seal_paper(desk, case_id, *PAPER, FIRST, TODAY)
    archive(desk, case_id, Archived(on=TODAY, by="孙记"))
    file_scan(desk, case_id, *PAPER, b"scan", "扫描.pdf")
    (scan,) = desk.file(case_id).attachments
    assert (scan.kind, scan.paper_key, scan.paper_version, scan.size) == ("scan", "agreement", 1, 4)


def test_an_archived_case_takes_no_scan_that_belongs_to_no_signed_paper(desk: Desk) -> None:
    case_id = full_case(desk, archived=True)
    before = desk.file(case_id)
    with pytest.raises(RuleBroken, match="case-archived"):
        attach(desk, case_id, AttachmentFacts(kind="scan", title="扫描"), b"scan", "a.pdf")
    assert desk.file(case_id) == before


def test_tomorrow_nobody_has_signed(desk: Desk, case_id: int) -> None:
    with pytest.raises(RuleBroken, match="date-in-future"):
        seal_paper(desk, case_id, *PAPER, FIRST, date(2026, 11, 23))
    assert desk.file(case_id).papers == ()


def test_changed_and_lost_bytes_are_found(desk: Desk, case_id: int) -> None:
    seal_paper(desk, case_id, *PAPER, FIRST, TODAY)
    assert examine(desk.store).wrong == []
    seal = mark(desk, case_id).seal
    assert seal is not None
    path = desk.store.folder / FOLDER / seal.sha256[:2] / seal.sha256
    path.write_bytes(SECOND)
    with pytest.raises(Damaged, match="attachment-changed"):
        sealed_bytes(desk, seal)
    assert [error.code for error in examine(desk.store).wrong] == ["check-file-of-case"]
    path.unlink()
    with pytest.raises(NotFound, match="attachment-file-gone"):
        sealed_bytes(desk, seal)
    seal_paper(desk, case_id, *PAPER, FIRST, ACCEPTED)  # signing once more brings the bytes back
    assert examine(desk.store).wrong == []
