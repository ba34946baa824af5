"""Names of the register with characters that usual input methods do not offer. SQLite only: GLOB."""

from typing import Any, Final

from sqlalchemy import select
from sqlmodel import col

from mediator.storage.store import Work
from mediator.storage.tables.office import AreaRow, CommitteeRow, MediatorRow, OfficeRow, RoomRow
from mediator.storage.tables.party import AgentRow, PartyRow

# By code points: extension A, late ones of the first block, private, compatibility, all later blocks.
RARE: Final = "*[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\ufaff\U00020000-\U0010fffd]*"
MOST: Final = 5000


def rare_names(work: Work) -> list[str]:
    """Names and addresses that hold such a character, the latest first, at most some of each kind."""
    columns: tuple[Any, ...] = (
        PartyRow.name,
        PartyRow.address,
        AgentRow.name,
        MediatorRow.name,
        AreaRow.name,
        RoomRow.name,
        CommitteeRow.name,
        OfficeRow.name,
    )
    return [name for one in columns for name in _holding(work, one)]


def _holding(work: Work, column: Any) -> list[str]:
    row = column.class_
    query = select(col(column)).where(col(column).op("GLOB")(RARE)).order_by(col(row.id).desc()).limit(MOST)
    return [str(name) for name in work.session.connection().execute(query).scalars()]
