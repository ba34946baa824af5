"""Names of the register with characters that usual input methods do not offer. SQLite only: GLOB.

Plain SQL: this is asked at every start, and compiling it anew would take longer than answering it.
"""

from typing import Final

from mediator.storage.store import Work
from mediator.storage.tables.office import AreaRow, CommitteeRow, MediatorRow, OfficeRow, RoomRow
from mediator.storage.tables.party import AgentRow, PartyRow

# By code points: extension A, late ones of the first block, private, compatibility, all later blocks.
RARE: Final = "*[\u3400-\u4dbf\u9fa6-\u9fff\ue000-\ufaff\U00020000-\U0003fffd\U000f0000-\U0010fffd]*"
MOST: Final = 5000  # as many as a room registers in some years

_PARTY: Final = PartyRow.__tablename__
_NAMED: Final = (PartyRow, AgentRow, MediatorRow, AreaRow, RoomRow, CommitteeRow, OfficeRow)
_NAMES: Final = " UNION ALL ".join(
    f"SELECT name FROM {row.__tablename__} WHERE name GLOB ?1" for row in _NAMED
)
_ADDRESSES: Final = (
    f"SELECT address FROM (SELECT address FROM {_PARTY} ORDER BY id DESC LIMIT {MOST}) WHERE address GLOB ?1"
)


def rare_names(work: Work) -> list[str]:
    """Names that hold such a character, and the addresses of the latest parties that do."""
    return [*_found(work, f"{_NAMES} LIMIT {MOST}"), *_found(work, _ADDRESSES)]


def any_rare_name(work: Work) -> bool:
    """Whether any name holds one; quick, since names stand in an index and addresses are not read."""
    return bool(_found(work, f"{_NAMES} LIMIT 1"))


def _found(work: Work, sql: str) -> list[str]:
    return [str(row[0]) for row in work.session.connection().exec_driver_sql(sql, (RARE,))]
