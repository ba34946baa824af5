"""Before signing and before archiving the page says what is to be mended, and leads to where it is mended."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mediator.casework.accept import accept
from mediator.casework.conclude import agree
from mediator.casework.desk import Desk
from mediator.casework.extend import extend
from mediator.domain.agreement import AgreementFacts
from mediator.domain.duty import Duty, DutyFacts
from mediator.domain.extension import ExtensionFacts
from mediator.domain.finding import Finding, Step
from mediator.findings import say_finding
from tests.people import ACCEPTED, TODAY, full_case, intake, simple_case
from tests.ui.conftest import Recorder
from tests.ui.offices import Ears, services_for
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case_page import CasePage
from ui.services import Services
from ui.widgets.findings_panel import FindingsPanel


@pytest.fixture
def services(desk: Desk, messages: Recorder) -> Services:
    return services_for(desk, messages, Ears())


@pytest.fixture
def page(services: Services, qtbot: QtBot) -> CasePage:
    page = CasePage(services)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def shown(panel: FindingsPanel, key: str) -> Finding:
    return next(one for one in panel.found if one.key == key)


def test_what_is_unfit_is_counted_and_listed_with_its_source(page: CasePage, desk: Desk) -> None:
    case_id = full_case(desk)
    page.show_case(case_id, "agreement")
    panel = page.agreement.check_panel
    assert panel.isVisible()
    assert panel.must == sum("应改" in text for text in _texts(panel))
    assert panel.list.isHidden()
    panel.more.click()
    assert panel.list.isVisible()
    assert any(text.startswith("依据：") for text in _texts(panel))


def _texts(panel: FindingsPanel) -> list[str]:
    return [label.text() for label in panel.list.findChildren(QLabel)]


def test_without_an_agreement_nothing_is_checked(page: CasePage, desk: Desk, services: Services) -> None:
    page.show_case(accept(desk, intake()), "agreement")
    assert not page.agreement.check_panel.isVisible()


def test_a_missing_recorder_is_mended_in_the_agreement(page: CasePage, desk: Desk) -> None:
    case_id = full_case(desk)
    file = desk.file(case_id)
    assert file.agreement is not None
    fields = {name: getattr(file.agreement, name) for name in AgreementFacts.model_fields}
    duties = tuple((one.id, _plain(one)) for one in file.agreement.own_duties)
    agree(desk, case_id, AgreementFacts(**{**fields, "recorder": ""}), duties)
    page.show_case(case_id, "agreement")
    finding = shown(page.agreement.check_panel, "recorder-missing")
    page.agreement.check_panel.asked.emit(finding)
    box = page.agreement.form.terms.field("recorder")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is box or box.isAncestorOf(focus)


def test_a_missing_way_of_paying_is_mended_at_that_duty(page: CasePage, desk: Desk) -> None:
    case_id = full_case(desk)
    file = desk.file(case_id)
    assert file.agreement is not None
    fields = {name: getattr(file.agreement, name) for name in AgreementFacts.model_fields}
    duties = tuple((one.id, _plain(one).model_copy(update={"way": ""})) for one in file.agreement.own_duties)
    agree(desk, case_id, AgreementFacts(**fields), duties)
    page.show_case(case_id, "agreement")
    finding = shown(page.agreement.check_panel, "way-missing")
    page.agreement.check_panel.asked.emit(finding)
    row = next(row for row in page.agreement.form.duties.rows() if row.duty_id == finding.subject_id)
    box = row.form.field("way")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus is box or box.isAncestorOf(focus)


def _plain(duty: Duty) -> DutyFacts:
    return DutyFacts(**{name: getattr(duty, name) for name in DutyFacts.model_fields})


def test_a_finding_about_people_leads_to_the_intake(page: CasePage, desk: Desk) -> None:
    page.show_case(simple_case(desk), "agreement")
    finding = shown(page.agreement.check_panel, "id-number-missing")
    page.point(finding)
    assert page.current == "intake"


def test_the_self_check_runs_aside_and_archiving_says_what_is_left(
    page: CasePage, desk: Desk, messages: Recorder, qtbot: QtBot
) -> None:
    case_id = simple_case(desk)
    page.show_case(case_id, "archive")
    panel = page.archive.check_panel
    qtbot.waitUntil(lambda: bool(panel.found), timeout=20_000)
    assert panel.must > 0
    messages.expect("no")
    page.archive.archive_now()
    assert f"卷宗自查还有 {panel.must} 项应改" in messages.said[-1]
    assert not desk.file(case_id).is_archived


def test_a_consent_that_is_missing_leads_to_its_extension(page: CasePage, desk: Desk, qtbot: QtBot) -> None:
    case_id = simple_case(desk)
    extend(desk, case_id, ExtensionFacts(agreed_on=ACCEPTED, until_on=TODAY))
    page.show_case(case_id, "archive")
    panel = page.archive.check_panel
    qtbot.waitUntil(lambda: bool(panel.found), timeout=20_000)
    page.point(shown(panel, "consent-missing"))
    step = page.steps["hearings"]
    assert isinstance(step, KindsStep)
    assert (page.current, step.kind) == ("hearings", "extension")


def test_every_step_a_finding_names_can_be_shown(page: CasePage, desk: Desk) -> None:
    case_id = full_case(desk)
    page.show_case(case_id, "intake")
    for step in get_args(Step):
        page.point(Finding("recorder-missing", step, "recorder"))
        kind = page.steps[page.current]
        there = {page.current, kind.kind if isinstance(kind, KindsStep) else ""}
        assert step == "papers" or there & {step, step.removesuffix("s")}
        assert say_finding(Finding("recorder-missing", step))
