"""Many disputes of one kind against one side: what is said once for all, and what is each one's own."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pydantic import Field

from mediator.domain.agent import AgentEntry
from mediator.domain.agreement import Signing, missing_hands, total_fen
from mediator.domain.case import Intake
from mediator.domain.casefile import CaseFile
from mediator.domain.decision import Series
from mediator.domain.duty import DutyFacts, Instalment, still_due
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts
from mediator.domain.money import format_yuan, parse_yuan
from mediator.domain.number import safe_file_name
from mediator.domain.party import PartyEntry, entry_of
from mediator.domain.stage import standing

NAME: Final = "{申请人}"  # in words common to all: whose case it is
AMOUNT: Final = "{金额}"
YUAN: Final = 100
_SUM = re.compile(r"\d[\d,]*(?:\.\d{1,2})?\s*万?元")


class SeriesMember(Facts):
    """One applicant, or several of one household, with what they ask for; agents come with the entries."""

    parties: tuple[PartyEntry, ...]
    claims: str = ""  # their own words; empty = those of all
    amount_fen: int | None = None  # what they ask for

    @property
    def name(self) -> str:
        """The names of the applicants."""
        return "、".join(entry.facts.name for entry in self.parties)


class Share(Facts):
    """One instalment of a joint duty: parts are as their weights, each due on its day."""

    weight: int = 1
    due_on: date | None = None


class JointDuty(Facts):
    """A duty that one side owes to each applicant alike, money with each one's own sum.

    `amounts` holds 分 by case; whoever has none gets no such duty to pay. No `debtors` means all respondents.
    """

    kind: str = "pay"  # codes/duty_kind
    what: str = ""
    debtors: tuple[str, ...] = ()
    amounts: dict[int, int] = Field(default_factory=dict)
    shares: tuple[Share, ...] = ()
    due_on: date | None = None
    place: str = ""
    way: str = ""


class SignedTogether(Facts):
    """The days on which all hands of the chosen cases signed; None leaves a hand as it is."""

    parties_on: date | None = None
    mediator_on: date | None = None
    recorder_on: date | None = None
    sealed_on: date | None = None


@dataclass(frozen=True, slots=True)
class SeriesState:
    """A series with its cases as they stand."""

    series: Series
    files: tuple[CaseFile, ...]

    def in_step(self, step: str) -> tuple[CaseFile, ...]:
        """The cases whose next step this is."""
        return tuple(file for file in self.files if standing(file).next_step == step)

    @property
    def next_step(self) -> str:
        """The next step of most of them, the earlier one where two are as many; "none" at the end."""
        steps = [step for file in self.files if (step := standing(file).next_step) != "none"]
        return max(dict.fromkeys(STEPS), key=steps.count) if steps else "none"

    @property
    def total_fen(self) -> int:
        """What was agreed, where there is an agreement, and asked for where there is none yet."""
        return sum(worth_fen(file) or 0 for file in self.files)


STEPS: Final = ("hold", "agree", "fail", "sign", "perform", "visit", "archive")


def claims_of(common: str, member: SeriesMember) -> str:
    """What a member asks for: the own words or those of all, with the own sum in its place or at the end."""
    words = (member.claims or common).strip()
    if member.amount_fen is None:
        return words.replace(AMOUNT, "")
    amount = format_yuan(member.amount_fen)
    if AMOUNT in words:
        return words.replace(AMOUNT, amount)
    if member.claims or _SUM.search(words):
        return words
    return f"{words.rstrip('。.；; ') or '请求支付'}{amount}元。"


def claimed_fen(claims: str) -> int | None:
    """The one sum that is asked for, None where the claims tell none or several."""
    found = _SUM.findall(claims)
    try:
        return parse_yuan(found[0]) if len(found) == 1 else None
    except RuleBroken:
        return None


def worth_fen(file: CaseFile) -> int | None:
    """What a case is about in money: agreed, else asked for."""
    agreed = total_fen(file.agreement) if file.agreement else None
    return claimed_fen(file.case.claims) if agreed is None else agreed


def own_words(text: str, file: CaseFile) -> str:
    """Words common to all as one case has them: its own applicants and sum at their places."""
    worth = worth_fen(file)
    names = "、".join(party.name for party in file.of_role("applicant"))
    return text.replace(NAME, names).replace(AMOUNT, "" if worth is None else format_yuan(worth))


def others_named(text: str, files: Sequence[CaseFile]) -> list[str]:
    """Applicants whom words common to all would name in the papers of every other case."""
    if len(files) < 2:
        return []
    names = dict.fromkeys(party.name for file in files for party in file.of_role("applicant"))
    return [name for name in names if len(name) > 1 and name in text]


def intake_of(common: Intake, member: SeriesMember) -> Intake:
    """The intake of one member: its own people before those of all, its own claims."""
    case = common.case.model_copy(update={"claims": claims_of(common.case.claims, member)})
    return common.model_copy(update={"case": case, "parties": (*member.parties, *common.parties)})


def common_of(file: CaseFile, accepted_on: date) -> Intake:
    """What a member's case says for all, to take in those who come later."""
    others = (entry_of(party) for party in file.parties if party.role != "applicant")
    anew = tuple(
        entry.model_copy(
            update={"id": None, "agents": tuple(AgentEntry(facts=one.facts) for one in entry.agents)}
        )
        for entry in others
    )
    claims = _SUM.sub("", file.case.claims).rstrip("。；; ")
    case = file.case.model_copy(update={"accepted_on": accepted_on, "claims": claims})
    return Intake(dispute=file.dispute, case=case, parties=anew)


