"""The papers of a case, what became of them, and the way to the printer."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept, correct_intake
from mediator.casework.archive import mark_printed
from mediator.casework.attach import attach
from mediator.casework.conclude import end_without
from mediator.casework.hold_hearing import hold_hearing
from mediator.casework.refuse import refuse
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.attachment import AttachmentFacts
from mediator.domain.case import Ending
from mediator.domain.hearing import HearingFacts
from mediator.domain.party import PartyEntry
from tests.people import ACCEPTED, TODAY, entries, full_case, intake, simple_case
from tests.ui.sheets import settle
from ui.services import Services
from ui.widgets.papers_panel import PapersPanel


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> PapersPanel:
    panel = PapersPanel(services)
    qtbot.addWidget(panel)
    panel.resize(320, 600)
    panel.show()
    return panel


def statuses(panel: PapersPanel) -> dict[str, str]:
    return {line.ref.title: line.status for line in panel.lines()}


def matter_of(services: Services, case_id: int) -> Matter:
    desk = services.desk
    return Matter(desk.file(case_id), desk.office(), desk.settings(), desk.today())


def open_preview(qtbot: QtBot, services: Services, panel: PapersPanel) -> None:
    settle(qtbot, services, lambda: panel.preview is not None and panel.preview.view.page_count() > 0)


def test_every_paper_of_the_case_is_listed_as_not_yet_printed(services: Services, panel: PapersPanel) -> None:
    case_id = full_case(services.desk)
    panel.show_file(services.desk.file(case_id))
    refs = press.keys_for(matter_of(services, case_id))
    assert statuses(panel) == {ref.title: "未打印" if ref.bound else "按需打印" for ref in refs}
    assert statuses(panel)["人民调解协议书"] == "未打印"
    assert statuses(panel)["收条（第1次）"] == "按需打印"


def test_what_the_dossier_still_lacks_is_said_in_words(services: Services, panel: PapersPanel) -> None:
    case_id = accept(services.desk, intake())
    panel.show_file(services.desk.file(case_id))
    assert panel.missing.text().startswith("注意：入卷还缺：")
    assert "人民调解记录" in panel.missing.text()
    hold_hearing(services.desk, case_id, HearingFacts(held_on=ACCEPTED))
    panel.show_file(services.desk.file(case_id))
    assert "人民调解记录" not in panel.missing.text()
    panel.show_file(services.desk.file(full_case(services.desk)))
    assert not panel.missing.isVisible()
    assert "当事人身份证明" in panel.by_hand.text()


def test_one_click_opens_the_very_bytes_of_the_press(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    case_id = simple_case(services.desk)
    panel.show_file(services.desk.file(case_id))
    place = panel.table.visualRect(panel.table.model().index(1, 0)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    key, subject = panel.lines()[1].slot
    assert panel.preview.paper.data == press.paper(matter_of(services, case_id), key, subject)
    panel.preview.close()
    qtbot.waitUntil(lambda: panel.preview is None)


def test_enter_opens_and_a_second_enter_opens_nothing_more(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    panel.show_file(services.desk.file(simple_case(services.desk)))
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    panel.preview.close()


def test_printing_is_written_into_the_case_with_its_digest(
    qtbot: QtBot, services: Services, panel: PapersPanel, tmp_path: object
) -> None:
    case_id = simple_case(services.desk)
    panel.show_file(services.desk.file(case_id))
    panel.open_paper("oral-agreement-register")
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    panel.preview.any_printer = lambda: True

    def choose(printer: QPrinter, _pages: int, _parent: QWidget | None) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(f"{tmp_path}/out.pdf")
        printer.setResolution(75)
        return True

    panel.preview.choose = choose
    with qtbot.waitSignal(panel.changed, timeout=20_000):
        panel.preview.print_button.click()
    mark = services.desk.file(case_id).papers[0]
    assert (mark.key, mark.printed_at is not None) == ("oral-agreement-register", True)
    assert mark.sha256 == panel.preview.digest
    assert statuses(panel)["人民调解口头协议登记表"].startswith("已打印 11-22")
    settle(qtbot, services)
    assert "改动" not in statuses(panel)["人民调解口头协议登记表"]
    panel.preview.close()


def test_signing_is_written_into_the_case(qtbot: QtBot, services: Services, panel: PapersPanel) -> None:
    case_id = simple_case(services.desk)
    panel.show_file(services.desk.file(case_id))
    panel.open_paper("oral-agreement-register")
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    panel.preview.sign_button.click()
    assert services.desk.file(case_id).papers[0].signed_on == TODAY
    assert statuses(panel)["人民调解口头协议登记表"] == "已签 11-22"
    panel.preview.close()


def test_which_record_it_is_stands_where_it_is_never_cut(services: Services, panel: PapersPanel) -> None:
    panel.show_file(services.desk.file(full_case(services.desk)))
    short = [line.short_title for line in panel.lines()]
    assert {"第1次调解记录", "第2次调解记录", "第1次回访记录", "协议书"} <= set(short)


def test_nothing_is_missed_that_the_end_of_the_case_rules_out(services: Services, panel: PapersPanel) -> None:
    desk = services.desk
    panel.show_file(desk.file(refuse(desk, intake(), "not-civil")))
    assert (panel.missing.text(), panel.by_hand.text()) == ("", "")
    failed = accept(desk, intake())
    hold_hearing(desk, failed, HearingFacts(held_on=ACCEPTED, result="failed"))
    panel.show_file(desk.file(failed))
    assert "协议书" in panel.missing.text()
    ending = Ending(outcome="failed", on=TODAY, reason="no-agreement", told_ways=("court",))
    end_without(desk, failed, ending)
    panel.show_file(desk.file(failed))
    assert "协议书" not in panel.missing.text()


@pytest.mark.parametrize(
    ("key", "title"),
    [("application-form", "人民调解申请书"), ("rights-notice", "人民调解当事人权利义务告知书")],
)
def test_a_paper_signed_unprinted_says_when_its_case_changes(
    qtbot: QtBot, services: Services, panel: PapersPanel, key: str, title: str
) -> None:
    desk, case_id = services.desk, accept(services.desk, intake())
    panel.show_file(desk.file(case_id))
    panel.open_paper(key)
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    panel.preview.sign_button.click()
    settle(qtbot, services)
    assert statuses(panel)[title] == "已签 11-22"
    panel.preview.close()
    known = desk.file(case_id).parties
    renamed = [one.facts.model_copy(update={"name": f"{one.name}正"}) for one in known]
    parties = tuple(
        PartyEntry(id=one.id, role=one.role, facts=facts) for one, facts in zip(known, renamed, strict=True)
    )
    correct_intake(desk, case_id, intake(summary="楼上漏水。", parties=parties))
    panel.show_file(desk.file(case_id))
    settle(qtbot, services)
    assert statuses(panel)[title] == "已签，有改动"


def test_a_paper_whose_case_changed_after_printing_says_so(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    case_id = simple_case(services.desk)
    mark_printed(services.desk, case_id, "oral-agreement-register", None, "0" * 64)
    panel.show_file(services.desk.file(case_id))
    settle(qtbot, services)
    assert statuses(panel)["人民调解口头协议登记表"] == "已打印 11-22"  # other bytes alone are no change
    attach(services.desk, case_id, AttachmentFacts(title="照片"))
    panel.show_file(services.desk.file(case_id))
    settle(qtbot, services)
    assert statuses(panel)["人民调解口头协议登记表"] == "已打印，有改动"


def test_the_whole_dossier_opens_and_asks_for_no_signature(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    case_id = simple_case(services.desk)
    panel.show_file(services.desk.file(case_id))
    panel.dossier_button.click()
    open_preview(qtbot, services, panel)
    assert panel.preview is not None
    assert panel.preview.paper.data == press.dossier(matter_of(services, case_id))
    assert not panel.preview.sign_button.isVisible()
    panel.preview.close()


def test_a_character_no_face_can_draw_is_refused_in_words(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    case_id = accept(services.desk, intake(parties=entries(applicants=("张\ue000测",))))
    panel.show_file(services.desk.file(case_id))
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    settle(qtbot, services)
    assert panel.preview is None
    assert panel.banner.words.text() == "missing-glyph"


def test_another_case_shown_meanwhile_opens_no_paper_of_the_first(
    qtbot: QtBot, services: Services, panel: PapersPanel
) -> None:
    first, second = simple_case(services.desk), accept(services.desk, intake(accepted_on=date(2026, 11, 3)))
    panel.show_file(services.desk.file(first))
    panel.open_paper("oral-agreement-register")
    panel.show_file(services.desk.file(second))
    settle(qtbot, services)
    assert panel.preview is None
