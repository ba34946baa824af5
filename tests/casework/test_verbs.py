"""Every verb of the desk: one audit row in its own transaction, nothing in an archived case, nothing half."""

import pytest

from mediator.casework.recycle import remove_case
from mediator.domain.errors import NotFound, RuleBroken
from mediator.storage import audit
from tests.casework.scene import ON_CASE, PRINT, UNTOLD, VERBS, Scene, snapshot, writing_verbs
from tests.casework.series_scene import JOINT
from tests.people import NOW


def test_every_writing_verb_is_tried_here() -> None:
    assert {name.split()[0] for name in VERBS} == writing_verbs()


TOLD = [name for name in VERBS if name not in UNTOLD]
# a ledger has one row for the file and one for each case in it, the next mediation one for either case
TWO_ROWS = ("take_in.take_in", "reopen.mediate_again", "series.open_series", *JOINT)


@pytest.mark.parametrize("name", UNTOLD)
def test_words_that_are_no_record_are_not_told(scene: Scene, name: str) -> None:
    before = snapshot(scene.desk.store)
    VERBS[name](scene)
    after = snapshot(scene.desk.store)
    assert {table for table in after if after[table] != before[table]} <= {"draft", "phrase"}
    assert after != before


@pytest.mark.parametrize("name", TOLD)
def test_one_audit_row_tells_the_act(scene: Scene, name: str) -> None:
    before = snapshot(scene.desk.store)["audit"]
    VERBS[name](scene)
    after = snapshot(scene.desk.store)["audit"]
    assert after[: len(before)] == before
    new = after[len(before) :]
    assert len(new) == (2 if name in TWO_ROWS else 1)
    for row in new:
        assert row[1].startswith("2026-11-22 02:00:00")  # UTC
        assert row[2] == "王测"
        assert row[3]
        assert row[6] != "{}" or row[5] != "{}"


@pytest.mark.parametrize("name", TOLD)
def test_without_its_audit_row_nothing_is_saved(
    scene: Scene, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_values: object) -> None:
        raise ZeroDivisionError

    before = snapshot(scene.desk.store)
    monkeypatch.setattr(audit, "write", broken)
    with pytest.raises(ZeroDivisionError):
        VERBS[name](scene)
    assert snapshot(scene.desk.store) == before


CORRECTIONS = [
    *(
        "accept.correct_intake",
        "accept.correct_intake of parties",
        "refuse.correct_refusal",
        "conclude.agree again",
    ),
    *("hold_hearing.hold_hearing again", "follow_up.visit again", "perform.correct_performance"),
    *("conclude.sign", "close_facts.save_close_facts", "set_up.save_office", "set_up.save_settings"),
    *("sweep.save_sweep", "seal_paper.seal_paper", "archive.mark_printed"),
]


@pytest.mark.parametrize("name", CORRECTIONS)
def test_a_correction_that_corrects_nothing_is_not_told(scene: Scene, name: str) -> None:
    VERBS[name](scene)
    once = snapshot(scene.desk.store)["audit"]
    VERBS[name](scene)
    assert snapshot(scene.desk.store)["audit"] == once


@pytest.mark.parametrize("name", ON_CASE)
def test_an_archived_case_refuses_every_verb(scene: Scene, name: str) -> None:
    desk, file = scene.desk, scene.archived
    before = snapshot(desk.store)
    with pytest.raises(RuleBroken) as refusal:
        ON_CASE[name](desk, file)
    assert (refusal.value.code, refusal.value.values) == ("case-archived", {"number": file.code})
    assert snapshot(desk.store) == before


@pytest.mark.parametrize("name", [*ON_CASE, "print"])
def test_a_case_in_the_bin_refuses_every_verb_and_the_printer(scene: Scene, name: str) -> None:
    desk, file = scene.desk, scene.full
    remove_case(desk, file.id, "重复登记")
    before = snapshot(desk.store)
    with pytest.raises(RuleBroken) as refusal:
        {**ON_CASE, "print": PRINT}[name](desk, file)
    assert (refusal.value.code, refusal.value.values) == ("case-removed", {"number": file.code})
    assert snapshot(desk.store) == before


def test_an_archived_case_is_printed_and_the_print_is_told(scene: Scene) -> None:
    desk, file = scene.desk, scene.archived
    PRINT(desk, file)
    now = desk.file(file.id)
    (mark,) = now.papers
    assert (mark.key, mark.sha256, mark.printed_at) == ("agreement", "0" * 64, NOW)
    assert now.model_copy(update={"papers": ()}) == file
    assert desk.history(file.id)[-1].verb == "print"


@pytest.mark.parametrize("name", [*ON_CASE, "print"])
def test_a_case_that_is_not_there_is_refused(scene: Scene, name: str) -> None:
    desk, file = scene.desk, scene.full.model_copy(update={"id": 9999})
    before = snapshot(desk.store)
    with pytest.raises(NotFound) as refusal:
        {**ON_CASE, "print": PRINT}[name](desk, file)
    assert refusal.value.code == "record-gone"
    assert snapshot(desk.store) == before


def test_history_tells_the_old_and_the_new_value_at_the_right_time(scene: Scene) -> None:
    VERBS["accept.correct_intake"](scene)
    last = scene.desk.history(scene.full.id)[-1]
    assert (last.verb, last.who, last.at) == ("correct-intake", "王测", NOW)
    assert last.before == {"case.accepted_on": "2026-10-05", "case.remark": "a<b & c"}
    assert last.after == {"case.accepted_on": "2026-10-06", "case.remark": "更正"}
