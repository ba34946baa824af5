"""Evidence and copies kept with a case: what each is, who gave it, and the file of it where there is one."""

from datetime import date, datetime
from typing import Final

from mediator.domain.facts import Facts


class AttachmentFacts(Facts):
    """One piece as the evidence list names it; without a file it is only listed."""

    kind: str = "evidence"  # codes/attachment_kind
    title: str
    party: int | None = None  # case place of who gave it
    received_on: date | None = None
    form: str = ""  # codes/evidence_form: original, copy, …
    pages: int | None = None
    proves: str = ""  # what it is to prove
    note: str = ""
    turn: int = 0  # degrees clockwise by which its picture is turned for paper: 0, 90, 180 or 270
    paper_key: str = ""  # for a scan of a signed paper: which paper, of which subject, which version
    paper_subject: int | None = None
    paper_version: int | None = None


class Attachment(AttachmentFacts):
    """A piece on record; the file's bytes are named by their SHA-256, empty where there is no file."""

    id: int
    ordinal: int  # from 1, within the case
    file_name: str = ""
    media_type: str = ""
    size: int = 0  # bytes
    sha256: str = ""
    added_at: datetime | None = None

    @property
    def has_file(self) -> bool:
        """Whether the file itself is kept."""
        return bool(self.sha256)


# Opening one of these runs it, or something in it; it is kept as it came and handed out by 另存为 only.
RUNS: Final = frozenset({
    "exe", "com", "bat", "cmd", "ps1", "psm1", "vb", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta",
    "msi", "msp", "msc", "scr", "pif", "lnk", "url", "cpl", "reg", "inf", "scf", "jar", "jnlp",
    "gadget", "application", "appref-ms", "chm", "dll", "sys", "ocx", "drv", "iso", "img", "vhd",
    "vhdx", "msix", "appx", "library-ms", "search-ms", "settingcontent-ms", "theme", "themepack",
    "xll", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "sh", "desktop", "app",
    "run", "py", "pyw", "htm", "html", "mht", "mhtml", "svg", "swf",
})  # fmt: skip


def may_run(file_name: str) -> bool:
    """Whether opening a file of this name could run something; Windows ignores dots and spaces at its end."""
    _, dot, ending = file_name.rstrip(". ").rpartition(".")
    return not dot or ending.strip().lower() in RUNS
