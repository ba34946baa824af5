"""The one way to print: what a case has, in which order, and what is refused."""

import re
from collections.abc import Callable

import pytest

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.press import PaperRef
from mediator.domain.errors import MediatorError, NotFound, Unprintable, WrongUsage
from tests.documents.cases import ended, fullest, in_places, lines_of, matter, smallest, started

Pages = Callable[[bytes], list[str]]


def keys(found: Matter) -> list[str]:
    return [ref.key for ref in press.keys_for(found)]


def bound(found: Matter) -> list[str]:
    return [ref.key for ref in press.keys_for(found) if ref.bound]


def offered(found: Matter) -> list[str]:
    return [ref.key for ref in press.keys_for(found) if not ref.bound]


def without_agreement(outcome: str, *, heard: bool) -> Matter:
    file = ended(smallest(), outcome, reason="other", told_ways=("court",))
    return matter(file if heard else file.model_copy(update={"hearings": ()}))


def test_the_papers_of_a_whole_case_stand_in_dossier_order():
    assert [ref for ref in press.keys_for(matter(fullest())) if ref.bound] == [
        PaperRef("cover", "卷宗封面"),
        PaperRef("contents", "卷内目录"),
        PaperRef("acceptance-register", "人民调解受理登记表"),
        PaperRef("rights-notice", "人民调解当事人权利义务告知书"),
        PaperRef("mandate", "授权委托书", 1),
        PaperRef("mediation-record", "人民调解记录（第1次）", 11),
        PaperRef("mediation-record", "人民调解记录（第2次）", 12),
        PaperRef("agreement", "人民调解协议书"),
        PaperRef("follow-up-record", "人民调解回访记录（第1次）", 21),
        PaperRef("follow-up-record", "人民调解回访记录（第2次）", 22),
        PaperRef("back-cover", "封底"),
    ]


def test_an_application_brings_its_form_and_an_oral_agreement_its_register():
    oral = matter(smallest("oral"))
    assert keys(oral)[2:4] == ["application-form", "acceptance-register"]
    assert "oral-agreement-register" in keys(oral) and "agreement" not in keys(oral)
    assert "application-form" not in keys(matter(started(smallest(), "own")))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (without_agreement("refused", heard=False), ["application-form", "acceptance-register"]),
        (
            without_agreement("failed", heard=True),
            ["application-form", "acceptance-register", "rights-notice", "mediation-record"],
        ),
        (
            without_agreement("terminated", heard=False),
            ["application-form", "acceptance-register", "rights-notice"],
        ),
    ],
    ids=["refused", "failed", "terminated"],
)
def test_a_case_without_agreement_has_only_the_papers_of_its_way(found: Matter, expected: list[str]):
    assert bound(found) == ["cover", "contents", *expected, "back-cover"]


def test_the_national_list_binds_no_notice_but_still_offers_it(pages_of: Pages):
    national = matter(fullest(), dossier_list="national")
    assert "rights-notice" in offered(national)
    bound = "".join(pages_of(press.dossier(national)))
    assert "权利义务告知书" not in bound and "当事人身份证明" not in bound
    assert "人民调解协议书" in bound and "本卷编页文书共" in bound


@pytest.mark.parametrize("found", [matter(smallest()), matter(fullest())], ids=["smallest", "fullest"])
def test_the_contents_tell_on_which_page_each_paper_begins_and_ends(found: Matter, pages_of: Pages):
    data = press.dossier(found)
    pages = pages_of(data)
    rows = [re.fullmatch(r"\d+ (\D+?(?:（第\d[次份]）)?) (\d+)(?:—(\d+))?", row) for row in lines_of(data)[1]]
    listed = [row.groups() for row in rows if row]
    assert len(listed) == len(bound(found)) - 2
    before = 0
    for title, first, last in listed:
        assert int(first) == before + 1
        before = int(last or first)
        for number in range(int(first), before + 1):
            assert re.sub("（第.[次份]）|封底", "", title) in pages[1 + number]
            assert f"第{number}页共{len(pages) - 2}页" in pages[1 + number]
    assert before == len(pages) - 2
    assert f"本卷编页文书共{before}页" in pages[-1]


def test_copies_kept_by_hand_are_listed_without_a_page(pages_of: Pages):
    (contents,) = pages_of(press.paper(matter(smallest()), "contents"))
    assert "4当事人身份证明另附" in contents
    assert "另附" not in "".join(pages_of(press.paper(without_agreement("refused", heard=False), "contents")))


def test_contents_alone_and_bound_are_the_same(pages_of: Pages):
    found = matter(fullest())
    alone = pages_of(press.paper(found, "contents"))[0].removesuffix("第1页共1页")
    assert alone == pages_of(press.dossier(found))[1]
    assert press.paper(found, "dossier") == press.dossier(found)


def test_a_record_without_its_hearing_named_is_all_records(pages_of: Pages):
    found = matter(fullest())
    single = [pages_of(press.paper(found, "mediation-record", one)) for one in (11, 12)]
    assert pages_of(press.paper(found, "mediation-record")) == single[0] + single[1]
    assert "第1次调解" in single[0][0] and "第2次调解" in single[1][0]


def test_agreement_is_the_register_where_the_agreement_is_oral():
    oral = matter(smallest("oral"))
    assert press.paper(oral, "agreement") == press.paper(oral, "oral-agreement-register")


@pytest.mark.parametrize(
    ("found", "key", "subject", "kind", "code"),
    [
        (matter(smallest()), "no-such-form", None, WrongUsage, "form-unknown"),
        (without_agreement("failed", heard=True), "agreement", None, NotFound, "paper-has-no-subject"),
        (matter(smallest()), "oral-agreement-register", None, NotFound, "paper-has-no-subject"),
        (
            without_agreement("refused", heard=False),
            "mediation-record",
            None,
            NotFound,
            "paper-has-no-subject",
        ),
        (matter(smallest()), "mediation-record", 99, NotFound, "paper-has-no-subject"),
        (matter(started(smallest(), "own")), "application-form", None, NotFound, "paper-has-no-subject"),
    ],
)
def test_what_a_case_does_not_have_is_refused_by_name(
    found: Matter, key: str, subject: int | None, kind: type[MediatorError], code: str
):
    with pytest.raises(kind) as refused:
        press.paper(found, key, subject)
    assert refused.value.code == code


def test_a_name_without_a_glyph_is_refused_before_printing():
    file = smallest().model_copy(update={"parties": in_places(("张\U00030190测",))})
    for make in (lambda: press.paper(matter(file), "agreement"), lambda: press.dossier(matter(file))):
        with pytest.raises(Unprintable) as refused:
            make()
        assert refused.value.code == "missing-glyph" and refused.value.values["codepoint"] == "U+30190"


def test_everything_printable_is_listed_with_its_title():
    titles = dict(press.titles())
    assert titles["agreement"] == "人民调解协议书" and titles["dossier"] == "调解卷宗"
    assert set(titles) == {*press.forms(), "dossier"}
