"""The mappings of rooms' own sheets that the office keeps, beside its settings."""

from mediator.domain.ledger_mapping import LedgerMapping
from mediator.storage.rows import added
from mediator.storage.store import Work
from mediator.storage.tables.office import SettingRow

KEY = "ledger_mappings"


def mappings(work: Work) -> list[LedgerMapping]:
    """All mappings in the order of their names."""
    row = work.session.get(SettingRow, KEY)
    told = row.value if row is not None else []
    return sorted((LedgerMapping.model_validate(one) for one in told), key=lambda one: one.name)


def save_mappings(work: Work, kept: list[LedgerMapping]) -> None:
    """Keep these mappings and no others."""
    value = [mapping.model_dump(mode="json") for mapping in kept]
    row = work.session.get(SettingRow, KEY)
    if row is None:
        added(work, SettingRow(key=KEY, value=value))
    else:
        row.value = value
    work.session.flush()
