"""The desk: who works at which store, and the one way a case is changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from mediator.domain.case_check import check_case
from mediator.domain.casefile import CaseFile, HistoryEntry
from mediator.domain.difference import difference
from mediator.domain.errors import RuleBroken
from mediator.domain.facts import Facts
from mediator.domain.office import Office, Settings
from mediator.storage import audit, cases, offices
from mediator.storage.store import Store, Work


def local_now() -> datetime:
    """The time of this computer, with its time zone."""
    return datetime.now().astimezone()


class OnRecord(Protocol):
    """Something a case keeps under an id of its own."""

    @property
    def id(self) -> int:
        """The id."""
        ...


@dataclass(frozen=True)
class Act:
    """A change of a case in progress; `file` is the case as it was before, `folder` where its data lie."""

    work: Work
    file: CaseFile
    folder: Path


@dataclass(frozen=True)
class Desk:
    """A mediator at work; every act carries the name of `who`."""

    store: Store
    who: str
    now: Callable[[], datetime] = field(default=local_now)

    def today(self) -> date:
        """The day of this desk."""
        return self.now().date()

    @contextmanager
    def act(self, verb: str, case_id: int, *, facts: bool = True) -> Iterator[Act]:
        """Change a case: all of its facts are checked again and the audit row is written, or nothing is.

        `facts` False is for an act that changes no fact of the case, such as printing: the archive allows it,
        and a ledger's old contradictions or a clock set back do not stop it.
        """
        with self.store.work() as work, self.acting(work, verb, case_id, facts=facts) as act:
            yield act

    @contextmanager
    def acting(self, work: Work, verb: str, case_id: int, *, facts: bool = True) -> Iterator[Act]:
        """The same inside a transaction that is already open, for an act upon several cases."""
        before = cases.load(work, case_id)
        refuse_closed(before, facts=facts)
        yield Act(work, before, self.store.folder)
        self.finish(work, verb, before, case_id, facts=facts)

    def finish(
        self, work: Work, verb: str, before: CaseFile | None, case_id: int, *, facts: bool = True
    ) -> None:
        """Check the whole case as it stands now, renew its search words and write its audit row."""
        after = cases.load(work, case_id)
        if facts:
            check_case(after, self.today())
            cases.index_for_search(work, after)
        self.tell(work, verb, before, after)

    def tell(self, work: Work, verb: str, before: CaseFile | None, after: CaseFile) -> None:
        """Write the audit row of a case, where something changed."""
        old, new = difference(before, after)
        if old or new:
            audit.write(work, at=self.now(), who=self.who, verb=verb, case_id=after.id, before=old, after=new)

    def note(self, work: Work, verb: str, before: Facts | None, after: Facts | None) -> None:
        """Write the audit row of an act that is about no case."""
        old, new = audit.difference(before, after)
        if old or new:
            audit.write(work, at=self.now(), who=self.who, verb=verb, before=old, after=new)

    def file(self, case_id: int) -> CaseFile:
        """One case as it stands."""
        with self.store.look() as work:
            return cases.load(work, case_id)

    def file_of(self, number: str) -> CaseFile:
        """A case by 案件编码 or 卷号."""
        with self.store.look() as work:
            return cases.load(work, cases.find_id(work, number))

    def history(self, case_id: int) -> list[HistoryEntry]:
        """Everything that was done to a case, oldest first."""
        with self.store.look() as work:
            return audit.of_case(work, case_id)

    def office(self) -> Office:
        """The office of this desk."""
        with self.store.look() as work:
            return offices.office(work)

    def settings(self) -> Settings:
        """What the office has set."""
        with self.store.look() as work:
            return offices.settings(work)


def refuse_closed(file: CaseFile, *, facts: bool = True) -> None:
    """A case in the recycle bin or, where facts are to change, in the archive is left alone."""
    if file.is_removed:
        raise RuleBroken("case-removed", number=file.code)
    if file.is_archived and facts:
        raise RuleBroken("case-archived", number=file.code)


def refuse_stranger(record_id: int | None, own: Iterable[OnRecord]) -> None:
    """Refuse to correct or put away a record that is none of the case's `own`; None names a new one."""
    if record_id is not None and record_id not in {one.id for one in own}:
        raise RuleBroken("record-not-here")


def refuse_refused(file: CaseFile) -> None:
    """A dispute that was turned away goes no further."""
    if file.ending.outcome == "refused":
        raise RuleBroken("case-ended", outcome="refused")
