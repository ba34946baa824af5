"""The notices of the committee: when each is offered, whom it addresses, and that it says nothing untrue."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.casefile import CaseFile, PaperMark
from tests.documents.cases import ended, fullest, in_places, matter, smallest, started

Pages = Callable[[bytes], list[str]]
NOTICES = {"acceptance-notice", "meeting-notice", "refusal-notice", "termination-notice"}
SIGNS = "".join(chr(0x9F00 + n * n % 47) for n in range(10_000))


def offered(found: Matter) -> set[str]:
    refs = {ref for ref in press.keys_for(found) if ref.key in NOTICES}
    assert not any(ref.bound for ref in refs)
    return {ref.key for ref in refs}


def text(pages_of: Pages, file: CaseFile, key: str) -> str:
    return "".join(pages_of(press.paper(matter(file), key)))


def printed(file: CaseFile, key: str) -> CaseFile:
    mark = PaperMark(key=key, printed_at=datetime(2026, 11, 3, tzinfo=UTC))
    return file.model_copy(update={"papers": (mark,)})


OPEN = ended(smallest(), "")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (started(OPEN, "application"), {"acceptance-notice", "meeting-notice"}),
        (started(OPEN, "own"), {"meeting-notice"}),
        (ended(smallest(), "refused"), {"refusal-notice"}),
        (ended(smallest(), "failed"), {"termination-notice"}),
        (ended(smallest(), "terminated"), {"termination-notice"}),
        (smallest(), set()),
        (smallest("oral"), set()),
        (fullest(), set()),
    ],
)
def test_each_notice_is_offered_where_the_case_calls_for_it_and_bound_nowhere(
    file: CaseFile, expected: set[str]
):
    assert offered(matter(file)) == expected


@pytest.mark.parametrize("key", ["acceptance-notice", "meeting-notice"])
def test_a_notice_that_went_out_stays_in_sight_when_the_case_is_over(key: str):
    assert offered(matter(printed(smallest(), key))) == {key}
    taken_back = smallest().model_copy(update={"papers": (PaperMark(key=key),)})
    assert offered(matter(taken_back)) == set()


def test_a_refusal_tells_the_reason_its_article_and_where_to_go(pages_of: Pages):
    file = ended(smallest(), "refused", reason="party-refuses")
    told = text(pages_of, file, "refusal-notice")
    assert "不予受理的理由：一方当事人明确拒绝调解（依据：《人民调解法》第十七条）。" in told
    assert "现告知当事人：可以依法通过仲裁、行政、司法等途径维护权利。" in told
    own = ended(smallest(), "refused", reason="party-refuses", reason_text="先找物业公司。")
    assert "现告知当事人：先找物业公司。" in text(pages_of, own, "refusal-notice")


def test_a_reason_that_rests_on_custom_cites_no_law(pages_of: Pages):
    told = text(pages_of, ended(smallest(), "refused", reason="not-civil"), "refusal-notice")
    assert "不予受理的理由：不属于民间纠纷。" in told and "依据" not in told
    told = text(pages_of, ended(smallest(), "terminated", reason="sued"), "termination-notice")
    assert "已起诉、申请仲裁或者由行政机关处理。" in told and "依据" not in told


def test_only_who_brought_a_refused_dispute_receives_its_notice(pages_of: Pages):
    file = ended(smallest(), "refused", reason="party-refuses")
    told = text(pages_of, file, "refusal-notice")
    assert "申请人张三测：" in told and "申请人：李四测" not in told
    nobody = file.model_copy(update={"parties": in_places((), ("李四测",))})
    assert "被申请人李四测：" in text(pages_of, nobody, "refusal-notice")


def test_a_termination_says_failed_only_of_a_failed_mediation(pages_of: Pages):
    failed = text(pages_of, ended(smallest(), "failed", told_ways=("court",)), "termination-notice")
    assert "经调解不成，现终止调解。" in failed
    assert "本委员会已经告知的途径：向人民法院提起诉讼。" in failed
    withdrawn = text(pages_of, ended(smallest(), "terminated"), "termination-notice")
    assert "调解不成" not in withdrawn and "现终止调解。" in withdrawn and "已经告知" not in withdrawn


def test_the_office_gives_its_telephone_for_its_own_cases_only(pages_of: Pages):
    assert "000-00000000" in text(pages_of, OPEN, "meeting-notice")
    other = OPEN.model_copy(update={"committee": "示例村人民调解委员会"})
    assert "000-00000000" not in text(pages_of, other, "meeting-notice")


def test_a_meeting_leaves_day_hour_and_place_to_the_pen(pages_of: Pages):
    told = text(pages_of, fullest_open(), "meeting-notice")
    assert "调解时间年月日时分调解地点人民调解员王测、赵调" in told
    assert "示例社区调解室" not in told


def fullest_open() -> CaseFile:
    file = ended(fullest(), "")
    assert file.hearings[-1].held_on == date(2026, 10, 12)
    return file


@pytest.mark.parametrize(
    ("outcome", "key"), [("refused", "refusal-notice"), ("terminated", "termination-notice")]
)
def test_ten_thousand_characters_of_reason_flow_through_whole(pages_of: Pages, outcome: str, key: str):
    told = text(pages_of, ended(smallest(), outcome, reason_text=SIGNS), key)
    assert "".join(sign for sign in told if sign in set(SIGNS)) == SIGNS
