"""The signed versions of a paper as the preview shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from mediator.domain.dates import write_date

NOW: Final = "now"
SHORT: Final = 12  # characters of a SHA-256 that a person can compare


@dataclass(frozen=True)
class SignedVersion:
    """One signed version; `read` gives the very bytes, or raises where they are gone or changed."""

    version: int
    signed_on: date
    who: str
    read: Callable[[], bytes]
    scans: int = 0

    @property
    def key(self) -> str:
        """What names this version among the choices."""
        return str(self.version)


def choices(versions: tuple[SignedVersion, ...]) -> list[tuple[str, str]]:
    """(key, words) of what can be looked at, the last signed version first."""
    one = len(versions) == 1 and versions[0].version == 1
    signed = [(each.key, "签名的版本" if one else f"签名的第{each.version}版") for each in reversed(versions)]
    return [*signed, (NOW, "现在的内容")] if versions else []


def told(version: SignedVersion | None, data: bytes) -> str:
    """Which version it is, who marked it when, and what a paper in hand is compared by."""
    code = f"校验码 {sha256(data).hexdigest()[:SHORT]}"
    if version is None:
        return code
    who = f"，{version.who}登记" if version.who else ""
    scans = f"，附扫描件 {version.scans} 份" if version.scans else ""
    return f"第{version.version}版，{write_date(version.signed_on)}签{who}{scans}　{code}"


def difference_words(change: tuple[str, str] | None) -> str:
    """The first difference between what was signed and what the case says now."""
    if change is None:
        return ""
    before, after = (text or "（空）" for text in change)
    return f"签名以后案件内容有改动。第一处：签名时“{before}”，现在“{after}”。"
