"""The first run: where the data are kept, which office this is, who works here; or a sample office."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mediator.codes import code_list
from mediator.domain.errors import MediatorError
from mediator.domain.number import number
from mediator.domain.office import Settings, kind_of_name
from ui.dialogs.base import FormDialog
from ui.messages import Messages
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field
from ui.widgets.label import plain_label

OFFICE_FIELDS = ("name", "kind", "short_name", "place", "address", "phone", "court")
NAMING = ("office", *OFFICE_FIELDS, "people", "mediators")
GREETING = "第一次使用，先认识一下。带 * 的必填，其他以后可以补，按 F1 看说明。"
NEW_FOLDER = "调解工作台数据"
UNITS = re.compile("省|自治区|市|自治州|县|旗|街道|镇|乡|(?<!社)区")


class FolderField(QWidget):
    """A folder of this computer, shown as a path and changed by choosing another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.path = plain_label("", parent=self, wrap=True, selectable=True)
        self.change_button = button("更改…", self.choose, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(self.change_button)

    def choose(self) -> None:
        """Let the person pick a folder of the system's dialog."""
        picked = QFileDialog.getExistingDirectory(self, "数据放在哪个文件夹", str(self._folder.parent))
        if picked:
            self.set_value(Path(picked))
            self.changed.emit()

    def value(self) -> Path:
        """The folder."""
        return self._folder

    def set_value(self, value: Path) -> None:
        """Show a folder."""
        self._folder = value
        self.path.setText(str(value))

    def problem(self) -> str:
        """Whether it can be used is seen when it is opened."""
        return ""

    def raw(self) -> object:
        """The folder as it stands."""
        return str(self._folder)

    def set_raw(self, raw: str) -> None:
        """Show the folder again."""
        self.set_value(Path(raw))

    def focus_target(self) -> QWidget:
        """The button."""
        return self.change_button


class FirstRunDialog(FormDialog):
    """`sample` is True after 先看看示例单位; `has_data` tells whether a folder holds an office's data."""

    help_page = "first-run"

    def __init__(
        self,
        folder: Path,
        year: int,
        messages: Messages,
        save: Callable[[dict[str, Any]], object],
        *,
        words: Callable[[MediatorError], str],
        has_data: Callable[[Path], bool],
        parent: QWidget | None = None,
    ) -> None:
        form = FieldForm(_fields())
        super().__init__(
            "欢迎使用调解工作台", form, messages, save, words=words, ok="开始使用", parent=parent
        )
        self.sample = False
        self._year = year
        self._has_data = has_data
        self._by_hand: set[str] = set()
        form.set_values({"folder": folder, "kind": "resident"})
        form.changed.connect(self._on_changed)
        self._offer_sample()
        self._look_at_folder()
        form.field("name").focus_target().setFocus()
        room = round(self.screen().availableSize().height() * 0.85)
        em = self.fontMetrics().horizontalAdvance("中")
        self.resize(self.width(), min(self.height() + 7 * em, room))  # the folder is seen without scrolling

    def open_sample(self) -> None:
        """Look around in an invented office instead."""
        self.sample = True
        self.form.mark_clean()
        self.accept()

    def _on_changed(self, name: str) -> None:
        if name == "folder":
            self._look_at_folder()
        if name in ("kind", "short_name"):
            self._by_hand.add(name)
        if name == "name":
            self._suggest(str(self.form.field("name").value()))
        if name in ("name", "short_name"):
            self._preview_number()

    def _suggest(self, name: str) -> None:
        if "kind" not in self._by_hand:
            self.form.field("kind").set_value(kind_of_name(name, "resident"))
        if "short_name" not in self._by_hand:
            self.form.field("short_name").put_value(suggest_short(name))

    def _preview_number(self) -> None:
        short = self.form.field("short_name").value()
        made = number(Settings().dossier_pattern, year=self._year, short=short, serial=1)
        self.form.tell("short_name", f"用在案号里：{made}" if short else "")

    def _look_at_folder(self) -> None:
        folder = self.form.field("folder").value()
        try:
            known = self._has_data(folder)
            taken = not known and folder.is_dir() and any(folder.iterdir())
        except (MediatorError, OSError):
            self.form.tell("folder", "打不开这个文件夹，请另选一个。")
            return
        if taken:
            self.form.field("folder").set_value(folder / NEW_FOLDER)  # not among other people's files
        for name in NAMING:
            self.form.set_shown(name, not known)
        self.form.tell("folder", "这个文件夹里已有调解工作台的数据，直接打开即可。" if known else "")

    def _offer_sample(self) -> None:
        row = QHBoxLayout()
        row.addWidget(plain_label(GREETING, "secondary", self, wrap=True), 1)
        row.addWidget(button("先看看示例单位", self.open_sample, role="link", parent=self))
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(1, row)


def suggest_short(name: str) -> str:
    """The part of an office's name that numbers usually carry: 某街道东湖社区人民调解委员会 → 东湖."""
    body = name.strip().removesuffix("委员会").removesuffix("调解").removesuffix("人民")
    for ending in ("社区", "村", "居", "街道", "镇", "乡"):
        if body.endswith(ending) and body != ending:
            body = body.removesuffix(ending)
            break
    return next((part for part in reversed(UNITS.split(body)) if part), "")


def split_people(text: str) -> list[str]:
    """One name a line, or several with 、 between them; each once."""
    parts = re.split("[\n、，,；;]", text)
    return list(dict.fromkeys(name.strip() for name in parts if name.strip()))


def _fields() -> list[Field]:
    return [
        Field("office", "本单位", "heading"),
        Field("name", "单位全称", required=True, wide=True, hint="如 某某街道某某社区人民调解委员会"),
        Field("kind", "种类", "choice", code_list("committee_kind").pairs(), required=True),
        Field("short_name", "简称", required=True),
        Field("place", "调解地点", hint="如 社区调解室"),
        Field("phone", "电话", chars=18),
        Field("address", "地址", wide=True),
        Field("court", "司法确认法院", wide=True, hint="如 某某区人民法院"),
        Field("people", "调解员", "heading"),
        Field("mediators", "姓名", "long", required=True, lines=3, hint="一行一人，第一个写您自己"),
        Field("data", "数据文件夹", "heading"),
        Field("folder", "存放在", "own", wide=True, make=FolderField),
    ]
