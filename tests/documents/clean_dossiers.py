"""Twenty cases as a careful room hands them in: signed, scanned, archived; all people are invented."""

from datetime import date, timedelta
from typing import Any

from mediator.casework.accept import accept
from mediator.casework.archive import archive, mark_printed
from mediator.casework.attach import attach
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import agree, end_without, sign
from mediator.casework.desk import Desk
from mediator.casework.extend import extend
from mediator.casework.follow_up import visit
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.inquire import inquire
from mediator.casework.perform import perform
from mediator.casework.replace_mediator import replace_mediator
from mediator.casework.seal_paper import file_scan, seal_paper
from mediator.casework.supplement import sign_supplement, supplement
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.selfcheck.hands import UNSIGNED
from mediator.domain.agent import AgentEntry, AgentFacts
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.case import Archived, Confirmation, Ending
from mediator.domain.duty import DutyFacts, Instalment
from mediator.domain.extension import ExtensionFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.inquiry import InquiryFacts
from mediator.domain.party import PartyEntry, PartyFacts
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts
from tests.people import TODAY, id_number, intake

ACCEPTED = date(2026, 9, 1)
AGREED = date(2026, 9, 10)
DONE = date(2026, 9, 20)
VISITED = date(2026, 9, 28)
SCAN = b"%PDF-1.4 scan"
KINDS = (
    *("plain", "instalments", "act", "refrain", "deliver", "firm", "many", "third", "agent", "minor"),
    *("household", "group", "inquiry", "evidence", "extended", "replaced", "supplemented", "confirmed"),
    *("failed", "terminated"),
)


def person(name: str, serial: int, **more: Any) -> PartyFacts:
    """A grown-up of whom everything is known."""
    values = {
        "name": name,
        "sex": "1" if serial % 2 else "2",
        "ethnicity": "汉族",
        "birth_date": date(1985, 2, 3),
        "id_type": "resident",
        "id_number": id_number(serial),
        "phone": f"1000000{serial:04d}",
        "address": f"示例市示例区示例路{serial}号",
    }
    return PartyFacts(**{**values, **more})


def firm() -> PartyFacts:
    """A firm of which everything is known."""
    return PartyFacts(
        kind="organisation",
        name="示例劳务有限公司",
        id_type="credit-code",
        id_number="91000000TEST000000",
        phone="000-00000001",
        address="示例市示例区示例大厦",
        representative="甲一",
        representative_title="经理",
    )


def acting(kind: str, name: str, serial: int, **more: Any) -> AgentEntry:
    """Somebody who acts for a party."""
    told = {"name", "sex", "id_type", "id_number", "phone", "address"}
    return AgentEntry(facts=AgentFacts(kind=kind, **person(name, serial).model_dump(include=told), **more))


def _applicant(kind: str) -> PartyEntry:
    if kind == "agent":
        powers = {"mandate": "special", "powers": ("mediate", "settle"), "from_on": ACCEPTED}
        agents = (acting("agent", "周代理", 11, **powers),)
        return PartyEntry(role="applicant", facts=person("张三测", 1), agents=agents)
    if kind == "minor":
        child = person("张小测", 5, birth_date=date(2015, 6, 7), id_number=id_number(5, "20150607"))
        return PartyEntry(role="applicant", facts=child, agents=(acting("guardian", "张三测", 1),))
    if kind == "household":
        house = person("王五试", 7, kind="household", representative="王五试", members=4)
        return PartyEntry(role="applicant", facts=house)
    if kind == "group":
        several = PartyFacts(
            kind="group", name="示例工地工人", members=12, phone="10000000012", address="示例工地"
        )
        chosen = (acting("representative", "钱六试", 13), acting("representative", "孙七试", 14))
        return PartyEntry(role="applicant", facts=several, agents=chosen)
    return PartyEntry(role="applicant", facts=person("张三测", 1))


def _parties(kind: str) -> tuple[PartyEntry, ...]:
    second = firm() if kind == "firm" else person("李四验", 2)
    more = (PartyEntry(role="applicant", facts=person("赵八试", 3)),) if kind == "many" else ()
    third = (PartyEntry(role="third", facts=person("吴九试", 4)),) if kind == "third" else ()
    return (_applicant(kind), *more, PartyEntry(role="respondent", facts=second), *third)


def _duty(kind: str, places: list[int]) -> DutyFacts:
    debtor = places[1] if kind == "third" else places[-1]
    ways: dict[str, Any] = {"debtors": (debtor,), "creditors": (places[0],), "due_on": DONE}
    if kind in ("act", "deliver"):
        return DutyFacts(kind=kind, what="修好水管" if kind == "act" else "租赁房屋的钥匙", **ways)
    if kind == "refrain":
        return DutyFacts(kind=kind, what="夜间在楼上拖动家具", **{**ways, "due_on": None})
    parts = (Instalment(amount_fen=40_000, due_on=AGREED), Instalment(amount_fen=60_000, due_on=DONE))
    instalments = parts if kind == "instalments" else ()
    return DutyFacts(amount_fen=100_000, what="修补费", way="transfer", instalments=instalments, **ways)


