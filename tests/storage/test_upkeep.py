"""What an older program left is renewed once: the search index, which has learnt the initials of names."""

import shutil
from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.domain.ledger_case import LedgerCase
from mediator.storage import search, upkeep
from mediator.storage.ledger_write import add_ledger_cases
from mediator.storage.store import FILE_NAME, Store, open_store
from tests.people import ACCEPTED, full_case, simple_case

OLD = sorted((Path(__file__).parents[1] / "fixtures" / "databases").glob("v*.db"))


def found(store: Store, query: str) -> list[int]:
    with store.look() as work:
        return search.find(work, query)


def forget(store: Store) -> None:
    """The index as an older program left it: without initials and without a mark."""
    with store.work() as work:
        work.session.connection().exec_driver_sql("DELETE FROM setting WHERE key = 'search_edition'")
        search.renew(work, [(case_id, "") for case_id, _ in upkeep.case_numbers(work)])


def names_on_file(store: Store) -> list[tuple[int, str]]:
    with store.look() as work:
        rows = work.session.connection().exec_driver_sql(
            "SELECT case_party.case_id, party.name FROM case_party"
            " JOIN party ON party.id = case_party.party_id WHERE NOT case_party.removed"
        )
        return [(row[0], row[1]) for row in rows]


def test_a_case_written_today_is_found_by_initials(desk: Desk) -> None:
    case_id = simple_case(desk)
    names = [party.name for party in desk.file(case_id).parties]
    for name in names:
        assert case_id in found(desk.store, search.spellings(name)[0])
    assert found(desk.store, "qqqqq") == []


def test_a_case_of_a_ledger_is_found_by_initials(desk: Desk) -> None:
    row = LedgerCase(
        code="",
        accepted_on=ACCEPTED,
        source="own",
        type_written="邻里",
        summary="楼道堆物。",
        parties=(("applicant", "张三测"), ("respondent", "单四测")),
    )
    with desk.store.work() as work:
        (added,) = add_ledger_cases(work, [row])
    for typed in ("zsc", "ZSC", "sc", "ｚｓｃ", "ssc", "dsc", "zsc ssc", "张 ssc"):
        assert found(desk.store, typed) == [added.case_id], typed
    assert found(desk.store, "zsx") == []


def test_an_old_index_is_renewed_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [simple_case(desk), full_case(desk)]
    forget(desk.store)
    assert found(desk.store, "甲") == []
    upkeep.make_ready(desk.store)
    for case_id, name in names_on_file(desk.store):
        assert case_id in found(desk.store, search.spellings(name)[0])
        assert case_id in found(desk.store, name)
    assert {case_id for case_id, _ in names_on_file(desk.store)} == set(ids)

    def again(*_args: object) -> None:
        raise AssertionError("renewed a second time")

    monkeypatch.setattr(upkeep.cases, "index_anew", again)
    upkeep.make_ready(desk.store)
    monkeypatch.setattr(search, "EDITION", search.EDITION + 1)
    with pytest.raises(AssertionError, match="second time"):
        upkeep.make_ready(desk.store)


def test_a_renewal_that_breaks_off_leaves_the_old_index(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    simple_case(desk)
    full_case(desk)
    forget(desk.store)
    with desk.store.work() as work:
        search.renew(work, [(1, search.words(["旧"]))])
    monkeypatch.setattr(upkeep, "AT_ONCE", 1)
    renew, calls = upkeep.cases.index_anew, []

    def second_fails(work: upkeep.Work, ids: list[int]) -> None:
        calls.append(ids)
        if len(calls) == 2:
            raise ZeroDivisionError
        renew(work, ids)

    monkeypatch.setattr(upkeep.cases, "index_anew", second_fails)
    with pytest.raises(ZeroDivisionError):
        upkeep.make_ready(desk.store)
    assert found(desk.store, "旧") == [1]
    monkeypatch.setattr(upkeep.cases, "index_anew", renew)
    upkeep.make_ready(desk.store)
    assert found(desk.store, "旧") == []


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_every_older_database_is_searched_by_initials(old: Path, tmp_path: Path) -> None:
    shutil.copyfile(old, tmp_path / FILE_NAME)
    with open_store(tmp_path) as store:
        named = names_on_file(store)
        assert named
        upkeep.make_ready(store)
        assert all(case_id in found(store, search.spellings(name)[0]) for case_id, name in named)
