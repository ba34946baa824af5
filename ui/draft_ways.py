"""From the key of a draft to the form it belongs to."""

from typing import cast

from mediator.casework.desk import Desk
from mediator.domain.errors import MediatorError
from ui.main_window import MainWindow
from ui.pages.page import Page
from ui.services import Services

PAGES = ("intake", "series-intake", "office", "settings")


class DraftWays:
    """Leads to the form of a draft; False where it is gone, or where it can only be read."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        self._window = window
        self._services = services

    def go(self, key: str) -> bool:
        """Show the form that a key names."""
        kind, *rest = key.split(":")
        if kind == "settings" and rest:
            return self._to_settings(rest[0])
        if kind in PAGES:
            return self._services.go(kind)
        try:
            if kind == "case":
                return self._to_case(int(rest[0]), rest[1], int(rest[2]))
            return kind == "series" and self._to_series(int(rest[0]), rest[1])
        except MediatorError:
            return False

    def _to_case(self, case_id: int, name: str, record: int) -> bool:
        from ui.pages.case_page import CasePage  # noqa: PLC0415  # draws in papers

        if not _is_open(self._services.desk, case_id) or not self._services.open_case(case_id):
            return False
        return cast(CasePage, self._page("case")).open_part(name, record)

    def _to_series(self, series_id: int, step: str) -> bool:
        from ui.pages.series_page import SeriesPage  # noqa: PLC0415  # draws in papers

        if not self._services.open_series(series_id):
            return False
        return cast(SeriesPage, self._page("series")).open_part(step)

    def _to_settings(self, dialog: str) -> bool:
        from ui.pages.settings_page import SettingsPage  # noqa: PLC0415  # draws in papers

        if not self._services.go("settings"):
            return False
        cast(SettingsPage, self._page("settings")).open_part(dialog)
        return True

    def _page(self, key: str) -> Page:
        return self._window.page(key)


def _is_open(desk: Desk, case_id: int) -> bool:
    file = desk.file(case_id)
    return not file.is_archived and not file.is_removed
