"""What stands in a field, read or not, can be kept and put back to the letter: every field there is."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import ui.dialogs
import ui.widgets
from mediator.documents.wording import Wording
from mediator.domain.track import DossierItem
from ui.dialogs.first_run import FolderField
from ui.widgets.check_list import CheckList, TickField
from ui.widgets.choice import ChoiceField
from ui.widgets.count_edit import CountField
from ui.widgets.date_edit import DateField
from ui.widgets.dossier_editor import DossierEditor
from ui.widgets.entry import Entry, Input, TextField
from ui.widgets.id_edit import IdNumberField
from ui.widgets.instalment_editor import InstalmentEditor, PartMoney
from ui.widgets.member_table import MemberRow, MemberTable
from ui.widgets.money_edit import MoneyField
from ui.widgets.pattern_edit import PatternField
from ui.widgets.people_entry import PeopleEntry
from ui.widgets.sentence_box import SentenceBox
from ui.widgets.text_edit import LongText
from ui.widgets.time_edit import TimeField

OPTIONS = [("a", "甲"), ("b", "乙")]
LINE = {"title": "证据 ", "required": True, "forms": ["evidence-list"], "copies": ["photo"]}
PERSON = {"name": "张三测", "id_number": "1", "phone": "2", "amount_fen": 300, "sex": "male"}
PERSON |= {"address": "某某路", "amount_text": "", "marks": []}

Make = Callable[[], QWidget]
SAMPLES: dict[type, tuple[Make, Any]] = {
    TextField: (TextField, "  两头有空 "),
    DateField: (DateField, "2026年2月30"),
    TimeField: (TimeField, "二十五点"),
    MoneyField: (MoneyField, "两万多"),
    PartMoney: (PartMoney, "1.234"),
    CountField: (CountField, "几个"),
    IdNumberField: (IdNumberField, "11010119900307123"),
    PatternField: (lambda: PatternField(lambda pattern: pattern), "{year}没有流水"),
    LongText: (LongText, "第一行\n\n𠮷 第三行 \n"),
    ChoiceField: (lambda: ChoiceField(OPTIONS, editable=True), "另写的话"),
    CheckList: (lambda: CheckList(OPTIONS), ["b"]),
    TickField: (TickField, True),
    FolderField: (FolderField, "somewhere"),
    SentenceBox: (lambda: SentenceBox(Wording("x", "默认的话。")), "另写的话"),
    MemberTable: (
        lambda: MemberTable([MemberRow(3, "甲一", ""), MemberRow(5, "甲二", "")], amounts="金额"),
        {"3": [False, "看不懂"], "5": [True, "20"]},
    ),
    DossierEditor: (
        lambda: DossierEditor([("九项", (DossierItem("卷", True),))], lambda _question: True, "people"),
        [LINE],
    ),
    InstalmentEditor: (InstalmentEditor, [["一千", ""], ["200", "2026-13-1"]]),
    PeopleEntry: (
        PeopleEntry,
        {"people": [PERSON], "typed": {"name": "李", "id_number": "", "phone": "", "amount": "看"}},
    ),
}


def classes() -> Iterator[type]:
    for package in (ui.widgets, ui.dialogs):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for _, one in inspect.getmembers(module, inspect.isclass):
                if one.__module__ == module.__name__:
                    yield one


def test_every_field_can_put_back_what_stood_in_it() -> None:
    asked = {"value", "set_value", "problem", "raw", "focus_target", "changed"}
    fields = {one for one in classes() if all(hasattr(one, name) for name in asked)} - {Input, Entry}
    assert {one.__name__ for one in fields if not hasattr(one, "set_raw")} - {"PartyEditor"} == set()
    assert {one.__name__ for one in fields} - {one.__name__ for one in SAMPLES} - {"PartyEditor"} == set()


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: kind.__name__)
def test_what_was_typed_comes_back_to_the_letter(kind: type, qtbot: QtBot) -> None:
    make, standing = SAMPLES[kind]
    widget: Any = make()
    qtbot.addWidget(widget)
    assert widget.raw() != standing
    empty = json.loads(json.dumps(widget.raw()))
    widget.set_raw(standing)
    assert json.loads(json.dumps(widget.raw())) == standing
    widget.set_raw(empty)
    assert widget.raw() == empty


def test_a_choice_and_a_tick_of_what_is_no_longer_offered(qtbot: QtBot) -> None:
    choice, checks = ChoiceField(OPTIONS), CheckList(OPTIONS)
    qtbot.addWidget(choice)
    qtbot.addWidget(checks)
    choice.set_raw("gone")
    checks.set_raw(["a", "gone"])
    assert (choice.raw(), checks.raw()) == ("gone", ["a"])
