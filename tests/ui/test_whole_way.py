"""A case typed only in the window, from nothing, with one restart midway, gives the dossier of the demo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from mediator.casework.desk import Desk
from mediator.command import demo_people as people
from mediator.command import place
from mediator.command.demo_cases import open_sample
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.casefile import CaseFile
from mediator.domain.facts import Facts
from mediator.storage.store import create
from tests.people import now
from tests.ui.conftest import Recorder
from ui.dialogs.first_run import FirstRunDialog
from ui.furnish import furnish
from ui.main_window import MainWindow
from ui.pages.case.hearing_step import HearingStep
from ui.pages.case.kinds_step import KindsStep
from ui.pages.case.performance_step import PerformanceStep
from ui.pages.case.step import FormStep
from ui.pages.case.visit_step import VisitStep
from ui.pages.case_page import CasePage
from ui.pages.intake_page import IntakePage
from ui.widgets.agreement_form import AgreementForm

OCTOBER = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def own_pc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.delenv(place.VARIABLE, raising=False)
    monkeypatch.setattr(place, "default_folder", lambda: tmp_path / "usual")


@pytest.fixture
def wanted(tmp_path: Path) -> Iterator[tuple[CaseFile, bytes]]:
    """The demo's case by application, made by the verbs, and its bound dossier."""
    with create(tmp_path / "demo") as store:
        desk = Desk(store, people.DESK_PERSON, now)
        open_sample(desk)
        file = desk.file_of("2026-00001")
        yield file, press.dossier(Matter(file, desk.office(), desk.settings()))


def test_the_window_alone_gives_the_same_dossier(
    wanted: tuple[CaseFile, bytes], messages: Recorder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, dossier = wanted
    monkeypatch.setattr(FirstRunDialog, "exec", name_office)
    window = opened(qtbot, messages, people.DESK_PERSON)
    type_intake(window, told)
    page = case_page(window)
    type_hearing(page, told, 0)
    assert window.close()
    window = opened(qtbot, messages, people.DESK_PERSON)  # the restart, in the middle of the case
    page = case_page(window)
    page.show_case(1)
    window.go("case")
    type_hearing(page, told, 1)
    type_agreement(page, told)
    type_performance(page, told)
    type_visit(page, told)
    archive(page, told, messages)
    typed = page.services.desk
    file = typed.file(1)
    assert facts_of(file) == facts_of(told)
    assert press.dossier(Matter(file, typed.office(), typed.settings())) == dossier
    window.close()


def opened(qtbot: QtBot, messages: Recorder, who: str) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert furnish(window, ["--user", who], lambda _window: messages, now)
    return window


def name_office(dialog: FirstRunDialog) -> int:
    dialog.form.set_values(people.OFFICE.model_dump() | {"mediators": "\n".join(people.MEDIATORS)})
    dialog.try_save()
    return dialog.result()


def case_page(window: MainWindow) -> CasePage:
    return cast(CasePage, window.page("case"))


def type_intake(window: MainWindow, told: CaseFile) -> None:
    assert window.go("intake")
    page = cast(IntakePage, window.page("intake"))
    page.form.set_value(people.leak(lambda day: OCTOBER.replace(day=day)))
    page.save()
    assert window.current_page() == "case"


def filled(step: FormStep, values: dict[str, Any]) -> None:
    """Put values into the fields of a step as they are shown, and save."""
    for name in step.form.values():
        step.form.field(name).set_value(values[name])
    assert step.save()


def type_hearing(page: CasePage, told: CaseFile, number: int) -> None:
    page.show_step("hearings")
    step = cast(HearingStep, cast(KindsStep, page.steps["hearings"]).part("hearing"))
    step.begin_new()
    shown = step.record_values(told, told.hearings[number].id)
    step.form.field("mediators").set_options([(name, name) for name in people.MEDIATORS])
    filled(step, shown)


def type_agreement(page: CasePage, told: CaseFile) -> None:
    assert told.agreement is not None
    page.show_step("agreement")
    step = cast(KindsStep, page.steps["agreement"]).part("agreement")
    form: AgreementForm = step.part  # type: ignore[attr-defined]
    facts = told.agreement.model_dump() | {"clauses": "\n".join(told.agreement.clauses)}
    for part in form.forms():
        for name in part.values():
            part.field(name).set_value(facts[name])
    form.duties.set_value((None, duty) for duty in told.agreement.duties)
    assert page.steps["agreement"].save()
    form.hands.show_signing(page.services.desk.file(1).parties, told.agreement.signing)
    assert page.steps["agreement"].save()


def type_performance(page: CasePage, told: CaseFile) -> None:
    assert told.agreement is not None
    page.show_step("performance")
    step = cast(PerformanceStep, page.steps["performance"])
    for duty in told.agreement.duties:
        for entry in duty.performed:
            step.begin_new()
            filled(step, step.record_values(told, entry.id))


def type_visit(page: CasePage, told: CaseFile) -> None:
    page.show_step("visits")
    step = cast(VisitStep, page.steps["visits"])
    step.begin_new()
    filled(step, step.record_values(told, told.visits[0].id))


def archive(page: CasePage, told: CaseFile, messages: Recorder) -> None:
    page.show_step("archive")
    step = cast(FormStep, page.steps["archive"])
    for name, value in step.values_of(told).items():
        step.form.field(name).set_value(value)
    messages.expect("yes")
    step.archive_button.click()  # type: ignore[attr-defined]


def facts_of(file: CaseFile) -> dict[str, object]:
    """All facts of a case but those that only the program's own bookkeeping knows."""
    return cast(Facts, file).model_dump(mode="json", exclude={"papers"})
