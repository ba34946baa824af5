"""The mediation committee whose desk this is, and what it sets for itself."""

from typing import Literal

from pydantic import Field

from mediator.domain.facts import Facts
from mediator.domain.track import DossierItem, Track


class Office(Facts):
    """Name and place of the committee as they stand on its papers."""

    name: str
    kind: str = "resident"  # codes/committee_kind
    short_name: str  # used in numbers
    place: str = ""  # where it usually mediates
    address: str = ""
    phone: str = ""
    court: str = ""  # the basic people's court for confirmation


class Settings(Facts):
    """Choices that differ from place to place; each default is sourced in the settings page."""

    code_pattern: str = "{year}-{serial:05d}"
    dossier_pattern: str = "（{year}）{short}人调字第{serial}号"
    basis: Literal["accepted", "concluded"] = "accepted"
    cut_day: int = 1  # first day of the statistics month: 1, 21 or 26 in practice
    due_day: int = 5
    band_edges: tuple[int, int, int] = (50, 100, 500)
    retention: str = "long"  # codes/retention
    dossier_list: Literal["extended", "national", "own"] = "extended"
    own_dossier: tuple[DossierItem, ...] = ()  # the office's own order, used where the list is "own"
    mediation_months: int = 1
    follow_up_days: int = 30
    signer: str = ""  # 单位负责人 on returns
    reviewer: str = ""
    preparer: str = ""
    wordings: dict[str, str] = Field(default_factory=dict)  # own words on papers, by the key of the sentence


def dossier_items(settings: Settings, track: Track) -> tuple[DossierItem, ...]:
    """The lines of a dossier of this track, by the list the office has chosen."""
    if settings.dossier_list == "own":
        return settings.own_dossier
    return track.dossier_lists[settings.dossier_list]


class Committee(Facts):
    """A committee that appears in the ledger; one of them is the office itself."""

    id: int
    name: str
    kind: str
    own: bool = False


KIND_WORDS: tuple[tuple[str, str], ...] = (
    ("村", "village"),
    ("社区", "resident"),
    ("居", "resident"),
    ("街道", "street"),
    ("镇", "town"),
    ("乡", "town"),
    ("公司", "enterprise"),
    ("企业", "enterprise"),
    ("厂", "enterprise"),
)


def kind_of_name(name: str, otherwise: str) -> str:
    """The kind a committee's name tells; the word nearest to its end wins (某街道某社区 is a 社区)."""
    places = [(name.rfind(word), kind) for word, kind in KIND_WORDS if word in name]
    return max(places)[1] if places else otherwise
