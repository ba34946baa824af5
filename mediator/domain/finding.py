"""Something a check has found: which, and where in the case it is mended."""

import dataclasses
from collections.abc import Mapping
from typing import Literal

Step = Literal[
    "intake",
    "hearings",
    "inquiry",
    "extension",
    "replacement",
    "agreement",
    "supplement",
    "performance",
    "visits",
    "materials",
    "archive",
    "papers",
]


@dataclasses.dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at; `key` names its words in `resources/checks`, `step` and `field` where to mend it.

    `values` fill the placeholders of the words; `subject_id` names the record or paper it is about.
    """

    key: str
    step: Step
    field: str = ""
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)
    subject_id: int | None = None
