"""A reviewer finds nothing in twenty clean dossiers, and every fault that is planted in one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any

import pytest

from mediator.casework.desk import Desk
from mediator.documents.selfcheck import review
from mediator.domain.attachment import Attachment
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import NotFound
from mediator.domain.extension import Extension
from mediator.domain.finding import Finding
from mediator.domain.inquiry import Inquiry
from mediator.domain.party import CaseParty
from mediator.domain.replacement import Replacement
from mediator.domain.supplement import Supplement
from mediator.findings import finding_words, say_finding, say_mending, source_of
from mediator.storage.attachments import read_bytes
from mediator.storage.store import create
from tests.documents.clean_dossiers import AGREED, KINDS, clean_dossier, matter_of
from tests.people import TODAY, now, open_office

Change = Callable[[CaseFile], CaseFile]


@dataclass(frozen=True)
class Shelf:
    """Clean dossiers, each made when it is first asked for and never changed."""

    desk: Desk

    @cache  # noqa: B019  one shelf lives as long as the tests of this module
    def file(self, kind: str) -> CaseFile:
        return self.desk.file(clean_dossier(self.desk, kind))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    with create(tmp_path_factory.mktemp("shelf")) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        yield Shelf(desk)


def findings(desk: Desk, file: CaseFile) -> tuple[Finding, ...]:
    """What is found, the signed bytes read from where they are kept."""
    files = partial(read_bytes, desk.store.folder)
    return review(replace(matter_of(desk, file.id), file=file, files=files))


@pytest.mark.parametrize("kind", KINDS)
def test_a_clean_dossier_has_nothing_to_mend(shelf: Shelf, kind: str) -> None:
    assert [say_finding(one) for one in findings(shelf.desk, shelf.file(kind))] == []


def put(**changes: Any) -> Change:
    return lambda file: file.model_copy(update=changes)


def part(name: str, **changes: Any) -> Change:
    """Change facts that stand in one part of the case."""
    return lambda file: file.model_copy(update={name: getattr(file, name).model_copy(update=changes)})


def first(name: str, **changes: Any) -> Change:
    """Change the first record of a kind."""

    def change(file: CaseFile) -> CaseFile:
        one, *others = getattr(file, name)
        return file.model_copy(update={name: (one.model_copy(update=changes), *others)})

    return change


def party(place: int, **facts: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        parties: list[CaseParty] = list(file.parties)
        one = parties[place]
        parties[place] = one.model_copy(update={"facts": one.facts.model_copy(update=facts)})
        return file.model_copy(update={"parties": tuple(parties)})

    return change


def signing(**changes: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        assert file.agreement is not None
        return part("agreement", signing=file.agreement.signing.model_copy(update=changes))(file)

    return change


def duty(**changes: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        assert file.agreement is not None
        return part("agreement", duties=(file.agreement.duties[0].model_copy(update=changes),))(file)

    return change


def without(kind: str) -> Change:
    """No attachment of this kind."""
    return lambda file: file.model_copy(
        update={"attachments": tuple(one for one in file.attachments if one.kind != kind)}
    )


def unsigned(key: str) -> Change:
    """A paper that nobody marked as signed."""
    return lambda file: file.model_copy(
        update={"papers": tuple(mark for mark in file.papers if mark.key != key)}
    )


def mark(key: str, **changes: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        papers = tuple(one.model_copy(update=changes) if one.key == key else one for one in file.papers)
        return file.model_copy(update={"papers": papers})

    return change


def lost_bytes(file: CaseFile) -> CaseFile:
    (seals,) = (one.seals for one in file.papers if one.key == "agreement")
    return mark("agreement", seals=(seals[0].model_copy(update={"sha256": "0" * 64}),))(file)


def half_consent(file: CaseFile) -> CaseFile:
    days = {"agreed_on": AGREED, "until_on": date(2026, 10, 31)}
    return put(extensions=(Extension(id=9, ordinal=1, agreed_by=(file.parties[0].id,), **days),))(file)


def paid_a_little(file: CaseFile) -> CaseFile:
    assert file.agreement is not None
    (entry,) = file.agreement.duties[0].performed
    return duty(performed=(entry.model_copy(update={"amount_fen": 1, "complete": True}),))(file)


def unpaid_and_open(file: CaseFile) -> CaseFile:
    return duty(performed=())(part("archived", on=None)(file))


UNDECIDED = Replacement(id=9, ordinal=1, on=date(2026, 9, 2), leaving="王测", coming="钱新")
REPLACED = UNDECIDED.model_copy(update={"decided_by": "周主任"})
INQUIRY = Inquiry(id=9, ordinal=1, held_on=AGREED, asked="郑十")
SUPPLEMENT = Supplement(id=9, ordinal=1, agreed_on=AGREED, clauses=("改日。",))
LISTED = Attachment(id=99, ordinal=9, title="欠条")
LATE = Extension(id=9, ordinal=1, agreed_on=date(2026, 10, 2), until_on=date(2026, 10, 31))
PLANTED: list[tuple[str, str, Change]] = [
    ("item-missing", "plain", put(hearings=())),
    ("item-missing", "plain", put(agreement=None)),
    ("identity-copy-missing", "plain", without("identity")),
    ("mandate-missing", "agent", unsigned("mandate")),
    ("ruling-missing", "confirmed", without("confirmation")),
    ("voucher-missing", "plain", duty(way="cash")),
    ("evidence-without-copy", "plain", lambda file: put(attachments=(*file.attachments, LISTED))(file)),
    ("hearing-empty", "plain", first("hearings", text=" ")),
    ("hearing-nowhere", "plain", first("hearings", place="")),
    ("hearing-without-recorder", "plain", first("hearings", recorder="")),
    ("inquiry-empty", "plain", put(inquiries=(INQUIRY,))),
    ("visit-empty", "plain", first("visits", situation="")),
    ("rights-not-told", "plain", first("hearings", rights_told=False)),
    ("summary-missing", "plain", part("dispute", summary="")),
    ("claims-missing", "plain", part("case", claims=" ")),
    ("registrar-missing", "plain", part("case", registrar="")),
    ("dossier-number-missing", "plain", put(dossier_number="")),
    ("filer-missing", "plain", part("archived", by="")),
    ("retention-missing", "plain", part("archived", retention="")),
    ("paper-unsigned", "plain", unsigned("rights-notice")),
    ("paper-unsigned", "plain", unsigned("mediation-record")),
    ("scan-missing", "plain", without("scan")),
    ("hand-missing", "plain", signing(parties={})),
    ("hand-missing", "plain", signing(sealed_on=None)),
    ("hand-missing", "plain", signing(mediator_on=None)),
    ("hand-missing", "plain", signing(recorder_on=None)),
    ("hand-missing", "plain", put(supplements=(SUPPLEMENT,))),
    ("consent-missing", "plain", half_consent),
    ("decision-without-name", "plain", put(replacements=(UNDECIDED,))),
    ("signed-too-early", "plain", mark("agreement", signed_on=date(2026, 9, 9))),
    ("signed-too-early", "plain", mark("mediation-record", signed_on=date(2026, 9, 9))),
    ("mediator-had-left", "plain", put(replacements=(REPLACED,))),
    ("recorder-is-party", "plain", first("hearings", recorder="张三测")),
    ("never-present", "plain", lambda file: first("hearings", present=(file.parties[0].id,))(file)),
    ("extended-too-late", "plain", put(extensions=(LATE,))),
    ("ended-over-time", "failed", part("ending", on=date(2026, 10, 20))),
    ("visit-before-effect", "plain", signing(sealed_on=date(2026, 9, 29))),
    ("visit-missing", "plain", put(visits=())),
    ("archived-unperformed", "plain", duty(performed=())),
    ("late-not-urged", "plain", unpaid_and_open),
    ("confirmation-too-late", "confirmed", part("confirmation", state="applied", on=TODAY)),
    ("ways-not-told", "failed", part("ending", told_ways=())),
    ("failed-without-hearing", "failed", put(hearings=())),
    ("id-number-twice", "plain", lambda file: party(1, id_number=file.parties[0].facts.id_number)(file)),
    ("name-twice", "many", party(1, name="张三测")),
    ("name-misspelt", "plain", first("hearings", text="张三侧陈述了漏水的经过。")),
    ("name-misspelt", "plain", part("dispute", summary="李四艳家水管漏水。")),
    ("id-number-strange", "plain", first("hearings", text="张三测（110101198502039999）到场。")),
    ("visited-stranger", "plain", first("visits", visited="张三说")),
    ("settled-below-sum", "plain", paid_a_little),
    ("number-of-other-year", "plain", put(dossier_number="（2025）示例人调字第1号")),
    ("changed-after-signing", "plain", party(0, name="张三改")),
    ("changed-after-signing", "plain", duty(amount_fen=123_400)),
    ("changed-after-signing", "plain", part("agreement", agreed_on=date(2026, 9, 11))),
    ("signed-without-record", "plain", put(visits=())),
    ("sealed-bytes-gone", "plain", lost_bytes),
]


@pytest.mark.parametrize(("key", "kind", "change"), PLANTED)
def test_a_planted_fault_is_found(shelf: Shelf, key: str, kind: str, change: Change) -> None:
    found = findings(shelf.desk, change(shelf.file(kind)))
    assert key in {one.key for one in found}
    for one in found:
        assert "{" not in say_finding(one) + say_mending(one)


def test_every_row_of_words_is_tried() -> None:
    assert {key for key, _, _ in PLANTED} == set(finding_words("selfcheck"))
    assert not set(finding_words("selfcheck")) & set(finding_words("fitness"))


def test_a_change_says_what_was_signed_and_what_is_there_now(shelf: Shelf) -> None:
    found = findings(shelf.desk, party(0, name="张三改")(shelf.file("plain")))
    (one,) = (one for one in found if one.key == "changed-after-signing" and one.field == "agreement")
    assert "测" in say_finding(one)
    assert "改" in say_finding(one)
    assert source_of(one)


def test_without_a_reader_the_signed_bytes_are_left_alone(shelf: Shelf) -> None:
    file = shelf.file("plain")
    assert review(replace(matter_of(shelf.desk, file.id), file=lost_bytes(file))) == ()
    with pytest.raises(NotFound):
        read_bytes(shelf.desk.store.folder, "0" * 64)
