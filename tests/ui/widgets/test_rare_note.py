"""The line under a field that says which character no paper can show."""

import pytest
from pytestqt.qtbot import QtBot

from tests.rare import ONLY_ON_SCREEN
from tests.ui.hands import commit, compose, retype
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.rare_note import RareNote


@pytest.fixture
def form(qtbot: QtBot) -> FieldForm:
    made = FieldForm(
        [
            Field("name", "姓名", required=True),
            Field("summary", "简要情况", "long"),
            Field("mediator", "调解员", "words", [("王测", "王测")]),
        ]
    )
    qtbot.addWidget(made)
    made.show()
    return made


def note(form: FieldForm, name: str) -> RareNote:
    """The note that belongs to a field."""
    cell = form.field(name).parentWidget() if isinstance(form.field(name), ChoiceField) else form.field(name)
    (found,) = cell.findChildren(RareNote)
    return found


@pytest.mark.parametrize("name", ["name", "summary", "mediator"])
def test_the_note_comes_with_the_character_and_goes_with_it(form: FieldForm, name: str) -> None:
    target = form.field(name).focus_target()
    commit(target, "韩")
    assert note(form, name).isHidden()
    commit(target, ONLY_ON_SCREEN[1])
    assert not note(form, name).isHidden()
    assert "U+323B0" in note(form, name).text()
    form.field(name).set_value("韩测")
    assert note(form, name).isHidden()


@pytest.mark.parametrize("name", ["name", "summary", "mediator"])
def test_what_is_shown_from_the_record_is_looked_at_too(form: FieldForm, name: str) -> None:
    form.set_values({name: ONLY_ON_SCREEN})
    assert "U+323B0" in note(form, name).text()


@pytest.mark.parametrize("name", ["name", "summary"])
def test_an_input_method_is_left_in_peace(form: FieldForm, name: str) -> None:
    target = form.field(name).focus_target()
    compose(target, ONLY_ON_SCREEN)
    assert note(form, name).isHidden()
    commit(target, ONLY_ON_SCREEN)
    assert not note(form, name).isHidden()


def test_it_never_stops_the_saving_and_leaves_the_other_note_alone(form: FieldForm) -> None:
    form.set_values({"name": ONLY_ON_SCREEN, "summary": ONLY_ON_SCREEN, "mediator": ONLY_ON_SCREEN})
    assert form.problems() == {}
    assert form.check()
    assert form.values()["name"] == ONLY_ON_SCREEN
    form.mark("name", "已经有同名的人")
    assert "U+323B0" in note(form, "name").text()
    field = form.field("name")
    assert isinstance(field, TextField)
    assert field.note.text() == "！已经有同名的人"
    retype(field.line, "韩测")
    assert note(form, "name").isHidden()
