"""What holds for every form: nothing cut, nobody left out, no signature alone, no page of nothing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2
import pytest

from mediator.documents import order, press
from mediator.documents.form import FieldTable, Form, Paper
from mediator.documents.matter import Matter
from mediator.documents.pdf import LaidOut, lay_out
from mediator.documents.typeset.signatures import SignatureBox
from mediator.domain.case import Ending
from mediator.domain.casefile import CaseFile
from tests.documents.cases import KINDS, LATER, fullest, having, in_places, matter, signed, smallest, started

FORMS = sorted(press.forms())
SIGNS = [chr(0x9F00 + n) for n in range(0x30)]  # characters that stand on no form by themselves
LONG = "".join(SIGNS[n * n % 47] for n in range(10_000))


def papers(found: Matter, key: str) -> list[Paper]:
    form = press.forms()[key]
    return [form.compose(found, draft.subject) for draft in order.drafts_of(form, found)]


def laid(found: Matter, key: str) -> Iterator[LaidOut]:
    return map(lay_out, papers(found, key))


def signs_in(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return re.sub(f"[^{''.join(SIGNS)}]", "", text)


def put(file: CaseFile, path: str, value: object) -> CaseFile:
    """The same case with one value changed, named as agreement.duties.0.what."""

    def inside(node, names):
        if not names:
            return value
        name, *rest = names
        if isinstance(node, tuple):
            return tuple(inside(one, rest) if n == int(name) else one for n, one in enumerate(node))
        return node.model_copy(update={name: inside(getattr(node, name), rest)})

    return inside(file, path.split("."))


TEXTS = [
    (
        "parties.0.facts.address",
        "application-form agreement oral-agreement-register confirmation-application",
    ),
    ("parties.0.facts.occupation", "application-form agreement"),
    ("parties.0.facts.ethnicity", "application-form agreement"),
    ("parties.0.facts.name", "application-form agreement rights-notice"),
    ("parties.0.facts.name", "confirmation-application dossier-note receipt urging-letter"),
    ("parties.4.facts.representative", "application-form agreement"),
    ("dispute.summary", "application-form acceptance-register"),
    ("dispute.type_written", "cover acceptance-register"),
    ("case.claims", "application-form"),
    ("case.remark", "acceptance-register"),
    ("archived.remark", "cover dossier-note"),
    ("hearings.0.text", "mediation-record"),
    ("hearings.0.place", "mediation-record"),
    ("hearings.0.helpers", "mediation-record"),
    ("hearings.0.recorder", "mediation-record"),
    ("hearings.0.mediators.0", "mediation-record"),
    ("case.registrar", "acceptance-register"),
    ("agreement.recorder", "agreement oral-agreement-register"),
    ("visits.0.visitor", "follow-up-record"),
    ("committee", "agreement confirmation-application urging-letter"),
    ("agreement.facts", "agreement oral-agreement-register confirmation-application"),
    ("agreement.clauses.0", "agreement oral-agreement-register"),
    ("agreement.performance_text", "agreement oral-agreement-register"),
    ("agreement.duties.1.what", "receipt urging-letter"),
    ("agreement.duties.2.what", "agreement oral-agreement-register urging-letter"),
    ("agreement.duties.2.place", "agreement oral-agreement-register"),
    ("agreement.duties.5.wording", "agreement oral-agreement-register"),
    ("visits.0.situation", "follow-up-record"),
    ("visits.0.visited", "follow-up-record"),
    ("visits.0.escalation", "follow-up-record"),
]


@pytest.mark.parametrize(("path", "key"), [(path, key) for path, keys in TEXTS for key in keys.split()])
def test_ten_thousand_characters_flow_through_whole(path: str, key: str):
    file = started(fullest("oral" if key.startswith("oral") else "written"), "application")
    long = matter(put(file, path, LONG), LATER)
    found = signs_in(press.paper(long, key))
    assert all(page.used <= page.height + 0.02 for one in laid(long, key) for page in one.pages)
    assert LONG in found
    assert found.replace(LONG, "") == ""


def test_a_refusal_s_advice_flows_through_whole():
    ending = Ending(outcome="refused", on=smallest().case.accepted_on, reason="other", reason_text=LONG)
    file = smallest().model_copy(update={"ending": ending, "agreement": None})
    assert signs_in(press.paper(matter(file), "acceptance-register")) == LONG


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", FORMS)
def test_no_signature_stands_alone_and_no_page_is_nearly_empty(key: str, kind: str):
    for one in laid(having(press.forms()[key], kind), key):
        for page in one.pages:
            assert page.used > 0.25 * page.height
            boxes = [placed.box for placed in page.placed]
            assert not boxes or not all(isinstance(box, SignatureBox) for box in boxes)


@pytest.mark.parametrize("key", ["acceptance-register", "agreement", "mediation-record", "rights-notice"])
def test_wherever_the_text_ends_the_signatures_have_text_above_them(key: str):
    for lines in range(0, 30, 3):
        text = "双方各说各的理。" * 4 * lines
        file = put(put(smallest(), "dispute.summary", text), "hearings.0.text", text)
        for one in laid(matter(file), key):
            last = one.pages[-1].placed
            assert len(last) > 1 and isinstance(last[-1].box, SignatureBox), lines


@pytest.mark.parametrize("key", ["application-form", "agreement", "oral-agreement-register"])
def test_the_particulars_of_a_party_stay_on_one_page(key: str):
    names = tuple(f"甲{n}测" for n in range(9))
    file = smallest("oral" if key.startswith("oral") else "written")
    file = file.model_copy(update={"parties": in_places(names[:5], names[5:])})
    (paper,) = papers(matter(file), key)
    (laid_out,) = laid(matter(file), key)
    table = next(block for block in paper.blocks if isinstance(block, FieldTable))
    assert len(table.together) == 9
    grid = next(p.box for page in laid_out.pages for p in page.placed if getattr(p.box, "rows", None))
    bands = [*grid.starts(), len(grid.heights)]
    pieces = [(p.first, p.stop) for page in laid_out.pages for p in page.placed if p.box is grid]
    assert len(pieces) > 1
    for first, stop in table.together:
        assert any(a <= bands[first] and bands[stop] <= b for a, b in pieces)


@pytest.mark.parametrize("key", sorted({*FORMS} - {"cover", "contents", "back-cover"}))
def test_twenty_on_each_side_all_appear(key: str, pages_of: Callable[[bytes], list[str]]):
    names = tuple(f"甲{n:02}测" for n in range(40))
    parties = in_places(names[:20], names[20:])
    found = having(press.forms()[key], "smallest")
    crowded = found.file.model_copy(update={"parties": parties})
    found = replace(found, file=signed(crowded) if crowded.agreement else crowded)
    text = "".join(pages_of(press.paper(found, key)))
    assert all(name in text for name in names)


def place_names(paper: Paper) -> list[str]:
    return [
        f"{place.label}{name}"
        for block in paper.blocks
        for place in getattr(block, "places", ())
        for name in place.names or ("",)
    ]


@pytest.mark.parametrize("key", ["agreement", "oral-agreement-register"])
def test_every_hand_of_an_agreement_has_its_place(key: str):
    (paper,) = papers(having(press.forms()[key], "fullest"), key)
    assert place_names(paper) == [
        "申请人<b>张三",
        "申请人欧阳测试·买买提",
        "申请人a<b & c",
        "被申请人李四测𠮷",
        "被申请人的委托代理人周代<i>测",
        "被申请人=1+1示例物业有限公司",
        "第三人../x",
        "第三人吴小<u>测",
        "第三人=HYPERLINK郑户",
        "第三人代表人冯代一<b>",
        "第三人代表人𠮷代二测",
        "人民调解员王测",
        "人民调解员赵调",
        "人民调解员=1+1",
        "记录人孙记",
        "示例街道示例社区人民调解委员会",
    ]


def test_only_applicants_sign_the_application():
    (paper,) = papers(having(press.forms()["application-form"], "fullest"), "application-form")
    assert place_names(paper) == ["申请人<b>张三", "申请人欧阳测试·买买提", "申请人a<b & c"]


def test_a_failed_sitting_tells_the_other_ways(pages_of: Callable[[bytes], list[str]]):
    file = smallest().model_copy(update={"agreement": None})
    file = put(file, "hearings.0.result", "failed")
    ways = ("arbitration", "court")
    ended = Ending(outcome="failed", on=file.hearings[0].held_on, reason="no-agreement", told_ways=ways)
    record = "".join(pages_of(press.paper(matter(put(file, "ending", ended)), "mediation-record")))
    assert "理由：当事人未能达成一致。" in record
    assert "已告知当事人可以依法通过下列途径维护自己的权利：仲裁、向人民法院提起诉讼。" in record
    still_open = matter(put(file, "ending", Ending()))
    record = "".join(pages_of(press.paper(still_open, "mediation-record")))
    assert "维护自己的权利：________________。" in record


def test_a_termination_that_no_record_tells_stands_in_the_register(
    pages_of: Callable[[bytes], list[str]],
):
    ended = Ending(outcome="terminated", on=smallest().ending.on, reason="sued", told_ways=("court",))
    file = smallest().model_copy(update={"agreement": None, "hearings": (), "ending": ended})
    text = "".join(pages_of(press.paper(matter(file), "acceptance-register")))
    assert "终止调解。理由：当事人已起诉" in text and "向人民法院提起诉讼" in text


def test_an_imported_sum_is_stated_once_and_never_beside_duties(
    pages_of: Callable[[bytes], list[str]],
):
    text = "".join(pages_of(press.paper(matter(smallest()), "agreement")))
    assert text.count("壹万零壹拾元零伍分（¥10,010.05）") == 1
    both = put(fullest(), "agreement.stated_fen", 77)
    assert "¥0.77" not in "".join(pages_of(press.paper(matter(both), "agreement")))


def test_age_is_that_of_the_paper_s_day(pages_of: Callable[[bytes], list[str]]):
    born = smallest().agreement.agreed_on.replace(year=2000)
    file = put(smallest(), "parties.0.facts.birth_date", born)
    text = "".join(pages_of(press.paper(matter(file), "agreement")))
    assert "26岁" in text
    earlier = put(file, "case.accepted_on", file.case.accepted_on.replace(day=1))
    assert "25岁" in "".join(pages_of(press.paper(matter(earlier), "application-form")))


def test_forms_know_their_subjects():
    kinds = {form.key: form.each for form in press.forms().values()}
    assert kinds["mediation-record"] == "hearing" and kinds["follow-up-record"] == "visit"
    assert all(isinstance(form, Form) and form.title for form in press.forms().values())


def test_who_brought_a_refused_dispute_signs_its_register_of_one_page():
    ending = Ending(outcome="refused", on=smallest().case.accepted_on, reason="already-handled")
    file = smallest().model_copy(update={"ending": ending, "agreement": None, "hearings": (), "visits": ()})
    (paper,) = papers(matter(file), "acceptance-register")
    assert place_names(paper) == ["申请人张三测", "登记人", "示例街道示例社区人民调解委员会"]
    (one,) = laid(matter(file), "acceptance-register")
    assert len(one.pages) == 1
