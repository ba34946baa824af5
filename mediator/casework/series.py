"""Open many disputes of one kind at once, each with a case of its own; see who of them is where."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

from mediator.casework.accept import open_case
from mediator.casework.desk import Act, Desk, refuse_closed
from mediator.domain.case import Intake
from mediator.domain.case_check import check_case
from mediator.domain.casefile import CaseFile, sides
from mediator.domain.decision import Series
from mediator.domain.errors import NotFound, RuleBroken
from mediator.domain.party import PartyEntry
from mediator.domain.series import SeriesMember, SeriesState, chosen_of, intake_of, series_name
from mediator.storage import cases, series
from mediator.storage.store import Work

Only = Collection[int] | None  # ids of the cases that take part; None means every one of the series


def open_series(desk: Desk, name: str, common: Intake, members: Sequence[SeriesMember]) -> int:
    """Take in a case for each member, all or none; the id of the series."""
    if not members:
        raise RuleBroken("series-empty", field="members")
    called = name.strip() or series_name([member.name for member in members], common)
    with desk.store.work() as work:
        series_id = series.add(work, called, common.case.accepted_on)
        _take_in(desk, work, series_id, common, members)
        return series_id


def add_members(desk: Desk, series_id: int, common: Intake, members: Sequence[SeriesMember]) -> list[int]:
    """Take in those who come later; the ids of their cases."""
    if not members:
        raise RuleBroken("series-empty", field="members")
    with desk.store.work() as work:
        _series(work, series_id)
        return _take_in(desk, work, series_id, common, members)


def join_series(desk: Desk, case_id: int, series_id: int) -> None:
    """Let a case that was taken in singly go along with a series."""
    with desk.act("join-series", case_id) as act:
        _series(act.work, series_id)
        if act.file.series is not None:
            raise RuleBroken("case-in-series", field="members", name=act.file.series.name)
        series.join(act.work, case_id, series_id)


def leave_series(desk: Desk, case_id: int) -> None:
    """Treat a case singly from now on; it stays what it is."""
    with desk.act("leave-series", case_id) as act:
        if act.file.series is None:
            raise RuleBroken("case-not-in-series", field="members")
        series.join(act.work, case_id, None)


def series_state(desk: Desk, series_id: int) -> SeriesState:
    """A series with all of its cases as they stand; NotFound('series-unknown')."""
    with desk.store.look() as work:
        found = _series(work, series_id)
        return SeriesState(found, tuple(cases.load_many(work, series.members(work, series_id))))


def every_series(desk: Desk) -> list[tuple[Series, int]]:
    """(series, how many cases it has), the newest first; those whose cases have all left are gone."""
    with desk.store.look() as work:
        counted = [(one, len(series.members(work, one.id))) for one in series.every(work)]
    return [(one, count) for one, count in counted if count]


def together(
    desk: Desk, work: Work, verb: str, series_id: int, only: Only, do: Callable[[Act], None]
) -> None:
    """Do one act upon each chosen case of a series inside a transaction; a refusal names the case."""
    _series(work, series_id)
    ids = series.members(work, series_id)
    files = {file.id: file for file in cases.load_many(work, ids)}
    chosen = chosen_of(files, only)
    if not chosen:
        raise RuleBroken("series-empty", field="members")
    for file in chosen:
        with _naming_file(file):
            refuse_closed(file)
            do(Act(work, file, desk.store.folder))
    finish_all(desk, work, verb, {file.id: file for file in chosen})


def finish_all(desk: Desk, work: Work, verb: str, before: Mapping[int, CaseFile | None]) -> None:
    """Check many cases as they stand now, renew their search words and write the audit row of each.

    Reading them one by one, as a single act does, took ten seconds for three hundred.
    """
    for after in cases.load_many(work, tuple(before)):
        with _naming_file(after):
            check_case(after, desk.today())
        desk.tell(work, verb, before[after.id], after)
    cases.index_anew(work, tuple(before))


def _naming_file(file: CaseFile) -> AbstractContextManager[None]:
    return naming(file.code, sides(file))


@contextmanager
def naming(number: str, who: str) -> Iterator[None]:
    """Say of a refusal which case and whom it is about."""
    try:
        yield
    except RuleBroken as refusal:
        raise RuleBroken(
            "series-refused", field=refusal.field, number=number, who=who, why=refusal
        ) from refusal


def _take_in(
    desk: Desk, work: Work, series_id: int, common: Intake, members: Sequence[SeriesMember]
) -> list[int]:
    made: list[int] = []
    shared = common
    for number, member in enumerate(members, 1):
        with naming(f"第{number}人", member.name):
            case_id = open_case(desk, work, intake_of(shared, member), numbered=True)
            series.join(work, case_id, series_id)
        if not made:  # the register knows the other side from the first case on
            shared = _known(shared, cases.load(work, case_id), len(member.parties))
        made.append(case_id)
    finish_all(desk, work, "accept", dict.fromkeys(made))
    return made


def _known(common: Intake, first: CaseFile, own: int) -> Intake:
    entries: list[PartyEntry] = [
        entry.model_copy(update={"person_id": party.person_id})
        for entry, party in zip(common.parties, first.parties[own:], strict=True)
    ]
    return common.model_copy(update={"parties": tuple(entries)})


def _series(work: Work, series_id: int) -> Series:
    found = next((one for one in series.every(work) if one.id == series_id), None)
    if found is None:
        raise NotFound("series-unknown")
    return found
