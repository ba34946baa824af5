"""Numbers of cases and papers: patterns of the office, serials that are never given twice."""

import re
import string

from mediator.domain.errors import RuleBroken

KNOWN = {"year", "short", "serial"}


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot make distinct numbers."""
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
        pattern.format(year=2026, short="东", serial=1)
    except (ValueError, KeyError, IndexError) as error:
        raise RuleBroken("pattern-unreadable", field="pattern", pattern=pattern) from error
    if "serial" not in names or not names <= KNOWN:
        raise RuleBroken("pattern-unreadable", field="pattern", pattern=pattern)


def number(pattern: str, *, year: int, short: str, serial: int) -> str:
    """One number of a pattern such as （{year}）{short}人调字第{serial}号."""
    return pattern.format(year=year, short=short, serial=serial)


def safe_file_name(text: str, longest: int = 80) -> str:
    """A name that Windows accepts for a file: reserved characters and names are changed."""
    name = (
        re.sub(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]', "_", text)
        .strip(" .")[:longest]
        .strip(" .")
    )
    reserved = {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
    if not name or name.split(".")[0].strip().lower() in reserved:
        name = f"_{name}"
    return name
