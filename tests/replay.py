"""Plays the history of a case from its beginning: every change must have told itself."""

from collections.abc import Iterable

from mediator.domain.casefile import CaseFile, HistoryEntry
from mediator.domain.difference import flat

Values = dict[str, object]


def replayed(history: Iterable[HistoryEntry]) -> Values:
    """The values of a case as its history tells them."""
    values: Values = {}
    for entry in history:
        for path in entry.before or {}:
            values.pop(path, None)
        values |= entry.after or {}
    return _told(values)


def written(file: CaseFile) -> Values:
    """The values of a case as they stand."""
    return _told(flat(file))


def _told(values: Values) -> Values:
    return {path: value for path, value in values.items() if value not in (None, "", [])}
