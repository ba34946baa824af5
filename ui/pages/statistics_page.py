"""Statistics: the returns with the list behind every figure, and the register of sweeps."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ui.pages.page import Page
from ui.pages.statistics.return_tab import ReturnTab
from ui.pages.statistics.sweeps_tab import SweepsTab
from ui.services import Services
from ui.widgets.scroll import scrolling


class StatisticsPage(Page):
    """Two tabs; each reads again when it comes to the front."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.returns = ReturnTab(services, self)
        self.sweeps = SweepsTab(services, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(scrolling(self.returns, self), "报表")
        self.tabs.addTab(self.sweeps, "排查登记")
        self.tabs.currentChanged.connect(lambda _place: self.refresh())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Read the tab in front again."""
        shown = self.tabs.currentWidget()
        if shown is self.sweeps:
            self.sweeps.refresh()
        else:
            self.returns.refresh()
