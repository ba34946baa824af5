"""延长期限: until when the parties agree to go on, and who of them has agreed."""

from typing import Any

from mediator.casework.extend import drop_extension, extend
from mediator.casework.look_up import mediation_limit
from mediator.domain.casefile import CaseFile
from mediator.domain.extension import ExtensionFacts
from mediator.domain.facts import build
from ui.pages.case.people_here import party_options, places
from ui.pages.case.records_step import NEW, RecordsStep
from ui.services import Services
from ui.tokens import Tone
from ui.widgets.form import FieldForm
from ui.widgets.form_field import Field


class ExtensionStep(RecordsStep):
    """Extensions one by one; what the new day means is said while it is typed."""

    def __init__(self, services: Services) -> None:
        form = FieldForm(
            [
                Field("agreed_on", "约定日期", "date", required=True, key="R"),
                Field("until_on", "延长至", "date", required=True, key="Y"),
                Field("agreed_by", "同意的当事人", "checks", key="C"),
                Field(
                    "reason", "原因", "long", lines=3, hint="如：等待鉴定意见", phrases="extension", key="T"
                ),
            ]
        )
        super().__init__(services, "延长期限", form, noun="延长记录")
        self.form.changed.connect(lambda _name: self._tell())

    def show_file(self, file: CaseFile) -> None:
        """Offer the parties of the case."""
        self.form.field("agreed_by").set_options(party_options(file))
        super().show_file(file)
        self._tell()

    def records(self, file: CaseFile) -> list[tuple[int, str]]:
        """The extensions in order of date."""
        return [(one.id, f"至 {one.until_on:%Y-%m-%d}") for one in file.extensions]

    def record_values(self, file: CaseFile, record_id: int) -> dict[str, Any]:
        """An extension as the form shows it."""
        one = next(one for one in file.extensions if one.id == record_id)
        values = one.model_dump(include=set(ExtensionFacts.model_fields))
        return values | {"agreed_by": [str(place) for place in one.agreed_by]}

    def blank_values(self, file: CaseFile) -> dict[str, Any]:
        """A new extension of today; who agrees and until when is for the parties to say."""
        return {"agreed_on": self.services.desk.today(), "until_on": None, "agreed_by": [], "reason": ""}

    def write(self, file: CaseFile, values: dict[str, Any]) -> None:
        """Add or correct the extension."""
        facts = build(ExtensionFacts, values | {"agreed_by": places(values["agreed_by"])})
        record = None if self.chosen == NEW else self.chosen
        self.choose_saved(extend(self.services.desk, file.id, facts, record))

    def drop(self, file: CaseFile, record_id: int) -> None:
        """Put the extension away."""
        drop_extension(self.services.desk, file.id, record_id)

    def _tell(self) -> None:
        """How much longer, and whose consent is missing: a doubt, never a refusal."""
        file = self.file
        if file is None:
            return
        found = mediation_limit(file.case.track, file.case.accepted_on, self.services.desk.settings())
        until = self.form.field("until_on").value()
        if until is not None and found is not None:
            more = (until - found.last_day).days
            by_rule = f"原定 {found.last_day:%Y-%m-%d}"
            if more > 0:
                self.form.tell("until_on", f"{by_rule}，多 {more} 天")
            else:
                self.form.tell("until_on", f"{by_rule}，没有延长", Tone.ATTENTION)
        agreed = places(self.form.field("agreed_by").value())
        missing = tuple(party.id for party in file.parties if party.id not in agreed)
        if missing and (agreed or until is not None):
            words = f"{file.names(missing)} 还没有同意；延长应经各方当事人同意。"
            self.form.tell("agreed_by", words, Tone.ATTENTION)
