"""Settings: what differs from place to place, each with its default and source; type size and data folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from mediator.casework.set_up import save_settings
from mediator.domain.number import number
from mediator.domain.office import Settings
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
        super().__init__(services, "设置", FieldForm(setting_fields(self._example)), parent)
        self._pc = pc or window_settings()
        self.open_folder: Callable[[Path], bool] = _show_folder
        self.sizes = Toggles([(size.value, word) for size, word in SIZES], self, one=True)
        self.sizes.set_value([type_size(self._pc).value])
        self.sizes.changed.connect(self._choose_size)
        self._build_this_pc()

    def load(self) -> None:
        """Show the settings as they are on record."""
        self.form.set_values(to_form(self._desk.settings()))

    def write(self) -> bool:
        """Change the settings."""
        wanted = from_form(self.form.values(), self._desk.settings())
        return self.services.attempt(lambda: save_settings(self._desk, wanted), _Marks(self.form))

    def _example(self, pattern: str) -> str:
        desk = self._desk
        short = desk.office().short_name
        return number(pattern, year=desk.today().year, short=short, serial=EXAMPLE_SERIAL)

    def _choose_size(self) -> None:
        choose(TypeSize(self.sizes.value()[0]), self._pc)

    def _show(self, folder: Path) -> None:
        if not self.open_folder(folder):
            self.services.messages.warn("没能打开文件夹。请在资源管理器里按上面的位置去找。")

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
    """Marks a refusal of the three band edges at the first of their fields."""

    def __init__(self, form: FieldForm) -> None:
        self._form = form

    def values(self) -> dict[str, Any]:
        """Every name that a refusal may carry."""
        return {**self._form.values(), **dict.fromkeys(Settings.model_fields)}

    def mark(self, name: str, message: str) -> None:
        """Say it at the field."""
        self._form.mark(BANDS[0] if name == "band_edges" else name, message)


def _show_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
