"""What happened, in order, in few words; where the case stands and what comes next."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.conclude import agree, end_without
from mediator.casework.desk import Desk
from mediator.casework.extend import extend
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.reopen import mediate_again, unarchive
from mediator.domain.agreement import AgreementFacts
from mediator.domain.case import Ending
from mediator.domain.extension import ExtensionFacts
from mediator.domain.hearing import HearingFacts
from tests.on_the_way import SECRET
from tests.people import TODAY, barest_case, full_case, intake, simple_case
from tests.ui.conftest import Recorder
from tests.ui.offices import Ears, services_for
from ui.pages.case.header import CaseHeader
from ui.pages.case.timeline import events
from ui.pages.case.way import ASIDE, STEPS, Way


def test_events_come_in_order_of_date_and_hold_every_hearing_payment_and_visit(desk: Desk) -> None:
    file = desk.file(full_case(desk, archived=True))
    found = events(file)
    assert [day for day, _ in found] == sorted(day for day, _ in found)
    texts = [text for _, text in found]
    assert texts[0].startswith("登记")
    assert texts[-1] == "归档"
    assert sum("次调解" in text for text in texts) == 2
    assert sum(text.startswith("履行") for text in texts) == 4
    assert sum("次回访" in text for text in texts) == 2
    assert (date(2026, 10, 13), "协议生效") in found


def test_events_tell_what_happened_between_hearings_and_after_the_agreement(desk: Desk) -> None:
    texts = [text for _, text in events(desk.file(full_case(desk)))]
    assert "调查 邻居甲二" in texts
    assert "单独谈话 <b>张三（不入卷）" in texts
    assert "同意延长至 2026-11-30" in texts
    assert "调解员由 赵调 更换为 钱新" in texts
    assert "收到材料 2 份" in texts
    assert "签订补充协议" in texts
    assert not [text for text in texts if SECRET in text]


def test_a_decision_is_told_with_its_reason(desk: Desk) -> None:
    case_id = full_case(desk, archived=True)
    unarchive(desk, case_id, "补正日期")
    assert (TODAY, "撤回归档：补正日期") in events(desk.file(case_id))


def test_the_way_marks_what_is_done_and_names_the_next_step(desk: Desk, qtbot: QtBot) -> None:
    way = Way()
    qtbot.addWidget(way)
    way.resize(1000, 40)
    way.show()
    asked: list[str] = []
    way.next_asked.connect(asked.append)
    way.show_file(desk.file(barest_case(desk)))
    assert way.next_button.text() == "登记第 1 次调解"
    way.next_button.click()
    assert asked == ["hearings"]
    way.show_file(desk.file(full_case(desk)))
    words = [way.findChild(type(way.next_button), f"step-{key}").text() for key, _ in STEPS]
    assert words == ["登记 ✓", "调解 2 次", "协议 ✓", "履行", "回访 2 次", "归档"]
    way.show_file(desk.file(full_case(desk, archived=True)))
    assert not way.next_button.isVisible()


def test_a_narrow_way_leaves_out_what_it_has_no_room_for(desk: Desk, qtbot: QtBot) -> None:
    way = Way()
    qtbot.addWidget(way)
    way.show_file(desk.file(full_case(desk)))
    way.resize(640, 40)
    way.show()
    words = [way.findChild(type(way.next_button), f"step-{key}").text() for key, _ in (*STEPS, *ASIDE)]
    assert words == ["登记✓", "调解2", "协议✓", "履行", "回访2", "归档", "材料2"]
    assert way.minimumSizeHint().width() <= 640
    way.resize(1000, 40)
    assert way.findChild(type(way.next_button), "step-hearings").text() == "调解 2 次"


def test_the_header_tells_the_limit_and_why(desk: Desk, qtbot: QtBot, messages: Recorder) -> None:
    header = CaseHeader(services_for(desk, messages, Ears()))
    qtbot.addWidget(header)
    header.show()
    header.show_file(desk.file(barest_case(desk)))
    assert header.left.text() == "调解期限 2026-12-02，还剩 10 天"
    header.why.explain()
    popup = header.why.popup
    assert popup is not None
    lines = [label.text() for label in popup.findChildren(type(header.left))]
    popup.close()
    assert any("第三十三条" in line for line in lines)
    assert "推算：2026-11-02 ＋ 1 个月 ＝ 2026-12-02" in lines
    header.show_file(desk.file(simple_case(desk)))
    assert header.left.text() == "履行　500.00 元 2026-11-22，就是今天"
    header.show_file(desk.file(full_case(desk, archived=True)))
    assert not header.left.isVisible()


def test_the_header_counts_every_clock_and_tells_each_of_them(
    desk: Desk, qtbot: QtBot, messages: Recorder
) -> None:
    header = CaseHeader(services_for(desk, messages, Ears()))
    qtbot.addWidget(header)
    header.show()
    case_id = accept(desk, intake())
    places = tuple(party.id for party in desk.file(case_id).parties)
    later = HearingFacts(held_on=TODAY, next_on=date(2026, 11, 25), next_began="14:00")
    hold_hearing(desk, case_id, later)
    until = ExtensionFacts(agreed_on=TODAY, until_on=date(2026, 12, 20), agreed_by=places)
    extend(desk, case_id, until)
    header.show_file(desk.file(case_id))
    assert header.left.text() == "再次调解 2026-11-25，还剩 3 天"
    assert header.others.text() == "另有 1 个期限"
    told = header._other_lines()
    assert told[0] == "● 调解期限 2026-12-20，还剩 28 天"
    assert not any("还没有登记同意" in line for line in told)
    extend(
        desk, case_id, until.model_copy(update={"agreed_by": places[:1]}), desk.file(case_id).extensions[0].id
    )
    header.show_file(desk.file(case_id))
    assert header._other_lines()[-1] == "　 注意：李四测 还没有登记同意延长。"
    assert any("原定 2026-12-02，经当事人同意延长至 2026-12-20" in line for line in told)


def test_the_header_links_the_cases_of_a_dispute(desk: Desk, qtbot: QtBot, messages: Recorder) -> None:
    ears = Ears()
    header = CaseHeader(services_for(desk, messages, ears))
    qtbot.addWidget(header)
    first = simple_case(desk)
    second = mediate_again(desk, first, TODAY, "没有付款")
    header.show_file(desk.file(first))
    assert header.kin() == [f"后案 {desk.file(second).code}"]
    header.show_file(desk.file(second))
    assert header.kin() == [f"前案 {desk.file(first).code}"]
    header._links[0].click()
    assert ears.opened == [first]


def test_more_opens_by_enter(desk: Desk, qtbot: QtBot, messages: Recorder) -> None:
    header = CaseHeader(services_for(desk, messages, Ears()))
    qtbot.addWidget(header)
    header.show_file(desk.file(barest_case(desk)))
    header.show()
    asked: list[str] = []
    header.asked.connect(asked.append)
    QTest.keyClick(header.more, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is header._menu
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert asked == ["history"]


def test_more_offers_what_fits_the_case(desk: Desk, qtbot: QtBot, messages: Recorder) -> None:
    header = CaseHeader(services_for(desk, messages, Ears()))
    qtbot.addWidget(header)
    header.show_file(desk.file(barest_case(desk)))
    assert header.choices() == ["改动记录", "移入回收站…"]
    header.show_file(desk.file(full_case(desk, archived=True)))
    assert header.choices() == ["撤回归档…", "再次调解（另立新案）…", "改动记录"]
    failed = accept(desk, intake())
    ending = Ending(outcome="failed", on=TODAY, reason="no-agreement", told_ways=("court",))
    end_without(desk, failed, ending)
    header.show_file(desk.file(failed))
    assert header.choices()[:3] == ["恢复调解…", "变更结果…", "再次调解（另立新案）…"]


def test_what_is_performed_waits_for_the_visit(desk: Desk, qtbot: QtBot, messages: Recorder) -> None:
    header = CaseHeader(services_for(desk, messages, Ears()))
    qtbot.addWidget(header)
    case_id = accept(desk, intake())
    agree(desk, case_id, AgreementFacts(form="oral", agreed_on=TODAY, clauses=("双方互不追究。",)), ())
    header.show_file(desk.file(case_id))
    assert header.chip.words.text() == "待回访"
