"""Keep how a room's own sheet is read, so that next month's file needs no telling."""

from mediator.casework.desk import Desk
from mediator.domain.errors import NotFound, RuleBroken
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.storage.mappings import mappings, save_mappings


def kept_mappings(desk: Desk) -> list[LedgerMapping]:
    """Every mapping the office keeps, by name."""
    with desk.store.look() as work:
        return mappings(work)


def kept_mapping(desk: Desk, name: str) -> LedgerMapping:
    """The mapping of a name; NotFound('mapping-unknown') names those there are."""
    kept = kept_mappings(desk)
    for mapping in kept:
        if mapping.name == name.strip():
            return mapping
    raise NotFound("mapping-unknown", name=name, known="、".join(one.name for one in kept) or "（没有）")


def keep_mapping(desk: Desk, mapping: LedgerMapping) -> None:
    """Keep a mapping under its name; one of the same name is replaced."""
    named = mapping.model_copy(update={"name": mapping.name.strip()})
    if not named.name:
        raise RuleBroken("mapping-name-missing", field="name")
    with desk.store.work() as work:
        kept = mappings(work)
        before = next((one for one in kept if one.name == named.name), None)
        save_mappings(work, [*(one for one in kept if one.name != named.name), named])
        desk.note(work, "keep-mapping", before, named)


def drop_mapping(desk: Desk, name: str) -> None:
    """Keep a mapping no longer; the cases it brought stay."""
    with desk.store.work() as work:
        kept = mappings(work)
        before = next((one for one in kept if one.name == name), None)
        save_mappings(work, [one for one in kept if one.name != name])
        desk.note(work, "drop-mapping", before, None)
