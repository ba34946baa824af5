"""The words of what a check finds: a row of `resources/checks` by the key of the finding."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from mediator.domain.dates import write_date
from mediator.domain.finding import Finding
from mediator.domain.money import format_yuan

CHECKS = ("fitness", "selfcheck")


@dataclass(frozen=True, slots=True)
class FindingWords:
    """What a finding says, how it is mended, what it rests on, and whether it stands in the way."""

    text: str
    mend: str
    source: str
    weight: str  # must | look


@cache
def finding_words(check: str) -> dict[str, FindingWords]:
    """Every row of one check by the key of its finding."""
    text = files("resources.checks").joinpath(f"{check}.toml").read_text(encoding="utf-8")
    return {key: FindingWords(**row) for key, row in tomllib.loads(text).items()}


@cache
def _all_words() -> dict[str, FindingWords]:
    return {key: words for check in CHECKS for key, words in finding_words(check).items()}


def weight_of(finding: Finding) -> str:
    """Whether a finding must be mended ("must") or only looked at ("look")."""
    return _all_words()[finding.key].weight


def say_finding(finding: Finding) -> str:
    """What was found, in words."""
    return _all_words()[finding.key].text.format_map(_shown(finding))


def say_mending(finding: Finding) -> str:
    """What to do about it, in words."""
    return _all_words()[finding.key].mend.format_map(_shown(finding))


def source_of(finding: Finding) -> str:
    """What a finding rests on."""
    return _all_words()[finding.key].source


def _shown(finding: Finding) -> dict[str, str]:
    return {name: _word(name, value) for name, value in finding.values.items()}


def _word(name: str, value: object) -> str:
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, int) and name.endswith("_fen"):
        return format_yuan(value)
    return str(value)
