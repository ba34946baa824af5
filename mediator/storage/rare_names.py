"""Names of the register with characters that usual input methods do not offer. SQLite only: GLOB."""

from typing import Any, Final

from sqlalchemy import select
from sqlmodel import col

from mediator.storage.store import Work
from mediator.storage.tables.office import AreaRow, CommitteeRow, MediatorRow, OfficeRow, RoomRow
from mediator.storage.tables.party import AgentRow, PartyRow

# By code points: extension A, late ones of the first block, private, compatibility, all later blocks.
RARE: Final = "*[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\ufaff\U00020000-\U0003fffd\U000f0000-\U0010fffd]*"
MOST: Final = 5000  # as many as a room registers in some years


NAMES: Final[tuple[Any, ...]] = (
    PartyRow.name,
    AgentRow.name,
    MediatorRow.name,
    AreaRow.name,
    RoomRow.name,
    CommitteeRow.name,
    OfficeRow.name,
)


def rare_names(work: Work) -> list[str]:
    """Names that hold such a character, and the addresses of the latest parties that do."""
    latest = (
        select(col(PartyRow.address).label("at")).order_by(col(PartyRow.id).desc()).limit(MOST).subquery()
    )
    found = select(latest.c["at"]).where(latest.c["at"].op("GLOB")(RARE))
    addresses = work.session.connection().execute(found).scalars()
    return [*(name for one in NAMES for name in _holding(work, one, MOST)), *map(str, addresses)]


def any_rare_name(work: Work) -> bool:
    """Whether any name holds one; quick, since names stand in an index and addresses are not read."""
    return any(_holding(work, one, 1) for one in NAMES)


def _holding(work: Work, column: Any, most: int) -> list[str]:
    query = select(col(column)).where(col(column).op("GLOB")(RARE)).limit(most)
    return [str(name) for name in work.session.connection().execute(query).scalars()]
