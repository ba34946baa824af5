"""Which cases of a series a joint form offers, and the field that lists them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from mediator.domain.casefile import CaseFile
from mediator.domain.series import SeriesState
from mediator.domain.stage import standing
from ui.models.series import applicants, number_of
from ui.widgets.form_field import Field
from ui.widgets.member_table import MemberRow, MemberTable

OPEN = ("hold", "agree", "fail")  # before an agreement any of these may come next

Info = Callable[[CaseFile], str]
Amount = Callable[[CaseFile], int | None]


def offered(state: SeriesState, step: str) -> list[tuple[CaseFile, bool]]:
    """(case, whether it is ticked at first) of all that could take this step."""
    steps = OPEN if step in OPEN else (step,)
    found = [(file, standing(file).next_step) for file in state.files]
    waiting = any(next_step == step for _, next_step in found)
    return [
        (file, next_step == step or not waiting)
        for file, next_step in found
        if next_step in steps and not (step != "archive" and file.ending.outcome in ("failed", "terminated"))
    ]


def members_field(
    state: SeriesState,
    step: str,
    *,
    info: Info = lambda _file: "",
    amount: Amount | None = None,
    amount_word: str = "",
    may_be_none: bool = False,
) -> Field:
    """The list of those who take part; ticks are taken away by Space."""
    rows = [
        MemberRow(
            file.id,
            applicants(file),
            number_of(file),
            info(file),
            amount(file) if amount else None,
            ticked,
        )
        for file, ticked in offered(state, step)
    ]

    def make() -> QWidget:
        return MemberTable(rows, amounts=amount_word, may_be_none=may_be_none)

    hint = "空格键勾选或取消"
    if amount_word:
        hint += "；直接键入数字改金额，也可以从 Excel 复制一列金额粘贴进来"
    return Field("members", "办理的案件", "own", make=make, wide=True, hint=hint)
