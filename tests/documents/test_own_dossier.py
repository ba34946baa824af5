"""The office's own order of a dossier: built from either list, bound as it says, refused in words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mediator.codes import word
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.own_dossier import free_copies, free_forms, own_dossier
from mediator.domain.errors import RuleBroken
from mediator.domain.track import DossierItem, all_tracks
from tests.documents.cases import fullest, matter

Pages = Callable[[bytes], list[str]]
LISTS = all_tracks()["people"].dossier_lists
SHORT = (
    DossierItem("调解协议", True, ("agreement",)),
    DossierItem("房屋勘查照片", True),
    DossierItem("录音光盘", False),
    DossierItem("调解笔录", True, ("mediation-record",)),
    DossierItem("申请与登记", True, ("application-form", "acceptance-register")),
)


def owned(*items: DossierItem) -> Matter:
    return matter(fullest(), dossier_list="own", own_dossier=own_dossier(items))


def refused(*items: DossierItem) -> RuleBroken:
    with pytest.raises(RuleBroken) as caught:
        own_dossier(items)
    assert caught.value.field == "own_dossier"
    return caught.value


@pytest.mark.parametrize("start", sorted(LISTS))
def test_a_list_taken_over_as_it_is_binds_the_same_papers(start: str):
    kept = [ref for ref in press.keys_for(matter(fullest(), dossier_list=start)) if ref.bound]
    assert [ref for ref in press.keys_for(owned(*LISTS[start])) if ref.bound] == kept


def test_the_dossier_follows_the_office_s_order_and_names(pages_of: Pages):
    found = owned(*SHORT)
    pages = pages_of(press.dossier(found))
    contents = pages[1]
    lines = (
        "1调解协议1",
        "2房屋勘查照片另附",
        "3调解笔录（第1次）",
        "4调解笔录（第2次）",
        "5人民调解受理登记表",
    )
    places = [contents.index(line) for line in lines]
    assert places == sorted(places)
    assert "录音光盘" not in contents and "封底" not in contents
    assert "人民调解协议书" in pages[2]


def test_contents_alone_say_what_the_bound_ones_say(pages_of: Pages):
    found = owned(*SHORT)
    (alone,) = pages_of(press.paper(found, "contents"))
    assert alone.startswith(pages_of(press.dossier(found))[1])


def test_a_paper_that_no_line_holds_is_offered_and_not_bound():
    found = owned(*SHORT)
    offered = {ref.key for ref in press.keys_for(found) if not ref.bound}
    assert {"rights-notice", "follow-up-record", "back-cover"} <= offered
    assert all(press.paper(found, key).startswith(b"%PDF") for key in offered)


def test_papers_to_choose_from_are_those_that_no_line_holds():
    free = dict(free_forms(SHORT, "people"))
    assert free["rights-notice"] == "人民调解当事人权利义务告知书"
    assert not {"agreement", "cover", "contents"} & set(free)
    assert free_forms(SHORT, "no-such-track") == []


def test_pieces_to_choose_from_are_those_that_no_line_binds():
    assert dict(free_copies(SHORT, "people"))["identity"] == word("attachment_kind", "identity")
    held = [*SHORT, DossierItem("证件", True, copies=("identity",))]
    assert "identity" not in dict(free_copies(held, "people"))
    assert "scan" not in dict(free_copies(SHORT, "people")), "a scan belongs to its paper"


def test_a_line_may_name_a_paper_that_this_program_does_not_know():
    found = owned(DossierItem("将来的文书", False, ("of-a-later-version",)), *SHORT)
    assert "将来的文书" not in str([ref.title for ref in press.keys_for(found)])


@pytest.mark.parametrize("title", ["<b>照片</b>&", "%s", "{法院}", "=1+1", "../x"])
def test_a_title_is_literal_text(title: str, pages_of: Pages):
    assert f"1{title}另附" in pages_of(press.paper(owned(DossierItem(title, True)), "contents"))[0]


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "\n\t", "\x00"])
def test_a_line_without_a_name_is_refused_by_its_place(title: str):
    found = refused(SHORT[0], DossierItem(title, True))
    assert (found.code, found.values) == ("own-dossier-title-missing", {"line": 2})


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ((), "own-dossier-empty"),
        ((SHORT[0], DossierItem("长" * 61, True)), "own-dossier-title-too-long"),
        ((DossierItem("☐照片", True),), "own-dossier-missing-glyph"),
        ((DossierItem("照片", True), DossierItem(" 照片 ", False)), "own-dossier-title-twice"),
        ((*SHORT, DossierItem("又一份协议", True, ("agreement",))), "own-dossier-form-twice"),
        (
            (DossierItem("证件", True, copies=("identity",)), DossierItem("又", False, copies=("identity",))),
            "own-dossier-copies-twice",
        ),
        ((DossierItem("目录", True, ("contents",)),), "own-dossier-form-twice"),
        (tuple(DossierItem(f"第{n}项", False) for n in range(100)), "own-dossier-too-many"),
    ],
)
def test_a_list_that_cannot_be_bound_is_refused(items: tuple[DossierItem, ...], code: str):
    found = refused(*items)
    assert found.code == code
    assert found.values.get("line", len(items)) == len(items)


def test_titles_are_kept_on_one_line():
    (one,) = own_dossier([replace(SHORT[1], title=" 房屋\n勘查\t照片 ")])
    assert one.title == "房屋 勘查 照片"


def test_ninety_nine_long_lines_flow_over_pages(pages_of: Pages):
    items = tuple(DossierItem(f"{n:02}" + "长" * 58, True) for n in range(99))
    text = "".join(pages_of(press.dossier(owned(*items))))
    assert all(item.title in text for item in items)
