"""The cases of a series as lines of a list, and the words of its steps."""

from mediator.domain.casefile import CaseFile
from mediator.domain.money import format_yuan
from mediator.domain.series import STEPS, SeriesState, left_fen, unsigned, worth_fen
from mediator.domain.stage import standing
from ui.models.rows import Column
from ui.tokens import Tone

STAGE_WORDS = {
    "accepted": ("已登记", Tone.ACCENT),
    "mediating": ("调解中", Tone.ACCENT),
    "agreed": ("待签名盖章", Tone.ATTENTION),
    "performing": ("履行中", Tone.ACCENT),
    "waiting": ("待回访", Tone.ACCENT),  # everything is performed, so it is no longer 履行中
    "followed": ("待归档", Tone.GOOD),
    "closed": ("未达成协议", Tone.QUIET),
    "archived": ("已归档", Tone.QUIET),
}
STEP_WORDS = {
    "hold": "登记调解",
    "agree": "写明协议",
    "fail": "以未达成协议结束",
    "sign": "登记签名盖章",
    "perform": "登记履行",
    "visit": "登记回访",
    "archive": "归档",
}
MARK_WORDS = {
    "name-missing": "没有姓名",
    "twice": "名单里有两行",
    "in-series": "本系列已有此人",
    "amount-unreadable": "金额看不懂",
    "id-length": "证件号码位数不对",
    "id-characters": "证件号码有别的字符",
    "id-birth-date": "证件号码中没有这个生日",
    "id-check-digit": "证件号码末位校验不符",
}


def applicants(file: CaseFile) -> str:
    """Whose case it is."""
    return "、".join(party.name for party in file.of_role("applicant"))


def number_of(file: CaseFile) -> str:
    """The 卷号, or the 案件编码 of a case that has none."""
    return file.dossier_number or file.code


def stage_of(file: CaseFile) -> str:
    """The stage a list of the series shows."""
    stands = standing(file)
    return "waiting" if stands.next_step == "visit" else stands.stage


def lacking(file: CaseFile) -> str:
    """What the next step of a case waits for."""
    step = standing(file).next_step
    if step == "sign":
        return f"还缺 {unsigned(file)} 个签名或印章"
    if step == "perform":
        return f"尚欠 {format_yuan(left_fen(file))} 元" if left_fen(file) else "还有事项没有做完"
    return {
        "hold": f"第 {len(file.hearings) + 1} 次调解",
        "agree": "协议",
        "fail": "登记调解结果",
        "visit": "回访",
        "archive": "归档",
    }.get(step, "")


def series_columns() -> list[Column[CaseFile]]:
    """Who, which number, how much, how far, what comes next."""
    return [
        Column("申请人", applicants, 9),
        Column("卷号", number_of, 14, tip=lambda file: f"案件编码 {file.code}"),
        Column("金额（元）", _worth, 8, right=True),
        Column(
            "进展",
            lambda file: STAGE_WORDS[stage_of(file)][0],
            9,
            tone=lambda file: STAGE_WORDS[stage_of(file)][1],
        ),
        Column("还缺", lacking, 12),
    ]


def stage_counts(state: SeriesState) -> str:
    """How many are at which stage, in words."""
    stages = [stage_of(file) for file in state.files]
    return " · ".join(
        f"{word} {stages.count(key)}" for key, (word, _) in STAGE_WORDS.items() if key in stages
    )


def steps_open(state: SeriesState) -> list[tuple[str, str]]:
    """(step, word with the number of cases) of every step that some case waits for."""
    counted = [(step, len(state.in_step(step))) for step in STEPS]
    return [(step, f"{STEP_WORDS[step]}（{number} 件）") for step, number in counted if number]


def _worth(file: CaseFile) -> str:
    worth = worth_fen(file)
    return "" if worth is None else format_yuan(worth)
