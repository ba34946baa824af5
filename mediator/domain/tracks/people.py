"""People's mediation: 人民调解法 (2010), 司法部令第75号 (2002) and the 2010 document set."""

from mediator.domain.track import DossierItem, Reason, Track

MEDIATION_LAW = "《人民调解法》"
RULE_2002 = "《人民调解工作若干规定》（2002）"

REFUSALS = (
    Reason(
        "special-organ",
        "法律、法规规定只能由专门机关管辖处理，或者禁止采用民间调解方式解决",
        f"{RULE_2002}第二十二条",
        "向有管辖权的专门机关申请处理",
    ),
    Reason(
        "already-handled",
        "人民法院、公安机关或者其他行政机关已经受理或者解决",
        f"{RULE_2002}第二十二条",
        "由已受理的机关继续处理；对处理结果不服的，依该程序救济",
    ),
    Reason(
        "party-refuses",
        "一方当事人明确拒绝调解",
        f"{MEDIATION_LAW}第十七条",
        "可以依法通过仲裁、行政、司法等途径维护权利",
    ),
    Reason("not-civil", "不属于民间纠纷", "本单位常用", "向有权处理的机关或者部门反映"),
    Reason("no-clear-party", "没有明确的被申请人或者请求", "本单位常用", "补充明确后可以再次申请"),
    Reason("other", "其他", "本单位常用"),
)

CLOSINGS = (
    Reason("no-agreement", "当事人未能达成一致", f"{MEDIATION_LAW}第二十六条"),
    Reason("party-withdraws", "当事人要求终止调解", f"{MEDIATION_LAW}第二十三条"),
    Reason("party-absent", "当事人无正当理由不参加调解", "本单位常用"),
    Reason("over-time", "调解期限届满未达成协议且未同意延长", f"{RULE_2002}第三十三条"),
    Reason("sued", "当事人已起诉、申请仲裁或者由行政机关处理", "本单位常用"),
    Reason("other", "其他", "本单位常用"),
)

APPLICATION = ("application-form", "acceptance-register")
AGREEMENT = ("agreement", "oral-agreement-register", "supplementary-agreement")
# What is written on the way has no line of its own in either list: it goes with the records.
RECORDS = ("mediation-record", "undisputed-facts", "extension-consent", "mediator-withdrawal")

NATIONAL = (
    DossierItem("人民调解申请书／人民调解受理登记表", True, APPLICATION),
    DossierItem("人民调解调查记录", False, ("inquiry-record",)),
    DossierItem(
        "人民调解证据材料", False, ("evidence-list",), ("evidence", "identity", "mandate", "voucher", "other")
    ),
    DossierItem("人民调解记录", True, RECORDS),
    DossierItem("人民调解协议书／人民调解口头协议登记表", True, AGREEMENT),
    DossierItem("人民调解回访记录", False, ("follow-up-record",)),
    DossierItem("司法确认有关材料", False, ("confirmation-application",), ("confirmation",)),
    DossierItem("卷宗情况说明", False, ("dossier-note",)),
    DossierItem("封底", True, ("back-cover",)),
)

EXTENDED = (
    DossierItem("人民调解申请书／人民调解受理登记表", True, APPLICATION),
    DossierItem("人民调解当事人权利义务告知书", True, ("rights-notice",)),
    DossierItem("当事人身份证明", True, (), ("identity",)),
    DossierItem("授权委托书", False, ("mandate",), ("mandate",)),
    DossierItem("人民调解调查记录", False, ("inquiry-record",)),
    DossierItem("人民调解证据材料", False, ("evidence-list",), ("evidence", "other")),
    DossierItem("人民调解记录", True, RECORDS),
    DossierItem("人民调解协议书／人民调解口头协议登记表", True, AGREEMENT),
    DossierItem("收条或汇款单等履行凭证", False, ("receipt",), ("voucher",)),
    DossierItem("人民调解回访记录", False, ("follow-up-record",)),
    DossierItem("司法确认有关材料", False, ("confirmation-application",), ("confirmation",)),
    DossierItem("卷宗情况说明", False, ("dossier-note",)),
    DossierItem("封底", True, ("back-cover",)),
)

TRACK = Track(
    key="people",
    word="人民调解",
    stages=(
        ("accepted", "登记"),
        ("mediating", "调解"),
        ("agreed", "协议"),
        ("performing", "履行"),
        ("followed", "回访"),
        ("archived", "归档"),
    ),
    start_ways=(("application", "当事人申请"), ("own", "人民调解委员会主动调解")),
    refusal_reasons=REFUSALS,
    closing_reasons=CLOSINGS,
    dossier_lists={"national": NATIONAL, "extended": EXTENDED},
)
