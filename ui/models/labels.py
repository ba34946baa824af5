"""Words for the paths and values of the change trail."""

import re

from mediator.codes import code_list
from mediator.documents import press
from mediator.domain.casefile import CaseFile
from mediator.domain.money import format_yuan
from mediator.domain.track import all_tracks

GROUPS = (
    (r"^dispute\.", "纠纷"),
    (r"^case\.", "登记"),
    (r"^parties\.\d+\.agents\.", "代理人"),
    (r"^parties\.", "当事人"),
    (r"^inquiries\.", "调查"),
    (r"^caucuses\.", "单独谈话（不入卷）"),
    (r"^extensions\.", "延长期限"),
    (r"^replacements\.", "回避更换"),
    (r"^supplements\.\d+\.signing\.", "补充协议签名"),
    (r"^supplements\.", "补充协议"),
    (r"^attachments\.", "材料"),
    (r"^undisputed\.", "无争议事实"),
    (r"^decisions\.", "决定"),
    (r"^removed\.", "回收站"),
    (r"^series\.", "系列案"),
    (r"^hearings\.", "调解"),
    (r"^agreement\.duties\.\d+\.performed\.", "履行"),
    (r"^agreement\.duties\.", "义务"),
    (r"^agreement\.signing\.", "签名"),
    (r"^agreement\.", "协议"),
    (r"^visits\.", "回访"),
    (r"^ending\.", "结果"),
    (r"^confirmation\.", "司法确认"),
    (r"^preventions\.", "预防"),
    (r"^archived\.", "归档"),
    (r"^papers\.[^.]+\.seals\.", "文书封存"),
    (r"^papers\.", "文书"),
)
SILENT = {
    *("id", "party_id", "person_id", "dispute_id", "previous_id", "supplement_id", "duty_id", "case_id"),
    *("ordinal", "position", "worded_from", "paper_subject"),
}
CODED = {
    "source": "intake_source",
    "difficulty": "difficulty",
    "outcome": "outcome",
    "role": "party_role",
    "sex": "sex",
    "id_type": "id_type",
    "result": "hearing_result",
    "satisfaction": "satisfaction",
    "state": "confirmation",
    "retention": "retention",
    "transformed": "transformed",
    "way": "visit_way",
    "form": "agreement_form",
    "stated_performance": "performance",
    "death": "presence",
    "migrant_workers": "yes_no",
    "told_ways": "other_way",
    "committee_kind": "committee_kind",
    "why": "replacement_reason",
    "mandate": "mandate",
    "powers": "agent_power",
    "capacity": "capacity",
}
PLACES = {"present", "debtors", "creditors", "parties", "party", "agreed_by", "asked_by"}
# One name of a field, several lists: which one is told by where the field stands.
CODED_BY_PLACE = (
    (r"^agreement\..*\.way$", "payment_way"),
    (r"^agreement\..*\.kind$", "duty_kind"),
    (r"^preventions\..*\.kind$", "prevention"),
    (r"^parties\..*\.agents\..*\.kind$", "agent_kind"),
    (r"^attachments\..*\.kind$", "attachment_kind"),
    (r"^attachments\..*\.form$", "evidence_form"),
    (r"^decisions\..*\.kind$", "decision_kind"),
    (r"^parties\..*\.kind$", "party_kind"),
)
# One name of a field, several words: which one is told by where the field stands.
FIELDS_BY_PLACE = (
    (r"^parties\..*\.agents\..*\.until_on$", "授权截止"),
    (r"^extensions\..*\.agreed_on$", "约定日期"),
    (r"^supplements\..*\.agreed_on$", "签订日期"),
    (r"^supplements\..*\.clauses$", "约定条款"),
    (r"^replacements\..*\.on$", "决定日期"),
    (r"^(replacements|decisions)\..*\.kind$", "种类"),
    (r"^(decisions|removed)\.(.*\.)?by$", "经办人"),
    (r"^attachments\..*\.(party)$", "提交人"),
    (r"^attachments\..*\.form$", "形式"),
    (r"^inquiries\..*\.(party)$", "被调查的当事人"),
    (r"^inquiries\..*\.present$", "在场人"),
    (r"^inquiries\..*\.text$", "调查记录"),
    (r"^caucuses\..*\.text$", "谈话要点"),
    (r"^caucuses\..*\.parties$", "谈话对象"),
    (r"^undisputed\.facts$", "内容"),
    (r"^series\.name$", "名称"),
    (r"^attachments\..*\.note$", "备注"),
)
FIELDS = {
    "code": "案号",
    "dossier_number": "卷号",
    "dispute_code": "纠纷编码",
    "committee": "调委会",
    "committee_kind": "调委会种类",
    "type_written": "纠纷类型",
    "happened_on": "发生日期",
    "found_on": "发现日期",
    "place": "地点",
    "area": "辖区",
    "people_count": "涉及人数",
    "summary": "纠纷简要情况",
    "track": "调解种类",
    "start_way": "启动方式",
    "source": "来源",
    "accepted_on": "受理日期",
    "room": "调解室",
    "registrar": "登记人",
    "mediator": "调解员",
    "assistants": "协办调解员",
    "difficulty": "难度",
    "claims": "申请事项",
    "death": "有无死亡",
    "attribute": "案件属性",
    "special_group": "特殊群体",
    "migrant_workers": "农民工",
    "subsidy_class": "以奖代补评定",
    "remark": "备注",
    "outcome": "结果",
    "on": "日期",
    "reason": "原因",
    "reason_text": "说明",
    "told_ways": "已告知途径",
    "transformed": "纠纷转化",
    "state": "情况",
    "kind": "种类",
    "people": "人数",
    "by": "立卷人",
    "retention": "保管期限",
    "role": "地位",
    "name": "姓名或名称",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生日期",
    "id_type": "证件种类",
    "id_number": "证件号码",
    "occupation": "职业或职务",
    "phone": "联系方式",
    "address": "单位或住址",
    "representative": "法定代表人",
    "representative_title": "法定代表人职务",
    "held_on": "日期",
    "began": "开始时间",
    "ended": "结束时间",
    "present": "到场当事人",
    "helpers": "参加人",
    "mediators": "调解员",
    "recorder": "记录人",
    "rights_told": "已告知权利义务",
    "text": "调解记录",
    "result": "本次结果",
    "form": "协议形式",
    "agreed_on": "达成日期",
    "facts": "事实和争议事项",
    "clauses": "其他条款",
    "performance_text": "履行方式、时限",
    "stated_fen": "协议金额",
    "stated_performance": "履行情况",
    "number": "协议编号",
    "debtors": "义务人",
    "creditors": "权利人",
    "what": "内容",
    "amount_fen": "金额",
    "instalments": "分期",
    "due_on": "期限",
    "way": "方式",
    "wording": "条款文字",
    "complete": "已完成",
    "performed": "履行记录",
    "hearings": "调解记录",
    "visits": "回访记录",
    "preventions": "预防情况",
    "papers": "文书记录",
    "agreement": "协议",
    "parties": "当事人",
    "duties": "义务",
    "note": "说明",
    "mediator_on": "调解员签名日期",
    "recorder_on": "记录人签名日期",
    "sealed_on": "盖章日期",
    "visitor": "回访人",
    "visited": "回访对象",
    "situation": "回访情况",
    "satisfaction": "满意度",
    "escalation": "激化迹象",
    "key": "文书",
    "subject_id": "所属记录",
    "printed_at": "打印时间",
    "sha256": "内容指纹",
    "signed_on": "签名日期",
    "next_on": "择日再次调解",
    "next_began": "再次调解时间",
    "next_place": "再次调解地点",
    "ended_by": "被补充协议终止",
    "asked": "被调查人",
    "about": "被调查人情况",
    "askers": "调查人",
    "until_on": "延长至",
    "agreed_by": "同意的当事人",
    "leaving": "离开的调解员",
    "coming": "接替的调解员",
    "why": "原因",
    "asked_by": "申请人",
    "asked_on": "申请日期",
    "grounds": "理由",
    "granted": "准许",
    "decided_by": "决定人",
    "title": "名称",
    "received_on": "收到日期",
    "pages": "页数",
    "proves": "证明什么",
    "turn": "旋转角度",
    "paper_key": "对应文书",
    "paper_version": "对应文书版本",
    "file_name": "文件名",
    "media_type": "文件类型",
    "size": "文件大小（字节）",
    "added_at": "添加时间",
    "opened_on": "立案日期",
    "previous_code": "前案案号",
    "members": "人数",
    "capacity": "行为能力",
    "relation": "与当事人的关系",
    "mandate": "代理权限",
    "powers": "特别授权事项",
    "limits": "权限限制",
    "from_on": "授权开始",
    "agents": "代理人",
    "version": "版本",
    "sealed_at": "封存时间",
    "who": "封存人",
    "seals": "封存的版本",
    "inquiries": "调查记录",
    "caucuses": "单独谈话",
    "extensions": "延长期限",
    "replacements": "回避更换",
    "supplements": "补充协议",
    "attachments": "材料",
    "decisions": "决定",
    "series": "系列案",
}