def clean_dossier(desk: Desk, kind: str) -> int:
    """One finished, signed and archived case of a kind; its id."""
    told = {"claims": "请求赔偿修补费。", "registrar": "孙记", "assistants": ("赵调",)}
    case_id = accept(desk, intake(accepted_on=ACCEPTED, parties=_parties(kind), **told))
    _copies(desk, case_id, kind)
    _on_the_way(desk, case_id, kind)
    _hear(desk, case_id, kind)
    if kind in ("failed", "terminated"):
        reason = "no-agreement" if kind == "failed" else "party-withdraws"
        end_without(desk, case_id, Ending(outcome=kind, on=AGREED, reason=reason, told_ways=("court",)))
    else:
        _settle(desk, case_id, kind)
        _after(desk, case_id, kind)
    _seal_all(desk, case_id)
    archive(desk, case_id, Archived(on=TODAY, by="孙记", retention="long", remark="材料齐全"))
    return case_id


def _copies(desk: Desk, case_id: int, kind: str) -> None:
    for party in desk.file(case_id).parties:
        copy = AttachmentFacts(kind="identity", title=f"{party.name}身份证明", party=party.id)
        attach(desk, case_id, copy, SCAN, "copy.pdf")
    if kind == "evidence":
        photo = AttachmentFacts(title="漏水照片", form="photo", pages=1, proves="漏水")
        attach(desk, case_id, photo, SCAN, "photo.pdf")


def _on_the_way(desk: Desk, case_id: int, kind: str) -> None:
    places = tuple(party.id for party in desk.file(case_id).parties)
    if kind == "inquiry":
        asked = {"asked": "邻居郑十", "askers": ("王测", "赵调"), "recorder": "孙记", "text": "见过漏水。"}
        inquire(desk, case_id, InquiryFacts(held_on=date(2026, 9, 3), place="示例路1号", **asked))
    if kind == "replaced":
        who = {"leaving": "赵调", "coming": "钱新", "asked_by": places[0], "decided_by": "周主任"}
        replace_mediator(desk, case_id, ReplacementFacts(on=date(2026, 9, 2), grounds="系亲属", **who))
    if kind == "extended":
        days = {"agreed_on": date(2026, 9, 5), "until_on": date(2026, 10, 31)}
        extend(desk, case_id, ExtensionFacts(reason="等待检测", agreed_by=places, **days))


def _hear(desk: Desk, case_id: int, kind: str) -> None:
    hearing = HearingFacts(
        held_on=AGREED,
        began="09:00",
        ended="10:30",
        place="示例社区调解室",
        present=tuple(party.id for party in desk.file(case_id).parties),
        mediators=("王测",),
        recorder="孙记",
        text="双方陈述了漏水的经过，调解员说明了有关规定。",
        result="failed" if kind in ("failed", "terminated") else "agreed",
    )
    hold_hearing(desk, case_id, hearing)


def _settle(desk: Desk, case_id: int, kind: str) -> None:
    places = [party.id for party in desk.file(case_id).parties]
    told = {"facts": "水管漏水属实。", "clauses": ("双方互不追究。",), "recorder": "孙记"}
    agree(desk, case_id, AgreementFacts(agreed_on=AGREED, **told), ((None, _duty(kind, places)),))
    sign(desk, case_id, _hands(places, AGREED))
    if kind == "supplemented":
        day = AGREED + timedelta(days=2)
        later = SupplementFacts(agreed_on=day, reason="改日", clauses=("改在上午付款。",), recorder="孙记")
        sign_supplement(desk, case_id, supplement(desk, case_id, later), _hands(places, day))


def _hands(places: list[int], day: date) -> Signing:
    return Signing(parties=dict.fromkeys(places, day), mediator_on=day, recorder_on=day, sealed_on=day)


def _after(desk: Desk, case_id: int, kind: str) -> None:
    file = desk.file(case_id)
    assert file.agreement is not None
    (duty,) = file.agreement.own_duties
    amount, whole = duty.amount_fen, duty.kind != "pay"
    perform(desk, case_id, duty.id, on=DONE, amount_fen=amount, complete=whole)
    told = {"visitor": "王测", "visited": file.parties[0].name, "satisfaction": "satisfied"}
    visit(desk, case_id, VisitFacts(on=VISITED, situation="已履行，双方满意。", **told))
    if kind == "confirmed":
        applied = Confirmation(state="valid", on=date(2026, 10, 8))
        save_close_facts(desk, case_id, confirmation=applied, preventions=(), transformed="")
        attach(desk, case_id, AttachmentFacts(kind="confirmation", title="民事裁定书"), SCAN, "ruling.pdf")


def matter_of(desk: Desk, case_id: int) -> Matter:
    """A case as its papers see it today."""
    return Matter(desk.file(case_id), desk.office(), desk.settings(), desk.today())


def _seal_all(desk: Desk, case_id: int) -> None:
    if desk.file(case_id).confirmation.state:
        mark_printed(desk, case_id, "confirmation-application", None, "0" * 64)
    for ref in press.keys_for(matter_of(desk, case_id)):
        if ref.bound and ref.key not in UNSIGNED:
            data = press.paper(matter_of(desk, case_id), ref.key, ref.subject_id)
            seal_paper(desk, case_id, ref.key, ref.subject_id, data, TODAY)
            file_scan(desk, case_id, ref.key, ref.subject_id, SCAN, f"{ref.title}.pdf")
