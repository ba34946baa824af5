"""The settings of the office as fields: each with its default and where that comes from."""

from collections.abc import Callable
from typing import Any

from mediator.codes import code_list
from mediator.domain.office import Settings
from mediator.rules import limit_rules
from ui.widgets.count_edit import CountField
from ui.widgets.entry import TextField
from ui.widgets.form_field import Field
from ui.widgets.pattern_edit import PatternField

BANDS = ("band_low", "band_middle", "band_high")
BASES = (("accepted", "按受理日期"), ("concluded", "按办结日期"))
LISTS = (("extended", "13 项（扩充目录）"), ("national", "9 项（2010 年目录）"), ("own", "本单位目录"))


def setting_fields(example: Callable[[str], str]) -> list[Field]:
    """All fields; `example` makes the number that a pattern gives."""
    default = Settings()
    return [
        Field("heading_numbers", "编号", kind="heading"),
        _pattern(
            "dossier_pattern", "卷号", example, default.dossier_pattern, "2010 年人民调解文书格式的卷号写法"
        ),
        _pattern("code_pattern", "案件编码", example, default.code_pattern, "本程序约定，全单位唯一"),
        Field("heading_counts", "统计", kind="heading"),
        _choice("basis", "统计口径", BASES, default.basis, "本程序约定，各地不一；印在每张报表上"),
        _count("cut_day", "统计月起始日", "日", default.cut_day, "自然月；有的地方从 21 日或 26 日起算"),
        _count("due_day", "报送日（次月）", "日", default.due_day, "本程序约定，以上级通知为准"),
        _count(
            "band_low", "人数分档一", "人", default.band_edges[0], "报表只写 50、100、500，满该数算入上一档"
        ),
        _count("band_middle", "人数分档二", "人", default.band_edges[1], "同上"),
        _count("band_high", "人数分档三", "人", default.band_edges[2], "同上"),
        Field("heading_limits", "期限", kind="heading"),
        _count("mediation_months", "调解期限", "个月", default.mediation_months, _law("mediation")),
        _count("follow_up_days", "回访", "日", default.follow_up_days, _law("follow-up")),
        Field("heading_dossier", "案卷", kind="heading"),
        _choice(
            "dossier_list",
            "卷内目录",
            LISTS,
            default.dossier_list,
            "9 项为 2010 年文书格式，13 项为地方扩充，本单位目录在下面编辑",
        ),
        _choice(
            "retention",
            "保管期限（默认）",
            code_list("retention").pairs(),
            default.retention,
            code_list("retention").source,
        ),
        Field("heading_hands", "报表落款", kind="heading"),
        _text("signer", "单位负责人／签发人", "空着就在报表上留出签字的地方"),
        _text("reviewer", "审核人", "同上"),
        _text("preparer", "填报人／制表人", "同上"),
    ]


def to_form(settings: Settings) -> dict[str, Any]:
    """Settings as the form shows them."""
    bands = dict(zip(BANDS, settings.band_edges, strict=True))
    return {**settings.model_dump(exclude={"band_edges"}), **bands}


def from_form(values: dict[str, Any], before: Settings) -> Settings:
    """What the form holds as settings."""
    known = {name: value for name, value in values.items() if name in Settings.model_fields}
    edges = tuple(values[name] for name in BANDS)
    return Settings.model_validate({**before.model_dump(), **known, "band_edges": edges})


def _source(default: str, source: str) -> str:
    return f"默认 {default}；来源：{source}" if default else source


def _law(key: str) -> str:
    """The article of a limit and how sure it is, as the rules hold them."""
    rule = next(rule for rule in limit_rules("people") if rule.key == key)
    return f"{rule.article}（{rule.sure}）"


def _pattern(name: str, label: str, example: Callable[[str], str], default: str, source: str) -> Field:
    hint = _source(default, source)
    return Field(name, label, "own", required=True, wide=True, hint=hint, make=lambda: PatternField(example))


def _choice(name: str, label: str, options: tuple[tuple[str, str], ...], default: str, source: str) -> Field:
    return Field(name, label, "choice", options, _source(dict(options)[default], source), required=True)


def _count(name: str, label: str, unit: str, default: int, source: str) -> Field:
    hint = _source(f"{default} {unit}", source)
    return Field(name, label, "own", required=True, hint=hint, make=lambda: CountField(unit=unit))


def _text(name: str, label: str, source: str) -> Field:
    return Field(name, label, "own", hint=source, make=TextField)
