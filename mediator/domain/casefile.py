"""Everything the desk knows of one case, in one frozen picture."""

from datetime import date, datetime

from mediator.domain.agreement import Agreement, effect_on, performance_state
from mediator.domain.attachment import Attachment
from mediator.domain.case import Archived, CaseFacts, Confirmation, Ending, Prevention
from mediator.domain.caucus import Caucus
from mediator.domain.decision import Decision, Removed, Series, Undisputed
from mediator.domain.dispute import DisputeFacts, type_title
from mediator.domain.extension import Extension
from mediator.domain.facts import Facts
from mediator.domain.follow_up import Visit
from mediator.domain.hearing import Hearing
from mediator.domain.inquiry import Inquiry
from mediator.domain.party import CaseParty
from mediator.domain.replacement import Replacement
from mediator.domain.supplement import Supplement


class Seal(Facts):
    """One signed version of a paper: these bytes, kept for good."""

    version: int  # from 1
    sha256: str
    signed_on: date
    sealed_at: datetime
    who: str = ""


class PaperMark(Facts):
    """What is known of one paper of the case: printed, signed, which bytes, every sealed version."""

    key: str  # form key
    subject_id: int | None = None  # hearing or visit the paper is about
    printed_at: datetime | None = None
    sha256: str = ""
    signed_on: date | None = None
    seals: tuple[Seal, ...] = ()

    @property
    def seal(self) -> Seal | None:
        """The last signed version."""
        return self.seals[-1] if self.seals else None


class HistoryEntry(Facts):
    """One line of the audit trail of a case."""

    at: datetime
    who: str
    verb: str
    before: dict[str, object] | None = None
    after: dict[str, object] | None = None


class CaseFile(Facts):
    """One case with its dispute, people, hearings, agreement, visits and papers."""

    id: int
    code: str  # 案件编码
    dispute_id: int
    dispute_code: str
    dossier_number: str = ""  # 卷号
    committee: str
    committee_kind: str
    dispute: DisputeFacts
    case: CaseFacts
    ending: Ending = Ending()
    confirmation: Confirmation = Confirmation()
    archived: Archived = Archived()
    preventions: tuple[Prevention, ...] = ()
    parties: tuple[CaseParty, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    agreement: Agreement | None = None
    visits: tuple[Visit, ...] = ()
    papers: tuple[PaperMark, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    caucuses: tuple[Caucus, ...] = ()  # private: no paper, return or export may show them
    extensions: tuple[Extension, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    undisputed: Undisputed = Undisputed()
    decisions: tuple[Decision, ...] = ()
    series: Series | None = None
    previous_id: int | None = None  # the case of the same dispute that this one follows
    previous_code: str = ""
    removed: Removed = Removed()

    def of_role(self, role: str) -> tuple[CaseParty, ...]:
        """The parties of one side."""
        return tuple(party for party in self.parties if party.role == role)

    def party(self, place: int) -> CaseParty | None:
        """The party in a place of the case."""
        return next((party for party in self.parties if party.id == place), None)

    def names(self, places: tuple[int, ...]) -> str:
        """Names of several places, joined as papers join them."""
        return "、".join(party.name for party in self.parties if party.id in places)

    @property
    def effect_on(self) -> date | None:
        """The day the agreement took effect."""
        if self.agreement is None:
            return None
        return effect_on(self.agreement, tuple(party.id for party in self.parties))

    @property
    def performance(self) -> str:
        """How far the agreement is performed (codes/performance)."""
        return "" if self.agreement is None else performance_state(self.agreement)

    @property
    def extended_to(self) -> date | None:
        """The last day for mediation the parties have agreed to, None without an extension."""
        return max((one.until_on for one in self.extensions), default=None)

    @property
    def is_removed(self) -> bool:
        """Whether the case lies in the recycle bin."""
        return self.removed.on is not None

    @property
    def is_archived(self) -> bool:
        """Whether the case is closed for corrections."""
        return self.archived.on is not None

    @property
    def is_closed(self) -> bool:
        """Whether the case can only be looked at: it is archived or lies in the bin."""
        return self.is_archived or self.is_removed


def two_sides(applicants: tuple[str, ...], respondents: tuple[str, ...]) -> str:
    """Two lists of names in short: 张某等2人与李某."""
    some = [names for names in (applicants, respondents) if names]
    return "与".join(names[0] if len(names) == 1 else f"{names[0]}等{len(names)}人" for names in some)


def sides(file: CaseFile) -> str:
    """The two sides of a case in short."""
    applicants, respondents = file.of_role("applicant"), file.of_role("respondent")
    return two_sides(tuple(party.name for party in applicants), tuple(party.name for party in respondents))


def dossier_name(file: CaseFile) -> str:
    """卷名: the parties and the type of dispute."""
    return f"{sides(file)}{type_title(file.dispute.type_written)}"
