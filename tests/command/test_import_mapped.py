"""A room's own sheet comes in by its mapping: whole or not at all, and counts as our own ledger does."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mediator.casework.desk import Desk
from mediator.casework.keep_mapping import keep_mapping
from mediator.exchange.mapping_file import mapping_bytes
from mediator.storage.store import open_store
from tests.command.run import Mediator
from tests.exchange.books import book, errors
from tests.exchange.foreign_books import CASES, LAYOUTS, ROWS, Layout, save_book

FAULTS = 50
layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def mapped(layout: Layout, folder: Path) -> Path:
    """The mapping a person made of the clean file, as a file of its own."""
    made = folder / "对应关系.json"
    made.write_bytes(mapping_bytes(layout.mapping(layout.save(folder))))
    return made


def figures(mediator: Mediator, out: Path) -> dict[str, Any]:
    """Every figure of October, by its key; the codes behind them differ from room to room."""
    found = {}
    for key in ("people-cases", "zongzhi-monthly"):
        assert mediator("report", key, "--period", "2026-10", "--out", out).code == 0
        sheet = json.loads(out.read_text(encoding="utf-8"))
        assert all(check["ok"] for check in sheet["checks"])
        found |= {(key, line["key"]): (line["value"], len(line["cases"])) for line in sheet["rows"]}
    return found


@layouts
def test_every_seeded_fault_is_told_and_nothing_is_written(
    mediator: Mediator, data: Path, tmp_path: Path, layout: Layout
) -> None:
    rules = mapped(layout, tmp_path)
    bad = layout.save(tmp_path, FAULTS)
    ran = mediator("import", bad, "--mapping", rules, "--errors", tmp_path / "e.xlsx")
    told = errors(tmp_path / "e.xlsx")
    assert (ran.code, data.exists()) == (1, False)
    assert [int(line[1]) for line in told] == [layout.first_row() + place for place in range(FAULTS)]
    heads = ["".join(head.split()).translate({0xFF08: "(", 0xFF09: ")"}) for head, _ in layout.wrong]
    assert [line[2] for line in told] == [heads[place % len(heads)] for place in range(FAULTS)]
    assert all(line[4] for line in told)


@layouts
def test_after_mending_it_counts_as_the_same_cases_in_our_own_ledger(
    mediator: Mediator, plain: Mediator, tmp_path: Path, layout: Layout
) -> None:
    rules = mapped(layout, tmp_path)
    theirs = layout.save(tmp_path)
    rehearsal = mediator("import", theirs, "--mapping", rules, "--dry-run")
    assert (rehearsal.code, f"新增 {ROWS} 件" in rehearsal.out) == (0, True)
    assert f"新增 {ROWS} 件" in mediator("import", theirs, "--mapping", rules).out
    again = mediator("import", theirs, "--mapping", rules)
    assert (again.code, f"新增 0 件，已有 {ROWS} 件" in again.out) == (0, True)

    def own(*words: object) -> Any:
        return plain("--data", tmp_path / "own", *words)

    assert own("import", book(tmp_path / "own.xlsx", [case.ours() for case in CASES])).code == 0
    assert figures(mediator, tmp_path / "a.json") == figures(own, tmp_path / "b.json")


def test_a_mended_mapping_does_not_bring_the_same_rows_again(mediator: Mediator, tmp_path: Path) -> None:
    layout = next(one for one in LAYOUTS if one.name == "村台账")
    path = layout.save(tmp_path)
    rules = mapped(layout, tmp_path)
    assert mediator("import", path, "--mapping", rules).code == 0
    mapping = layout.mapping(path)
    form = mapping.rule("form").model_copy(update={"otherwise": "口头协议"})
    rules.write_bytes(mapping_bytes(mapping.with_rule(form)))
    assert f"新增 0 件，已有 {ROWS} 件" in mediator("import", path, "--mapping", rules).out


def test_a_mapping_the_office_keeps_is_named(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    layout = LAYOUTS[0]
    path = layout.save(tmp_path)
    assert "（没有）" in mediator("import", path, "--mapping", "浙江").err
    assert mediator("import", book(tmp_path / "empty.xlsx", [])).code == 0
    with open_store(data) as store:
        keep_mapping(Desk(store, "王测"), layout.mapping(path))
    missing = mediator("import", path, "--mapping", "江苏")
    assert (missing.code, "现有：浙江" in missing.err) == (1, True)
    assert f"新增 {ROWS} 件" in mediator("import", path, "--mapping", "浙江").out


def test_skipped_rows_and_bad_rows_are_told_apart(mediator: Mediator, tmp_path: Path) -> None:
    layout = next(one for one in LAYOUTS if one.name == "村台账")
    rules = mapped(layout, tmp_path)
    ran = mediator("import", layout.save(tmp_path, 3), "--mapping", rules, "--skip-bad-rows")
    assert (ran.code, f"新增 {ROWS - 3} 件，跳过 3 行" in ran.out) == (0, True)
    assert "等 2 行不是案件" in ran.out


def test_a_sheet_is_named_and_a_wrong_name_is_refused(mediator: Mediator, tmp_path: Path) -> None:
    layout = LAYOUTS[0]
    rules, path = mapped(layout, tmp_path), layout.save(tmp_path)
    wrong = mediator("import", path, "--mapping", rules, "--sheet", "二月")
    assert (wrong.code, "现有：台账" in wrong.err) == (1, True)
    assert mediator("import", path, "--mapping", rules, "--sheet", "台账").code == 0
    assert mediator("import", path, "--sheet", "台账").code == 2
    made = openpyxl.load_workbook(path)
    made.copy_worksheet(made.worksheets[0]).title = "二月"
    made.save(path)
    assert "读的是工作表“台账”，另有 1 张没有读" in mediator("import", path, "--mapping", rules).out


def test_heads_that_are_gone_are_named(mediator: Mediator, tmp_path: Path) -> None:
    rules = mapped(LAYOUTS[0], tmp_path)
    other = save_book(tmp_path / "other.xlsx", [["日期", "姓名"], ["2026-10-01", "甲一"]])
    ran = mediator("import", other, "--mapping", rules)
    assert (ran.code, "受理时间" in ran.err) == (1, True)


@pytest.mark.parametrize(
    "text", ["", "[]", '{"kind": "x"}', "{" * 100_000, '{"kind": "mediator-ledger-mapping"}']
)
def test_a_file_that_is_no_mapping_is_refused(mediator: Mediator, tmp_path: Path, text: str) -> None:
    rules = tmp_path / "a.json"
    rules.write_text(text, encoding="utf-8")
    ran = mediator("import", LAYOUTS[0].save(tmp_path), "--mapping", rules)
    assert (ran.code, "不是对应关系文件" in ran.err) == (1, True)
