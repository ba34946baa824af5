"""Who acts for a party: added by a link, typed like a party, given to others of the side in one act."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.domain.agent import AgentEntry
from mediator.domain.party import PartyEntry, PartyFacts
from tests.households import AGENT, CHILD, CHOSEN, GROUP, GUARDIAN, HOUSEHOLD, acted_for, not_alone
from tests.people import NOW, entries, id_number
from tests.ui.hands import enter, retype
from ui.widgets.agent_row import AgentRow
from ui.widgets.known_people import Register
from ui.widgets.party_editor import PartyEditor

NOBODY = Register(known=lambda _text: [], earlier=lambda _ids: {}, show=lambda _one: None, today=NOW.date)


@pytest.fixture
def editor(qtbot: QtBot) -> PartyEditor:
    made = PartyEditor(register=NOBODY)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def on_record(*given: PartyEntry) -> tuple[PartyEntry, ...]:
    return tuple(
        one.model_copy(
            update={
                "id": 10 + n,
                "person_id": 50 + n,
                "agents": tuple(
                    agent.model_copy(update={"id": 90 + 10 * n + m}) for m, agent in enumerate(one.agents)
                ),
            }
        )
        for n, one in enumerate(given)
    )


def test_what_is_on_record_comes_back_as_it_went_in(editor: PartyEditor) -> None:
    given = on_record(acted_for(entries()[0], AGENT), *not_alone())
    editor.set_value(given)
    assert editor.value() == given


@pytest.mark.parametrize(
    ("kind", "links"),
    [
        ("person", {"＋代理人", "＋监护人"}),
        ("organisation", {"＋代理人"}),
        ("household", {"＋代理人"}),
        ("group", {"＋代理人", "＋代表人"}),
    ],
)
def test_only_who_may_act_for_this_kind_is_offered(editor: PartyEditor, kind: str, links: set[str]) -> None:
    row = editor.rows()[0]
    row.kind.set_value(kind)
    row.kind.changed.emit()
    adders = row.agents._adders.values()
    assert {one.text() for one in adders if not one.isHidden()} == links


def test_an_agent_is_typed_from_the_keyboard_alone(editor: PartyEditor, qtbot: QtBot) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "甲一")
    row.agents._adders["agent"].setFocus()
    enter(QApplication.focusWidget())
    retype(QApplication.focusWidget(), "周代")
    enter(QApplication.focusWidget())
    (agent,) = row.agents.rows()
    assert agent.form.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(row.agents.submitted):
        for _ in agent.form.fields:
            enter(QApplication.focusWidget())
    (found,) = editor.value()
    assert [one.facts.name for one in found.agents] == ["周代"]
    assert editor.rows()[1].isAncestorOf(QApplication.focusWidget()), "Enter goes on to the next party"


def test_an_agent_s_number_tells_the_sex(editor: PartyEditor) -> None:
    agent = editor.rows()[0].agents.add("agent")
    retype(agent.name.line, "周代")
    retype(agent.form.field("id_number").line, id_number(22))
    assert (agent.facts().sex, agent.facts().id_number) == ("2", id_number(22))


def test_another_card_s_number_is_kept(editor: PartyEditor) -> None:
    agent = editor.rows()[0].agents.add("agent")
    given = AgentEntry(facts=AGENT.model_copy(update={"id_type": "passport", "id_number": "E1234567"}))
    agent.set_entry(given)
    assert agent.entry() == given
    assert not agent.form.field("other_number").isHidden()


@pytest.mark.parametrize(
    ("born", "capacity", "told"),
    [
        (date(2019, 5, 6), "", "第二十条"),
        (date(2012, 5, 6), "", "第十九条"),
        (date(1985, 2, 3), "", ""),
        (None, "", ""),
        (date(2009, 5, 6), "full", "第十七条"),
        (date(1985, 2, 3), "limited", "第十七条"),
    ],
)
def test_capacity_is_told_by_age_and_can_be_overruled(
    editor: PartyEditor, born: date | None, capacity: str, told: str
) -> None:
    facts = PartyFacts(name="甲一", birth_date=born, capacity=capacity)
    editor.set_value((PartyEntry(role="applicant", facts=facts),))
    (row,) = editor.rows()
    note = row.detail._notes["capacity"].text()
    assert told in note if told else note == ""
    assert row.facts() == facts


def test_a_child_without_guardian_is_hinted_at_and_saved_all_the_same(editor: PartyEditor) -> None:
    editor.set_value((PartyEntry(role="applicant", facts=CHILD),))
    (row,) = editor.rows()
    assert "监护人" in row.agents.hint.text()
    assert editor.check()
    guardian = row.agents.add("guardian")
    retype(guardian.name.line, "吴监")
    assert row.agents.hint.text() == ""
    guardian.asked.emit("remove")
    assert "监护人" in row.agents.hint.text()


def test_a_birth_date_typed_tells_at_once(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "吴小测")
    assert row.agents.hint.text() == ""
    retype(row.detail.field("id_number").line, id_number(3, "20190506"))
    assert "监护人" in row.agents.hint.text()


def test_thirty_workers_get_one_lawyer_in_one_act(editor: PartyEditor) -> None:
    workers = [f"甲{n:02}测" for n in range(30)]
    editor.set_value(entries(workers, ("示例公司",)))
    first = editor.rows()[0]
    first.agents.add("agent").set_entry(AgentEntry(facts=AGENT))
    editor.after_change()
    assert not first.agents.rows()[0].share.isHidden()
    first.agents.rows()[0].asked.emit("share")
    by_role = [(one.role, [agent.facts for agent in one.agents]) for one in editor.value()]
    assert by_role == [("applicant", [AGENT])] * 30 + [("respondent", [])]
    assert "29 人" in editor.note.text()
    first.agents.rows()[0].asked.emit("share")
    assert all(len(one.agents) <= 1 for one in editor.value()), "nobody gets the same agent twice"


def test_an_only_party_of_a_side_has_nobody_to_share_with(editor: PartyEditor) -> None:
    editor.set_value(entries())
    row = editor.rows()[0]
    row.agents.add("agent").set_entry(AgentEntry(facts=AGENT))
    editor.after_change()
    assert row.agents.rows()[0].share.isHidden()


def test_nobody_is_asked_for_by_name_and_six_representatives_are_too_many(editor: PartyEditor) -> None:
    editor.set_value((acted_for(PartyEntry(role="applicant", facts=GROUP), *CHOSEN),))
    (row,) = editor.rows()
    nameless = row.agents.add("representative")
    assert editor.check(), "an untouched line is nobody"
    retype(nameless.form.field("phone").line, "000-1")
    assert not editor.check()
    assert "代表人" in nameless.name.note.text()
    for n in range(4):
        retype((nameless if n == 0 else row.agents.add("representative")).name.line, f"代{n}")
    assert not editor.check()
    assert "最多 5 名" in row.agents.note.text()


def test_days_in_the_wrong_order_are_marked(editor: PartyEditor) -> None:
    wrong = AGENT.model_copy(update={"from_on": date(2026, 12, 1), "until_on": date(2026, 11, 1)})
    editor.set_value((acted_for(entries()[0], wrong),))
    assert not editor.check()
    agent: AgentRow = editor.rows()[0].agents.rows()[0]
    assert agent.unfolded
    assert "颠倒" in agent.form.field("until_on").note.text()


def test_the_removing_keys_take_the_agent_and_not_the_party(editor: PartyEditor) -> None:
    row = editor.rows()[0]
    retype(row.name.line, "甲一")
    retype(row.agents.add("agent").name.line, "周代")
    QTest.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_Delete,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert [one.facts.name for one in editor.value()] == ["甲一"]
    assert editor.value()[0].agents == ()
    row.agents.restore()
    assert [one.facts.name for one in editor.value()[0].agents] == ["周代"]


@pytest.mark.parametrize("facts", [HOUSEHOLD, GROUP])
def test_a_household_and_a_group_are_folded_to_what_counts(editor: PartyEditor, facts: PartyFacts) -> None:
    editor.set_value((PartyEntry(role="applicant", facts=facts),))
    (row,) = editor.rows()
    assert f"{facts.members} 人" in row.summary.text()
    row.unfold(True)
    shown = {one.name for one in row.detail.fields if not row.detail._cells[one.name].isHidden()}
    head = {"representative"} if facts is HOUSEHOLD else set()
    assert shown == {"members", "phone", "address", *head}


def test_a_folded_agent_says_what_it_may(editor: PartyEditor) -> None:
    editor.set_value((acted_for(entries()[0], AGENT, GUARDIAN),))
    agent, guardian = editor.rows()[0].agents.rows()
    assert agent.summary.text() == "律师 · 10000000021 · 特别授权 · 限制：不得代收 & 代付=1+1"
    assert guardian.summary.text() == "母亲 · 10000000022"
    assert not editor.rows()[0].agents.isHidden(), "who acts is seen beside a folded party"
