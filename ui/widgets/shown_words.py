"""What a field shows, in the words a person reads: for a draft that is only looked at, and to compare."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui.widgets.check_list import CheckList
from ui.widgets.entry import Entry
from ui.widgets.member_table import MemberTable
from ui.widgets.sentence_box import SentenceBox
from ui.widgets.text_edit import LongText


def shown_words(widget: QWidget) -> str:
    """The words of a field, "" for an empty one and for one that has no words of its own."""
    if isinstance(widget, QComboBox):
        return widget.currentText().strip()
    if isinstance(widget, Entry):
        return widget.line.text().strip()
    if isinstance(widget, LongText):
        return widget.value()
    if isinstance(widget, SentenceBox):
        return widget.text.value()
    if isinstance(widget, CheckList):
        return "、".join(box.accessibleName() for box in widget.boxes() if box.isChecked())
    if isinstance(widget, MemberTable):
        return widget.sum.text()
    return "是" if isinstance(widget, QCheckBox) and widget.isChecked() else ""
