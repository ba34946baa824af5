"""The parts of a payment: split evenly by one click, each to be corrected, their sum always in sight."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mediator.domain.duty import Instalment
from mediator.domain.instalments import MOST_PARTS, split_evenly
from mediator.domain.money import format_yuan, in_words
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.choice import ChoiceField
from ui.widgets.count_edit import CountField
from ui.widgets.date_edit import DateField
from ui.widgets.flow import FlowLayout
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import plain_label
from ui.widgets.money_edit import MoneyField
from ui.widgets.note import Note

Texts = tuple[str, str]  # an amount and a day as they stand in their lines
REST = (("last", "余数放末期"), ("first", "余数放首期"))


def widen_day(field: DateField) -> None:
    """A date beside others keeps room for itself written out."""
    field.line.setMinimumWidth(field.line.maximumWidth())


class PartMoney(MoneyField):
    """An amount without its words: the words stand once, under the sum."""

    def _show_words(self) -> None:
        self.tell("", Tone.QUIET)


class PartLine:
    """The widgets of one part."""

    def __init__(self, parent: QWidget) -> None:
        self.title: QLabel = plain_label("", "label", parent)
        self.money = PartMoney(parent)
        self.day = DateField(parent)
        widen_day(self.day)
        self.drop: QPushButton = button("移除", role="link", parent=parent)

    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.title, self.money, self.day, self.drop


class InstalmentEditor(QWidget):
    """Gives the parts, none when the sum is paid at once; `submitted` comes with Enter in the last one."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total: int | None = None
        self._lines: list[PartLine] = []
        self.opener = button("分期付款", self.open, role="link", parent=self)
        self.tools = QWidget(self)
        self.count = CountField(self.tools, unit="期", most=MOST_PARTS)
        self.first = DateField(self.tools)
        self.rest = ChoiceField(REST, self.tools)
        self.note = Note(self)
        self.banner = Banner(self)
        self._grid = QGridLayout()
        self._enter = EnterMovesOn(self._move_on, self)
        self._build()
        self.set_value(())

    def value(self) -> tuple[Instalment, ...]:
        """The parts with an amount, in order."""
        return tuple(
            Instalment(amount_fen=line.money.value() or 0, due_on=line.day.value()) for line in self._lines
        )

    def set_value(self, parts: Iterable[Instalment]) -> None:
        """Show these parts."""
        given = tuple(parts)
        self.banner.clear()
        self._set_lines(given)
        self.count.set_value(len(given) or None)
        self.first.set_value(given[0].due_on if given else None)
        self.rest.set_value("last")
        self.tools.setVisible(bool(given))
        self.opener.setVisible(not given)

    def set_total(self, total_fen: int | None) -> None:
        """The sum that the parts must come to."""
        self._total = total_fen
        self._tell_sum()

    def open(self) -> None:
        """Offer to split."""
        self.tools.show()
        self.opener.hide()
        self.count.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def split(self) -> None:
        """Fill in equal parts, a month apart."""
        count, total = self.count.value(), self._total
        if total is None:
            self.note.say("请先填写金额", Tone.ATTENTION)
        elif count is None or count < 2 or count > total:
            self.note.say("请填写分几期，如 3", Tone.ATTENTION)
            self.count.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            before = self._texts()
            self._set_lines(
                split_evenly(total, count, self.first.value(), rest_first=self.rest.value() == "first")
            )
            self._offer_back("已重新平分。", before)
            self.changed.emit()

    def add(self) -> None:
        """One more part, of what is still missing from the sum."""
        missing = (self._total or 0) - self._sum()
        self._add_line(Instalment(amount_fen=max(missing, 0)))
        self._arrange()
        self._lines[-1].money.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def clear(self) -> None:
        """Pay at once after all; one click brings the parts back."""
        before = self._texts()
        self.set_value(())
        self._offer_back("已改为不分期。", before)
        self.changed.emit()

    def problem(self) -> str:
        """Why the parts cannot be right."""
        for number, line in enumerate(self._lines, 1):
            wrong = line.money.problem() or line.day.problem()
            if wrong or not line.money.value():
                return f"第 {number} 期：{wrong or '请填写金额'}"
        days = [day for line in self._lines if (day := line.day.value())]
        if days != sorted(days):
            return "各期日期应当由先到后"
        if self._lines and self._total is not None and self._sum() != self._total:
            return f"各期合计 {format_yuan(self._sum())} 元，与总额 {format_yuan(self._total)} 元不一致"
        return ""

    def raw(self) -> object:
        """What stands in the lines right now."""
        return [list(texts) for texts in self._texts()]

    def set_raw(self, raw: Sequence[Sequence[str]]) -> None:
        """Put the parts back as they were typed, read or not."""
        self.set_value(())
        if raw:
            self._show_texts([(money, day) for money, day in raw])

    def focus_first(self) -> None:
        """Put the keyboard where splitting starts."""
        target = self.opener if not self.opener.isHidden() else self.count.focus_target()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sum(self) -> int:
        return sum(line.money.value() or 0 for line in self._lines)

    def _tell_sum(self) -> None:
        problem = self.problem()
        if problem:
            self.note.say(problem, Tone.DANGER)
        elif self._lines:
            self.note.say(f"合计 {format_yuan(self._sum())} 元（{in_words(self._sum())}）", Tone.GOOD)
        else:
            self.note.say("")

    def _set_lines(self, parts: tuple[Instalment, ...]) -> None:
        for line in self._lines:
            self._discard(line)
        self._lines = []
        for part in parts:
            self._add_line(part)
        self._arrange()

    def _add_line(self, part: Instalment) -> None:
        line = PartLine(self)
        line.money.set_value(part.amount_fen or None)
        line.day.set_value(part.due_on)
        line.drop.clicked.connect(partial(self._remove, line))
        for entry in (line.money, line.day):
            entry.changed.connect(self._on_changed)
            self._enter.watch(entry.line)
        self._lines.append(line)

    def _remove(self, line: PartLine) -> None:
        place, texts = self._lines.index(line), (line.money.line.text(), line.day.line.text())
        self._lines.remove(line)
        self._discard(line)
        if not self._lines:
            self.set_value(())
        self._arrange()
        words = f"已移除第 {place + 1} 期 {texts[0]}".strip()
        self.banner.say(words, Tone.QUIET, "撤销", lambda: self._bring_back(place, texts))
        self.changed.emit()

    def _bring_back(self, place: int, texts: Texts) -> None:
        """Put a removed part back to its place among those that are there now."""
        now = self._texts()
        self._show_again([*now[:place], texts, *now[place:]])

    def _offer_back(self, words: str, before: list[Texts]) -> None:
        if before and before != self._texts():
            self.banner.say(words, Tone.QUIET, "撤销", lambda: self._show_again(before))

    def _show_texts(self, texts: list[Texts]) -> None:
        """Show parts as they were typed, read or not."""
        self._set_lines(tuple(Instalment(amount_fen=0) for _ in texts))
        for line, (money, day) in zip(self._lines, texts, strict=True):
            line.money.line.setText(money)
            line.day.line.setText(day)
        self.tools.show()
        self.opener.hide()
        self.banner.clear()
        self._tell_sum()
        self.changed.emit()

    def _show_again(self, texts: list[Texts]) -> None:
        self._show_texts(texts)
        self._lines[0].money.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self) -> list[Texts]:
        return [(line.money.line.text(), line.day.line.text()) for line in self._lines]

    def _discard(self, line: PartLine) -> None:
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _arrange(self) -> None:
        for row, line in enumerate(self._lines):
            line.title.setText(f"第 {row + 1} 期")
            for name, entry in (("金额", line.money), ("日期", line.day)):
                entry.line.setAccessibleName(f"第{row + 1}期{name}")
            for column, widget in enumerate(line.widgets()):
                middle = widget in (line.title, line.drop)
                side = Qt.AlignmentFlag.AlignVCenter if middle else Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(widget, row, column, side)
                widget.show()
        self._tell_sum()

    def _on_changed(self) -> None:
        self._tell_sum()
        self.changed.emit()

    def _move_on(self, widget: QWidget) -> None:
        if widget is self.rest:
            self.split()
            return
        order = [self.count.line, self.first.line, self.rest]
        order += [entry.line for line in self._lines for entry in (line.money, line.day)]
        here = order.index(widget)
        if here + 1 < len(order):
            order[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submitted.emit()

    def _build(self) -> None:
        for part in (self.count.line, self.first.line, self.rest):
            self._enter.watch(part)
        self.count.line.setAccessibleName("期数")
        self.first.line.setAccessibleName("首期日期")
        self.rest.setAccessibleName("余数放在哪一期")
        self.rest.setMinimumContentsLength(7)
        widen_day(self.first)
        row = FlowLayout(self.tools, spacing=6)
        words = [plain_label(text, "label", self.tools) for text in ("分", "期，首期")]
        for label in words:
            label.setContentsMargins(
                0, round(self.fontMetrics().height() * 0.32), 0, 0
            )  # on the field's line
        for widget in (
            words[0],
            self.count,
            words[1],
            self.first,
            self.rest,
            button("按月平分", self.split, parent=self.tools),
            button("＋一期", self.add, role="link", parent=self.tools),
            button("不分期", self.clear, role="link", parent=self.tools),
        ):
            row.addWidget(widget)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(4, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.tools)
        layout.addWidget(self.banner)
        layout.addLayout(self._grid)
        layout.addWidget(self.note)
