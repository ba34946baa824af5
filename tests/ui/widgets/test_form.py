"""The form: values by name, problems in words, the keyboard enough."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import commit, compose, enter, retype
from ui.tab_order import TabByLayout
from ui.widgets.entry import TextField
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field, make_widget

FIELDS = [
    Field("who", "当事人", kind="heading"),
    Field("name", "姓名", required=True),
    Field("number", "身份证号", kind="id"),
    Field("sex", "性别", kind="choice", options=[("1", "男"), ("2", "女")]),
    Field("day", "受理日期", kind="date"),
    Field("at", "时间", kind="time"),
    Field("sum", "金额", kind="money", hint="没有就不填"),
    Field("place", "地点", kind="words", options=[("a", "一号调解室")]),
    Field("present", "到场", kind="checks", options=[("x", "张三测"), ("y", "李四测")]),
    Field("told", "告知", kind="tick", hint="已告知权利义务"),
    Field("facts", "经过", kind="long"),
    Field("remark", "备注"),
]
NAMES = [field.name for field in FIELDS if field.kind != "heading"]


class Window(TabByLayout, FieldForm):
    """A form as the window of its own."""


@pytest.fixture
def form(qtbot: QtBot) -> FieldForm:
    made = Window(FIELDS)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def line(form: FieldForm, name: str) -> QLineEdit:
    return form.field(name).focus_target()


def focused(form: FieldForm) -> str:
    widget = QApplication.focusWidget()
    return next(name for name in NAMES if form.field(name) is widget or form.field(name).isAncestorOf(widget))


def test_values_go_in_and_come_out(form: FieldForm) -> None:
    values = {
        "name": "张三测", "number": "11010519491231002X", "sex": "2", "day": date(2026, 3, 15), "at": None,
        "sum": 100, "place": "村口", "present": ["y"], "told": True, "facts": "两家\n争吵", "remark": "",
    }  # fmt: skip
    form.set_values({**values, "unknown": 1})
    assert form.values() == values
    assert not form.dirty


def test_it_is_dirty_only_while_something_differs(form: FieldForm, qtbot: QtBot) -> None:
    form.set_values({"name": "张三测"})
    with qtbot.waitSignal(form.changed) as signal:
        retype(line(form, "name"), "张四测")
    assert signal.args == ["name"]
    assert form.dirty
    retype(line(form, "name"), "张三测")
    assert not form.dirty
    commit(line(form, "day"), "不是日期")
    assert form.dirty
    form.mark_clean()
    assert not form.dirty


def test_what_is_missing_or_unreadable_is_said_beside_the_field(form: FieldForm) -> None:
    commit(line(form, "day"), "20260231")
    assert form.problems() == {"name": "请填写姓名", "day": "日历上没有这一天"}
    assert not form.check()
    assert focused(form) == "name"
    assert "请填写姓名" in form.field("name").note.text()
    assert form.field("name").note.isVisible()
    commit(line(form, "name"), "张三测")
    assert form.field("name").note.isHidden()
    retype(line(form, "day"), "")
    assert form.check()


def test_a_mark_from_outside_goes_away_with_the_next_touch(form: FieldForm) -> None:
    form.mark("sex", "请选择性别")
    assert focused(form) == "sex"
    notes = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "！请选择性别" in notes
    QTest.keyClick(form.field("sex"), Qt.Key.Key_Down)
    notes = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "！请选择性别" not in notes
    form.mark("facts", "请写经过")
    form.set_values({})
    assert "！请写经过" not in [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def test_enter_goes_through_the_whole_form(form: FieldForm, qtbot: QtBot) -> None:
    form.focus_first()
    visited = [focused(form)]
    for _ in NAMES[1:]:
        widget = QApplication.focusWidget()
        modifier = (
            Qt.KeyboardModifier.ControlModifier
            if focused(form) == "facts"
            else Qt.KeyboardModifier.NoModifier
        )
        QTest.keyClick(widget, Qt.Key.Key_Return, modifier)
        visited.append(focused(form))
    assert visited == NAMES
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)


def test_enter_stays_in_long_text_and_in_a_composition(form: FieldForm) -> None:
    editor = form.field("facts").focus_target()
    editor.setFocus()
    enter(editor)
    assert editor.toPlainText() == "\n"
    assert focused(form) == "facts"
    name = line(form, "name")
    name.setFocus()
    compose(name, "zhangsan")
    enter(name)
    assert focused(form) == "name"
    commit(name, "张三")
    enter(name)
    assert focused(form) == "number"


def test_tab_goes_the_way_the_eye_goes(form: FieldForm) -> None:
    form.field("present").set_options([("v", "甲一"), ("w", "乙二"), ("x", "张三测")])
    form.focus_first()
    seen = [focused(form)]
    for _ in range(len(NAMES) + 3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if focused(form) != seen[-1]:
            seen.append(focused(form))
    assert seen[: len(NAMES)] == NAMES
    corners = [form.field(name).mapTo(form, form.field(name).rect().topLeft()) for name in NAMES]
    assert [(point.y() // 12, point.x()) for point in corners] == sorted(
        (p.y() // 12, p.x()) for p in corners
    )


def test_two_columns_fold_to_one(form: FieldForm, qtbot: QtBot) -> None:
    def left(name: str) -> int:
        return int(form.field(name).mapTo(form, form.field(name).rect().topLeft()).x())

    assert left("number") > left("name")
    form.resize(500, 900)
    qtbot.waitUntil(lambda: left("number") == left("name"))
    form.resize(1100, 600)
    qtbot.waitUntil(lambda: left("number") > left("name"))


def test_everything_has_a_name_for_a_reader(form: FieldForm) -> None:
    for name in NAMES:
        assert form.field(name).objectName() == name
        assert form.field(name).focus_target().accessibleName()
    for widget in form.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel):
            if isinstance(widget, QAbstractItemView):
                continue  # the rows of a choice, read through the choice itself
            named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            inner = isinstance(widget.parentWidget(), QWidget) and widget.focusProxy() is not None
            assert named or inner or widget.objectName().startswith("qt_"), widget


def test_words_of_people_are_never_markup(qtbot: QtBot) -> None:
    form = FieldForm([Field("a", "<b>张三</b>", kind="choice"), Field("b", "乙")])
    qtbot.addWidget(form)
    form.mark("a", "<i>x</i>")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in form.findChildren(QLabel))


def test_a_hidden_field_asks_for_nothing(form: FieldForm) -> None:
    form.set_shown("name", False)
    assert form.problems() == {}
    form.focus_first()
    assert focused(form) == "number"
    form.set_shown("name", True)
    assert form.problems() == {"name": "请填写姓名"}
    form.set_label("name", "单位名称")
    assert line(form, "name").accessibleName() == "单位名称"


class Pair(QWidget):
    """An own field of two lines."""

    changed = TextField.changed

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.one, self.two = QLineEdit(), QLineEdit()
        layout.addWidget(self.one)
        layout.addWidget(self.two)
        self.one.textEdited.connect(lambda _text: self.changed.emit())

    def value(self) -> tuple[str, str]:
        return self.one.text(), self.two.text()

    def set_value(self, value: tuple[str, str]) -> None:
        self.one.setText(value[0])
        self.two.setText(value[1])

    def problem(self) -> str:
        return ""

    def raw(self) -> object:
        return self.value()

    def focus_target(self) -> QWidget:
        return self.one


def test_an_own_field_takes_part(qtbot: QtBot) -> None:
    form = FieldForm([Field("pair", "两行", kind="own", make=Pair), Field("after", "之后")])
    qtbot.addWidget(form)
    form.show()
    form.set_values({"pair": ("甲", "乙")})
    assert form.values()["pair"] == ("甲", "乙")
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.field("pair").two.setFocus()
    enter(form.field("pair").two)
    assert QApplication.focusWidget() is form.field("after").focus_target()
    with pytest.raises(ValueError, match="broken"):
        make_widget(Field("broken", kind="own"))


def test_enter_in_a_list_of_suggestions_goes_on_too(form: FieldForm, qtbot: QtBot) -> None:
    place = form.field("place")
    place.setFocus()
    commit(place.lineEdit(), "一号")
    popup = place.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    enter(popup)
    qtbot.waitUntil(lambda: focused(form) == "present")
    assert form.values()["place"] == "一号"


def test_a_chosen_suggestion_is_taken_by_the_same_enter(form: FieldForm, qtbot: QtBot) -> None:
    place = form.field("place")
    place.setFocus()
    commit(place.lineEdit(), "一号")
    popup = place.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    enter(popup)
    qtbot.waitUntil(lambda: focused(form) == "present")
    assert form.values()["place"] == "a"


def test_who_arrives_at_a_form_types_over_what_stands_there(form: FieldForm) -> None:
    form.set_values({"name": "张三测"})
    line(form, "remark").setFocus()
    form.focus_first()
    assert line(form, "name").selectedText() == "张三测"


def test_a_field_given_more_height_stays_on_its_line(qtbot: QtBot) -> None:
    form = FieldForm([Field("b", "回访", "money", hint="日" * 60)])
    qtbot.addWidget(form)
    form.resize(400, 600)
    form.show()
    cell = form.field("b").parentWidget()
    cell.resize(cell.width(), 300)
    cell.layout().activate()
    assert line(form, "b").mapTo(cell, QPoint()).y() == 0


def test_a_name_stands_once_in_a_form(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="place"):
        FieldForm([Field("place", "地点"), Field("day", "日期", "date"), Field("place", "地点")])
