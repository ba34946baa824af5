"""Keeps what is being typed: every two seconds, aside, for whoever types it, until it is saved or given up.

Looking at the forms, and not listening to each of their fields, means that no field can be forgotten.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mediator.casework.desk import Desk
from mediator.casework.drafts import drop_draft, keep_draft, my_drafts
from mediator.domain.errors import MediatorError
from mediator.domain.workplace import Draft
from ui.dialogs.read_draft import read_draft
from ui.messages import Messages
from ui.tasks import Tasks
from ui.widgets.draft_banner import DraftBanner

PROMISE_MS: Final = 5_000  # no more typing than of so long may be lost, whatever ends the program
LOOK_MS: Final = 2_000  # the rest is for a slow disk
MORE: Final = "#"  # before the number of a second draft of the same form
Batch = dict[str, Draft | None]  # None: the draft is to be forgotten


class Keepable(Protocol):
    """What a form must be able to do for its words to be kept."""

    @property
    def dirty(self) -> bool:
        """Whether something differs from what was last shown or saved."""
        ...

    @property
    def clean(self) -> Mapping[str, Any]:
        """What `raw` was when it was last shown or saved."""
        ...

    def raw(self) -> Mapping[str, Any]:
        """What stands in it, as plain JSON."""
        ...

    def set_raw(self, raw: Mapping[str, Any]) -> None:
        """Put back what stood in it."""
        ...

    def words(self) -> Mapping[str, str]:
        """What stands in it, in words by label."""
        ...

    def tell_saved(self, words: Mapping[str, str]) -> None:
        """Say beside what differs what is on record."""
        ...


@dataclass(eq=False)
class Watched:
    """A form that is looked after; `key` is "" while it shows nothing that could be kept."""

    owner: QWidget
    form: Callable[[], Keepable]
    key: Callable[[], str]
    title: Callable[[], str]
    begun: Callable[[], object]  # what is on record of it; None for something new
    is_open: Callable[[], bool]  # False where one can only read
    banner: DraftBanner
    kept_key: str = ""
    kept: str = ""


class DraftKeeper(QObject):
    """One for each person at the desk; `go` leads to the form of a draft, and is False where none is left."""

    written = Signal()
    offers_changed = Signal()

    def __init__(self, desk: Desk, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.go: Callable[[str], bool] = lambda _key: False
        self.read: Callable[[Draft], object] = read_draft
        self.failed = False
        self._desk = desk
        self._messages = messages
        self._tasks = Tasks(self)  # its own: the others may be busy for minutes with a large import
        self._watched: list[Watched] = []
        self._offers: dict[str, Draft] = {}
        self._pending: Batch = {}
        self._batch: Batch = {}
        self._wanted = ""
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def load(self) -> None:
        """Find what was typed before and never saved."""
        self._offers = {draft.key: draft for draft in my_drafts(self._desk)}
        self.offers_changed.emit()

    def offers(self) -> list[Draft]:
        """What may be carried on with, the latest first."""
        return sorted(self._offers.values(), key=lambda draft: draft.at, reverse=True)

    def watch(
        self,
        owner: QWidget,
        form: Callable[[], Keepable],
        key: Callable[[], str],
        title: Callable[[], str],
        banner: DraftBanner,
        *,
        begun: Callable[[], object] = lambda: None,
        is_open: Callable[[], bool] = lambda: True,
    ) -> None:
        """Look after a form for as long as its owner lives."""
        self._watched.append(Watched(owner, form, key, title, begun, is_open, banner))
        if not self._timer.isActive():
            self._timer.start()
        self.soon()

    def watched(self) -> list[Watched]:
        """The forms that are looked after."""
        return list(self._watched)

    def set_pace(self, look_ms: int) -> None:
        """Look more or less often than usual."""
        self._timer.setInterval(look_ms)

    def leave(self, owner: QWidget) -> None:
        """Look at a form for the last time: its dialog was closed."""
        self.look()
        self._watched = [one for one in self._watched if one.owner is not owner]

    def soon(self) -> None:
        """Look as soon as what happens now is done: another form was shown, or one was saved."""
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Hand over what was typed since the last look, and forget what was saved or given up."""
        if self._closed:
            return
        self._watched = [one for one in self._watched if shiboken6.isValid(one.owner)]
        for one in self._watched:
            if one.kept_key or one.owner.isVisible():
                self._see(one)
        self._write()

    def flush(self) -> None:
        """Write everything before returning: the session ends, or the window closes."""
        self.look()
        self._tasks.stop_all()
        batch = self._batch | self._pending  # written twice at most
        with suppress(MediatorError):
            _put(self._desk, batch)
            self._pending = {}

    def close(self) -> None:
        """Write what is left and look no more."""
        self._timer.stop()
        self.flush()
        self._closed = True

    def resume(self, draft: Draft) -> None:
        """Go to the form of a draft and carry on there, or show its words where that can be no more."""
        self._wanted = draft.key
        if self.go(_base(draft.key)):
            self.soon()
        else:
            self._wanted = ""
            self.read(draft)

    def drop(self, draft: Draft) -> None:
        """Forget a draft that is not wanted, once asked."""
        question, detail = f"不要这份没有保存的内容吗？\n{draft.title}", "不要以后就找不回来了。"
        if not self._messages.ask(question, "不要了", "留着", detail):
            return
        self._offers.pop(draft.key, None)
        self._pending[draft.key] = None
        self.offers_changed.emit()
        self.look()

    def _see(self, one: Watched) -> None:
        key, form = one.key(), one.form()
        if one.kept_key and (_base(one.kept_key) != key or not form.dirty):
            self._pending[one.kept_key] = None
            one.kept_key, one.kept = "", ""
        if key and form.dirty:
            self._keep(one, key, form)
        if one.owner.isVisible():
            self._offer(one, key)

    def _keep(self, one: Watched, key: str, form: Keepable) -> None:
        raw = form.raw()
        standing = json.dumps(raw, ensure_ascii=False)
        if standing == one.kept:
            return
        one.kept_key, one.kept = one.kept_key or self._free(key), standing
        value = {"raw": raw, "begun": _digest(one.begun()), "words": dict(form.words())}
        self._pending[one.kept_key] = Draft(
            key=one.kept_key, title=one.title(), at=self._desk.now(), value=value
        )

    def _free(self, key: str) -> str:
        """A key beside those that are offered: typing anew does not write over what is not yet answered."""
        taken = set(self._offers)
        names = (key if number == 1 else f"{key}{MORE}{number}" for number in range(1, len(taken) + 2))
        return next(name for name in names if name not in taken)

    def _offer(self, one: Watched, key: str) -> None:
        found = next((draft for draft in self.offers() if key and _base(draft.key) == key), None)
        if found is None:
            one.banner.clear()
        elif found.key == self._wanted or (self._wanted in self._offers and _base(self._wanted) == key):
            self._take(one, self._offers[self._wanted])
        else:
            changed = found.value["begun"] != _digest(one.begun())
            one.banner.offer(
                found,
                take=(lambda: self._take(one, found)) if one.is_open() else None,
                read=lambda: self.read(found),
                drop=lambda: self.drop(found),
                changed=changed,
            )

    def _take(self, one: Watched, draft: Draft) -> None:
        """Show a draft in its form; what was typed there meanwhile becomes the one that is offered."""
        self._wanted = ""
        form = one.form()
        if form.dirty:
            self._see_typed(one)
            form.set_raw(form.clean)
        saved = form.words()
        try:
            form.set_raw(draft.value["raw"])
        except (KeyError, TypeError, ValueError):  # typed in another version of the program
            form.set_raw(form.clean)
            self.read(draft)
            return
        if draft.value["begun"] != _digest(one.begun()):
            form.tell_saved(saved)
        self._offers.pop(draft.key)
        one.kept_key, one.kept = draft.key, json.dumps(form.raw(), ensure_ascii=False)
        self.offers_changed.emit()
        self.look()

    def _see_typed(self, one: Watched) -> None:
        """Turn what is being typed into an offer."""
        self._keep(one, one.key(), one.form())
        typed = self._pending.get(one.kept_key) or self._batch.get(one.kept_key)
        if typed is None:
            typed = next((draft for draft in my_drafts(self._desk) if draft.key == one.kept_key), None)
        if typed is not None:
            self._offers[typed.key] = typed
        one.kept_key, one.kept = "", ""

    def _write(self) -> None:
        if self._batch or not self._pending:
            return
        self._batch, self._pending = self._pending, {}
        batch, desk = self._batch, self._desk
        self._tasks.start(lambda _progress: _put(desk, batch), self._on_written, self._on_failed)

    def _on_written(self, _nothing: object) -> None:
        self._batch, self.failed = {}, False
        self.written.emit()
        self._write()

    def _on_failed(self, error: Exception) -> None:
        """The disk or another window is busy: tried again at the next look."""
        self._pending = self._batch | self._pending
        self._batch, self.failed = {}, True
        if not isinstance(error, MediatorError):
            raise error
        self.written.emit()

    def busy(self) -> bool:
        """Whether something is being written now."""
        return bool(self._batch)

    def kept_anything(self) -> bool:
        """Whether something of an open form is kept as a draft now."""
        return any(one.kept_key for one in self._watched)


def _put(desk: Desk, batch: Batch) -> None:
    for key, draft in batch.items():
        if draft is None:
            drop_draft(desk, key)
        else:
            keep_draft(desk, key, draft.title, draft.value)


def _base(key: str) -> str:
    return key.partition(MORE)[0]


def _digest(standing: object) -> str:
    if standing is None:
        return ""
    return hashlib.sha256(json.dumps(standing, sort_keys=True).encode()).hexdigest()
