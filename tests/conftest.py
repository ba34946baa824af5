"""A desk over a throwaway data folder, for every room's tests."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mediator.casework.desk import Desk
from mediator.storage.store import Store, create
from tests.people import now, open_office

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENPYXL_LXML", "False")  # as in mediator.exchange; tests may import it first


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden texts of papers anew")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with create(tmp_path / "data") as fresh:
        yield fresh


@pytest.fixture
def desk(store: Store) -> Desk:
    """The desk of 王测 in the sample office, on 2026-11-22 at ten in the morning."""
    desk = Desk(store, "王测", now)
    open_office(desk)
    return desk
