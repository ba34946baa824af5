"""From an empty folder to a case on the screen; who sits there; ways between pages; a wrong clock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.desk import Desk
from mediator.casework.set_up import mediators, save_mediator
from mediator.command import place
from mediator.storage.store import create, exists
from tests.people import NOW, intake, now, open_office
from tests.ui.conftest import Recorder
from tests.ui.hands import retype
from ui import furnish as furnishing
from ui.dialogs.first_run import FirstRunDialog, split_people, suggest_short
from ui.dialogs.help import HelpDialog
from ui.dialogs.who import WhoDialog
from ui.furnish import WHO_KEY, Furnisher, furnish
from ui.main_window import MainWindow
from ui.opening import read_arguments
from ui.pages.case_page import CasePage
from ui.pages.intake_page import IntakePage
from ui.type_size import window_settings

Fill = Callable[[FirstRunDialog], None]


@pytest.fixture(autouse=True)
def own_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither settings nor data of whoever runs the tests are touched."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr(place, "default_folder", lambda: tmp_path / "usual")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A data folder with the sample office in it."""
    folder = tmp_path / "office"
    with create(folder) as store:
        open_office(Desk(store, "王测", now))
    return folder


def begin(window: MainWindow, messages: Recorder, *arguments: str, at: datetime = NOW) -> bool:
    return furnish(window, arguments, lambda _window: messages, lambda: at)


def furnisher(window: MainWindow) -> Furnisher:
    return cast(Furnisher, window.findChild(Furnisher))


def answer_first_run(monkeypatch: pytest.MonkeyPatch, fill: Fill) -> None:
    def at_the_desk(dialog: FirstRunDialog) -> int:
        fill(dialog)
        return dialog.result()

    monkeypatch.setattr(FirstRunDialog, "exec", at_the_desk)


def answer_who(monkeypatch: pytest.MonkeyPatch, name: str) -> list[list[str]]:
    asked: list[list[str]] = []

    def at_the_desk(dialog: WhoDialog) -> int:
        asked.append([dialog.list.item(row).text() for row in range(dialog.list.count())])
        found = [dialog.list.item(row) for row in range(dialog.list.count())]
        for item in found:
            if item.text() == name:
                dialog.list.itemActivated.emit(item)
        return dialog.result()

    monkeypatch.setattr(WhoDialog, "exec", at_the_desk)
    return asked


def name_the_office(dialog: FirstRunDialog) -> None:
    retype(dialog.form.field("name").line, "示例街道东湖社区人民调解委员会")
    dialog.form.field("mediators").set_value("王测\n赵调")
    dialog.try_save()


def test_f1_of_the_first_run_tells_what_is_asked(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(HelpDialog, "exec", lambda page: shown.append(page.text.toPlainText()))

    def ask_for_help(dialog: FirstRunDialog) -> None:
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog.form.field("name").line, Qt.Key.Key_F1)
        name_the_office(dialog)

    answer_first_run(monkeypatch, ask_for_help)
    assert begin(window, messages)
    assert shown and shown[0].startswith("第一次使用") and "数据文件夹" in shown[0]


