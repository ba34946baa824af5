"""The base of what the desk writes down: validated, frozen, without SQL."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from mediator.domain.errors import RuleBroken


class Facts(BaseModel):
    """A frozen record of facts; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


F = TypeVar("F", bound=Facts)


def build(kind: type[F], values: Mapping[str, Any]) -> F:
    """Make facts from loose values; the first value that does not fit is named in RuleBroken."""
    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0]) if first["loc"] else ""
        raise RuleBroken("value-unfit", field=field) from error
