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
    (r"^parties\.", "当事人"),
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
    (r"^papers\.", "文书"),
)
SILENT = {"id", "party_id", "dispute_id", "ordinal", "position", "duty_id", "worded_from", "case_id"}
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
}
# One name of a field, several lists: which one is told by where the field stands.
CODED_BY_PLACE = (
    (r"^agreement\..*\.way$", "payment_way"),
    (r"^agreement\..*\.kind$", "duty_kind"),
    (r"^preventions\..*\.kind$", "prevention"),
    (r"^parties\..*\.kind$", "party_kind"),
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
}


def path_word(path: str, file: CaseFile) -> str:
    """A path in words, "" for what only the program needs."""
    last = path.rpartition(".")[2]
    signer = re.fullmatch(r"agreement\.signing\.parties\.(\d+)", path)
    if signer:
        return f"签名 {file.names((int(signer[1]),)) or '当事人'}"
    if last in SILENT:
        return ""
    group = next((word for pattern, word in GROUPS if re.match(pattern, path)), "")
    part = re.search(r"instalments\.(\d+)\.", path)
    instalment = f"第 {int(part[1]) + 1} 期" if part else ""
    return " ".join(text for text in (group, instalment, FIELDS.get(last, last)) if text)


def value_word(path: str, value: object, file: CaseFile) -> str:
    """A value in words: codes by their words, places by names, 分 as 元."""
    last = path.rpartition(".")[2]
    if value in (None, "", []):
        return "（空）"
    if isinstance(value, bool):
        return "是" if value else "否"
    if last in ("present", "debtors", "creditors") and isinstance(value, list):
        return file.names(tuple(value)) or "（已不在本案的当事人）"
    if last.endswith("_fen") and isinstance(value, int):
        return f"{format_yuan(value)} 元"
    items = value if isinstance(value, list) else [value]
    return "、".join(_code_word(path, str(item), file) or str(item) for item in items)


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
    }
    return told.get(last, {}).get(value, "")