def path_word(path: str, file: CaseFile) -> str:
    """A path in words, "" for what only the program needs."""
    last = path.rpartition(".")[2]
    signer = re.fullmatch(r"(agreement|supplements\.\d+)\.signing\.parties\.(\d+)", path)
    if signer:
        which = "签名" if signer[1] == "agreement" else "补充协议签名"
        return f"{which} {file.names((int(signer[2]),)) or '当事人'}"
    if last in SILENT or last.isdigit():
        return ""
    group = next((word for pattern, word in GROUPS if re.match(pattern, path)), "")
    part = re.search(r"instalments\.(\d+)\.", path)
    instalment = f"第 {int(part[1]) + 1} 期" if part else ""
    return " ".join(text for text in (group, instalment, _field_word(path)) if text)


def _field_word(path: str) -> str:
    """The word of a field, told by its place where its name alone does not tell it."""
    last = path.rpartition(".")[2]
    by_place = next((word for pattern, word in FIELDS_BY_PLACE if re.match(pattern, path)), "")
    return by_place or FIELDS.get(last, "其他内容")


def value_word(path: str, value: object, file: CaseFile) -> str:
    """A value in words: codes by their words, places by names, 分 as 元."""
    last = path.rpartition(".")[2]
    if value in (None, "", []):
        return "（空）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if last in PLACES and isinstance(value, list):
        return file.names(tuple(value)) or "（已不在本案的当事人）"
    if last in PLACES and isinstance(value, int):
        return file.names((value,)) or "（已不在本案的当事人）"
    if last == "ended_by":
        return _supplement_word(value, file)
    if last.endswith("_fen") and isinstance(value, int):
        return f"{format_yuan(value)} 元"
    items = value if isinstance(value, list) else [value]
    return "、".join(_code_word(path, str(item), file) or str(item) for item in items)


def _supplement_word(value: object, file: CaseFile) -> str:
    found = next((one for one in file.supplements if one.id == value), None)
    return f"补充协议 {found.agreed_on:%Y-%m-%d}" if found else "（已作废的补充协议）"


def _code_word(path: str, value: str, file: CaseFile) -> str:
    """The word of a coded value, "" for one that no list holds."""
    last, track = path.rpartition(".")[2], all_tracks()[file.case.track]
    by_place = next((name for pattern, name in CODED_BY_PLACE if re.match(pattern, path)), "")
    if by_place or last in CODED:
        return code_list(by_place or CODED[last]).word(value)
    reason = track.reason(value)
    told = {
        "track": {track.key: track.word},
        "start_way": dict(track.start_ways),
        "reason": {reason.key: reason.word} if reason else {},
        "key": dict(press.titles()),
        "paper_key": dict(press.titles()),
    }
    return told.get(last, {}).get(value, "")
