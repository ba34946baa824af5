"""What changed between two pictures of a case, value by value."""

from typing import Any

from mediator.domain.casefile import CaseFile

Values = dict[str, object]


def flat(file: CaseFile) -> Values:
    """Every value of a case by its path: case.accepted_on, hearings.7.text, agreement.duties.3.what."""
    values: Values = {}
    _walk("", file.model_dump(mode="json"), values)
    return values


def _walk(path: str, node: Any, values: Values) -> None:
    if isinstance(node, dict):
        for name, value in node.items():
            _walk(f"{path}.{name}" if path else str(name), value, values)
    elif isinstance(node, list) and node and isinstance(node[0], dict):
        for number, item in enumerate(node):
            _walk(f"{path}.{item.get('id', number)}", item, values)
    else:
        values[path] = node


def difference(before: CaseFile | None, after: CaseFile | None) -> tuple[Values, Values]:
    """(old values, new values) of the paths that changed; ordinals and paper marks included."""
    old = {} if before is None else flat(before)
    new = {} if after is None else flat(after)
    empty: tuple[object, ...] = (None, "", [])
    changed = [
        p
        for p in {**old, **new}
        if old.get(p) != new.get(p) and not (_bare(p, old, empty) and _bare(p, new, empty))
    ]
    return {p: old[p] for p in changed if p in old}, {p: new[p] for p in changed if p in new}


def _bare(path: str, values: Values, empty: tuple[object, ...]) -> bool:
    return values.get(path) in empty
