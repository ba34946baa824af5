"""What the steps of the wizard hand on: the file, the sheet, its heads and the mapping as it stands."""

from collections.abc import Sequence
from pathlib import Path

from mediator.domain.ledger_mapping import LedgerMapping, Rule
from mediator.exchange.foreign import Sheet
from mediator.exchange.foreign_words import ForeignWord, foreign_words
from mediator.exchange.heads import Heads, guess_heads, heads_at, heads_for, recognised
from mediator.exchange.ledger_words import MAPPED, Column
from mediator.exchange.mapping import has_source
from mediator.exchange.mapping_guess import guess_mapping, guess_words, samples


class MappingWork:
    """Starts with a kept mapping that knows the heads, else with a guess."""

    def __init__(self, path: Path, sheets: Sequence[Sheet], kept: list[LedgerMapping]) -> None:
        self.path = path
        self.sheets = tuple(sheets)
        self.mapping = LedgerMapping()
        self.known = ""  # the name of the kept mapping that fits
        fit = recognised(self.sheets, kept)
        self.sheet = self._fullest() if fit is None else fit[1]
        self.heads = guess_heads(self.sheet)
        if fit is None:
            self.mapping = guess_mapping(self.sheet, self.heads)
        else:
            self._use(fit[0])

    def choose(self, sheet: str, row: int, depth: int) -> None:
        """Read another sheet or other heads; what was mapped stays where the heads are still there."""
        self.sheet = next(one for one in self.sheets if one.name == sheet)
        heads = heads_at(self.sheet, row, depth)
        if set(self.mapping.used()) <= set(heads.texts) and self.mapping.used():
            told = {"headers": heads.texts, "sheet": sheet, "header_row": row, "header_depth": depth}
            self.mapping = self.mapping.model_copy(update=told)
        else:
            self.mapping = guess_mapping(self.sheet, heads).model_copy(update={"year": self.mapping.year})
        self.heads = heads

    def guessed_heads(self, sheet: str) -> Heads:
        """Where the heads of a sheet seem to stand."""
        return guess_heads(next(one for one in self.sheets if one.name == sheet))

    def fitting(self) -> int:
        """How many sheets have the heads of the mapping, as in a book with a sheet a month."""
        return sum(heads_for(sheet, self.mapping) is not None for sheet in self.sheets)

    def take(self, mapping: LedgerMapping) -> bool:
        """Use a mapping from elsewhere; False when no sheet has its heads."""
        fit = recognised((self.sheet, *self.sheets), [mapping])
        if fit is not None:
            self.sheet = fit[1]
            self._use(mapping)
        return fit is not None

    def set_rule(self, rule: Rule) -> None:
        """Say where one of our columns comes from."""
        self.mapping = self.mapping.with_rule(rule)

    def set_year(self, year: int | None) -> None:
        """Say which year a day without one is in."""
        self.mapping = self.mapping.model_copy(update={"year": year})

    def samples(self, head: str) -> list[str]:
        """The first values under a head."""
        return samples(self.sheet, self.heads, head)

    def guessed(self, column: Column, heads: Sequence[str]) -> dict[str, str]:
        """Our words for what stands under newly chosen heads."""
        texts = [text for head in heads for text in self.samples(head)]
        return guess_words(column, texts) if len(heads) == 1 else {}

    def lacking(self) -> list[str]:
        """Titles of required columns that come from nowhere yet."""
        return [c.title for c in MAPPED if c.required and not has_source(self.mapping, c)]

    def words(self) -> list[ForeignWord]:
        """Every word that is none of ours."""
        return foreign_words(self.sheet, self.heads, self.mapping)

    def set_word(self, word: ForeignWord, ours: str) -> None:
        """Say what a word of theirs means; "" leaves it to be refused."""
        rule = self.mapping.rule(word.field)
        words = {text: mine for text, mine in rule.words.items() if text != word.text}
        words |= {word.text: ours} if ours else {}
        self.set_rule(rule.model_copy(update={"words": words}))

    def _use(self, mapping: LedgerMapping) -> None:
        found = heads_for(self.sheet, mapping)
        assert found is not None
        self.mapping, self.heads, self.known = mapping, found, mapping.name

    def _fullest(self) -> Sheet:
        return max(self.sheets, key=lambda sheet: len(sheet.rows))
