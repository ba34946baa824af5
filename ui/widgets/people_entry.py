"""A list of applicants: typed one after the other with Enter, or pasted whole from a sheet."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mediator.domain.errors import RuleBroken
from mediator.domain.identity import normalise, read_id
from mediator.domain.money import format_yuan, in_words, parse_yuan
from mediator.exchange.people_list import PersonLine, marked, read_people, total_fen
from ui.models.rows import Column, RowsModel
from ui.models.series import MARK_WORDS
from ui.tokens import Tone
from ui.widgets.banner import Banner
from ui.widgets.button import button
from ui.widgets.key_filters import EnterMovesOn
from ui.widgets.label import plain_label
from ui.widgets.note import Note
from ui.widgets.table import ListTable

FIELDS = (
    ("name", "姓名", 7),
    ("id_number", "身份证号", 13),
    ("phone", "电话", 9),
    ("amount", "请求金额（元）", 9),
)
ROWS_SHOWN = 6
EMPTY = "名单还是空的：请填写姓名，或者从 Excel 复制后按 Ctrl+V"
Numbered = tuple[int, PersonLine]


class _Line(QLineEdit):
    """A line into which a whole sheet may be pasted: that is a list, and no word of this line."""

    sheet_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt takes Ctrl+V for the line before any shortcut hears of it."""
        text = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" in text or "\n" in text.strip():
            self.sheet_pasted.emit()
        else:
            super().keyPressEvent(event)


