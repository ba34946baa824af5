"""卷宗情况说明: offered when the case is over, bound where somebody wrote one."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.casefile import PaperMark
from tests.documents.cases import ended, fullest, matter, smallest

Pages = Callable[[bytes], list[str]]
KEY = "dossier-note"


def found(matter: Matter) -> list[bool]:
    """For each note of the case, whether it is bound."""
    return [ref.bound for ref in press.keys_for(matter) if ref.key == KEY]


def test_a_case_still_open_has_none_and_one_that_is_over_is_offered_it():
    assert found(matter(ended(smallest(), ""))) == []
    for file in (smallest(), ended(smallest(), "refused"), ended(smallest(), "failed"), fullest()):
        assert found(matter(file)) == [False]


@pytest.mark.parametrize("kept", ["extended", "national"])
def test_it_is_bound_before_the_back_cover_once_it_was_printed(kept: str, pages_of: Pages):
    file = fullest()
    mark = PaperMark(key=KEY, printed_at=datetime(2026, 11, 21, tzinfo=UTC))
    printed = matter(file.model_copy(update={"papers": (mark,)}), dossier_list=kept)
    assert found(printed) == [True]
    assert [ref.key for ref in press.keys_for(printed) if ref.bound][-2:] == [KEY, "back-cover"]
    assert "卷宗情况说明" in "".join(pages_of(press.dossier(printed)))
    assert "卷宗情况说明" not in "".join(pages_of(press.dossier(matter(file, dossier_list=kept))))


def test_it_says_what_the_archive_knows_and_leaves_the_check_open(pages_of: Pages):
    (page,) = pages_of(press.paper(matter(fullest()), KEY))
    assert "情况说明材料齐全" in page and "立卷人：孙记" in page and "立卷时间：2026年11月21日" in page
    assert "检查人：检查时间：年月日" in page
    assert "调解结果调解成功，2026年10月12日" in page
