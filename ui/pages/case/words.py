"""Short words of the case page for things of the domain."""

from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts
from mediator.domain.money import format_yuan

VERBS = {
    "accept": "登记受理",
    "correct-intake": "更正登记",
    "refuse": "不予受理",
    "correct-refusal": "更正不予受理",
    "settle-at-once": "当场调解成功",
    "hold-hearing": "登记调解",
    "correct-hearing": "更正调解记录",
    "drop-hearing": "作废调解记录",
    "agree": "写明协议",
    "correct-agreement": "更正协议",
    "take-back-agreement": "撤回协议",
    "sign": "登记签名盖章",
    "end-without": "以未达成协议结束",
    "open-again": "撤回结束",
    "perform": "登记履行",
    "correct-performance": "更正履行记录",
    "drop-performance": "作废履行记录",
    "visit": "登记回访",
    "correct-visit": "更正回访记录",
    "drop-visit": "作废回访记录",
    "close-facts": "登记结案事项",
    "archive": "归档",
    "print": "打印文书",
    "sign-paper": "登记文书签名",
    "import": "由台账导入",
}


def duty_word(file: CaseFile, duty: DutyFacts) -> str:
    """Who owes whom what, in a few words."""
    to = f" → {file.names(duty.creditors)}" if duty.creditors else ""
    money = f" {format_yuan(duty.amount_fen)} 元" if duty.amount_fen is not None else ""
    what = f" {duty.what}" if duty.what else ""
    short = what if len(what) <= 30 else what[:29] + "…"
    return f"{file.names(duty.debtors)}{to}{money}{short}"