class PeopleEntry(QWidget):
    """Gives the people in their order; Enter on an empty name line says that the list is at its end."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[PersonLine] = []
        self._known: tuple[tuple[str, str], ...] = ()
        self._editing: int | None = None
        self.lines: dict[str, QLineEdit] = {}
        self.add_button = button("加入名单", self.add_typed, parent=self)
        self.paste_button = button("从 Excel 粘贴（Ctrl+V）", self.paste, parent=self)
        self.drop_button = button("移除这一行（Del）", self.drop, role="link", parent=self)
        self.note = Note(self)
        self.banner = Banner(self)
        self.sum = plain_label("", parent=self, wrap=True)
        self.table = ListTable(RowsModel(_columns()), self, name="申请人名单")
        self._enter = EnterMovesOn(self._move_on, self)
        self._build()
        self._show()

    def value(self) -> tuple[PersonLine, ...]:
        """Everybody on the list with what is to be looked at; the line above is not yet in it."""
        return marked(self._people, self._known)

    def set_known(self, known: Collection[tuple[str, str]]) -> None:
        """(name, number) of those the series has already."""
        self._known = tuple(known)
        self._show()

    def set_people(self, people: Iterable[PersonLine]) -> None:
        """Show exactly these people."""
        self._people = list(people)
        self._clear_lines()
        self._show()

    def raw(self) -> object:
        """What stands here right now."""
        typed = {name: line.text() for name, line in self.lines.items()}
        return {"people": [_plain(one) for one in self._people], "typed": typed}

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put the list back, and what was being typed."""
        self.set_people(PersonLine(**{**one, "marks": tuple(one["marks"])}) for one in raw["people"])
        for name, text in raw["typed"].items():
            self.lines[name].setText(text)
        self.changed.emit()

    def words(self) -> str:
        """Everybody on the list, a line each."""
        rows = (filter(None, (one.name, one.id_number, one.phone)) for one in self._people)
        return "\n".join("，".join(row) for row in rows)

    def focus_first(self) -> None:
        """Put the keyboard where the next name is typed."""
        self.lines["name"].setFocus(Qt.FocusReason.TabFocusReason)

    def check(self) -> bool:
        """Take in what is still being typed; somebody without a name, or an empty list, is marked."""
        if any(line.text().strip() for line in self.lines.values()) and not self.add_typed():
            return False
        for number, one in enumerate(self._people, 1):
            wrong = "没有姓名" if not one.name.strip() else "金额看不懂" if one.amount_text else ""
            if wrong:  # what could not be read would be lost
                self.edit((number, one))
                self.note.say(f"第 {number} 行{wrong}，请改好", Tone.DANGER)
                return False
        if not self._people:
            self.mark(EMPTY)
        return bool(self._people)

    def mark(self, message: str) -> None:
        """Say under the line what is wrong, and go there."""
        self.note.say(message, Tone.DANGER)
        self.focus_first()

    def add_typed(self) -> bool:
        """Put the typed person on the list, or back in its row; False where something cannot be read."""
        name = self.lines["name"].text().strip()
        if not name:
            self.mark("请填写姓名")
            return False
        text = self.lines["amount"].text().strip()
        try:
            amount = parse_yuan(text) if text else None
        except RuleBroken:
            self.note.say("看不懂这个金额，请写数字，如 12000 或 1.2万", Tone.DANGER)
            self.lines["amount"].setFocus()
            return False
        number = normalise(self.lines["id_number"].text())
        phone = self.lines["phone"].text().strip()
        old = self._people[self._editing] if self._editing is not None else PersonLine("")
        sex = read_id(number).sex or old.sex
        made = replace(
            old, name=name, id_number=number, phone=phone, amount_fen=amount, sex=sex, amount_text=""
        )
        if self._editing is None:
            self._people.append(made)
        else:
            self._people[self._editing] = made
        self._clear_lines()
        self._on_changed()
        self.focus_first()
        return True

    def paste(self) -> None:
        """Take in what was copied from a sheet; nothing that stands here is lost."""
        found = read_people(QApplication.clipboard().text())
        if not found.people:
            self.banner.say("剪贴板里没有名单。请先在 Excel 里选中姓名、身份证号等几列，复制后再粘贴。")
            return
        self._people += found.people
        self._on_changed()
        wrong = sum(bool(one.marks) for one in self.value())
        words = f"粘贴了 {len(found.people)} 人"
        words += f"，另有 {found.skipped} 行（合计、空行）没有收" if found.skipped else ""
        words += f"；有 {wrong} 行要看一下“提示”一列" if wrong else "，没有发现问题"
        self.banner.say(words, Tone.ATTENTION if wrong else Tone.GOOD)
        self.focus_first()

    def drop(self) -> None:
        """Take the chosen row off the list."""
        place = self.table.currentIndex().row()
        if not 0 <= place < len(self._people):
            return
        gone = self._people.pop(place)
        self._clear_lines()
        self._on_changed()

        def restore() -> None:
            self._people.insert(min(place, len(self._people)), gone)
            self._on_changed()
            self.banner.clear()

        self.banner.say(f"已移除 {gone.name or '一行'}", Tone.QUIET, "撤销", restore)

    def edit(self, row: Numbered) -> None:
        """Bring a row back into the line to correct it."""
        number, one = row
        self._editing = number - 1
        amount = one.amount_text or ("" if one.amount_fen is None else format_yuan(one.amount_fen))
        for name, text in zip(self.lines, (one.name, one.id_number, one.phone, amount), strict=True):
            self.lines[name].setText(text)
        self.add_button.setText("改好了")
        self.focus_first()

    def _move_on(self, widget: QWidget) -> None:
        lines = list(self.lines.values())
        here = next(place for place, line in enumerate(lines) if line is widget)
        if not here and not any(line.text().strip() for line in lines):
            if self._people:
                self.submitted.emit()
            else:
                self.mark(EMPTY)
        elif here + 1 < len(lines):
            lines[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.add_typed()

    def _clear_lines(self) -> None:
        self._editing = None
        for line in self.lines.values():
            line.clear()
        self.add_button.setText("加入名单")
        self.note.say("")

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        people = self.value()
        self.table.rows_model.set_rows(list(enumerate(people, 1)))
        if people:
            self.table.scrollToBottom()
        total = total_fen(people)
        money = f"　合计 {format_yuan(total)} 元　{in_words(total)}" if total else ""
        self.sum.setText(f"{len(people)} 人{money}")
        self.drop_button.setEnabled(bool(people))

    def _note_number(self) -> None:
        facts = read_id(self.lines["id_number"].text())
        doubt = MARK_WORDS[facts.problem] if facts.number and facts.problem else ""
        self.note.say(doubt, Tone.ATTENTION)

    def _build(self) -> None:
        em = self.fontMetrics().horizontalAdvance("中")
        typed = QHBoxLayout()
        typed.setSpacing(6)
        for name, word, width in FIELDS:
            line = _Line(self)
            line.sheet_pasted.connect(self.paste)
            line.setPlaceholderText(word)
            line.setAccessibleName(f"申请人{word}")
            line.setObjectName(f"member-{name}")
            line.setMinimumWidth(em * 5)
            typed.addWidget(line, width)
            self._enter.watch(line)
            self.lines[name] = line
        self.lines["id_number"].editingFinished.connect(self._note_number)
        typed.addWidget(self.add_button)
        pasting = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table, self.paste)
        pasting.setContext(Qt.ShortcutContext.WidgetShortcut)
        dropping = QShortcut(QKeySequence("Del"), self.table, self.drop)
        dropping.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.opened.connect(self.edit)
        self.table.setMinimumHeight(round(self.fontMetrics().height() * 2.1) * ROWS_SHOWN)
        foot = QHBoxLayout()
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.drop_button)
        foot.addWidget(self.paste_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        hint = "一行一人，每格按回车；名单录完后在空的姓名格按回车。在名单上按回车可以改，按 Del 移除。"
        layout.addWidget(plain_label(hint, "secondary", self, wrap=True))
        layout.addWidget(self.table)
        layout.addWidget(self.banner)
        layout.addLayout(typed)  # below: while one types, the last people of the list stay in sight
        layout.addWidget(self.note)
        layout.addLayout(foot)


def _plain(one: PersonLine) -> dict[str, Any]:
    return {**asdict(one), "marks": list(one.marks)}


def mark_words(one: PersonLine) -> str:
    """What is to be looked at, in words."""
    words = [MARK_WORDS[mark] for mark in one.marks]
    return "；".join(f"{word}（{one.amount_text}）" if "金额" in word else word for word in words)


def _columns() -> Sequence[Column[Numbered]]:
    return [
        Column("", lambda row: str(row[0]), 2, right=True),
        Column("姓名", lambda row: row[1].name, 6),
        Column("身份证号", lambda row: row[1].id_number, 11),
        Column("电话", lambda row: row[1].phone, 7),
        Column(
            "请求金额（元）",
            lambda row: "" if row[1].amount_fen is None else format_yuan(row[1].amount_fen),
            8,
            right=True,
        ),
        Column("提示", lambda row: mark_words(row[1]), 10, tone=lambda _row: Tone.ATTENTION),
    ]
