"""What happens in a case: one way to load, save and put away each kind of record of a case."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import select
from sqlmodel import SQLModel

from mediator.domain.agreement import Signing
from mediator.domain.attachment import Attachment, AttachmentFacts
from mediator.domain.caucus import Caucus, CaucusFacts
from mediator.domain.extension import Extension, ExtensionFacts
from mediator.domain.facts import Facts
from mediator.domain.follow_up import Visit, VisitFacts
from mediator.domain.hearing import Hearing, HearingFacts
from mediator.domain.inquiry import Inquiry, InquiryFacts
from mediator.domain.replacement import Replacement, ReplacementFacts
from mediator.domain.supplement import Supplement, SupplementFacts
from mediator.storage.rows import added, columns, facts_of, get, grouped, put, table_of
from mediator.storage.store import Work
from mediator.storage.tables.attachment import AttachmentRow
from mediator.storage.tables.hearing import HearingRow, VisitRow
from mediator.storage.tables.procedure import (
    CaucusRow,
    ExtensionRow,
    InquiryRow,
    ReplacementRow,
    SupplementRow,
)

F = TypeVar("F", bound=Facts)
R = TypeVar("R", bound=Facts)


@dataclass(frozen=True, slots=True)
class Records(Generic[F, R]):
    """One kind of record: its table, what it becomes, and the columns that order and number it."""

    row: type[SQLModel]
    kind: type[R]
    order: tuple[str, ...]

    def of_cases(self, work: Work, case_ids: Sequence[int]) -> dict[int, tuple[R, ...]]:
        """The records of each case, numbered from 1 in their order."""
        table = table_of(self.row)
        query = (
            select(self.row)
            .where(table.c.case_id.in_(case_ids), ~table.c.removed)
            .order_by(*(table.c[name] for name in (*self.order, "id")))
        )
        found: dict[int, list[Any]] = grouped(
            work.session.execute(query).scalars(), lambda row: int(row.case_id)
        )
        return {
            case_id: tuple(self._record(row, number) for number, row in enumerate(rows, 1))
            for case_id, rows in found.items()
        }

    def save(self, work: Work, case_id: int, facts: F, record_id: int | None = None) -> int:
        """Add a record or correct one; its id."""
        if record_id is None:
            row: Any = added(work, self.row(case_id=case_id, **columns(facts)))
            return int(row.id)
        put(get(work, self.row, record_id), columns(facts))
        work.session.flush()
        return record_id

    def remove(self, work: Work, record_id: int) -> None:
        """Put a record away, where it stays for the history."""
        put(get(work, self.row, record_id), {"removed": True})
        work.session.flush()

    def _record(self, row: Any, number: int) -> R:
        more: dict[str, Any] = {"ordinal": number}
        if hasattr(row, "signing"):
            more["signing"] = Signing.model_validate(row.signing)
        return facts_of(self.kind, row, **more)


HEARINGS: Final[Records[HearingFacts, Hearing]] = Records(HearingRow, Hearing, ("held_on", "began"))
VISITS: Final[Records[VisitFacts, Visit]] = Records(VisitRow, Visit, ("on",))
INQUIRIES: Final[Records[InquiryFacts, Inquiry]] = Records(InquiryRow, Inquiry, ("held_on", "began"))
CAUCUSES: Final[Records[CaucusFacts, Caucus]] = Records(CaucusRow, Caucus, ("held_on", "began"))
EXTENSIONS: Final[Records[ExtensionFacts, Extension]] = Records(ExtensionRow, Extension, ("agreed_on",))
REPLACEMENTS: Final[Records[ReplacementFacts, Replacement]] = Records(ReplacementRow, Replacement, ("on",))
SUPPLEMENTS: Final[Records[SupplementFacts, Supplement]] = Records(SupplementRow, Supplement, ("agreed_on",))
ATTACHMENTS: Final[Records[AttachmentFacts, Attachment]] = Records(AttachmentRow, Attachment, ("position",))


def save_supplement_signing(work: Work, supplement_id: int, signing: Signing) -> None:
    """Write down who has signed a supplementary agreement and when."""
    put(get(work, SupplementRow, supplement_id), {"signing": signing.model_dump(mode="json")})
    work.session.flush()
