"""Numbers of cases and papers: patterns of the office, serials that are never given twice."""

import re
import string

from mediator.domain.errors import RuleBroken

KNOWN = {"year", "short", "serial"}
PADDING = re.compile(r"0\d{1,2}d?")  # other layouts can write two serials alike, and then none is ever free
DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *(f"{device}{sign}" for device in ("com", "lpt") for sign in "123456789¹²³"),
}
RISKY = re.compile(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
LONGEST_ENDING = 16
LONGEST_BYTES = 240  # Linux takes 255 bytes, a suffix included


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that cannot make distinct, readable numbers."""
    try:
        parts = list(string.Formatter().parse(pattern))
        fields = [(name, spec or "", how) for _, name, spec, how in parts if name is not None]
        fits = all(_is_known(*field) for field in fields) and "serial" in {name for name, _, _ in fields}
    except ValueError:
        fits = False
    if not fits or pattern != pattern.strip() or not pattern.isprintable():
        raise RuleBroken("pattern-unreadable", field="pattern", pattern=pattern)


def _is_known(name: str, spec: str, conversion: str | None) -> bool:
    padded = name == "serial" and PADDING.fullmatch(spec)
    return name in KNOWN and conversion is None and (not spec or bool(padded))


def number(pattern: str, *, year: int, short: str, serial: int) -> str:
    """One number of a pattern such as （{year}）{short}人调字第{serial}号."""
    return pattern.format(year=year, short=short, serial=serial)


def safe_file_name(text: str, longest: int = 80) -> str:
    """A name that Windows accepts for a file: reserved characters and names are changed."""
    name = RISKY.sub("_", text).strip(" .")[:longest]
    name = name.encode(errors="ignore")[:LONGEST_BYTES].decode(errors="ignore").strip(" .")
    if not name or name.split(".")[0].strip().lower() in DEVICES:
        name = f"_{name}"
    return name


def safe_file_name_of(name: str, longest: int = 80) -> str:
    """The same for a whole file name: what is cut is never its ending, which says what opens it."""
    stem, dot, ending = name.rstrip(". ").rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return safe_file_name(name, longest)
    kept = RISKY.sub("_", ending).strip()
    return f"{safe_file_name(stem, longest - len(kept) - 1)}.{kept}"
