"""The papers of what happens on the way: who stands on them, what they promise, and nothing untrue."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mediator.documents import order, press
from mediator.documents.form import Place
from mediator.documents.matter import Matter
from mediator.documents.pdf import lay_out
from mediator.domain.case import Ending
from mediator.domain.casefile import CaseFile
from mediator.domain.supplement import Supplement
from tests.documents.cases import ended, matter, on_the_way, signed, smallest
from tests.documents.test_forms import LONG, put, signs_in
from tests.documents.way import LATER, little

Pages = Callable[[bytes], list[str]]
AGREED, FAILED, GOING = (matter(file) for file in on_the_way("fullest"))


def text(found: Matter, key: str, pages_of: Pages, subject: int | None = None) -> str:
    return "".join(pages_of(press.paper(found, key, subject)))


def places(found: Matter, key: str, number: int = 0) -> list[Place]:
    form = press.forms()[key]
    made = form.compose(found, order.drafts_of(form, found)[number].subject)
    return [place for block in made.blocks for place in getattr(block, "places", ())]


def changed(found: Matter, path: str, value: object) -> Matter:
    return replace(found, file=put(found.file, path, value))


@pytest.mark.parametrize(
    ("key", "path", "found"),
    [
        ("mandate", "parties.0.agents.0.name", AGREED),
        ("mandate", "parties.0.agents.0.limits", AGREED),
        ("mandate", "parties.0.agents.0.address", AGREED),
        ("inquiry-record", "inquiries.0.text", AGREED),
        ("inquiry-record", "inquiries.0.about", AGREED),
        ("inquiry-record", "inquiries.0.present", AGREED),
        ("evidence-list", "attachments.0.title", AGREED),
        ("evidence-list", "attachments.0.proves", AGREED),
        ("evidence-list", "attachments.0.note", AGREED),
        ("supplementary-agreement", "supplements.0.reason", AGREED),
        ("supplementary-agreement", "supplements.0.clauses.0", AGREED),
        ("undisputed-facts", "undisputed.facts.0", FAILED),
        ("extension-consent", "extensions.0.reason", AGREED),
        ("mediator-withdrawal", "replacements.0.grounds", AGREED),
        ("dossier-note", "decisions.0.reason", AGREED),
        ("meeting-notice", "hearings.1.next_place", GOING),
    ],
)
def test_ten_thousand_characters_flow_through_whole(key: str, path: str, found: Matter):
    assert LONG in signs_in(press.paper(changed(found, path, LONG), key))


def test_each_agent_has_a_mandate_and_a_guardian_needs_none():
    refs = [ref for ref in press.keys_for(AGREED) if ref.key == "mandate"]
    assert [ref.title for ref in refs] == [f"授权委托书（第{n}份）" for n in (1, 2, 3)]
    assert all(ref.bound for ref in refs)
    assert len({ref.subject_id for ref in refs}) == 3
    form = press.forms()["mandate"]
    made = [form.compose(AGREED, draft.subject) for draft in order.drafts_of(form, AGREED)]
    assert [len(lay_out(one).pages) for one in made] == [1, 1, 1]


def test_principal_and_agent_sign_a_mandate_and_its_powers_are_ticked(pages_of: Pages):
    assert [(one.label, one.names) for one in places(AGREED, "mandate")] == [
        ("委托人", ("<b>张三",)),
        ("受委托人", ("庚<代> & 测",)),
    ]
    told = text(AGREED, "mandate", pages_of, 91)
    assert "■特别授权" in told and "□一般代理" in told and "■代为收取款物" in told
    assert "□代为申请司法确认" in told and "低于5000元" in told
    assert "自2026年10月9日起至2026年10月26日止" in told


def test_a_blank_mandate_is_offered_until_the_case_is_refused(pages_of: Pages):
    bare = matter(ended(smallest(), ""))
    (ref,) = (ref for ref in press.keys_for(bare) if ref.key == "mandate")
    assert not ref.bound and ref.subject_id is None
    assert "■" not in text(bare, "mandate", pages_of)
    refused = matter(ended(smallest(), "refused", reason="other"))
    assert "mandate" not in {one.key for one in press.keys_for(refused)}


def test_who_was_asked_is_named_even_where_only_the_party_is_known():
    asked = [place.names for place in places(AGREED, "inquiry-record", 1) if place.label == "被调查人"]
    assert asked == [("李四测𠮷",)]
    labels = [place.label for place in places(AGREED, "inquiry-record")]
    assert labels == ["调查人", "被调查人", "参加人", "记录人"]


def test_everyone_who_handed_something_in_signs_the_list(pages_of: Pages):
    givers = [place.names for place in places(AGREED, "evidence-list") if place.label == "提交人"]
    assert givers == [("<b>张三",), ("=1+1示例物业有限公司",)]
    assert text(AGREED, "evidence-list", pages_of).count("另附") == 4


def test_a_supplement_says_what_ends_what_is_new_and_which_agreement_it_changes(pages_of: Pages):
    told = text(AGREED, "supplementary-agreement", pages_of, 61)
    assert "原协议编号：（2026）示例人调字第2号" in told
    assert "一、原协议第五项不再履行：" in told and "交付维修记录一份。" in told
    assert "履行以下义务：清理<楼道>。" in told and "三、其他约定不变。" in told
    assert "不再履行" not in text(AGREED, "supplementary-agreement", pages_of, 62)
    agreement = text(AGREED, "agreement", pages_of)
    assert "清理<楼道>" not in agreement and "交付维修记录一份" in agreement


def test_a_supplement_is_signed_like_its_agreement():
    def hands(key: str) -> list[tuple[str, tuple[str, ...]]]:
        return [(place.label, place.names) for place in places(AGREED, key)]

    assert hands("supplementary-agreement") == hands("agreement")


def test_a_duty_of_a_later_supplement_is_named_by_it(pages_of: Pages):
    file = AGREED.file
    third = Supplement(id=63, ordinal=3, agreed_on=LATER)
    duties = tuple(
        one.model_copy(update={"ended_by": 63}) if one.supplement_id else one
        for one in (file.agreement.duties if file.agreement else ())
    )
    found = changed(changed(AGREED, "supplements", (*file.supplements, third)), "agreement.duties", duties)
    assert "原第一份补充协议第一项不再履行：" in text(found, "supplementary-agreement", pages_of, 63)


def test_the_materials_for_the_court_name_a_supplement(pages_of: Pages):
    assert "2.补充协议书；" in text(matter(little(signed(smallest()))), "confirmation-application", pages_of)
    assert "补充协议书" not in text(matter(signed(smallest())), "confirmation-application", pages_of)


def test_undisputed_facts_cite_no_local_rule_and_are_none_once_there_is_an_agreement(pages_of: Pages):
    told = text(FAILED, "undisputed-facts", pages_of)
    assert "一、漏水<发生>在3号楼。" in told
    assert not any(word in told for word in ("《", "条例", "条规定", "深圳", "山东", "免除", "证据"))
    both = changed(AGREED, "undisputed", FAILED.file.undisputed)
    assert "undisputed-facts" not in {ref.key for ref in press.keys_for(both)}


def test_each_extension_begins_where_the_one_before_it_ended(pages_of: Pages):
    first, second = (text(AGREED, "extension-consent", pages_of, one) for one in (41, 42))
    assert "调解期限至2026年11月5日届满" in first and "延长至2026年11月20日" in first
    assert "调解期限至2026年11月20日届满" in second and "延长至2026年11月30日" in second
    signing = [place.names for place in places(AGREED, "extension-consent", 1) if place.label == "申请人"]
    assert ("<b>张三",) in signing and ("a<b & c",) not in signing


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (51, ("李四测𠮷于2026年10月9日申请人民调解员赵调回避", "同意赵调回避", "由人民调解员钱新测参加调解")),
        (52, ("不同意回避，由赵调继续参加",)),
        (53, ("人民调解员赵调于2026年10月9日提出自行回避", "同意赵调回避")),
        (54, ("决定更换人民调解员，赵调不再参加", "理由：系申请人近亲属&邻居。")),
        (55, ("赵调已经离岗", "理由：调离<本社区>。")),
    ],
)
def test_each_way_of_leaving_reads_as_it_was(number: int, said: tuple[str, ...], pages_of: Pages):
    told = text(AGREED, "mediator-withdrawal", pages_of, number)
    assert all(one in told for one in said)
    assert ("申请：" in told) == (number in (51, 52, 53))
    assert ("钱新测" in told) == (number != 52)


def test_the_notice_calls_to_the_sitting_a_hearing_was_adjourned_to(pages_of: Pages):
    told = text(GOING, "meeting-notice", pages_of)
    assert "2026年11月11日14:30" in told and "<示例>现场" in told
    over = changed(GOING, "hearings.1.result", "failed")
    assert "2026年11月11日" not in text(over, "meeting-notice", pages_of)


def test_a_termination_tells_until_when_the_time_was_extended(pages_of: Pages):
    assert "经当事人同意延长至2026年11月30日。" in text(FAILED, "termination-notice", pages_of)
    plain = changed(FAILED, "extensions", ())
    assert "延长" not in text(plain, "termination-notice", pages_of)


def test_the_dossier_note_tells_decisions_but_not_the_recycle_bin(pages_of: Pages):
    told = text(AGREED, "dossier-note", pages_of)
    assert "恢复调解，理由：原因<reopened>。" in told and "变更调解结果" in told
    assert "本案是案件2026-00009同一纠纷的再次调解。" in told and "回收站" not in told
    nothing = text(matter(smallest()), "dossier-note", pages_of)
    assert "办理情况" not in nothing


@pytest.mark.parametrize("path", ["inquiries", "extensions", "replacements", "supplements", "attachments"])
def test_what_did_not_happen_has_no_paper(path: str):
    keys = {ref.key for ref in press.keys_for(AGREED)}
    gone = {ref.key for ref in press.keys_for(changed(AGREED, path, ()))}
    assert len(keys - gone) == 1


def test_papers_of_the_way_stand_in_the_lines_of_both_lists():
    for chosen, expected in (
        ("extended", ["mandate", "inquiry-record", "evidence-list", "mediation-record"]),
        ("national", ["inquiry-record", "evidence-list", "mediation-record", "extension-consent"]),
    ):
        settings = AGREED.settings.model_copy(update={"dossier_list": chosen})
        refs = press.keys_for(replace(AGREED, settings=settings))
        bound = list(dict.fromkeys(ref.key for ref in refs if ref.bound))
        assert [key for key in bound if key in expected] == expected
        assert bound.index("supplementary-agreement") == bound.index("agreement") + 1


def test_a_case_without_agreement_binds_its_undisputed_facts_behind_the_records():
    bound = [ref.key for ref in press.keys_for(FAILED) if ref.bound]
    assert bound[bound.index("mediation-record") + 2] == "undisputed-facts"


def test_a_refused_case_prints_without_the_way(pages_of: Pages):
    file: CaseFile = ended(smallest(), "").model_copy(update={"ending": Ending(outcome="refused")})
    assert pages_of(press.dossier(matter(file)))
