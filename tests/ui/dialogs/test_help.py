"""Help is there for every page of the rail and needs no network."""

import pytest
from pytestqt.qtbot import QtBot

from ui.dialogs.help import HelpDialog, help_text


@pytest.mark.parametrize(
    "page",
    ["intake", "desk", "cases", "case", "statistics", "office", "settings", "first-run", "typing", "bin"],
)
def test_each_page_has_its_own_help(page: str, qtbot: QtBot) -> None:
    dialog = HelpDialog(page)
    qtbot.addWidget(dialog)
    title = help_text(page).splitlines()[0].removeprefix("# ")
    assert dialog.text.toPlainText().startswith(title)
    assert page == "desk" or help_text(page) != help_text("desk")


def test_a_page_without_help_gets_the_desks() -> None:
    assert help_text("nowhere") == help_text("desk")
