"""The fields of intake: what the dispute is, how it came in, and what only the ledger asks for."""

from collections.abc import Sequence

from mediator.codes import code_list
from mediator.domain.dispute import plain_type, type_key, type_title
from mediator.domain.track import Track
from ui.widgets.choice import Option
from ui.widgets.count_edit import CountField
from ui.widgets.form_field import Field

DISPUTE_FIELDS = ("type_written", "happened_on", "found_on", "place", "area", "people_count", "summary")
BRIEF_MATTER = ("type_written", "summary")
BRIEF_COMING = ("accepted_on", "mediator")
APART = "、，,；;"


def matter_fields() -> list[Field]:
    """What the dispute is about."""
    return [
        Field("type_written", "纠纷类型", "words", type_options(), required=True, key="L"),
        Field("happened_on", "发生日期", "date", key="F"),
        Field("place", "发生地点", wide=True, key="D"),
        Field(
            "summary",
            "纠纷简要情况",
            "long",
            lines=5,
            hint="谁与谁，何时何地，因何事，争议什么",
            phrases="summary",
            key="J",
        ),
        Field("claims", "申请事项", "long", lines=3, hint="申请人要求什么", phrases="claims", key="S"),
        Field("people_count", "涉及人数", "own", make=CountField, key="R"),
        Field("area", "辖区", "words", key="Q"),
    ]


def coming_fields(track: Track) -> list[Field]:
    """How the dispute came in and who takes it."""
    return [
        Field("accepted_on", "受理日期", "date", required=True, key="A"),
        Field("source", "来源", "choice", code_list("intake_source").pairs(), required=True, key="Y"),
        Field("start_way", "启动方式", "choice", track.start_ways, required=True, key="B"),
        Field("found_on", "发现日期", "date", key="U"),
        Field("mediator", "调解员", "words", key="T"),
        Field("assistants", "协办", hint="几个人用“、”隔开", key="E"),
        Field("registrar", "登记人", "words", key="G"),
        Field("room", "调解室", "words", key="W"),
        Field("difficulty", "难度", "choice", code_list("difficulty").pairs(), key="N"),
    ]


def ledger_fields() -> list[Field]:
    """What only the ledger asks for, seldom needed."""
    return [
        Field("death", "有无死亡", "choice", code_list("presence").pairs()),
        Field("migrant_workers", "涉及农民工", "choice", code_list("yes_no").pairs()),
        Field("attribute", "案件属性"),
        Field("special_group", "涉及特殊群体"),
        Field("subsidy_class", "以奖代补评定"),
        Field("remark", "备注", "long", lines=2),
    ]


def type_options() -> list[Option]:
    """The types of the present list, as papers write them."""
    return [(type_title(row.word), type_title(row.word)) for row in code_list("dispute_type").rows]


def type_note(written: str) -> str:
    """Where an older name is counted, or that no list knows a name; "" for one of the list."""
    name = plain_type(written)
    known = code_list("dispute_type")
    if not name or known.key(name) is not None:
        return ""
    key = type_key(name)
    return f"旧类名，统计时归入{type_title(known.word(key))}" if key else "不在 18 类之内，请从列表里选一类"


def start_way_of(source: str) -> str:
    """The way a dispute starts that comes from this source, "" where the source does not tell."""
    row = code_list("intake_source").row(source)
    if row is None:
        return ""
    return "own" if row.extra["ledger"] == "own" else "application"


def split_names(text: str) -> tuple[str, ...]:
    """Several people on one line."""
    for sign in APART:
        text = text.replace(sign, "\n")
    return tuple(name.strip() for name in text.split("\n") if name.strip())


def join_names(names: Sequence[str]) -> str:
    """Several people as one line."""
    return "、".join(names)
