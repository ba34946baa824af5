"""A room's own sheet is mapped in four steps, looked through, taken in, and known again next month."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from mediator.casework.keep_mapping import keep_mapping, kept_mappings
from mediator.casework.look_up import case_lines
from mediator.domain.browse import CaseFilter
from mediator.domain.ledger_mapping import Rule
from mediator.exchange.foreign import read_sheets
from mediator.exchange.mapping_file import mapping_bytes, read_mapping
from tests.exchange.books import book, row
from tests.exchange.foreign_books import LAYOUTS, ROWS, Layout, save_book
from tests.ui.conftest import Recorder
from tests.ui.hands import retype
from tests.ui.sheets import settle
from ui.dialogs.import_ledger import ImportLedger
from ui.dialogs.map_ledger import wizard
from ui.dialogs.map_ledger.wizard import LAST, MapLedger
from ui.services import Services

VILLAGE, COUNTY = LAYOUTS[2], LAYOUTS[3]


def opened(qtbot: QtBot, services: Services, path: Path) -> MapLedger:
    dialog = MapLedger(services, path, read_sheets(path))
    qtbot.addWidget(dialog, before_close_func=lambda _dialog: dialog.kept())
    dialog.show()
    return dialog


def count(services: Services) -> int:
    return case_lines(services.desk, CaseFilter())[1]


def say_the_rest(dialog: MapLedger, layout: Layout) -> None:
    """Choose what every row says in the column step."""
    for rule in layout.said:
        field = dialog.columns.rows[rule.field].otherwise
        field.set_value(rule.otherwise)
        field.changed.emit()


def walked(qtbot: QtBot, services: Services, path: Path, layout: Layout) -> MapLedger:
    """The wizard at its last step, the file looked through."""
    dialog = opened(qtbot, services, path)
    dialog.next_button.click()
    say_the_rest(dialog, layout)
    dialog.next_button.click()
    dialog.next_button.click()
    assert dialog.stack.currentIndex() == LAST
    settle(qtbot, services, dialog.back_button.isEnabled)
    return dialog


def test_from_a_strange_file_to_its_cases(
    qtbot: QtBot, services: Services, messages: Recorder, tmp_path: Path
) -> None:
    dialog = walked(qtbot, services, VILLAGE.save(tmp_path), VILLAGE)
    assert f"可以新增 {ROWS} 件" in dialog.check.numbers.text()
    assert "合计行 1 行、填表说明 1 行（第 64、65 行）" in dialog.check.skipped.text()
    assert count(services) == 0
    with qtbot.waitSignal(dialog.taken):
        dialog.next_button.click()
    assert count(services) == ROWS
    assert not dialog.next_button.isEnabled()
    messages.expect("stay")
    dialog.reject()
    assert dialog.isVisible()
    retype(dialog.check.keep.name.line, "A")
    dialog.check.keep.keep_button.click()
    assert [one.name for one in kept_mappings(services.desk)] == ["A"]
    dialog.reject()
    assert not dialog.isVisible()


def test_next_month_the_file_is_known_and_looked_through_at_once(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    path = VILLAGE.save(tmp_path)
    keep_mapping(services.desk, VILLAGE.mapping(path))
    dialog = opened(qtbot, services, path)
    settle(qtbot, services, dialog.next_button.isEnabled)
    assert (dialog.stack.currentIndex(), dialog.next_button.text()) == (LAST, "导入")
    assert "已按“村台账”读取" in dialog.banner.words.text()


def test_a_known_file_with_a_new_word_asks_for_it(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    keep_mapping(services.desk, VILLAGE.mapping(VILLAGE.save(tmp_path)))
    lines = [list(VILLAGE.heads), *VILLAGE.rows()]
    lines[1][6] = "村广播"
    dialog = opened(qtbot, services, save_book(tmp_path / "next.xlsx", lines))
    choice = dialog.words.choices[("source", "村广播")]
    assert (dialog.stack.currentIndex(), choice.value()) == (2, "")
    choice.set_value("主动调解")
    choice.changed.emit()
    dialog.next_button.click()
    settle(qtbot, services, dialog.next_button.isEnabled)
    assert dialog.work.mapping.rule("source").words["村广播"] == "主动调解"
    assert dialog.work.mapping.rule("source").words["来访"] == "依申请调解"


def test_of_several_months_in_one_file_the_person_chooses(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    path = VILLAGE.save(tmp_path)
    keep_mapping(services.desk, VILLAGE.mapping(path))
    made = load_workbook(path)
    made.copy_worksheet(made.worksheets[0]).title = "二月"
    made.save(path)
    dialog = opened(qtbot, services, path)
    assert (dialog.stack.currentIndex(), "请选一张" in dialog.banner.words.text()) == (0, True)
    assert dialog.focusWidget() is dialog.sheet_page.sheet
    dialog.sheet_page.sheet.set_value("二月")
    dialog.sheet_page.sheet.changed.emit()
    assert (dialog.work.sheet.name, dialog.work.mapping.name) == ("二月", "村台账")


def test_bad_cells_stand_as_in_the_rooms_own_file_and_nothing_comes_in(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    keep_mapping(services.desk, COUNTY.mapping(COUNTY.save(tmp_path)))
    dialog = opened(qtbot, services, COUNTY.save(tmp_path, 50))
    dialog.next_button.click()
    settle(qtbot, services, dialog.check.errors.isVisible)
    rows = dialog.check.errors.rows_model.rows()
    assert [(cell.row, cell.column) for cell in rows][:2] == [(3, "双方当事人"), (4, "双方当事人")]
    assert (len(rows), dialog.next_button.isEnabled(), count(services)) == (50, False, 0)
    assert "什么也没有导入" in dialog.banner.words.text()
    target = tmp_path / "错误.xlsx"
    dialog.ask_save = lambda _parent, _name, _suffix: target
    dialog.errors_button.click()
    made = load_workbook(target, read_only=True)
    assert len(list(made.worksheets[0].iter_rows())) == 51
    made.close()


def test_a_step_that_lacks_something_says_what(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    dialog = opened(qtbot, services, VILLAGE.save(tmp_path))
    dialog.next_button.click()
    dialog.next_button.click()
    assert "协议形式" in dialog.banner.words.text()
    assert dialog.focusWidget() is dialog.columns.rows["form"].pickers[0]
    picker = dialog.columns.rows["accepted_on"].pickers[0]
    picker.set_value("")
    picker.changed.emit()
    dialog.next_button.click()
    assert "受理时间" in dialog.banner.words.text()
    assert dialog.stack.currentIndex() == 1
    dialog.back_button.click()
    retype(dialog.sheet_page.year.line, "26")
    dialog.next_button.click()
    assert (dialog.stack.currentIndex(), "四位" in dialog.banner.words.text()) == (0, True)


def test_another_row_is_taken_for_the_heads(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    dialog = opened(qtbot, services, VILLAGE.save(tmp_path))
    page = dialog.sheet_page
    assert page.row.value() == "3"
    page.table.setCurrentCell(3, 0)
    page.head_button.click()
    assert (page.row.value(), dialog.work.heads.texts[2]) == ("4", "甲1测")
    page.row.set_value("3")
    page.row.changed.emit()
    assert dialog.work.mapping.rule("applicants").columns == ("申请人",)


def test_columns_are_joined_parted_and_read_in_ten_thousands(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    lines = [["日期", "村", "组", "名单", "钱"], ["2026.3.5-3.8", "示例村", "三组", "甲一与乙二", 0.5]]
    dialog = opened(qtbot, services, save_book(tmp_path / "a.xlsx", lines))
    dialog.next_button.click()

    def choose(field: str, head: str, way: str = "", picker: int = 0) -> Any:
        line = dialog.columns.rows[field]
        line.pickers[picker].set_value(head)
        line.pickers[picker].changed.emit()
        if way:
            line.way.set_value(way)
            line.way.changed.emit()
        return line

    choose("accepted_on", "日期", "first")
    choose("concluded_on", "日期", "second")
    choose("parties", "名单", "by-与")
    choose("amount_fen", "钱", "wan")
    area = choose("area", "村")
    area.more.click()
    choose("area", "组", picker=1)
    area.sign.set_value("·")
    area.sign.changed.emit()
    for field, word in (("source", "主动调解"), ("type_written", "邻里")):
        dialog.columns.rows[field].otherwise.set_value(word)
        dialog.columns.rows[field].otherwise.changed.emit()
    dialog.next_button.click()
    dialog.next_button.click()
    settle(qtbot, services, dialog.next_button.isEnabled)
    with qtbot.waitSignal(dialog.taken):
        dialog.take_in()
    ((line,), _) = case_lines(services.desk, CaseFilter())
    file = services.desk.file(line.id)
    assert (file.dispute.area, str(file.case.accepted_on)) == ("示例村·三组", "2026-03-05")
    assert [party.facts.name for party in file.parties] == ["甲一", "乙二"]


def test_an_import_that_is_stopped_leaves_nothing(
    qtbot: QtBot, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, go = wizard.import_ledger, Event()

    def held(desk: Any, path: Any, verdict: Any, step: Any) -> object:
        def slow(done: int, total: int) -> None:
            assert done < 2 or go.wait(10)
            step(done, total)

        return real(desk, path, verdict, slow)

    dialog = walked(qtbot, services, VILLAGE.save(tmp_path), VILLAGE)
    monkeypatch.setattr(wizard, "import_ledger", held)
    dialog.next_button.click()
    assert dialog.close_button.text() == "停止"
    dialog.close_button.click()
    go.set()
    settle(qtbot, services, dialog.next_button.isEnabled)
    assert (count(services), "已停止" in dialog.banner.words.text()) == (0, True)


def test_a_mapping_made_by_hand_is_not_lost_unasked(
    qtbot: QtBot, services: Services, messages: Recorder, tmp_path: Path
) -> None:
    dialog = opened(qtbot, services, VILLAGE.save(tmp_path))
    dialog.next_button.click()
    say_the_rest(dialog, VILLAGE)
    messages.expect("stay")
    dialog.reject()
    assert dialog.isVisible()
    messages.expect("drop")
    dialog.reject()
    assert not dialog.isVisible()


def test_a_mapping_goes_to_another_room_and_comes_from_one(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    path, given = VILLAGE.save(tmp_path), tmp_path / "给别的村.json"
    dialog = walked(qtbot, services, path, VILLAGE)
    dialog.check.keep.ask_save = lambda _parent, _name, _suffix: given
    dialog.check.keep.give_button.click()
    mapping = read_mapping(given)
    assert (mapping.name, mapping.rule("form").otherwise) == ("村台账", "书面协议")
    dialog.check.keep.name.set_value(" ")
    dialog.check.keep.keep_button.click()
    assert dialog.banner.words.text() == "mapping-name-missing"

    other = opened(qtbot, services, path)
    wrong = tmp_path / "wrong.json"
    wrong.write_bytes(mapping_bytes(mapping.with_rule(Rule(field="area", columns=("没有的列",)))))
    other.ask_open = lambda _parent, _suffix: wrong
    other.use_button.click()
    assert "没有使用" in other.banner.words.text()
    other.ask_open = lambda _parent, _suffix: given
    other.use_button.click()
    assert other.work.mapping.rule("form").otherwise == "书面协议"


def test_choosing_a_file_opens_the_wizard_only_for_heads_that_are_not_ours(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    chosen = [book(tmp_path / "own.xlsx", [row("A-1")]), LAYOUTS[4].save(tmp_path)]
    dialog = ImportLedger(services)
    qtbot.addWidget(dialog)
    dialog.ask_open = lambda _parent, _suffix: chosen.pop(0)
    dialog.show()
    dialog.choose()
    settle(qtbot, services, dialog.import_button.isEnabled)
    assert dialog.wizard is None
    dialog.choose()
    settle(qtbot, services, lambda: dialog.wizard is not None)
    assert dialog.wizard is not None
    assert dialog.wizard.work.path.name == "文本台账.csv"
    dialog.wizard.reject()
    assert not dialog.isVisible()
