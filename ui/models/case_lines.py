"""Cases as lines of a list, and the words of what a list is narrowed by."""

from datetime import date

from mediator.codes import code_list
from mediator.domain.browse import STAGES, CaseLine
from mediator.domain.casefile import two_sides
from mediator.domain.dispute import type_title
from mediator.domain.money import format_yuan
from ui.models.rows import Column
from ui.tokens import Tone
from ui.widgets.choice import Option

STAGE_WORDS = {
    "accepted": ("已登记", Tone.ACCENT),
    "mediating": ("调解中", Tone.ACCENT),
    "settled": ("调解成功", Tone.GOOD),
    "failed": ("调解不成功", Tone.ATTENTION),
    "terminated": ("终止", Tone.QUIET),
    "refused": ("不予受理", Tone.QUIET),
    "archived": ("已归档", Tone.QUIET),
}


def stage_options() -> list[Option]:
    """The stages a list may be narrowed to."""
    return [(stage, STAGE_WORDS[stage][0]) for stage in STAGES]


def type_options() -> list[Option]:
    """The 18 types."""
    return list(code_list("dispute_type").pairs())


def written_as(type_key: str) -> tuple[str, ...]:
    """Every way a type may have been written down, older names included."""
    row = code_list("dispute_type").row(type_key)
    if row is None:
        return ()
    older = [old.word for old in code_list("older_type").rows if old.extra["type"] == type_key]
    names = [row.word, *row.extra["older"], *older]
    return tuple(written for name in names for written in (name, f"{name}纠纷"))


def numbers(line: CaseLine) -> str:
    """The 卷号, or the 案件编码 of a case that has none."""
    return line.dossier_number or line.code


def who(line: CaseLine) -> str:
    """The two sides in short."""
    return two_sides(line.applicants, line.respondents)


def everyone(line: CaseLine) -> str:
    """All names, for the tooltip."""
    sides = (("申请人", line.applicants), ("被申请人", line.respondents))
    return "\n".join(f"{word}：{'、'.join(names)}" for word, names in sides if names)


def day(value: date | None) -> str:
    """A date in a list."""
    return "" if value is None else f"{value:%Y-%m-%d}"


def status(line: CaseLine) -> str:
    """The stage in words."""
    return STAGE_WORDS[line.stage][0]


def case_columns() -> list[Column[CaseLine]]:
    """The columns of the case list."""
    return [
        Column("卷号", numbers, 13, tip=lambda line: f"案件编码 {line.code}"),
        Column("当事人", who, 15, tip=everyone),
        Column("类型", lambda line: type_title(line.type_written), 8),
        Column("受理日期", lambda line: day(line.accepted_on), 6),
        Column("状态", status, 8, tone=lambda line: STAGE_WORDS[line.stage][1]),
        Column("调解员", lambda line: line.mediator, 5),
        Column(
            "金额（元）",
            lambda line: "" if line.amount_fen is None else format_yuan(line.amount_fen),
            7,
            right=True,
        ),
    ]
