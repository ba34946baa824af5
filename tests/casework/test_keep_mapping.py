"""How a room's own sheet is read is kept with the office and given to another."""

from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.casework.keep_mapping import drop_mapping, keep_mapping, kept_mapping, kept_mappings
from mediator.casework.set_up import save_settings
from mediator.domain.errors import MediatorError
from mediator.domain.ledger_mapping import LedgerMapping, Rule
from mediator.domain.office import Settings
from mediator.exchange.mapping_file import mapping_bytes, read_mapping

MAPPING = LedgerMapping(
    name="甲村台账",
    headers=("日期", "来源"),
    rules=(Rule(field="source", columns=("来源",), words={"来访": "依申请调解"}),),
    year=2026,
)


def test_a_mapping_is_kept_replaced_and_dropped(desk: Desk) -> None:
    keep_mapping(desk, MAPPING)
    keep_mapping(desk, MAPPING.model_copy(update={"name": " 乙村台账 "}))
    keep_mapping(desk, MAPPING.model_copy(update={"year": 2027}))
    assert [(one.name, one.year) for one in kept_mappings(desk)] == [("乙村台账", 2026), ("甲村台账", 2027)]
    assert kept_mapping(desk, "甲村台账").rules == MAPPING.rules
    drop_mapping(desk, "甲村台账")
    assert [one.name for one in kept_mappings(desk)] == ["乙村台账"]


def test_the_settings_of_the_office_leave_the_mappings_alone(desk: Desk) -> None:
    keep_mapping(desk, MAPPING)
    save_settings(desk, Settings(cut_day=26))
    assert kept_mappings(desk) == [MAPPING]


def test_a_mapping_needs_a_name(desk: Desk) -> None:
    with pytest.raises(MediatorError) as caught:
        keep_mapping(desk, MAPPING.model_copy(update={"name": " "}))
    assert caught.value.code == "mapping-name-missing"
    assert kept_mappings(desk) == []


def test_a_mapping_goes_to_another_room_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(mapping_bytes(MAPPING))
    assert read_mapping(path) == MAPPING


def test_a_mapping_of_fields_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(mapping_bytes(MAPPING.with_rule(Rule(field="password", otherwise="x"))))
    with pytest.raises(MediatorError) as caught:
        read_mapping(path)
    assert caught.value.code == "mapping-file-broken"
