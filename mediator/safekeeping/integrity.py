"""Whether the data are whole: file, links, numbers, history, and every case by the rules of the domain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mediator.domain.case_check import check_case
from mediator.domain.errors import Damaged, MediatorError
from mediator.storage import cases, upkeep
from mediator.storage.store import Store, Work

NO_CLOCK = date.max  # a ledger may hold days to come; that is no damage


@dataclass(frozen=True, slots=True)
class Findings:
    """How much was looked at, and everything that is wrong."""

    cases: int
    acts: int
    wrong: list[MediatorError]


def examine(store: Store) -> Findings:
    """Look through all data without changing any."""
    with store.look() as work:
        faults = upkeep.file_faults(work)
        if faults:  # nothing else can be trusted then
            return Findings(0, 0, [Damaged("check-file-damaged", detail=fault) for fault in faults])
        numbers = upkeep.case_numbers(work)
        wrong = [*_between_tables(work), *_cases(work, numbers)]
        return Findings(len(numbers), upkeep.history_length(work), wrong)


def _between_tables(work: Work) -> Iterator[MediatorError]:
    for table, count in upkeep.broken_links(work).items():
        yield Damaged("check-link-broken", table=table, count=count)
    for number, count in upkeep.numbers_given_twice(work).items():
        yield Damaged("check-number-twice", number=number, count=count)
    for number in upkeep.without_history(work):
        yield Damaged("check-no-history", number=number)


def _cases(work: Work, numbers: list[tuple[int, str]]) -> Iterator[MediatorError]:
    for case_id, number in numbers:
        try:
            check_case(cases.load(work, case_id), NO_CLOCK)
        except MediatorError as error:
            yield Damaged("check-case-contradiction", number=number, detail=error)
        except (ValueError, TypeError, LookupError) as error:
            yield Damaged("check-case-unreadable", number=number, detail=type(error).__name__)
        finally:
            work.session.expunge_all()  # or ten thousand cases would stay in memory
