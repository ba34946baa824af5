"""An identity number: tells sex and birth date while it is typed, warns of a slip, refuses nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediator.domain.dates import write_date
from mediator.domain.identity import MALE, IdFacts, normalise, read_id
from ui.tokens import Tone
from ui.widgets.entry import Entry, rewrite

WORDS = {
    "id-length": "身份证号应为 18 位（老证 15 位）",
    "id-characters": "身份证号只应有数字，末位可为 X",
    "id-birth-date": "号码中的出生日期不存在",
    "id-check-digit": "末位校验码不符，请对照证件再看一遍",
}


class IdNumberField(Entry):
    """Holds the normalised number; `facts_read(IdFacts)` comes with every number that names a birth date."""

    facts_read = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, chars=22)

    def value(self) -> str:
        """The number folded to plain signs, "" for none; a doubtful number is kept as typed."""
        return normalise(self.line.text())

    def facts(self) -> IdFacts:
        """What the number says."""
        return read_id(self.line.text())

    def warning(self) -> str:
        """A doubt in words; it never blocks."""
        facts = self.facts()
        return WORDS[facts.problem] if facts.number and facts.problem else ""

    def _on_edited(self) -> None:
        facts = self.facts()
        self.tell(self._told(facts) if facts.valid else "", Tone.QUIET)
        if facts.birth_date is not None:
            self.facts_read.emit(facts)
        self.changed.emit()

    def _on_finished(self) -> None:
        rewrite(self.line, self.value())
        self.refresh_note()

    def refresh_note(self) -> None:
        """Say under the field what its present text calls for."""
        if warning := self.warning():
            self.tell(warning, Tone.ATTENTION)
        else:
            self.tell(self._told(self.facts()), Tone.QUIET)

    @staticmethod
    def _told(facts: IdFacts) -> str:
        if facts.birth_date is None:
            return ""
        return f"{'男' if facts.sex == MALE else '女'}  {write_date(facts.birth_date)}出生"
