"""Settings: what differs from place to place, each with its default and source; type size and data folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from mediator.casework.set_up import save_settings
from mediator.domain.number import number
from mediator.domain.office import Settings
from ui.dialogs.own_dossier import own_dossier_dialog
from ui.dialogs.wordings import WordingsDialog
from ui.models.setting_fields import BANDS, from_form, setting_fields, to_form
from ui.pages.form_page import FormPage
from ui.services import Services
from ui.tokens import TypeSize
from ui.type_size import choose, type_size, window_settings
from ui.widgets.button import button
from ui.widgets.form import FieldForm
from ui.widgets.label import plain_label
from ui.widgets.toggles import Toggles

SIZES = ((TypeSize.NORMAL, "标准"), (TypeSize.LARGE, "大"), (TypeSize.LARGEST, "特大"))
EXAMPLE_SERIAL = 12


class SettingsPage(FormPage):
    """One form; the type size works at once, the data folder is only shown."""

    def __init__(
        self, services: Services, parent: QWidget | None = None, *, pc: QSettings | None = None
    ) -> None:
        self._desk = services.desk
        super().__init__(services, "settings", "设置", FieldForm(setting_fields(self._example)), parent)
        self._pc = pc or window_settings()
        self.open_folder: Callable[[Path], bool] = _show_folder
        self.sizes = Toggles([(size.value, word) for size, word in SIZES], self, one=True)
        self.sizes.set_value([type_size(self._pc).value])
        self.sizes.changed.connect(self._choose_size)
        self.dialog: QDialog | None = None
        self.words_told = plain_label("", parent=self)
        self.dossier_told = plain_label("", parent=self)
        self._build_papers()
        self._build_this_pc()

    def load(self) -> None:
        """Show the settings as they are on record."""
        settings = self._desk.settings()
        self.form.set_values(to_form(settings))
        self._tell_papers(settings)

    def write(self) -> bool:
        """Change the settings."""
        wanted = from_form(self.form.values(), self._desk.settings())
        return self.services.attempt(lambda: save_settings(self._desk, wanted), _Marks(self.form))

    def edit_words(self) -> None:
        """Open the sentences of the forms."""
        self._open(WordingsDialog(self.services, self))

    def edit_dossier(self) -> None:
        """Open the office's own contents of a dossier."""
        self._open(own_dossier_dialog(self.services, self))

    def open_part(self, dialog: str) -> None:
        """Open the dialog that a draft belongs to: the contents of a dossier, or the sentences of a form."""
        if dialog == "own-dossier":
            self.edit_dossier()
        else:
            words = WordingsDialog(self.services, self)
            words.show_form(dialog)
            self._open(words)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _result: self._on_closed())
        dialog.open()

    def _on_closed(self) -> None:
        """What was typed on the page stays; the list chosen in the dialog is shown."""
        settings = self._desk.settings()
        if self.form.dirty:
            self.form.field("dossier_list").set_value(settings.dossier_list)
            self._tell_papers(settings)
        else:
            self.load()

    def _tell_papers(self, settings: Settings) -> None:
        words, lines = len(settings.wordings), len(settings.own_dossier)
        self.words_told.setText(f"已改 {words} 句" if words else "全部为默认")
        used = "正在使用" if settings.dossier_list == "own" else "没有使用"
        self.dossier_told.setText(f"{lines} 项，{used}" if lines else "还没有编辑")

    def _example(self, pattern: str) -> str:
        desk = self._desk
        short = desk.office().short_name
        return number(pattern, year=desk.today().year, short=short, serial=EXAMPLE_SERIAL)

    def _choose_size(self) -> None:
        choose(TypeSize(self.sizes.value()[0]), self._pc)

    def _show(self, folder: Path) -> None:
        if not self.open_folder(folder):
            self.services.messages.warn("没能打开文件夹。请在资源管理器里按上面的位置去找。")

    def _build_papers(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (
            ("文书用语", self.words_told, "修改用语…", self.edit_words),
            ("本单位目录", self.dossier_told, "编辑目录…", self.edit_dossier),
        )
        for row, (word, told, act, open_it) in enumerate(rows):
            grid.addWidget(plain_label(word, "label", self), row, 0)
            grid.addWidget(told, row, 1)
            grid.addWidget(button(act, open_it, parent=self), row, 2)
        self.body.addWidget(plain_label("文书", "heading", self))
        self.body.addLayout(grid)

    def _build_this_pc(self) -> None:
        folder = self._desk.store.folder
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label("字号", "label", self), 0, 0)
        grid.addWidget(self.sizes, 0, 1, 1, 2)
        grid.addWidget(plain_label("数据文件夹", "label", self), 1, 0)
        grid.addWidget(plain_label(str(folder), parent=self, wrap=True, selectable=True), 1, 1)
        grid.addWidget(button("打开文件夹", lambda: self._show(folder), parent=self), 1, 2)
        self.body.addWidget(plain_label("这台电脑", "heading", self))
        self.body.addLayout(grid)
        self.body.addStretch(1)


class _Marks:
    """Marks a refusal at the field that stands for it: of the band edges at the first."""

    def __init__(self, form: FieldForm) -> None:
        self._form = form

    def values(self) -> dict[str, Any]:
        """Every name that a refusal may carry."""
        return {**self._form.values(), **dict.fromkeys(Settings.model_fields)}

    def mark(self, name: str, message: str) -> None:
        """Say it at the field."""
        elsewhere = {"band_edges": BANDS[0], "own_dossier": "dossier_list"}
        self._form.mark(elsewhere.get(name, name), message)


def _show_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
