"""Opens the data: of the folder that is meant, of a folder chosen at the first run, or of a sample office."""

import os
import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from mediator.casework import set_up
from mediator.casework.desk import Desk
from mediator.command import place
from mediator.command.words import say
from mediator.domain.errors import MediatorError
from mediator.domain.office import Office
from mediator.storage.store import Store, create, exists, open_store
from mediator.storage.upkeep import make_ready
from ui.dialogs.first_run import OFFICE_FIELDS, FirstRunDialog, split_people
from ui.messages import Messages


@dataclass(frozen=True)
class Opened:
    """An open data folder; a sample is thrown away when the window closes."""

    store: Store
    first_person: str = ""  # named first at the first run
    sample: bool = False

    def close(self) -> None:
        """Let go of the file, and of a sample altogether."""
        self.store.close()
        if self.sample:
            shutil.rmtree(self.store.folder, ignore_errors=True)


@dataclass(frozen=True)
class Wanted:
    """What the command line says about the window."""

    data: str | None
    user: str


def read_arguments(arguments: Sequence[str]) -> Wanted:
    """The data folder and the person of the command line; what else stands there is Qt's."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    parser.add_argument("--user", default="")
    known, _ = parser.parse_known_args(list(arguments))
    return Wanted(known.data, known.user.strip())


def open_data(wanted: Wanted, messages: Messages, today: date, parent: QWidget | None) -> Opened | None:
    """Open what is meant, or ask at the first run; None when the person gave up or it cannot be opened."""
    folder = _reachable(wanted, messages)
    if folder is None:
        return None
    try:
        if exists(folder):
            with ExitStack() as otherwise:
                store = otherwise.enter_context(open_store(folder))
                make_ready(store)
                if set_up.has_office(Desk(store, "")):
                    otherwise.pop_all()
                    return Opened(store)  # else the first run broke off after the folder was made
    except MediatorError as error:
        messages.refuse(error)
        return None
    return first_run(
        folder, messages, today, parent, said=bool(wanted.data or os.environ.get(place.VARIABLE))
    )


def first_run(
    folder: Path, messages: Messages, today: date, parent: QWidget | None, *, said: bool
) -> Opened | None:
    """Ask where and who; the folder is remembered unless the command line named it."""
    made: list[Opened] = []

    def save(values: dict[str, Any]) -> None:
        opened = set_up_office(values)
        try:
            if not said:
                place.remember_folder(opened.store.folder)
        except MediatorError:
            opened.close()  # the next try may be for another folder
            raise
        made.append(opened)

    dialog = FirstRunDialog(folder, today.year, messages, save, words=say, has_data=exists, parent=parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return sample_office() if dialog.sample else made[0]


def set_up_office(values: dict[str, Any]) -> Opened:
    """Make the data folder with its office and people, or open the data that are there already."""
    store = create(values["folder"])
    try:
        make_ready(store)
        people = split_people(values["mediators"])
        desk = Desk(store, people[0] if people else "")
        if set_up.has_office(desk):
            return Opened(store)
        set_up.save_office(desk, Office(**{name: values[name] for name in OFFICE_FIELDS}))
        for name in people:
            set_up.save_mediator(desk, name)
    except MediatorError:
        store.close()
        raise
    return Opened(store, people[0])


def sample_office() -> Opened:
    """A throwaway folder with the office and the cases of `mediator demo`."""
    from mediator.command.demo_cases import open_sample  # noqa: PLC0415  # brings every verb
    from mediator.command.demo_people import DESK_PERSON  # noqa: PLC0415

    store = create(Path(tempfile.mkdtemp(prefix="mediator-sample-")))
    opened = Opened(store, DESK_PERSON, sample=True)
    with ExitStack() as otherwise:
        otherwise.callback(opened.close)
        open_sample(Desk(store, DESK_PERSON))
        otherwise.pop_all()
    return opened


def _reachable(wanted: Wanted, messages: Messages) -> Path | None:
    """The folder that is meant; a remembered one that is gone is asked about, never made anew in silence."""
    folder = place.data_folder(wanted.data)
    answers = [("again", "再试一次"), ("usual", "改用本机文件夹"), ("quit", "退出")]
    while folder == place.remembered_folder() and not _there(folder):
        detail = "如果数据在移动硬盘或优盘上，请接好以后再试。"
        answer = messages.choose(f"找不到数据文件夹 {folder}", answers, safe="quit", detail=detail)
        if answer == "quit":
            return None
        if answer == "usual":
            return place.default_folder()
    return folder


def _there(folder: Path) -> bool:
    """Whether the data are there; a share whose server is off is asked about like a stick that is out."""
    try:
        return exists(folder)
    except MediatorError:
        return False