def test_from_an_empty_folder_to_a_case_on_the_screen(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_first_run(monkeypatch, name_the_office)
    assert begin(window, messages)
    assert exists(tmp_path / "usual")
    assert window.top_bar.person.text() == "王测"
    assert window.status_line.office.text() == "示例街道东湖社区人民调解委员会"
    assert window.go("intake")
    page = cast(IntakePage, window.page("intake"))
    for row, name in zip(page.form.parties.rows(), ("张三测", "李四测"), strict=True):
        retype(row.name.line, name)
    retype(page.form.matter.field("type_written").lineEdit(), "邻里纠纷")
    page.save()
    assert window.current_page() == "case"
    shown = cast(CasePage, window.page("case")).file
    assert shown is not None
    assert [party.name for party in shown.parties] == ["张三测", "李四测"]
    assert shown.dossier_number == "（2026）东湖人调字第1号"
    assert window.status_line.saved.text() == "已保存 10:00"


def test_the_second_start_asks_nothing_about_the_office(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    answer_first_run(monkeypatch, lambda _dialog: pytest.fail("asked again"))
    asked = answer_who(monkeypatch, "赵调")
    assert begin(window, messages, "--data", str(office))
    assert asked == [["王测", "赵调", "孙记"]]
    assert window.top_bar.person.text() == "赵调"
    assert window.current_page() == "desk"


def test_one_mediator_alone_is_not_asked_who_it_is(
    window: MainWindow, messages: Recorder, office: Path
) -> None:
    with create(office) as store:
        desk = Desk(store, "王测", now)
        for person in mediators(desk)[1:]:
            save_mediator(desk, person.name, person.id, active=False)
    assert begin(window, messages, f"--data={office}")
    assert window.top_bar.person.text() == "王测"


def test_the_command_line_may_say_who(window: MainWindow, messages: Recorder, office: Path) -> None:
    assert begin(window, messages, "--data", str(office), "--user", "孙记")
    assert window.top_bar.person.text() == "孙记"


def test_nobody_sits_down(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    answer_who(monkeypatch, "")
    assert not begin(window, messages, "--data", str(office))
    assert window.current_page() == ""


def test_another_person_sits_down_and_is_remembered(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    answer_who(monkeypatch, "孙记")
    window.top_bar.menu_asked.emit("who")
    assert window.top_bar.person.text() == "孙记"
    assert cast(IntakePage, window.page("intake")).form.value().case.registrar == "孙记"
    dialog = WhoDialog(["王测", "孙记"], str(furnisher(window)._settings.value("who")))
    assert dialog.list.currentItem().text() == "孙记"


def test_somebody_new_writes_the_name_down(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    def at_the_desk(dialog: WhoDialog) -> int:
        retype(dialog.other.line, "新来的测")
        dialog._take_current()
        return dialog.result()

    monkeypatch.setattr(WhoDialog, "exec", at_the_desk)
    assert begin(window, messages, "--data", str(office))
    assert window.top_bar.person.text() == "新来的测"
    assert "新来的测" in [person.name for person in mediators(furnisher(window).services.desk)]  # type: ignore[union-attr]


def test_a_begun_form_is_asked_about_before_another_sits_down(
    window: MainWindow, messages: Recorder, office: Path
) -> None:
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    window.go("intake")
    retype(cast(IntakePage, window.page("intake")).form.parties.rows()[0].name.line, "张三测")
    messages.expect("stay")
    window.top_bar.menu_asked.emit("who")
    assert window.top_bar.person.text() == "王测"
    messages.expect("drop")
    window.go("desk")


def test_giving_up_the_first_run_leaves_nothing_behind(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_first_run(monkeypatch, lambda dialog: dialog.reject())
    assert not begin(window, messages)
    assert not (tmp_path / "usual").exists()


def test_a_first_run_without_a_name_goes_on_asking(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def hasty(dialog: FirstRunDialog) -> None:
        dialog.try_save()
        assert dialog.result() == QDialog.DialogCode.Rejected
        assert set(dialog.form.problems()) == {"name", "short_name", "mediators"}
        dialog.form.mark_clean()

    answer_first_run(monkeypatch, hasty)
    assert not begin(window, messages)
    assert not exists(tmp_path / "usual")


def test_data_put_elsewhere_are_found_again(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"

    def choose_folder(dialog: FirstRunDialog) -> None:
        dialog.form.field("folder").set_value(elsewhere)
        name_the_office(dialog)

    answer_first_run(monkeypatch, choose_folder)
    assert begin(window, messages)
    assert place.data_folder() == elsewhere
    assert exists(elsewhere)


def test_a_folder_that_is_gone_is_asked_about_and_never_made_anew(
    window: MainWindow, messages: Recorder, tmp_path: Path
) -> None:
    place.remember_folder(tmp_path / "stick")
    messages.expect("again")
    messages.expect("quit")
    assert not begin(window, messages)
    assert not (tmp_path / "stick").exists()


def test_a_folder_with_data_is_opened_and_its_office_not_asked_for(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    def choose_folder(dialog: FirstRunDialog) -> None:
        dialog.form.field("folder").set_value(office)
        dialog.form.field("folder").changed.emit()
        assert dialog.form.problems() == {}
        dialog.try_save()

    answer_first_run(monkeypatch, choose_folder)
    answer_who(monkeypatch, "赵调")
    assert begin(window, messages)
    assert window.status_line.office.text() == "示例街道示例社区人民调解委员会"
    assert place.data_folder() == office


def test_data_do_not_lie_among_other_peoples_files(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "photo.jpg").write_bytes(b"x")

    def choose_folder(dialog: FirstRunDialog) -> None:
        dialog.form.field("folder").set_value(tmp_path / "desktop")
        dialog.form.field("folder").changed.emit()
        name_the_office(dialog)

    answer_first_run(monkeypatch, choose_folder)
    assert begin(window, messages)
    assert exists(tmp_path / "desktop" / "调解工作台数据")


def test_a_folder_that_cannot_be_made_is_told_and_the_form_stays(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    def choose_folder(dialog: FirstRunDialog) -> None:
        dialog.form.field("folder").set_value(tmp_path / "file" / "inside")
        name_the_office(dialog)
        assert "打不开数据文件夹" in dialog.banner.words.text()
        assert dialog.form.field("name").value()
        dialog.form.mark_clean()

    answer_first_run(monkeypatch, choose_folder)
    assert not begin(window, messages)


def test_a_sample_office_is_thrown_away_with_the_window(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer_first_run(monkeypatch, lambda dialog: dialog.open_sample())
    assert begin(window, messages)
    folder = furnisher(window).opened.store.folder
    assert exists(folder)
    assert "示例单位" in window.banner.words.text()
    assert not (tmp_path / "usual").exists()
    assert WHO_KEY not in window_settings().allKeys()  # nobody of the sample works here
    window.close()
    assert not folder.exists()


def test_a_file_that_is_no_database_is_refused_in_words(
    window: MainWindow, messages: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "usual").mkdir()
    (tmp_path / "usual" / "mediator.db").write_bytes(b"no database at all" * 100)
    messages.expect("ok")
    assert not begin(window, messages)
    assert messages.said[0] == "not-a-database"


def test_a_clock_before_the_last_acceptance_is_told(
    window: MainWindow, messages: Recorder, office: Path
) -> None:
    with create(office) as store:
        accept(Desk(store, "王测", now), intake(accepted_on=NOW.date()))
    assert begin(window, messages, "--data", str(office), "--user", "王测", at=NOW - timedelta(days=1))
    assert "检查电脑的日期" in window.banner.words.text()
    assert not window.banner.isHidden()


def test_the_right_clock_is_not_mentioned(window: MainWindow, messages: Recorder, office: Path) -> None:
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    assert window.banner.isHidden()


def test_search_opens_the_list_with_the_words(window: MainWindow, messages: Recorder, office: Path) -> None:
    with create(office) as store:
        accept(Desk(store, "王测", now), intake())
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    window.top_bar.searched.emit("张三测")
    assert window.current_page() == "desk"
    window.top_bar.search_entered.emit("张三测")
    assert window.current_page() == "cases"
    assert window.page("cases").text.text() == "张三测"  # type: ignore[attr-defined]


def test_the_cases_behind_a_figure_and_back_to_one(
    window: MainWindow, messages: Recorder, office: Path
) -> None:
    with create(office) as store:
        first = accept(Desk(store, "王测", now), intake())
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    services = furnisher(window).services
    assert services is not None
    assert services.show_cases(("2026-00001",), "本月受理")
    assert window.current_page() == "cases"
    assert services.open_case(first)
    assert window.current_page() == "case"


def test_help_is_about_the_open_page(
    window: MainWindow, messages: Recorder, monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    helped: list[str] = []

    class Helped:
        def __init__(self, page: str, _parent: object) -> None:
            helped.append(page)

        def exec(self) -> int:
            return 0

    monkeypatch.setattr(furnishing, "HelpDialog", Helped)
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    window.go("intake")
    window.help_asked.emit(window.current_page())
    assert helped == ["intake"]


def test_qt_s_own_arguments_are_left_to_qt() -> None:
    wanted = read_arguments(["-platform", "offscreen", "--data", "here", "--practice"])
    assert (wanted.data, wanted.user) == ("here", "")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("示例街道东湖社区人民调解委员会", "东湖"),
        ("示例市示例区东湖街道人民调解委员会", "东湖"),
        ("东湖村人民调解委员会", "东湖"),
        ("东湖物业纠纷人民调解委员会", "东湖物业纠纷"),
        ("东湖", "东湖"),
        ("", ""),
    ],
)
def test_the_short_name_is_suggested_from_the_name(name: str, short: str) -> None:
    assert suggest_short(name) == short


def test_people_stand_one_a_line_or_with_signs_between() -> None:
    assert split_people("王测\n赵调、孙记，王测\n\n") == ["王测", "赵调", "孙记"]


def test_the_folder_is_seen_without_scrolling(messages: Recorder, qtbot: QtBot) -> None:
    dialog = FirstRunDialog(
        Path("nowhere"), 2026, messages, lambda _values: None, words=str, has_data=lambda _folder: False
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    folder = dialog.form.field("folder")
    assert folder.visibleRegion().boundingRect().height() == folder.height()


def test_the_number_is_previewed_and_a_hand_s_short_name_kept(messages: Recorder, qtbot: QtBot) -> None:
    dialog = FirstRunDialog(
        Path("nowhere"), 2026, messages, lambda _values: None, words=str, has_data=lambda _folder: False
    )
    qtbot.addWidget(dialog)
    retype(dialog.form.field("name").line, "示例镇东湖村人民调解委员会")
    assert dialog.form.field("kind").value() == "village"
    assert "（2026）东湖人调字第1号" in dialog.form._notes["short_name"].text()
    retype(dialog.form.field("short_name").line, "东")
    retype(dialog.form.field("name").line, "示例镇西湖村人民调解委员会")
    assert dialog.form.field("short_name").value() == "东"
    dialog.form.mark_clean()


def test_enter_keeps_the_field_in_sight_down_a_long_form(
    window: MainWindow, messages: Recorder, office: Path, qtbot: QtBot
) -> None:
    assert begin(window, messages, "--data", str(office), "--user", "王测")
    window.resize(910, 512)
    window.activateWindow()
    window.go("intake")
    page = cast(IntakePage, window.page("intake"))
    assert QApplication.focusWidget() is page.form.parties.rows()[0].name.line
    scroll = page.findChild(QScrollArea)
    for _ in range(60):
        widget = QApplication.focusWidget()
        if widget is page.save_button:
            break
        qtbot.waitUntil(lambda widget=widget: in_sight(widget, scroll))
        control = isinstance(widget, QPlainTextEdit)
        with_keys = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(widget, Qt.Key.Key_Return, with_keys)
    assert QApplication.focusWidget() is page.save_button
    assert scroll.verticalScrollBar().value() > 400


def in_sight(widget: QWidget, scroll: QScrollArea) -> bool:
    top = widget.mapTo(scroll.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + min(widget.height(), 60) <= scroll.viewport().height()
