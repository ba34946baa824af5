"""A ledger goes out whole, and comes in only after it was looked through."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.look_up import case_lines
from mediator.domain.browse import CaseFilter
from mediator.exchange.ledger import export_ledger
from mediator.storage.store import create
from tests.people import intake, now, open_office, simple_case
from tests.ui.hands import retype
from tests.ui.sheets import settle
from ui.dialogs.export_ledger import ExportLedger
from ui.dialogs.import_ledger import ImportLedger
from ui.services import Services


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The ledger of another office with two cases."""
    path = tmp_path / "旧台账.xlsx"
    with create(tmp_path / "other") as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        accept(desk, intake())
        simple_case(desk)
        path.write_bytes(export_ledger(desk))
    return path


@pytest.fixture
def taking(qtbot: QtBot, services: Services, ledger: Path) -> ImportLedger:
    dialog = ImportLedger(services)
    qtbot.addWidget(dialog)
    dialog.ask_open = lambda _parent, _suffix: ledger
    dialog.show()
    return dialog


def count(services: Services) -> int:
    return case_lines(services.desk, CaseFilter())[1]


def spoil(ledger: Path) -> None:
    book = load_workbook(ledger)
    book.worksheets[0]["E2"] = "2026-13-45"
    book.worksheets[0]["P3"] = "若干"
    book.save(ledger)
    book.close()


def test_looking_writes_nothing_and_importing_adds_it_all(
    qtbot: QtBot, services: Services, taking: ImportLedger
) -> None:
    assert not taking.import_button.isEnabled()
    taking.choose()
    settle(qtbot, services, taking.import_button.isEnabled)
    assert taking.numbers.text().split() == [
        "可以新增案件",
        "2",
        "件",
        "排查",
        "0",
        "次",
        "已有",
        "0",
        "件",
        "错误",
        "0",
        "处",
    ]
    assert count(services) == 0
    with qtbot.waitSignal(taking.taken):
        taking.import_button.click()
    assert count(services) == 2
    assert "已导入案件 2 件" in taking.banner.words.text()
    assert not taking.import_button.isEnabled()


def test_the_same_ledger_twice_adds_nothing(qtbot: QtBot, services: Services, taking: ImportLedger) -> None:
    taking.choose()
    settle(qtbot, services, taking.import_button.isEnabled)
    with qtbot.waitSignal(taking.taken):
        taking.take_in()
    taking.choose()
    settle(qtbot, services)
    assert "不需要导入" in taking.banner.words.text()
    assert not taking.import_button.isEnabled()
    assert count(services) == 2


def test_bad_cells_are_listed_and_nothing_comes_in(
    qtbot: QtBot, services: Services, taking: ImportLedger, ledger: Path, tmp_path: Path
) -> None:
    spoil(ledger)
    taking.choose()
    settle(qtbot, services, taking.errors.isVisible)
    cells = [(cell.row, cell.column, cell.value) for cell in taking.errors.rows_model.rows()]
    assert cells == [(2, "受理时间", "2026-13-45"), (3, "调解协议金(元)", "若干")]
    assert not taking.import_button.isEnabled()
    target = tmp_path / "错误.xlsx"
    taking.ask_save = lambda _parent, _name, _suffix: target
    taking.errors_button.click()
    book = load_workbook(target, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    assert [row[:4] for row in rows[1:]] == [
        ("台账", 2, "受理时间", "2026-13-45"),
        ("台账", 3, "调解协议金(元)", "若干"),
    ]
    assert count(services) == 0


def test_a_file_that_is_no_workbook_is_refused_in_words(
    qtbot: QtBot, services: Services, taking: ImportLedger, ledger: Path
) -> None:
    ledger.write_bytes(b"not a workbook")
    taking.choose()
    settle(qtbot, services, lambda: taking.banner.isVisible() and taking.choose_button.isEnabled())
    assert "正在" not in taking.banner.words.text()
    assert not taking.import_button.isEnabled()


def test_the_dialog_stays_while_an_import_runs(
    qtbot: QtBot, services: Services, taking: ImportLedger
) -> None:
    taking.choose()
    taking.reject()
    assert taking.isVisible()
    settle(qtbot, services, taking.close_button.isEnabled)
    taking.reject()
    assert not taking.isVisible()


def test_export_takes_the_days_that_were_typed(qtbot: QtBot, services: Services, tmp_path: Path) -> None:
    accept(services.desk, intake(accepted_on=date(2026, 9, 1)))
    accept(services.desk, intake(accepted_on=date(2026, 10, 1)))
    target, offered = tmp_path / "out.xlsx", []

    def ask(_parent: QWidget, name: str, _suffix: str) -> Path:
        offered.append(name)
        return target

    dialog = ExportLedger(services, date(2026, 10, 1), date(2026, 10, 31))
    qtbot.addWidget(dialog)
    dialog.ask_path = ask
    dialog.export_button.click()
    settle(qtbot, services, target.exists)
    book = load_workbook(target, read_only=True)
    assert len(list(book.worksheets[0].iter_rows())) == 2
    book.close()
    assert offered == ["调解台账 自2026-10-01 至2026-10-31"]
    assert dialog.banner.words.text() == f"已导出到 {target}"


def test_export_refuses_days_in_the_wrong_order(qtbot: QtBot, services: Services) -> None:
    dialog = ExportLedger(services, date(2026, 10, 1))
    qtbot.addWidget(dialog)
    dialog.ask_path = lambda _parent, _name, _suffix: pytest.fail("asked for a place")
    retype(dialog.form.field("last").line, "2026-9-1")
    dialog.export_button.click()
    assert "早于" in dialog.form.field("last").note.text()
