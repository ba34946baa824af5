"""A form made from a list of fields: two columns that fold to one, Enter from field to field."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.tokens import Tone
from ui.widgets.check_list import CheckList, TickField
from ui.widgets.entry import Entry, Input
from ui.widgets.form_field import Field, make_widget
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import in_short, plain_label
from ui.widgets.note import Note
from ui.widgets.rare_note import RareNote
from ui.widgets.shown_words import shown_words
from ui.widgets.text_edit import LongText

TWO_COLUMNS_FROM_EM = 50
STRETCHING = ("long", "own")


class FieldForm(QWidget):
    """Shows fields, gives and takes their values by name, says in words what is missing.

    `changed(name)` comes with every touch, `submitted` with Enter in the last field.
    """

    changed = Signal(str)
    submitted = Signal()

    def __init__(self, fields: Iterable[Field], parent: QWidget | None = None, *, columns: int = 2) -> None:
        super().__init__(parent)
        self.fields: Sequence[Field] = list(fields)
        self._most_columns = columns
        self._columns = 0
        self._label_chars = 0
        self._labels: dict[str, QLabel] = {}
        self._cells: dict[str, QWidget] = {}
        self._inputs: dict[str, QWidget] = {}
        self._notes: dict[str, Note] = {}
        self._enter = EnterMovesOn(self._move_on, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for field in self.fields:
            self._build(field)
        self._arrange(1 if columns == 1 else 2)
        self._clean = self.raw()

    def field(self, name: str) -> Any:
        """The widget of a field, for options, phrases and signals of its own."""
        return self._inputs[name]

    def values(self) -> dict[str, Any]:
        """Every value by name; what cannot be read is None and stands in `problems`."""
        return {name: self._input(name).value() for name in self._inputs}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values by name; names the form does not have are left alone, and the form is clean again."""
        for name, value in values.items():
            if name in self._inputs:
                self._input(name).set_value(value)
        self.clear_marks()
        self.mark_clean()

    def raw(self) -> dict[str, Any]:
        """What stands in every field, read or not, by name, as plain JSON."""
        return {name: self._input(name).raw() for name in self._inputs}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what `raw` gave over what was last saved: the form is dirty where they differ."""
        put = {name: raw[name] for name in self._inputs if name in raw}
        for name, standing in put.items():
            if self._input(name).raw() != standing:
                self._input(name).set_raw(standing)
                self.changed.emit(name)
        for name, standing in put.items():  # a field may have filled in another, which somebody had corrected
            if self._input(name).raw() != standing:
                self._input(name).set_raw(standing)

    @property
    def clean(self) -> dict[str, Any]:
        """What `raw` was when it was last shown or saved."""
        return self._clean

    def words(self) -> dict[str, str]:
        """What every field that is not empty shows, by its label."""
        told = {name: shown_words(widget) for name, widget in self._inputs.items()}
        labels = {field.name: field.label or field.hint for field in self.fields}
        return {labels[name]: words for name, words in told.items() if words}

    def tell_saved(self, words: Mapping[str, str]) -> None:
        """Say beside every field that differs what is on record; `words` are those of the clean form."""
        for field in self.fields:
            if field.name in self._inputs and self._input(field.name).raw() != self._clean[field.name]:
                saved = words.get(field.label or field.hint, "") or "空着"
                self.tell(field.name, f"已保存的是：{saved}", Tone.ATTENTION)

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was last shown or saved."""
        return self.raw() != self._clean

    def mark_clean(self) -> None:
        """What stands here now has been saved."""
        self._clean = self.raw()

    def problems(self) -> dict[str, str]:
        """What is wrong or missing, by name, in words and in order."""
        found = {}
        for field in self.fields:
            if field.kind == "heading" or not self._shown(field.name):
                continue
            problem = self._input(field.name).problem()
            if not problem and field.required and self._input(field.name).value() in (None, "", []):
                problem = f"请填写{field.label}"
            if problem:
                found[field.name] = problem
        return found

    def check(self) -> bool:
        """Mark all problems and go to the first; True when there is none."""
        self.clear_marks()
        problems = self.problems()
        for name, message in reversed(problems.items()):
            self.mark(name, message)
        return not problems

    def mark(self, name: str, message: str) -> None:
        """Say beside a field what is wrong with it, and go there."""
        widget = self._inputs[name]
        if isinstance(widget, Entry):
            widget.tell(message, Tone.DANGER)
        else:
            self._notes[name].say(message, Tone.DANGER)
        self._input(name).focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, name: str, message: str, tone: Tone = Tone.QUIET) -> None:
        """Say something about a field that is no fault of it; the next touch takes it away."""
        self._notes[name].say(message, tone)

    def clear_marks(self) -> None:
        """Take all marks away."""
        for note in self._notes.values():
            note.say("")
        for widget in self._inputs.values():
            if isinstance(widget, Entry):
                widget.refresh_note()

    def set_label(self, name: str, label: str) -> None:
        """Call a field by another name, as 姓名 becomes 单位名称 for a firm."""
        self._labels[name].setText(_shown_label(label, False, ""))
        self._input(name).focus_target().setAccessibleName(label)

    def set_shown(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label."""
        if name in self._labels:
            self._labels[name].setVisible(shown)
        self._cells[name].setVisible(shown)
        self._arrange(self._columns)

    def align_labels(self, chars: int) -> None:
        """Keep room for labels of so many characters, so that several forms below each other line up."""
        self._label_chars = chars
        self._align_labels()

    def focus_first(self) -> None:
        """Put the keyboard into the first field, as Tab does: what stands there is chosen and typed over."""
        for name in self._inputs:
            if self._shown(name):
                self._input(name).focus_target().setFocus(Qt.FocusReason.TabFocusReason)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to one column when there is no room for two."""
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("中")
        wanted = self._most_columns if event.size().width() >= TWO_COLUMNS_FROM_EM * em else 1
        if wanted != self._columns:
            # Laying out anew inside a resize makes Qt resize again and again.
            QTimer.singleShot(0, self, lambda: self._arrange(wanted))

    def changeEvent(self, event: QEvent) -> None:
        """Label widths follow the type size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_grid"):
            self._align_labels()

    def _input(self, name: str) -> Input:
        return cast(Input, self._inputs[name])

    def _shown(self, name: str) -> bool:
        return not self._cells[name].isHidden()

    def _build(self, field: Field) -> None:
        if field.name in self._cells:  # one of the two would show and the other be saved
            raise ValueError(field.name)
        if field.kind == "heading":
            self._cells[field.name] = plain_label(field.label, "heading", self)
            return
        widget = make_widget(field)
        widget.setObjectName(field.name)
        label = plain_label(_shown_label(in_short(field.label), field.required, field.key), "label", self)
        target = cast(Input, widget).focus_target()
        label.setBuddy(target)
        target.setAccessibleName(field.label or field.hint)
        note = Note(self)
        cell = QWidget(self)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(widget)
        if field.hint and field.kind not in {"text", "long", "tick"}:
            hint = plain_label(field.hint, "secondary", cell, wrap=True)
            layout.addWidget(hint)
        layout.addWidget(note)
        typed = widget.lineEdit() if isinstance(widget, QComboBox) else None
        if typed is not None:
            layout.addWidget(RareNote(typed, cell))
        if field.kind not in STRETCHING:
            layout.addStretch(1)  # beside a field with a longer hint it stays on the line of its label
        self._labels[field.name], self._cells[field.name] = label, cell
        self._inputs[field.name], self._notes[field.name] = widget, note
        for part in _keyboard_parts(widget, target):
            self._enter.watch(part)
        cast(Input, widget).changed.connect(lambda name=field.name: self._on_changed(name))

    def _on_changed(self, name: str) -> None:
        self._notes[name].say("")
        self.changed.emit(name)

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for widget in (*self._labels.values(), *self._cells.values()):
            # Not takeAt: its items live on, and the heights new ones remember are never asked again.
            self._grid.removeWidget(widget)
        row, place = 0, 0
        for field in self.fields:
            if not self._shown(field.name):
                continue
            if field.spans and place:
                row, place = row + 1, 0
            self._put(field, row, place, columns)
            place += columns if field.spans else 1
            if place >= columns:
                row, place = row + 1, 0
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column % 2 and column < columns * 2 else 0)
        self._align_labels()

    def _put(self, field: Field, row: int, place: int, columns: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        span = columns * 2 if field.kind == "heading" else columns * 2 - 1 if field.spans else 1
        if field.kind == "heading":
            self._grid.addWidget(self._cells[field.name], row, 0, 1, span)
            return
        self._grid.addWidget(self._labels[field.name], row, place * 2, top)
        stretches = field.kind in STRETCHING
        alignment = Qt.AlignmentFlag(0) if stretches else top
        self._grid.addWidget(self._cells[field.name], row, place * 2 + 1, 1, span, alignment)

    def _align_labels(self) -> None:
        """Labels stand on the line of what is typed, whatever the type size."""
        self._grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("中") * self._label_chars)
        inset = round(self.fontMetrics().height() * 0.32)
        for label in self._labels.values():
            label.setContentsMargins(0, inset, 0, 0)

    def _move_on(self, widget: QWidget) -> None:
        names = [name for name in self._inputs if self._shown(name) and self._inputs[name].isEnabled()]
        here = next(place for place, name in enumerate(names) if _belongs(widget, self._inputs[name]))
        if here + 1 < len(names):
            self._input(names[here + 1]).focus_target().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submitted.emit()


def _shown_label(label: str, required: bool, key: str) -> str:
    """A label with a buddy takes & for the mark of a key, so that of a name is doubled."""
    return label.replace("&", "&&") + (f"(&{key})" if key else "") + (" *" if required else "")


def _keyboard_parts(widget: QWidget, target: QWidget) -> list[QWidget]:
    """Where Enter is listened for; an own widget may hold several lines, ticks pass their Enter up."""
    if isinstance(widget, CheckList):
        return [widget]
    if isinstance(widget, QComboBox | Entry | LongText | TickField):
        line = target.lineEdit() if isinstance(target, QComboBox) else None
        return [target] if line is None else [target, line]
    return [widget, *widget.findChildren(QLineEdit), *widget.findChildren(QPlainTextEdit)]


def _belongs(widget: QWidget, owner: QWidget) -> bool:
    return widget is owner or owner.isAncestorOf(widget)
