"""How the columns of a room's own sheet become the columns of the ledger."""

from typing import Annotated, Literal

from pydantic import Field

from mediator.domain.facts import Facts

Way = Literal["whole", "first", "second", "sides"]
Carry = Literal["no", "merged", "blank"]
Word = Annotated[str, Field(max_length=200)]

TOTALS: tuple[str, ...] = ("合计", "小计", "总计", "共计", "累计")
DEEPEST_HEAD = 3
NOTHING = "（空）"  # our word for a word of theirs that says nothing


class Rule(Facts):
    """Where one of our columns comes from.

    `columns` are the heads of theirs, joined by `separator`; `otherwise` stands where they are empty, and in
    every row when there are none. `way` takes the first or second of two days in one cell, or parts the two
    sides of a dispute at `separator`. `words` gives our word for theirs. `before` stands before a number that
    is unique only beside it; {year} in it is the year of acceptance.
    """

    field: Word
    columns: tuple[Word, ...] = Field(default=(), max_length=10)
    separator: Word = ""
    otherwise: Word = ""
    way: Way = "whole"
    carry: Carry = "merged"  # whether an empty cell says what the one above says
    words: dict[Word, Word] = Field(default_factory=dict, max_length=2000)
    before: Word = ""
    ten_thousands: bool = False  # their figures are 万元

    @property
    def says_nothing(self) -> bool:
        """Whether the rule fills nothing at all."""
        return not self.columns and not self.otherwise


class LedgerMapping(Facts):
    """A room's own sheet, told once: where its heads stand and which column becomes which."""

    name: Word = ""
    headers: tuple[Word, ...] = Field(default=(), max_length=300)
    sheet: Word = ""
    header_row: int = Field(default=1, ge=1, le=1_000_000)
    header_depth: int = Field(default=1, ge=1, le=DEEPEST_HEAD)
    rules: tuple[Rule, ...] = Field(default=(), max_length=60)
    year: int | None = Field(default=None, ge=1900, le=2100)  # of days written without one
    totals: tuple[Word, ...] = Field(default=TOTALS, max_length=50)  # a row that begins so is no case

    def rule(self, field: str) -> Rule:
        """The rule of one of our columns; one that says nothing where there is none."""
        return next((rule for rule in self.rules if rule.field == field), Rule(field=field))

    def used(self) -> tuple[str, ...]:
        """The heads that any rule reads, each once."""
        return tuple(dict.fromkeys(head for rule in self.rules for head in rule.columns))

    def with_rule(self, rule: Rule) -> "LedgerMapping":
        """The same mapping with one rule changed, added or, when it says nothing, left out."""
        others = tuple(one for one in self.rules if one.field != rule.field)
        return self.model_copy(update={"rules": others if rule.says_nothing else (*others, rule)})
