"""Short words for things of the domain: verbs of the history, duties, people."""

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
    "inquire": "登记调查",
    "correct-inquiry": "更正调查记录",
    "drop-inquiry": "作废调查记录",
    "talk-apart": "登记单独谈话",
    "correct-talk": "更正单独谈话",
    "drop-talk": "作废单独谈话",
    "extend": "登记延长期限",
    "correct-extension": "更正延长期限",
    "drop-extension": "作废延长期限",
    "replace-mediator": "登记回避更换",
    "correct-replacement": "更正回避更换",
    "drop-replacement": "作废回避更换",
    "supplement": "登记补充协议",
    "correct-supplement": "更正补充协议",
    "drop-supplement": "作废补充协议",
    "sign-supplement": "登记补充协议签名",
    "attach": "添加材料",
    "correct-attachment": "更正材料说明",
    "drop-attachment": "移除材料",
    "order-attachments": "调整材料顺序",
    "state-undisputed": "登记无争议事实",
    "unarchive": "撤回归档",
    "reopen": "恢复调解",
    "change-outcome": "变更结果",
    "mediate-again": "再次调解",
    "remove-case": "移入回收站",
    "restore-case": "从回收站恢复",
    "restore-record": "恢复作废的记录",
    "unsign-paper": "取消文书签名",
    "file-scan": "归入已签文书扫描件",
    "join-series": "归入系列案",
    "leave-series": "移出系列案",
    "merge-people": "合并当事人",
}


def duty_word(file: CaseFile, duty: DutyFacts) -> str:
    """Who owes whom what, in a few words."""
    to = f" → {file.names(duty.creditors)}" if duty.creditors else ""
    money = f" {format_yuan(duty.amount_fen)} 元" if duty.amount_fen is not None else ""
    what = f" {duty.what}" if duty.what else ""
    short = what if len(what) <= 30 else what[:29] + "…"
    return f"{file.names(duty.debtors)}{to}{money}{short}"
