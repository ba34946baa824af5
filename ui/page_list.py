"""The pages of the window; each is imported when it is first opened."""

from collections.abc import Callable
from functools import partial

from ui.pages.page import Page, PageEntry
from ui.services import Services

# ruff: noqa: PLC0415  # what a page draws in (papers, tables, returns) must not delay the window


def page_entries(services: Services) -> list[PageEntry]:
    """Every page, in the order of the rail; those of a case and of a series are reached from others."""
    rows: tuple[tuple[str, str, str, str, Callable[[Services], Page]], ...] = (
        ("intake", "新登记", "Ctrl+N", "new", _intake),
        ("desk", "工作台", "F2", "desk", _desk),
        ("cases", "案件", "F3", "cases", _cases),
        ("statistics", "统计报表", "F6", "statistics", _statistics),
        ("office", "机构人员", "F7", "people", _office),
        ("settings", "设置", "F8", "settings", _settings),
    )
    entries = [
        PageEntry(key, word, keys, icon, partial(make, services)) for key, word, keys, icon, make in rows
    ]
    apart: tuple[tuple[str, Callable[[Services], Page]], ...] = (
        ("case", _case),
        ("series", _series),
        ("series-intake", _series_intake),
        ("register", _register),
        ("bin", _bin),
    )
    hidden = [PageEntry(key, "", "", "paper", partial(make, services), in_rail=False) for key, make in apart]
    return [*entries, *hidden]


def _intake(services: Services) -> Page:
    from ui.pages.intake_page import IntakePage

    return IntakePage(services)


def _desk(services: Services) -> Page:
    from ui.pages.desk_page import DeskPage

    return DeskPage(services)


def _cases(services: Services) -> Page:
    from ui.pages.case_list_page import CaseListPage

    return CaseListPage(services)


def _case(services: Services) -> Page:
    from ui.pages.case_page import CasePage

    return CasePage(services)


def _series(services: Services) -> Page:
    from ui.pages.series_page import SeriesPage

    return SeriesPage(services)


def _series_intake(services: Services) -> Page:
    from ui.pages.series_intake_page import SeriesIntakePage

    return SeriesIntakePage(services)


def _register(services: Services) -> Page:
    from ui.pages.register_page import RegisterPage

    return RegisterPage(services)


def _bin(services: Services) -> Page:
    from ui.pages.bin_page import BinPage

    return BinPage(services)


def _statistics(services: Services) -> Page:
    from ui.pages.statistics_page import StatisticsPage

    return StatisticsPage(services)


def _office(services: Services) -> Page:
    from ui.pages.office_page import OfficePage

    return OfficePage(services)


def _settings(services: Services) -> Page:
    from ui.pages.settings_page import SettingsPage

    return SettingsPage(services)
