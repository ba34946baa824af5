"""Whether the data are whole: file, links, numbers, history, and every case by the rules of the domain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mediator.codes import word
from mediator.domain.case_check import check_case
from mediator.domain.errors import Damaged, MediatorError
from mediator.storage import attachments, cases, number_book, papers, upkeep
from mediator.storage.bulk import uncollected
from mediator.storage.store import Store, Work

NO_CLOCK = date.max  # a ledger may hold days to come; that is no damage
AT_ONCE = 500  # cases read by one set of statements


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
        wrong = [*_between_tables(work), *_number_gaps(work), *_files(store, work), *_cases(work, numbers)]
        return Findings(len(numbers), upkeep.history_length(work), wrong)


def _between_tables(work: Work) -> Iterator[MediatorError]:
    for table, count in upkeep.broken_links(work).items():
        yield Damaged("check-link-broken", table=table, count=count)
    for number, count in upkeep.numbers_given_twice(work).items():
        yield Damaged("check-number-twice", number=number, count=count)
    for number in upkeep.without_history(work):
        yield Damaged("check-no-history", number=number)


def _number_gaps(work: Work) -> Iterator[MediatorError]:
    """Serials that no record explains; a case in the bin or a number in use elsewhere does."""
    for kind, year in number_book.series(work):
        for gap in number_book.gaps_of(work, kind, year):
            if gap.why == "unknown":
                title = word("number_series", kind)
                yield Damaged("check-number-gap", year=year, title=title, serial=gap.serial)


def _files(store: Store, work: Work) -> Iterator[MediatorError]:
    """Every sealed paper and attachment is there, byte for byte."""
    titles = [(sha256, name) for sha256, _, name in attachments.all_files(work)]
    titles += [(sha256, f"{key} {version}") for _, key, version, sha256 in papers.all_seals(work)]
    for sha256, title in titles:
        try:
            attachments.read_bytes(store.folder, sha256)
        except MediatorError as error:
            yield Damaged("check-file-of-case", title=title, detail=error)


def _cases(work: Work, numbers: list[tuple[int, str]]) -> Iterator[MediatorError]:
    for start in range(0, len(numbers), AT_ONCE):
        with uncollected():
            found = list(_of_cases(work, numbers[start : start + AT_ONCE]))
        yield from found
        work.session.expunge_all()  # or ten thousand cases would stay in memory


def _of_cases(work: Work, numbers: Sequence[tuple[int, str]]) -> Iterator[MediatorError]:
    try:
        files = cases.load_many(work, [case_id for case_id, _ in numbers])
    except (MediatorError, ValueError, TypeError, LookupError) as error:
        if len(numbers) > 1:  # one that cannot be read hides the others: look at each
            for one in numbers:
                yield from _of_cases(work, [one])
        else:
            yield _unreadable(numbers[0][1], error)
        return
    for file in files:
        try:
            check_case(file, NO_CLOCK)
        except (MediatorError, ValueError, TypeError, LookupError) as error:
            yield _unreadable(file.code, error)


def _unreadable(number: str, error: Exception) -> MediatorError:
    if isinstance(error, MediatorError):
        return Damaged("check-case-contradiction", number=number, detail=error)
    return Damaged("check-case-unreadable", number=number, detail=type(error).__name__)
