"""One of our columns: which of theirs it comes from, how it is read, and what stands where there is none."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mediator.domain.ledger_mapping import Rule
from mediator.exchange.foreign_words import codes_of, our_words
from mediator.exchange.ledger_words import Column
from ui.dialogs.map_ledger.ways import way_of, ways_for
from ui.dialogs.map_ledger.work import MappingWork
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.entry import TextField
from ui.widgets.label import in_short, plain_label

MOST_JOINED = 3
SAMPLE = 14  # signs of a sample beside the pickers


class ColumnRow(QObject):
    """Puts its fields into a line of a grid and gives them back as a rule."""

    changed = Signal()

    def __init__(self, work: MappingWork, column: Column, home: QWidget) -> None:
        super().__init__(home)
        self.column = column
        self._work = work
        self._rule = Rule(field=column.field)
        self._ways = ways_for(column.field, column.kind)
        self.name = plain_label(f"{column.title}{' ＊' if column.required else ''}", parent=home)
        self.pickers = [self._picker(home, place) for place in range(MOST_JOINED)]
        self.sign = TextField(home, chars=8, placeholder="连接符号")
        self.more = button("＋ 合并", self._show_next, role="link", parent=home)
        self.way = ChoiceField([(key, word) for key, word, _ in self._ways], home)
        self.way.setMinimumContentsLength(7)
        self.otherwise = self._fallback(home)
        self.sample = plain_label("", "secondary", home)
        self.sample.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for field in (self.way, self.otherwise, self.sign):
            field.changed.connect(self._on_changed)

    def place(self, grid: QGridLayout, line: int) -> None:
        """Put the fields into a line of the grid."""
        pick, first = QVBoxLayout(), QHBoxLayout()
        pick.setSpacing(2)
        first.addWidget(self.pickers[0], 1)
        first.addWidget(self.more)
        pick.addLayout(first)
        for picker in self.pickers[1:]:
            pick.addWidget(picker)
        pick.addWidget(self.sign)
        for column, part in enumerate((self.name, pick, self.way, self.otherwise, self.sample)):
            if isinstance(part, QWidget):
                grid.addWidget(part, line, column)
            else:
                grid.addLayout(part, line, column)

    def show_rule(self) -> None:
        """Show the rule of the work and offer the heads of its sheet."""
        self._rule = self._work.mapping.rule(self.column.field)
        options = [("", ""), *((head, head) for head in self._work.heads.texts)]
        for place, picker in enumerate(self.pickers):
            picker.set_options(options)
            picker.set_value(self._rule.columns[place] if place < len(self._rule.columns) else "")
            line = picker.lineEdit()
            if line is not None:
                line.setCursorPosition(0)  # a long head is read from its beginning
            picker.setVisible(place < max(1, len(self._rule.columns)))
        self.way.set_value(way_of(self._rule, self._ways))
        joins = len(self._rule.columns) > 1 and self._rule.way != "sides"
        self.sign.set_value(self._rule.separator if joins else "")
        said = self._rule.before if self.column.field == "code" else self._rule.otherwise
        self.otherwise.set_value(said)
        self._tell()

    def rule(self) -> Rule:
        """What the fields say."""
        columns = tuple(dict.fromkeys(head for picker in self.pickers if (head := self._head(picker))))
        sets = next(sets for key, _, sets in self._ways if key == (self.way.value() or self._ways[0][0]))
        said = self.otherwise.value()
        told = {"columns": columns, "separator": self.sign.value() if len(columns) > 1 else ""} | sets
        told["words"] = (
            self._rule.words if columns == self._rule.columns else self._work.guessed(self.column, columns)
        )
        told |= {"before": said} if self.column.field == "code" else {"otherwise": said}
        return self._rule.model_copy(update=told)

    def _head(self, picker: ChoiceField) -> str:
        return picker.value() if picker.value() in self._work.heads.places else ""

    def _on_changed(self) -> None:
        rule = self.rule()
        if rule != self._rule:
            self._rule = rule
            self._work.set_rule(rule)
            self._tell()
            self.changed.emit()

    def _show_next(self) -> None:
        hidden = next((picker for picker in self.pickers if picker.isHidden()), None)
        if hidden is not None:
            hidden.show()
            hidden.setFocus()
        self._tell()

    def _tell(self) -> None:
        shown = sum(not picker.isHidden() for picker in self.pickers)
        self.sign.setVisible(shown > 1)
        self.more.setVisible(shown < MOST_JOINED and bool(self._rule.columns))
        values = [text for head in self._rule.columns[:1] for text in self._work.samples(head)[:3]]
        text = "｜".join(" ".join(value.split()) for value in values)
        self.sample.setText(in_short(text, SAMPLE))
        self.sample.setToolTip("" if "<" in text else text[:500])

    def _picker(self, home: QWidget, place: int) -> ChoiceField:
        picker = ChoiceField((), home, editable=True)
        picker.setAccessibleName(
            f"{self.column.title}来自哪一列" if not place else f"{self.column.title}再合并一列"
        )
        picker.changed.connect(self._on_changed)
        picker.setHidden(place > 0)
        return picker

    def _fallback(self, home: QWidget) -> "ChoiceField | TextField":
        if self.column.kind == "list":
            words = our_words(codes_of(self.column))
            field: ChoiceField | TextField = ChoiceField([(word, word) for word in words], home)
        elif self.column.kind == "type":
            words = our_words(codes_of(self.column))
            field = ChoiceField([(word, word) for word in words], home)
        else:
            hint = "前缀，如 甲村-{year}-" if self.column.field == "code" else ""
            field = TextField(home, placeholder=hint)
        field.setAccessibleName(f"没有时{self.column.title}填什么")
        return field


def labels(home: QWidget) -> list[QLabel]:
    """The heads of the grid."""
    words = ("我们的列", "您表里的列", "怎样读", "没有时填", "样例")
    return [plain_label(word, "label", home) for word in words]