def duty_of(duty: JointDuty, file: CaseFile) -> DutyFacts | None:
    """A joint duty in one case; None for money that nobody owes there."""
    amount = duty.amounts.get(file.id) if duty.kind == "pay" else None
    if duty.kind == "pay" and not amount:
        return None
    owing = [party for party in file.parties if party.name in duty.debtors] or file.of_role("respondent")
    parts = shared_out(amount, duty.shares) if amount else ()
    return DutyFacts(
        kind=duty.kind,
        debtors=tuple(party.id for party in owing),
        creditors=tuple(party.id for party in file.of_role("applicant")),
        what=own_words(duty.what, file),
        amount_fen=amount,
        instalments=parts,
        due_on=None if parts else duty.due_on,
        place=duty.place,
        way=duty.way,
    )


def shared_out(amount_fen: int, shares: Sequence[Share]) -> tuple[Instalment, ...]:
    """A sum in parts as their weights, to the last 分; whole 元 stay whole, the last part takes the rest."""
    if not shares:
        return ()
    whole = sum(share.weight for share in shares)
    if any(share.weight < 1 for share in shares) or amount_fen < len(shares):
        raise RuleBroken("instalments-count", field="instalments", count=len(shares))
    unit = YUAN if amount_fen % YUAN == 0 and amount_fen // YUAN >= whole else 1
    parts = [amount_fen * share.weight // whole // unit * unit for share in shares]
    parts[-1] += amount_fen - sum(parts)
    return tuple(
        Instalment(amount_fen=part, due_on=share.due_on) for part, share in zip(parts, shares, strict=True)
    )


def signing_of(days: SignedTogether, file: CaseFile) -> Signing:
    """The signatures of one case; a hand that has signed already keeps its day."""
    old = file.agreement.signing if file.agreement else Signing()
    fresh = (
        {} if days.parties_on is None else dict.fromkeys((one.id for one in file.parties), days.parties_on)
    )
    return Signing(
        parties=fresh | old.parties,
        mediator_on=old.mediator_on or days.mediator_on,
        recorder_on=old.recorder_on or days.recorder_on,
        sealed_on=old.sealed_on or days.sealed_on,
    )


def left_fen(file: CaseFile, until: date | None = None) -> int:
    """Money still owed in a case; with `until` only what is due by then, and all where nothing is."""
    duties = file.agreement.duties if file.agreement else ()
    dues = [due for duty in duties if duty.kind == "pay" for due in still_due(duty)]
    now = [due for due in dues if until and due.due_on and due.due_on <= until]
    return sum(due.amount_fen or 0 for due in now or dues)


def unsigned(file: CaseFile) -> int:
    """How many hands are still missing under the agreement."""
    if file.agreement is None:
        return 0
    return len(missing_hands(file.agreement, tuple(party.id for party in file.parties)))


def series_name(members: Sequence[str], common: Intake) -> str:
    """What a series is called that was given no name."""
    respondents = [entry.facts.name for entry in common.parties if entry.role == "respondent"]
    first = members[0] if len(members) == 1 else f"{members[0]}等{len(members)}人"
    return "与".join((first, *respondents[:1])) + common.dispute.type_written


def file_names(files: Sequence[CaseFile], title: str) -> list[str]:
    """A name for the file of each case that every disk accepts, no two alike."""
    return [
        safe_file_name(f"{file.code} {'、'.join(one.name for one in file.of_role('applicant'))} {title}")
        for file in files
    ]


def chosen_of(files: Mapping[int, CaseFile], only: Collection[int] | None) -> list[CaseFile]:
    """The cases that take part, in their order; one that is no member is refused."""
    if only is None:
        return list(files.values())
    if not set(only) <= files.keys():
        raise RuleBroken("case-not-in-series", field="members")
    return [file for case_id, file in files.items() if case_id in set(only)]
