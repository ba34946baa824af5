"""A desk with a case in every state, every verb of the desk, and a picture of all that is on record."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Any, Final

from sqlalchemy import text
from sqlmodel import SQLModel

from mediator import casework
from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import archive, mark_printed
from mediator.casework.attach import attach, correct_attachment, drop_attachment, order_attachments
from mediator.casework.bring_back import restore_record
from mediator.casework.close_facts import save_close_facts
from mediator.casework.conclude import (
    agree,
    end_without,
    open_again,
    settle_at_once,
    sign,
    take_back_agreement,
)
from mediator.casework.desk import Desk
from mediator.casework.drafts import drop_draft, keep_draft
from mediator.casework.extend import drop_extension, extend
from mediator.casework.follow_up import drop_visit, visit
from mediator.casework.hold_hearing import drop_hearing, hold_hearing
from mediator.casework.inquire import drop_inquiry, inquire
from mediator.casework.keep_mapping import drop_mapping, keep_mapping
from mediator.casework.perform import correct_performance, drop_performance, perform
from mediator.casework.phrases import drop_phrase, save_phrase, use_phrase
from mediator.casework.recycle import remove_case, restore_case
from mediator.casework.refuse import correct_refusal, refuse
from mediator.casework.register import keep_apart, merge, set_apart, undo_merge
from mediator.casework.reopen import change_outcome, mediate_again, reopen, unarchive
from mediator.casework.replace_mediator import drop_replacement, replace_mediator
from mediator.casework.seal_paper import file_scan, seal_paper, unseal_paper
from mediator.casework.series import join_series, leave_series, open_series
from mediator.casework.set_up import save_mediator, save_office, save_settings
from mediator.casework.state_facts import state_undisputed
from mediator.casework.supplement import drop_supplement, sign_supplement, supplement
from mediator.casework.sweep import save_sweep
from mediator.casework.take_in import Ledger, take_in
from mediator.casework.talk_apart import drop_talk, talk_apart
from mediator.discover import module_names
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.case import Archived, Confirmation, Ending, Intake, Prevention
from mediator.domain.casefile import CaseFile
from mediator.domain.caucus import CaucusFacts
from mediator.domain.decision import Undisputed
from mediator.domain.duty import DutyFacts
from mediator.domain.extension import ExtensionFacts
from mediator.domain.follow_up import VisitFacts
from mediator.domain.hearing import HearingFacts
from mediator.domain.inquiry import InquiryFacts
from mediator.domain.ledger_case import LedgerCase
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.domain.office import Settings
from mediator.domain.party import PartyEntry, entry_of
from mediator.domain.replacement import ReplacementFacts
from mediator.domain.supplement import SupplementFacts
from mediator.domain.sweep import Sweep
from mediator.storage.store import Store
from tests.casework import series_scene
from tests.people import ACCEPTED, OFFICE, TODAY, entries, full_case, intake

Snapshot = dict[str, list[tuple[Any, ...]]]
MAPPING = LedgerMapping(name="甲村台账", headers=("日期",))
FAILED = Ending(outcome="failed", on=ACCEPTED, reason="no-agreement", told_ways=("court",))


@dataclass
class Scene:
    """Cases made when they are first asked for."""

    desk: Desk

    @cached_property
    def full(self) -> CaseFile:
        return self.desk.file(full_case(self.desk))

    @cached_property
    def archived(self) -> CaseFile:
        return self.desk.file(full_case(self.desk, archived=True))

    @cached_property
    def open(self) -> CaseFile:
        return self.desk.file(accept(self.desk, intake()))

    @cached_property
    def agreed(self) -> CaseFile:
        case_id = accept(self.desk, intake())
        agree(self.desk, case_id, OTHER_AGREEMENT, ())
        return self.desk.file(case_id)

    @cached_property
    def failed(self) -> CaseFile:
        case_id = accept(self.desk, intake())
        end_without(self.desk, case_id, FAILED)
        return self.desk.file(case_id)

    @cached_property
    def refused(self) -> CaseFile:
        return self.desk.file(refuse(self.desk, intake(), "not-civil", "向有权处理的部门反映"))

    @cached_property
    def removed(self) -> CaseFile:
        case_id = accept(self.desk, intake())
        remove_case(self.desk, case_id, WHY)
        return self.desk.file(case_id)

    @cached_property
    def dropped(self) -> int:
        hearing_id = hold_hearing(self.desk, self.agreed.id, HearingFacts(held_on=ACCEPTED))
        drop_hearing(self.desk, self.agreed.id, hearing_id)
        return hearing_id

    @cached_property
    def sealed(self) -> CaseFile:
        seal_paper(self.desk, self.agreed.id, "agreement", None, b"%PDF", TODAY)
        return self.desk.file(self.agreed.id)

    @cached_property
    def series(self) -> dict[str, int]:
        return {name: made(self.desk) for name, (made, _) in series_scene.JOINT.items()}

    @cached_property
    def drafted(self) -> str:
        keep_draft(self.desk, "sweep", "排查", {"name": "甲一"})
        return "sweep"

    @cached_property
    def phrase(self) -> int:
        return save_phrase(self.desk, "hearing", "双方到场。", own=False)

    @cached_property
    def twice(self) -> CaseFile:
        return self.desk.file(accept(self.desk, intake(parties=entries(("甲重名",), ("乙重名",)))))

    @cached_property
    def merged(self) -> int:
        one, other = self.twice.parties
        return merge(self.desk, one.person_id, other.person_id, WHY)

    @cached_property
    def mapping(self) -> str:
        kept = MAPPING.model_copy(update={"name": "乙村台账"})
        keep_mapping(self.desk, kept)
        return kept.name


def snapshot(store: Store) -> Snapshot:
    """Every row of every table, and what the search knows."""
    with store.look() as work:
        connection = work.session.connection()
        names = [*SQLModel.metadata.tables, "case_search_data", "case_search_docsize"]
        return {
            name: [tuple(row) for row in connection.execute(text(f'SELECT * FROM "{name}"'))]
            for name in names
        }


def writing_verbs() -> set[str]:
    """The functions of the room that write: module.function."""
    found = set()
    for module_name in module_names(casework):
        module = import_module(module_name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            source = inspect.getsource(function)
            here = function.__module__ == module_name and not name.startswith("_")
            if here and ("store.work()" in source or "desk.act(" in source):
                found.add(f"{module_name.rpartition('.')[2]}.{name}")
    return found


def as_intake(file: CaseFile) -> Intake:
    """The intake of a case as a page reads it, to correct it."""
    return Intake(dispute=file.dispute, case=file.case, parties=as_entries(file))


def as_entries(file: CaseFile) -> tuple[PartyEntry, ...]:
    return tuple(entry_of(party) for party in file.parties)


def as_duties(file: CaseFile) -> tuple[tuple[int | None, DutyFacts], ...]:
    assert file.agreement is not None
    fields = DutyFacts.model_fields
    return tuple(
        (duty.id, DutyFacts(**{name: getattr(duty, name) for name in fields}))
        for duty in file.agreement.own_duties
    )


def as_agreement(file: CaseFile, **changes: Any) -> AgreementFacts:
    assert file.agreement is not None
    values = {name: getattr(file.agreement, name) for name in AgreementFacts.model_fields}
    return AgreementFacts(**{**values, **changes})


def renamed(file: CaseFile) -> tuple[PartyEntry, ...]:
    first, *rest = as_entries(file)
    facts = first.facts.model_copy(update={"name": "张三测（更正）"})
    return (first.model_copy(update={"facts": facts}), *rest)


OTHER_AGREEMENT = AgreementFacts(agreed_on=ACCEPTED, clauses=("互不追究。",))
DUTY = DutyFacts(debtors=(2,), creditors=(1,), amount_fen=100, what="修补费")
ORAL = AgreementFacts(form="oral", agreed_on=ACCEPTED)
CLOSE_FACTS: dict[str, Any] = {
    "confirmation": Confirmation(),
    "preventions": (Prevention(kind="suicide", people=2),),
    "transformed": "civil",
}
ROW = LedgerCase("L-1", date(2026, 10, 5), "own", "邻里", "漏水", parties=(("applicant", "张三测"),))


def correct_parties(desk: Desk, file: CaseFile, entries: tuple[PartyEntry, ...]) -> None:
    """Correct the parties of a case and nothing else of its intake."""
    correct_intake(desk, file.id, as_intake(file).model_copy(update={"parties": entries}))


def duties_of(file: CaseFile) -> tuple[Any, ...]:
    assert file.agreement is not None
    return file.agreement.duties


# On an existing case: what each verb does to it. An archived case refuses them all.
ON_CASE: dict[str, Callable[[Desk, CaseFile], object]] = {
    "accept.correct_intake": lambda d, f: correct_intake(d, f.id, _moved(f)),
    "accept.correct_intake of parties": lambda d, f: correct_parties(d, f, renamed(f)),
    "hold_hearing.hold_hearing": lambda d, f: hold_hearing(d, f.id, HearingFacts(held_on=date(2026, 10, 10))),
    "hold_hearing.hold_hearing again": lambda d, f: hold_hearing(
        d, f.id, HearingFacts(held_on=date(2026, 10, 9), text="更正"), f.hearings[0].id
    ),
    "hold_hearing.drop_hearing": lambda d, f: drop_hearing(d, f.id, f.hearings[0].id),
    "conclude.agree again": lambda d, f: agree(d, f.id, as_agreement(f, facts="更正"), as_duties(f)),
    "conclude.sign": lambda d, f: sign(d, f.id, Signing(mediator_on=date(2026, 10, 14))),
    "perform.perform": lambda d, f: perform(d, f.id, duties_of(f)[0].id, on=TODAY, amount_fen=1),
    "perform.correct_performance": lambda d, f: correct_performance(
        d, f.id, duties_of(f)[0].performed[0].model_copy(update={"note": "更正"})
    ),
    "perform.drop_performance": lambda d, f: drop_performance(d, f.id, duties_of(f)[0].performed[0].id),
    "follow_up.visit": lambda d, f: visit(d, f.id, VisitFacts(on=date(2026, 11, 8))),
    "follow_up.visit again": lambda d, f: visit(d, f.id, VisitFacts(on=date(2026, 11, 7)), f.visits[0].id),
    "follow_up.drop_visit": lambda d, f: drop_visit(d, f.id, f.visits[0].id),
    "close_facts.save_close_facts": lambda d, f: save_close_facts(d, f.id, **CLOSE_FACTS),
    "seal_paper.seal_paper": lambda d, f: seal_paper(d, f.id, "agreement", None, b"%PDF", TODAY),
    "archive.archive": lambda d, f: archive(d, f.id, Archived(on=TODAY, by="孙记")),
}
WHY: Final = "当事人要求"
ON_CASE |= {
    "inquire.inquire": lambda d, f: inquire(d, f.id, InquiryFacts(held_on=TODAY, asked="甲一")),
    "inquire.drop_inquiry": lambda d, f: drop_inquiry(d, f.id, f.inquiries[0].id),
    "talk_apart.talk_apart": lambda d, f: talk_apart(d, f.id, CaucusFacts(held_on=TODAY, text="底线")),
    "talk_apart.drop_talk": lambda d, f: drop_talk(d, f.id, f.caucuses[0].id),
    "extend.extend": lambda d, f: extend(d, f.id, ExtensionFacts(agreed_on=TODAY, until_on=TODAY)),
    "extend.drop_extension": lambda d, f: drop_extension(d, f.id, f.extensions[0].id),
    "replace_mediator.replace_mediator": lambda d, f: replace_mediator(
        d, f.id, ReplacementFacts(on=TODAY, leaving=f.case.mediator, coming="钱新")
    ),
    "replace_mediator.drop_replacement": lambda d, f: drop_replacement(d, f.id, f.replacements[0].id),
    "supplement.supplement": lambda d, f: supplement(
        d, f.id, SupplementFacts(agreed_on=TODAY, clauses=("延期一个月。",)), ends=(duties_of(f)[0].id,)
    ),
    "supplement.sign_supplement": lambda d, f: sign_supplement(
        d, f.id, f.supplements[0].id, Signing(mediator_on=TODAY)
    ),
    "supplement.drop_supplement": lambda d, f: drop_supplement(d, f.id, f.supplements[0].id),
    "attach.attach": lambda d, f: attach(d, f.id, AttachmentFacts(title="照片"), b"jpeg", "a.jpg"),
    "attach.correct_attachment": lambda d, f: correct_attachment(
        d, f.id, f.attachments[0].id, AttachmentFacts(title="更正")
    ),
    "attach.drop_attachment": lambda d, f: drop_attachment(d, f.id, f.attachments[0].id),
    "attach.order_attachments": lambda d, f: order_attachments(
        d, f.id, [one.id for one in reversed(f.attachments)]
    ),
    "recycle.remove_case": lambda d, f: remove_case(d, f.id, WHY),
}
# What somebody types and has not saved is no fact of the office, and phrases are none either.
UNTOLD: Final = (
    *("drafts.keep_draft", "drafts.drop_draft"),
    *("phrases.save_phrase", "phrases.use_phrase", "phrases.drop_phrase"),
)
PRINT: Callable[[Desk, CaseFile], object] = lambda d, f: mark_printed(d, f.id, "agreement", None, "0" * 64)  # noqa: E731

VERBS: dict[str, Callable[[Scene], object]] = {
    **{name: lambda s, verb=verb: verb(s.desk, s.full) for name, verb in ON_CASE.items()},
    "archive.mark_printed": lambda s: PRINT(s.desk, s.full),
    "accept.accept": lambda s: accept(s.desk, intake()),
    "refuse.refuse": lambda s: refuse(s.desk, intake(), "not-civil"),
    "refuse.correct_refusal": lambda s: correct_refusal(s.desk, s.refused.id, "party-refuses", "改"),
    "conclude.agree": lambda s: agree(s.desk, s.open.id, OTHER_AGREEMENT, ()),
    "conclude.take_back_agreement": lambda s: take_back_agreement(s.desk, s.agreed.id),
    "conclude.settle_at_once": lambda s: settle_at_once(s.desk, intake(), ORAL, (DUTY,)),
    "conclude.end_without": lambda s: end_without(s.desk, s.open.id, FAILED),
    "conclude.open_again": lambda s: open_again(s.desk, s.failed.id),
    "seal_paper.unseal_paper": lambda s: unseal_paper(s.desk, s.sealed.id, "agreement", None),
    "seal_paper.file_scan": lambda s: file_scan(s.desk, s.sealed.id, "agreement", None, b"scan", "a.pdf"),
    "state_facts.state_undisputed": lambda s: state_undisputed(
        s.desk, s.failed.id, Undisputed(on=ACCEPTED, facts=("漏水属实。",))
    ),
    "reopen.unarchive": lambda s: unarchive(s.desk, s.archived.id, WHY),
    "reopen.reopen": lambda s: reopen(s.desk, s.failed.id, WHY),
    "reopen.change_outcome": lambda s: change_outcome(
        s.desk, s.failed.id, FAILED.model_copy(update={"outcome": "terminated"}), WHY
    ),
    "reopen.mediate_again": lambda s: mediate_again(s.desk, s.full.id, TODAY, WHY),
    "bring_back.restore_record": lambda s: restore_record(s.desk, s.agreed.id, "hearing", s.dropped),
    "recycle.restore_case": lambda s: restore_case(s.desk, s.removed.id),
    "drafts.keep_draft": lambda s: keep_draft(s.desk, "intake", "新登记", {"name": "甲一"}),
    "drafts.drop_draft": lambda s: drop_draft(s.desk, s.drafted),
    "phrases.save_phrase": lambda s: save_phrase(s.desk, "hearing", "双方到场。", own=True),
    "phrases.use_phrase": lambda s: use_phrase(s.desk, s.phrase),
    "phrases.drop_phrase": lambda s: drop_phrase(s.desk, s.phrase),
    "register.merge": lambda s: merge(
        s.desk, s.open.parties[0].person_id, s.refused.parties[0].person_id, WHY
    ),
    "register.undo_merge": lambda s: undo_merge(s.desk, s.merged),
    "register.keep_apart": lambda s: keep_apart(
        s.desk, s.open.parties[0].person_id, s.refused.parties[0].person_id
    ),
    "register.set_apart": lambda s: set_apart(s.desk, s.twice.id, s.twice.parties[0].id),
    **{
        name: lambda s, name=name, act=act: act(s.desk, s.series[name])
        for name, (_, act) in series_scene.JOINT.items()
    },
    "series.open_series": lambda s: open_series(
        s.desk, "", series_scene.common(), (series_scene.member("甲一"), series_scene.member("乙二"))
    ),
    "series.join_series": lambda s: join_series(s.desk, s.open.id, s.series["series.add_members"]),
    "series.leave_series": lambda s: leave_series(
        s.desk, series_scene.files(s.desk, s.series["series.add_members"])[0].id
    ),
    "keep_mapping.keep_mapping": lambda s: keep_mapping(s.desk, MAPPING),
    "keep_mapping.drop_mapping": lambda s: drop_mapping(s.desk, s.mapping),
    "set_up.save_office": lambda s: save_office(s.desk, OFFICE.model_copy(update={"phone": "000-1"})),
    "set_up.save_settings": lambda s: save_settings(s.desk, Settings(cut_day=26)),
    "set_up.save_mediator": lambda s: save_mediator(s.desk, "钱新"),
    "sweep.save_sweep": lambda s: save_sweep(s.desk, Sweep(number="排查1", kind="regular", began_on=TODAY)),
    "take_in.take_in": lambda s: take_in(s.desk, Ledger([ROW], [], "台账.xlsx")),
}


def _moved(file: CaseFile) -> Intake:
    whole = as_intake(file)
    case = whole.case.model_copy(update={"accepted_on": date(2026, 10, 6), "remark": "更正"})
    return whole.model_copy(update={"case": case})
