"""Things in a line go on below when it is full, and what is hidden leaves no gap."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout


def flowing(qtbot: QtBot, count: int) -> tuple[QWidget, list[QLabel]]:
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, spacing=10)
    labels = [QLabel("词", around) for _ in range(count)]
    for label in labels:
        label.setFixedSize(40, 20)
        flow.addWidget(label)
    return around, labels


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot) -> None:
    around, labels = flowing(qtbot, 3)
    labels[0].hide()
    around.resize(300, 40)
    around.show()
    assert [label.x() for label in labels[1:]] == [0, 50]


def test_a_full_line_goes_on_below(qtbot: QtBot) -> None:
    around, labels = flowing(qtbot, 3)
    around.resize(100, 80)
    around.show()
    assert [label.x() for label in labels] == [0, 50, 0]
    assert labels[2].y() > labels[0].y()
