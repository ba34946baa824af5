"""司法确认申请书: offered for thirty days, bound once the parties have applied."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.case import Confirmation
from mediator.domain.casefile import CaseFile, PaperMark
from tests.documents.cases import ended, fullest, matter, signed, smallest

Pages = Callable[[bytes], list[str]]
KEY = "confirmation-application"
EFFECT = date(2026, 11, 2)
LAST = date(2026, 12, 2)


def found(matter: Matter) -> list[bool]:
    """For each application of the case, whether it is bound."""
    return [ref.bound for ref in press.keys_for(matter) if ref.key == KEY]


def confirmed(file: CaseFile, state: str) -> CaseFile:
    return file.model_copy(update={"confirmation": Confirmation(state=state, on=LAST)})


@pytest.mark.parametrize(
    ("file", "today", "expected"),
    [
        (signed(smallest()), EFFECT, [False]),
        (signed(smallest()), LAST, [False]),
        (signed(smallest()), date(2026, 12, 3), []),
        (signed(smallest()), None, [False]),
        (smallest(), EFFECT, []),
        (smallest("oral"), EFFECT, []),
        (ended(smallest(), "failed"), EFFECT, []),
        (confirmed(signed(smallest()), "applied"), EFFECT, [True]),
        (confirmed(signed(smallest()), "valid"), date(2027, 3, 1), [True]),
    ],
    ids=["first", "last", "late", "no day", "unsigned", "oral", "failed", "applied", "valid"],
)
def test_it_is_offered_in_time_and_bound_when_applied(
    file: CaseFile, today: date | None, expected: list[bool]
):
    assert found(matter(file, today)) == expected
    assert found(matter(file, today, dossier_list="national")) == expected


def test_one_that_was_signed_stays_in_sight_after_its_days():
    mark = PaperMark(key=KEY, signed_on=LAST)
    file = signed(smallest()).model_copy(update={"papers": (mark,)})
    assert found(matter(file, date(2027, 1, 1))) == [False]


def test_it_tells_agreement_court_last_day_and_what_to_hand_in(pages_of: Pages):
    text = "".join(pages_of(press.paper(matter(fullest()), KEY)))
    assert (
        "2026年10月12日经示例街道示例社区人民调解委员会主持调解达成，编号：（2026）示例人调字第2号。" in text
    )
    assert "请求示例市示例区人民法院依法确认上述调解协议有效。" in text
    assert "调解协议于2026年10月12日生效，申请司法确认的最后一日为2026年11月11日。" in text
    assert "《人民调解法》第三十三条、《民事诉讼法》（2023年修正）第二百零五条" in text
    assert "1.人民调解协议书；2.人民调解委员会主持调解的证明；3.与调解协议相关的财产权利证明；" in text


def test_all_sides_sign_and_the_court_is_left_open_where_it_is_not_known(pages_of: Pages):
    full = matter(fullest())
    nowhere = replace(full, office=full.office.model_copy(update={"court": ""}))
    text = "".join(pages_of(press.paper(nowhere, KEY)))
    assert "请求________________人民法院依法确认" in text and "示例市示例区人民法院" not in text
    signers = text[text.index("共同向") :]
    assert signers.count("申请人：") == 5 and "第三人：" in signers
