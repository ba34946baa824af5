"""Before signing: a sound agreement has nothing to mend, and each thing that is wrong with one is told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mediator.casework.conclude import agree
from mediator.casework.desk import Desk
from mediator.documents.fitness import unfit
from mediator.documents.matter import Matter
from mediator.domain.agent import Agent
from mediator.domain.agreement import AgreementFacts
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts, Instalment
from mediator.domain.extension import Extension
from mediator.domain.finding import Finding
from mediator.domain.office import Office, Settings
from mediator.domain.party import CaseParty
from mediator.findings import finding_words, say_finding, say_mending, weight_of
from mediator.storage.store import create
from tests.people import ACCEPTED, full_case, now, open_office

Change = Callable[[CaseFile], CaseFile]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    """A case whose agreement could be signed as it stands; it is frozen, so one serves every test."""
    with create(tmp_path_factory.mktemp("sound")) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        return _sound(desk)


def _sound(desk: Desk) -> CaseFile:
    case_id = full_case(desk)
    file = desk.file(case_id)
    places = [party.id for party in file.parties]
    agreed = file.hearings[-1].held_on
    facts = AgreementFacts(agreed_on=agreed, facts="水管漏水属实。", clauses=("互不追究。",), recorder="孙记")
    pay = DutyFacts(
        debtors=(places[4],),
        creditors=(places[0],),
        amount_fen=100_000,
        due_on=agreed,
        way="cash",
        what="赔偿款",
    )
    duties = tuple(
        (duty.id, _as_facts(duty)) for duty in (file.agreement.own_duties if file.agreement else ())
    )
    agree(desk, case_id, facts, (*duties, (None, pay)))
    found = desk.file(case_id)
    assert found.agreement is not None
    only = found.agreement.own_duties[-1].model_copy(update={"ordinal": 1})
    sound = found.model_copy(update={"agreement": found.agreement.model_copy(update={"duties": (only,)})})
    return _with_people(sound)


def _as_facts(duty: Any) -> DutyFacts:
    return DutyFacts(**{name: getattr(duty, name) for name in DutyFacts.model_fields})


def _with_people(file: CaseFile) -> CaseFile:
    """One grown-up applicant and one firm, both fully described."""
    first, firm = file.parties[0], file.parties[4]
    return file.model_copy(
        update={
            "parties": (
                first.model_copy(
                    update={"agents": (), "facts": first.facts.model_copy(update={"name": "甲一"})}
                ),
                firm.model_copy(
                    update={"agents": (), "facts": firm.facts.model_copy(update={"name": "示例公司"})}
                ),
            )
        }
    )


def findings(file: CaseFile) -> tuple[Finding, ...]:
    return unfit(Matter(file, Office(name="示例调委会", short_name="示例"), Settings()))


def test_a_sound_agreement_has_nothing_to_mend(sound: CaseFile) -> None:
    assert findings(sound) == ()


def test_without_an_agreement_there_is_nothing_to_sign(sound: CaseFile) -> None:
    assert findings(sound.model_copy(update={"agreement": None})) == ()


def party(place: int, **facts: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        parties = list(file.parties)
        one = parties[place]
        parties[place] = one.model_copy(update={"facts": one.facts.model_copy(update=facts)})
        return file.model_copy(update={"parties": tuple(parties)})

    return change


def agent(place: int, **facts: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        parties: list[CaseParty] = list(file.parties)
        known = {"kind": "agent", "name": "周代", "mandate": "special", "powers": ("settle",), **facts}
        parties[place] = parties[place].model_copy(update={"agents": (Agent(id=1, ordinal=1, **known),)})
        return file.model_copy(update={"parties": tuple(parties)})

    return change


def agreement(**changes: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        assert file.agreement is not None
        return file.model_copy(update={"agreement": file.agreement.model_copy(update=changes)})

    return change


def duty(**changes: Any) -> Change:
    def change(file: CaseFile) -> CaseFile:
        assert file.agreement is not None
        (one,) = file.agreement.duties
        return agreement(duties=(one.model_copy(update=changes),))(file)

    return change


def clause(text: str) -> Change:
    return agreement(clauses=(text,))


def both(first: Change, second: Change) -> Change:
    return lambda file: second(first(file))


def case(**changes: Any) -> Change:
    return lambda file: file.model_copy(update={"case": file.case.model_copy(update=changes)})


def drop(role: str) -> Change:
    return lambda file: file.model_copy(
        update={"parties": tuple(party for party in file.parties if party.role != role)}
    )


MINOR = {"birth_date": date(2012, 5, 1), "id_number": "", "id_type": ""}
PARTS = (Instalment(amount_fen=40_000, due_on=date(2026, 12, 1)), Instalment(amount_fen=60_000))
PLANTED: list[tuple[str, Change]] = [
    ("side-missing", drop("applicant")),
    ("side-missing", drop("respondent")),
    ("on-both-sides", party(1, name="甲一")),
    ("id-number-missing", party(0, id_number="")),
    ("id-number-wrong", party(0, id_number="110101198502030012")),
    ("id-number-wrong", party(0, id_number="1101011985020300")),
    ("id-says-otherwise", party(0, birth_date=date(1985, 2, 4))),
    ("id-says-otherwise", party(0, sex="2")),
    ("address-missing", party(0, address=" ")),
    ("phone-missing", party(0, phone="")),
    ("head-missing", party(1, representative="")),
    ("representatives-missing", party(0, kind="group", members=30)),
    ("guardian-missing", party(0, **MINOR)),
    ("guardian-missing", party(0, capacity="limited")),
    ("guardian-opposed", both(party(0, **MINOR), agent(0, kind="guardian", name="示例公司"))),
    ("agent-opposed", agent(0, name="示例公司")),
    ("mandate-too-small", agent(0, mandate="general", powers=("mediate",))),
    ("mandate-too-small", agent(0, powers=("mediate",))),
    ("mandate-run-out", agent(0, until_on=date(2026, 10, 1))),
    ("mandate-run-out", agent(0, from_on=date(2026, 11, 1))),
    ("mediator-missing", case(mediator="", assistants=())),
    ("recorder-missing", agreement(recorder="")),
    ("wording-behind", duty(wording="赔偿伍佰元。", worded_from="从前的条文。")),
    ("sum-not-in-duties", clause("另付 800 元误工费。")),
    ("sum-not-in-duties", clause("另付￥8,000.50。")),
    ("sum-not-in-duties", clause("共计1.2万元。")),
    ("words-differ-from-figures", clause("人民币壹仟零壹拾元整（¥1,000.00）已付。")),
    ("sum-stated-only", agreement(duties=(), stated_fen=5_000)),
    ("nothing-to-perform", agreement(duties=())),
    ("due-day-missing", duty(due_on=None)),
    ("due-days-incomplete", duty(due_on=None, instalments=PARTS)),
    ("way-missing", duty(way="")),
    ("no-hearing", lambda file: file.model_copy(update={"hearings": ()})),
    ("hearing-after", agreement(agreed_on=date(2026, 10, 10))),
    (
        "over-time",
        both(lambda file: file.model_copy(update={"extensions": ()}), case(accepted_on=date(2026, 8, 1))),
    ),
    ("vague", clause("乙方应尽快清理楼道。")),
    ("vague", duty(what="适当补偿款")),
    ("status-matter", clause("双方自愿离婚，各自生活。")),
    ("title-matter", clause("3号楼101室归甲一所有。")),
    ("forbidden-promise", clause("甲一不得再起诉。")),
    ("forbidden-promise", clause("不追究示例公司的刑事责任。")),
    ("oral-not-at-once", agreement(form="oral")),
]


@pytest.mark.parametrize(("key", "change"), PLANTED)
def test_what_is_wrong_is_told(sound: CaseFile, key: str, change: Change) -> None:
    found = findings(change(sound))
    assert key in {one.key for one in found}
    for one in found:
        assert "{" not in say_finding(one) + say_mending(one)


def test_every_row_of_words_is_tried() -> None:
    assert {key for key, _ in PLANTED} == set(finding_words("fitness"))
    for words in finding_words("fitness").values():
        assert words.weight in ("must", "look")
        assert words.text.endswith("。")
        assert words.mend.endswith("。")
        assert words.source


def test_what_must_be_mended_comes_first(sound: CaseFile) -> None:
    found = findings(both(party(0, phone=""), clause("双方自愿离婚。"))(sound))
    assert [weight_of(one) for one in found] == ["must", "look"]


@pytest.mark.parametrize(
    "text",
    [
        "赔偿款人民币壹仟元整（¥1,000.00）付清后互不追究。",
        "赔偿款1000元付清后互不追究。",
        "双方不离婚，继续共同生活。",
        "工期不得迟于2026年12月1日。",
        "如有争议，可以向人民法院起诉。",
        "房屋由甲一继续居住。",
    ],
)
def test_sound_clauses_are_left_alone(sound: CaseFile, text: str) -> None:
    assert findings(clause(text)(sound)) == ()


def test_a_guardian_an_agent_and_an_extension_set_it_right(sound: CaseFile) -> None:
    guarded = both(party(0, **MINOR), agent(0, kind="guardian", name="甲一母"))(sound)
    assert {one.key for one in findings(guarded)} == {"id-number-missing"}
    assert findings(agent(0, from_on=ACCEPTED.replace(month=10, day=1))(sound)) == ()
    late = case(accepted_on=date(2026, 8, 1))(sound)
    more = Extension(id=1, ordinal=1, agreed_on=date(2026, 8, 20), until_on=date(2026, 12, 1))
    assert findings(late.model_copy(update={"extensions": (more,)})) == ()
