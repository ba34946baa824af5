"""The parties of a case as they are typed, corrected, moved and taken away."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.domain.party import PartyEntry, PartyFacts
from tests.people import id_number
from tests.ui.hands import enter, retype
from ui.widgets.party_editor import PartyEditor
from ui.widgets.party_row import PartyRow


@pytest.fixture
def editor(qtbot: QtBot) -> PartyEditor:
    made = PartyEditor(brief=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def names(editor: PartyEditor) -> list[str]:
    return [entry.facts.name for entry in editor.value()]


def focused_row(editor: PartyEditor) -> PartyRow:
    return next(row for row in editor.rows() if row.isAncestorOf(QApplication.focusWidget()))


def known() -> tuple[PartyEntry, ...]:
    return (
        PartyEntry(id=11, role="applicant", facts=PartyFacts(name="张三测", phone="13000000001")),
        PartyEntry(id=12, role="respondent", facts=PartyFacts(name="李四测")),
        PartyEntry(id=13, role="third", facts=PartyFacts(name="王五测")),
    )


def test_two_names_need_nothing_but_two_enters(editor: PartyEditor, qtbot: QtBot) -> None:
    editor.focus_first()
    retype(QApplication.focusWidget(), "张三测")
    enter(QApplication.focusWidget())
    retype(QApplication.focusWidget(), "李四测")
    with qtbot.waitSignal(editor.submitted):
        enter(QApplication.focusWidget())
    assert [(entry.role, entry.facts.name) for entry in editor.value()] == [
        ("applicant", "张三测"),
        ("respondent", "李四测"),
    ]


def test_an_untouched_line_is_nobody_and_a_nameless_one_is_asked_for(editor: PartyEditor) -> None:
    assert editor.value() == ()
    assert editor.problem() == "请填写当事人"
    first = editor.rows()[0]
    first.unfold(True)
    retype(first.detail.field("phone").line, "13000000001")
    assert not editor.check()
    assert "姓名" in first.name.note.text()


def test_only_third_parties_are_not_enough(editor: PartyEditor) -> None:
    editor.set_value(known()[2:])
    assert not editor.check()
    assert "申请人" in editor.note.text()


def test_places_on_record_keep_their_ids_through_correction_and_moving(editor: PartyEditor) -> None:
    editor.set_value(known())
    retype(editor.rows()[0].name.line, "张三改")
    editor.rows()[2].asked.emit("up")
    assert [(entry.id, entry.facts.name) for entry in editor.value()] == [
        (11, "张三改"),
        (13, "王五测"),
        (12, "李四测"),
    ]
    assert editor.value()[0].facts.phone == "13000000001"


def test_a_new_party_stands_after_its_side_and_has_no_id(editor: PartyEditor) -> None:
    editor.set_value(known())
    row = editor.add("applicant")
    retype(row.name.line, "赵六测")
    assert [(entry.id, entry.role) for entry in editor.value()][:2] == [
        (11, "applicant"),
        (None, "applicant"),
    ]


def test_what_was_removed_comes_back_whole(editor: PartyEditor) -> None:
    editor.set_value(known())
    editor.remove(editor.rows()[0])
    assert names(editor) == ["李四测", "王五测"]
    assert "张三测" in editor.banner.words.text()
    editor.restore()
    assert editor.value() == known()


def test_the_last_line_may_be_removed_and_leaves_an_empty_one(editor: PartyEditor) -> None:
    editor.set_value(known()[:1])
    editor.remove(editor.rows()[0])
    assert editor.value() == ()
    assert len(editor.rows()) == 1


def test_an_identity_number_fills_sex_and_birth_date(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "张三测")
    number = id_number(2)
    spaced = f"{number[:6]} {number[6:14]} {number[14:]}".lower()
    retype(row.detail.field("id_number").line, spaced)
    facts = editor.value()[0].facts
    assert (facts.id_number, facts.id_type) == (number, "resident")
    assert (facts.sex, facts.birth_date) == ("2", date(1985, 2, 3))


def test_a_wrong_check_digit_warns_and_does_not_block(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "张三测")
    right = id_number(2)
    wrong = right[:17] + ("1" if right[17] != "1" else "2")
    field = row.detail.field("id_number")
    retype(field.line, wrong)
    field.line.editingFinished.emit()
    assert "校验码" in field.note.text()
    assert editor.check()
    assert editor.value()[0].facts.id_number == wrong


def test_a_passport_is_kept_as_typed_and_not_judged_as_an_identity_number(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "张三测")
    detail = row.detail
    detail.field("id_type").set_value("passport")
    detail.field("id_type").changed.emit()
    retype(detail.field("other_number").line, "E0000000")
    facts = editor.value()[0].facts
    assert (facts.id_type, facts.id_number) == ("passport", "E0000000")
    assert detail.problems() == {}


def test_a_firm_is_known_by_its_name_and_shows_its_own_fields(editor: PartyEditor) -> None:
    row = editor.rows()[1]
    retype(row.name.line, "示例物业有限公司")
    row.unfold(True)
    detail = row.detail
    assert row.kind.value() == "organisation"
    assert detail._labels["other_number"].text() == "统一社会信用代码"
    assert detail._cells["sex"].isHidden()
    retype(detail.field("other_number").line, "91000000test000000")
    retype(detail.field("representative").line, "甲一")
    retype(detail.field("representative_title").line, "经理")
    assert editor.value() == (
        PartyEntry(
            role="respondent",
            facts=PartyFacts(
                kind="organisation",
                name="示例物业有限公司",
                id_type="credit-code",
                id_number="91000000TEST000000",
                representative="甲一",
                representative_title="经理",
            ),
        ),
    )


def test_a_kind_chosen_by_hand_is_not_guessed_over(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    row.kind.set_value("person")
    row.kind.changed.emit()
    retype(row.name.line, "示例物业有限公司")
    assert row.kind.value() == "person"


def test_the_kind_is_guessed_from_the_name(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "示例区民政局")
    assert row.kind.value() == "organisation"
    retype(row.name.line, "高小学")
    assert row.kind.value() == "person"


def test_every_fact_goes_in_and_comes_out_unchanged(editor: PartyEditor) -> None:
    full = PartyFacts(
        name="<b>张三𠮷",
        sex="2",
        ethnicity="汉族",
        birth_date=date(1985, 2, 3),
        id_type="resident",
        id_number=id_number(2),
        occupation="示例职业",
        phone="13000000001",
        address="示例市<i>a & b</i>",
    )
    bare_type = PartyFacts(name="乙二", id_type="passport")
    entries = (
        PartyEntry(id=1, role="applicant", facts=full),
        PartyEntry(id=2, role="respondent", facts=bare_type),
    )
    editor.set_value(entries)
    assert editor.value() == entries


def test_moving_and_removing_go_by_keyboard(editor: PartyEditor) -> None:
    editor.set_value(known())
    editor.activateWindow()
    editor.rows()[1].focus_name()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, both)
    assert names(editor) == ["李四测", "张三测", "王五测"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, both)
    assert names(editor) == ["张三测", "王五测"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert focused_row(editor).name.value() == "王五测"


def test_the_roster_follows_a_line_wherever_it_moves(editor: PartyEditor) -> None:
    retype(editor.rows()[0].name.line, "张三测")
    retype(editor.rows()[1].name.line, "李四测")
    first, second = (member.key for member in editor.roster())
    assert first != second
    editor.shift(editor.rows()[0], 1)
    assert editor.positions() == {second: 1, first: 2}


def test_only_a_touch_makes_it_different(editor: PartyEditor) -> None:
    before = editor.raw()
    editor.add("third")
    assert editor.raw() == before
    retype(editor.rows()[0].detail.field("birth_date").line, "不是日子")
    assert editor.raw() != before
    assert not editor.check()


def test_one_more_party_is_open_where_the_others_are(qtbot: QtBot) -> None:
    editor = PartyEditor()
    qtbot.addWidget(editor)
    assert editor.add("applicant").unfolded
    editor.unfold_all(False)
    assert not editor.add("applicant").unfolded
    editor.set_brief(True)
    editor.rows()[0].unfold(True)
    assert not editor.add("third").unfolded
