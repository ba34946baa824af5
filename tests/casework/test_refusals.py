"""What the verbs refuse, by its code, changes nothing at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import agree, end_without, open_again, settle_at_once, sign
from mediator.casework.desk import Desk
from mediator.casework.follow_up import drop_visit, visit
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.perform import correct_performance, drop_performance, perform
from mediator.casework.refuse import correct_refusal, refuse
from mediator.casework.seal_paper import seal_paper
from mediator.casework.set_up import save_mediator, save_office, save_settings
from mediator.casework.sweep import save_sweep
from mediator.casework.take_in import Ledger, take_in
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.case import Archived, Confirmation, Ending, Prevention
from mediator.domain.duty import DutyFacts
from mediator.domain.errors import MediatorError
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.office import Settings
from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.sweep import Sweep
from tests.casework.scene import (
    CLOSE_FACTS,
    DUTY,
    FAILED,
    ORAL,
    OTHER_AGREEMENT,
    ROW,
    Scene,
    as_agreement,
    as_duties,
    as_entries,
    as_intake,
    correct_parties,
    duties_of,
    snapshot,
)
from tests.people import ACCEPTED, OFFICE, TODAY, entries, intake

TOMORROW = date(2026, 11, 23)
AGREED = date(2026, 10, 12)
Try = Callable[[Desk, Scene], object]


def put_first(s: Scene, place: int) -> tuple[PartyEntry, ...]:
    first, *rest = as_entries(s.full)
    return (first.model_copy(update={"id": place}), *rest)


def with_agent_of(s: Scene) -> tuple[PartyEntry, ...]:
    """The parties of the open case, the first with an agent that acts in the full one."""
    agents = next(entry.agents for entry in as_entries(s.full) if entry.agents)
    first, *rest = as_entries(s.open)
    return (first.model_copy(update={"agents": agents[:1]}), *rest)


def duty_with(s: Scene, **changes: object) -> tuple[tuple[int | None, DutyFacts], ...]:
    (duty_id, first), *rest = as_duties(s.full)
    return ((duty_id, first.model_copy(update=changes)), *rest)


def accepted_late(s: Scene) -> object:
    whole = as_intake(s.full)
    return correct_intake(
        s.desk,
        s.full.id,
        whole.model_copy(update={"case": whole.case.model_copy(update={"accepted_on": date(2026, 10, 9)})}),
    )


INTAKE: list[tuple[str, str, Try]] = [
    ("a type is missing", "type-missing", lambda d, s: accept(d, intake(type_written=" "))),
    ("nobody is there", "party-missing", lambda d, s: accept(d, intake(parties=()))),
    (
        "only a third party",
        "party-only-third",
        lambda d, s: accept(d, intake(parties=entries((), (), ("丙三",)))),
    ),
    ("a name is missing", "party-name-missing", lambda d, s: accept(d, intake(parties=entries(("",))))),
    ("tomorrow", "date-in-future", lambda d, s: accept(d, intake(accepted_on=TOMORROW))),
    ("found too late", "dates-disagree", lambda d, s: accept(d, intake(dispute={"found_on": TODAY}))),
    ("no such track", "track-unknown", lambda d, s: accept(d, intake(track="x"))),
    ("no reason", "reason-missing", lambda d, s: refuse(d, intake(), "")),
    ("a closing reason", "reason-missing", lambda d, s: refuse(d, intake(), "no-agreement")),
    ("refusing nobody", "party-missing", lambda d, s: refuse(d, intake(parties=()), "not-civil")),
    ("half a character", "value-unfit", lambda d, s: accept(d, intake(parties=entries(("张\ud842",))))),
    ("accepted after the hearing", "dates-disagree", lambda d, s: accepted_late(s)),
    ("settling nothing", "agreement-empty", lambda d, s: settle_at_once(d, intake(), ORAL, ())),
    (
        "a debtor out of the list",
        "duty-debtor-missing",
        lambda d, s: settle_at_once(d, intake(), ORAL, (DUTY.model_copy(update={"debtors": (3,)}),)),
    ),
    (
        "settled before it came",
        "dates-disagree",
        lambda d, s: settle_at_once(d, intake(), ORAL.model_copy(update={"agreed_on": AGREED}), (DUTY,)),
    ),
]
PARTIES: list[tuple[str, str, Try]] = [
    ("dropping all", "party-missing", lambda d, s: correct_parties(d, s.full, ())),
    (
        "dropping one who was heard",
        "party-in-use",
        lambda d, s: correct_parties(d, s.full, as_entries(s.full)[1:]),
    ),
    (
        "a place that is nowhere",
        "party-not-here",
        lambda d, s: correct_parties(d, s.full, put_first(s, 9999)),
    ),
    (
        "a place of another case",
        "party-not-here",
        lambda d, s: correct_parties(d, s.full, put_first(s, s.open.parties[0].id)),
    ),
    (
        "one place twice",
        "party-not-here",
        lambda d, s: correct_parties(d, s.full, put_first(s, s.full.parties[1].id)),
    ),
    (
        "an agent of another party",
        "record-gone",
        lambda d, s: correct_parties(d, s.open, with_agent_of(s)),
    ),
    (
        "another case's party at intake",
        "party-not-here",
        lambda d, s: correct_intake(d, s.open.id, as_intake(s.full)),
    ),
]
STEPS: list[tuple[str, str, Try]] = [
    (
        "hearing tomorrow",
        "date-in-future",
        lambda d, s: hold_hearing(d, s.open.id, HearingFacts(held_on=TOMORROW)),
    ),
    (
        "hearing before",
        "dates-disagree",
        lambda d, s: hold_hearing(d, s.open.id, HearingFacts(held_on=AGREED)),
    ),
    (
        "hearing after the end",
        "dates-disagree",
        lambda d, s: hold_hearing(d, s.full.id, HearingFacts(held_on=TODAY)),
    ),
    (
        "a stranger is heard",
        "party-in-use",
        lambda d, s: hold_hearing(d, s.open.id, HearingFacts(held_on=TODAY, present=(s.full.parties[0].id,))),
    ),
    (
        "hearing a refused one",
        "case-ended",
        lambda d, s: hold_hearing(d, s.refused.id, HearingFacts(held_on=ACCEPTED)),
    ),
    (
        "another case's hearing",
        "hearing-not-here",
        lambda d, s: hold_hearing(d, s.open.id, HearingFacts(held_on=TODAY), s.full.hearings[0].id),
    ),
    ("no such hearing", "hearing-not-here", lambda d, s: drop_hearing(d, s.full.id, 9999)),
    (
        "agreeing on nothing",
        "agreement-empty",
        lambda d, s: agree(d, s.open.id, AgreementFacts(agreed_on=TODAY), ()),
    ),
    (
        "agreeing tomorrow",
        "date-in-future",
        lambda d, s: agree(d, s.open.id, OTHER_AGREEMENT.model_copy(update={"agreed_on": TOMORROW}), ()),
    ),
    (
        "agreeing before",
        "dates-disagree",
        lambda d, s: agree(d, s.open.id, OTHER_AGREEMENT.model_copy(update={"agreed_on": AGREED}), ()),
    ),
    ("agreeing after failure", "case-ended", lambda d, s: agree(d, s.failed.id, OTHER_AGREEMENT, ())),
    ("agreeing after refusal", "case-ended", lambda d, s: agree(d, s.refused.id, OTHER_AGREEMENT, ())),
    (
        "a stranger's duty",
        "party-in-use",
        lambda d, s: agree(d, s.open.id, OTHER_AGREEMENT, ((None, as_duties(s.full)[2][1]),)),
    ),
    (
        "a duty of another case",
        "duty-not-here",
        lambda d, s: agree(d, s.open.id, OTHER_AGREEMENT, as_duties(s.full)),
    ),
    (
        "dropping a paid duty",
        "duty-performed",
        lambda d, s: agree(d, s.full.id, as_agreement(s.full), as_duties(s.full)[1:]),
    ),
    (
        "owing less than paid",
        "paid-too-much",
        lambda d, s: agree(
            d, s.full.id, as_agreement(s.full), duty_with(s, amount_fen=549_999, instalments=())
        ),
    ),
    (
        "parts that do not add up",
        "instalments-sum",
        lambda d, s: agree(d, s.full.id, as_agreement(s.full), duty_with(s, amount_fen=1_001_004)),
    ),
    (
        "agreed after the signatures",
        "dates-disagree",
        lambda d, s: agree(
            d, s.full.id, as_agreement(s.full, agreed_on=date(2026, 10, 14)), as_duties(s.full)
        ),
    ),
    ("signing without agreement", "agreement-missing", lambda d, s: sign(d, s.open.id, Signing())),
    ("a stranger signs", "party-in-use", lambda d, s: sign(d, s.full.id, Signing(parties={9999: AGREED}))),
    (
        "signed before agreed",
        "dates-disagree",
        lambda d, s: sign(d, s.full.id, Signing(sealed_on=date(2026, 10, 11))),
    ),
    ("ending without outcome", "outcome-missing", lambda d, s: end_without(d, s.open.id, Ending())),
    (
        "ending in success",
        "outcome-missing",
        lambda d, s: end_without(d, s.open.id, FAILED.model_copy(update={"outcome": "success"})),
    ),
    (
        "ending on no day",
        "date-missing",
        lambda d, s: end_without(d, s.open.id, FAILED.model_copy(update={"on": None})),
    ),
    (
        "ways not told",
        "ways-not-told",
        lambda d, s: end_without(d, s.open.id, FAILED.model_copy(update={"told_ways": ()})),
    ),
    (
        "ending without reason",
        "reason-missing",
        lambda d, s: end_without(d, s.open.id, FAILED.model_copy(update={"reason": "not-civil"})),
    ),
    ("ending an agreed one", "agreement-there", lambda d, s: end_without(d, s.full.id, FAILED)),
    ("ending a refused one", "case-ended", lambda d, s: end_without(d, s.refused.id, FAILED)),
    ("opening an open one", "nothing-to-open", lambda d, s: open_again(d, s.open.id)),
    ("opening an agreed one", "nothing-to-open", lambda d, s: open_again(d, s.full.id)),
    ("opening a refused one", "nothing-to-open", lambda d, s: open_again(d, s.refused.id)),
    ("reason of an open one", "not-refused", lambda d, s: correct_refusal(d, s.open.id, "not-civil")),
    ("a wrong new reason", "reason-missing", lambda d, s: correct_refusal(d, s.refused.id, "x")),
]
LATER: list[tuple[str, str, Try]] = [
    (
        "paying too much",
        "paid-too-much",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=TODAY, amount_fen=451_006),
    ),
    (
        "paying nothing",
        "amount-missing",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=TODAY),
    ),
    (
        "paying less than nothing",
        "amount-not-positive",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=TODAY, amount_fen=-1),
    ),
    (
        "calling a debt settled",
        "pay-by-amount",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=TODAY, amount_fen=1, complete=True),
    ),
    (
        "paying tomorrow",
        "date-in-future",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=TOMORROW, amount_fen=1),
    ),
    (
        "paying before agreeing",
        "dates-disagree",
        lambda d, s: perform(d, s.full.id, duties_of(s.full)[0].id, on=date(2026, 10, 11), amount_fen=1),
    ),
    (
        "another case's duty",
        "duty-not-here",
        lambda d, s: perform(d, s.open.id, duties_of(s.full)[0].id, on=TODAY, amount_fen=1),
    ),
    ("no such entry", "entry-not-here", lambda d, s: drop_performance(d, s.full.id, 9999)),
    (
        "another case's entry",
        "entry-not-here",
        lambda d, s: correct_performance(d, s.open.id, duties_of(s.full)[0].performed[0]),
    ),
    (
        "an entry moved to no duty",
        "duty-not-here",
        lambda d, s: correct_performance(
            d, s.full.id, duties_of(s.full)[0].performed[0].model_copy(update={"duty_id": 9999})
        ),
    ),
    ("visiting an open one", "case-still-open", lambda d, s: visit(d, s.open.id, VisitFacts(on=TODAY))),
    ("visiting a refused one", "case-ended", lambda d, s: visit(d, s.refused.id, VisitFacts(on=TODAY))),
    (
        "visiting before the end",
        "dates-disagree",
        lambda d, s: visit(d, s.full.id, VisitFacts(on=date(2026, 10, 11))),
    ),
    (
        "another case's visit",
        "visit-not-here",
        lambda d, s: visit(d, s.failed.id, VisitFacts(on=TODAY), s.full.visits[0].id),
    ),
    ("no such visit", "visit-not-here", lambda d, s: drop_visit(d, s.full.id, 9999)),
    (
        "preventing nobody",
        "people-missing",
        lambda d, s: save_close_facts(
            d, s.full.id, **{**CLOSE_FACTS, "preventions": (Prevention(kind="suicide", people=0),)}
        ),
    ),
    (
        "confirming without writing",
        "confirmation-needs-writing",
        lambda d, s: save_close_facts(
            d, s.open.id, **{**CLOSE_FACTS, "confirmation": Confirmation(state="applied")}
        ),
    ),
    ("archiving an open one", "case-still-open", lambda d, s: archive(d, s.open.id, Archived(on=TODAY))),
    ("archiving on no day", "date-missing", lambda d, s: archive(d, s.full.id, Archived())),
    (
        "archiving before the last visit",
        "dates-disagree",
        lambda d, s: archive(d, s.full.id, Archived(on=date(2026, 11, 19))),
    ),
    (
        "signing a paper tomorrow",
        "date-in-future",
        lambda d, s: seal_paper(d, s.full.id, "agreement", None, b"%PDF", TOMORROW),
    ),
]
OFFICE_ACTS: list[tuple[str, str, Try]] = [
    (
        "an office without name",
        "office-field-missing",
        lambda d, s: save_office(d, OFFICE.model_copy(update={"name": " "})),
    ),
    (
        "an office without short name",
        "office-field-missing",
        lambda d, s: save_office(d, OFFICE.model_copy(update={"short_name": ""})),
    ),
    (
        "a pattern without serial",
        "pattern-unreadable",
        lambda d, s: save_settings(d, Settings(code_pattern="{year}")),
    ),
    (
        "an endless pattern",
        "pattern-unreadable",
        lambda d, s: save_settings(d, Settings(dossier_pattern="{serial!s:.1}")),
    ),
    ("a cut day not in February", "cut-day-unfit", lambda d, s: save_settings(d, Settings(cut_day=29))),
    (
        "bands out of order",
        "band-edges-unfit",
        lambda d, s: save_settings(d, Settings(band_edges=(50, 50, 100))),
    ),
    ("a mediator without name", "mediator-name-missing", lambda d, s: save_mediator(d, "　")),
    ("a mediator twice", "mediator-name-taken", lambda d, s: save_mediator(d, "王测")),
    ("a mediator who is nobody", "record-gone", lambda d, s: save_mediator(d, "钱新", 9999)),
    (
        "a sweep without number",
        "sweep-number-missing",
        lambda d, s: save_sweep(d, Sweep(number=" ", kind="regular", began_on=TODAY)),
    ),
    (
        "a sweep that ends before",
        "dates-disagree",
        lambda d, s: save_sweep(d, Sweep(number="1", kind="regular", began_on=TODAY, ended_on=AGREED)),
    ),
    (
        "a sweep that finds less than none",
        "count-negative",
        lambda d, s: save_sweep(d, Sweep(number="1", kind="regular", began_on=TODAY, found=-1)),
    ),
    (
        "a ledger row with a known code",
        "ledger-overtaken",
        lambda d, s: take_in(d, Ledger([_known(s)], [], "台账.xlsx")),
    ),
]
ALL = [*INTAKE, *PARTIES, *STEPS, *LATER, *OFFICE_ACTS]


def _known(scene: Scene) -> object:
    return replace(ROW, code=scene.full.code)


@pytest.mark.parametrize(("code", "attempt"), [row[1:] for row in ALL], ids=[row[0] for row in ALL])
def test_a_refused_act_changes_nothing(scene: Scene, code: str, attempt: Try) -> None:
    before = snapshot(scene.desk.store)
    with pytest.raises(MediatorError) as refusal:
        attempt(scene.desk, scene)
    assert refusal.value.code == code
    assert snapshot(scene.desk.store) == before


def test_every_attempt_has_its_own_name() -> None:
    assert len({row[0] for row in ALL}) == len(ALL)


def test_an_office_may_not_take_the_name_of_another_committee(scene: Scene) -> None:
    take_in(scene.desk, Ledger([replace(ROW, committee="示例村人民调解委员会")], [], "台账.xlsx"))
    before = snapshot(scene.desk.store)
    with pytest.raises(MediatorError, match="office-name-taken"):
        save_office(scene.desk, OFFICE.model_copy(update={"name": "示例村人民调解委员会"}))
    assert snapshot(scene.desk.store) == before


def test_a_mediator_may_keep_the_name_and_leave(scene: Scene) -> None:
    first = save_mediator(scene.desk, "钱新")
    assert save_mediator(scene.desk, "钱新", first, active=False) == first


def test_an_organisation_is_a_party_as_well(scene: Scene) -> None:
    firm = PartyFacts(kind="organisation", name="示例公司")
    case_id = accept(scene.desk, intake(parties=entries((firm,), ())))
    assert scene.desk.file(case_id).parties[0].facts == firm
