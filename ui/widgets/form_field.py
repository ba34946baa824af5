"""What a form is told about one field, and which widget answers to which kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QWidget

from ui.widgets.check_list import CheckList, TickField
from ui.widgets.choice import ChoiceField, Option
from ui.widgets.date_edit import DateField
from ui.widgets.entry import TextField
from ui.widgets.id_edit import IdNumberField
from ui.widgets.money_edit import MoneyField
from ui.widgets.text_edit import LongText
from ui.widgets.time_edit import TimeField

Kind = Literal[
    "text", "long", "date", "time", "money", "id", "choice", "words", "checks", "tick", "heading", "own"
]


@dataclass(frozen=True)
class Field:
    """One field: `kind` "words" is a choice that also takes typed words, "own" is made by `make`."""

    name: str
    label: str = ""
    kind: Kind = "text"
    options: Sequence[Option] = ()
    hint: str = ""
    required: bool = False
    wide: bool = False
    lines: int = 4
    chars: int = 0
    key: str = ""  # the letter that goes here together with Alt; X belongs to rare characters
    phrases: str = ""  # the kind of 常用语 that a long field offers
    make: Callable[[], QWidget] | None = None

    @property
    def spans(self) -> bool:
        """Whether the field takes the full width of the form."""
        return self.wide or self.kind in {"long", "checks", "heading"}


def make_widget(field: Field) -> QWidget:
    """The widget for a field, which is an Input unless the field is a heading."""
    if field.kind == "own":
        if field.make is None:
            raise ValueError(field.name)
        return field.make()
    return _MAKERS[field.kind](field)


_MAKERS: dict[str, Callable[[Field], QWidget]] = {
    "text": lambda field: TextField(chars=field.chars, placeholder=field.hint),
    "long": lambda field: LongText(lines=field.lines, placeholder=field.hint),
    "date": lambda _field: DateField(),
    "time": lambda _field: TimeField(),
    "money": lambda _field: MoneyField(),
    "id": lambda _field: IdNumberField(),
    "choice": lambda field: ChoiceField(field.options),
    "words": lambda field: ChoiceField(field.options, editable=True),
    "checks": lambda field: CheckList(field.options),
    "tick": lambda field: TickField(field.hint),
}
