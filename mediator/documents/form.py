"""The small vocabulary of a paper: what stands on it, said as plain data and without a thought of PDF."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from mediator.documents.matter import Matter
from mediator.documents.wording import Wording

Align = Literal["left", "center", "right", "justify"]
Size = Literal["body", "table", "small", "fine"]
Record = Literal["hearing", "visit", "payment", "agent", "inquiry", "supplement", "extension", "replacement"]
Each = Literal["case", "dossier"] | Record


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is set bold or underlined; an underlined run of blanks is a rule to write on."""

    text: str
    bold: bool = False
    underline: bool = False


Text = str | tuple[str | Run, ...]  # every piece is literal text, never markup; "\n" starts a new line


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the paper, large and centred, with the office above it; `cover` is the size of a cover."""

    text: str
    above: str = ""
    cover: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """The number of the paper, at the right under its title."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold line that never stands at the foot of a page without what it announces."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; each of its lines is a paragraph, indented by two characters unless told not to."""

    text: Text
    indent: bool = True
    align: Align = "justify"
    bold: bool = False
    size: Size = "body"


@dataclass(frozen=True, slots=True)
class Clauses:
    """Numbered paragraphs; `style` shows how the first one is numbered."""

    items: tuple[Text, ...]
    style: Literal["一、", "（一）", "1.", "（1）", "第一条"] = "一、"
    start: int = 1
    size: Size = "body"


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value in a ruled table: an empty value is room to write, `lines` its least height.

    `span` is the share of the row the value takes; a field without label is a cell of its own.
    `foot` stands at the right below the value, such as the place for a signature and a date.
    """

    label: str
    value: Text = ""
    span: int = 1
    lines: int = 1
    align: Align | None = None  # None: centred beside others, at the left when alone in its row
    foot: str = ""


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The ruled grid of labels and values of a form; long values grow their row, over pages if need be.

    The rows of each pair in `together` (first, stop) stay on one page where a page can hold them.
    """

    rows: tuple[tuple[Field, ...], ...]
    together: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list; of paths such as ("受理", "当事人申请") equal parts become one head cell."""

    title: str | tuple[str, ...]
    width: float = 1.0  # share of the table
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class TextTable:
    """A ruled list whose head comes again on every page.

    `None` in a row joins the cell to the one at its left. In the first `groups` columns equal neighbours in
    following rows are one tall cell. `total` sets the last row bold.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | None, ...], ...]
    groups: int = 0
    total: bool = False
    size: Size = "table"


@dataclass(frozen=True, slots=True)
class Blank:
    """A label and a rule to write on, or a value printed over the rule; `lines` rules at least.

    `chars` spreads the label to the width of so many characters, so that labels under each other are even.
    """

    label: str
    value: str = ""
    lines: int = 1
    chars: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody signs or a seal is set: one space for each name, or one space when no name is known."""

    label: str
    names: tuple[str, ...] = ()
    kind: Literal["person", "seal"] = "person"
    hint: str = ""  # small print beside the label, such as （签名、盖章或按指印）


@dataclass(frozen=True, slots=True)
class Signatures:
    """The places to sign, wide enough for pen and fingerprint, and the date; never alone on a page."""

    places: tuple[Place, ...]
    date: str = ""
    close: bool = False  # a little lower, to keep a form to its page


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty height in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A scanned page or photograph (JPEG or PNG bytes), as large as the page lets it, with a line below."""

    data: bytes = field(repr=False)
    caption: str = ""


Block = (
    Title
    | Number
    | Heading
    | Paragraph
    | Clauses
    | FieldTable
    | TextTable
    | Blank
    | Signatures
    | Spacer
    | PageBreak
    | Picture
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished paper: its name (in the contents and on following pages), its blocks, its number.

    A `scan` is a piece that was handed in: its pictures fill the page but for the edge that is bound.
    """

    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    office: str = ""
    landscape: bool = False
    scan: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One printed paper of the product: for which tracks, when a case needs it, and how it is composed.

    `each` tells how many papers one case has: one, or one for each record of a kind, such as a hearing; a
    paper of the dossier itself ("dossier": contents, back cover) is composed from the leaves that are bound.
    `compose` takes the matter and the subject: the record, the leaves, or None.
    `bound` tells of a paper whether it goes into a dossier whose list has a line for it; one that does
    not is offered all the same. `wordings` are the sentences that the office may put in its own words.
    """

    key: str
    title: str
    tracks: tuple[str, ...]
    needed: Callable[[Matter], bool]
    each: Each
    compose: Callable[[Matter, Any], Paper] = field(repr=False)
    bound: Callable[[Matter, Any], bool] = field(default=lambda matter, subject: True, repr=False)
    wordings: Mapping[str, Wording] = field(default_factory=dict, repr=False, hash=False)


def filled(value: Any, blank: int = 8) -> Run:
    """Underline a value, or leave an underlined blank of so many characters to write on."""
    return Run(str(value) if value not in (None, "") else "\u3000" * blank, underline=True)
