"""履行催告书: offered when something is late, and what it says of it."""

from collections.abc import Callable
from datetime import date

import pytest

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.domain.agreement import Signing
from mediator.domain.case import Confirmation
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import DutyFacts, Instalment
from tests.documents.cases import fullest, matter, owing, paying, signed, with_duties

Pages = Callable[[bytes], list[str]]
DUE = date(2026, 11, 10)
LATE = date(2026, 11, 11)


def offered(found: Matter) -> bool:
    refs = [ref for ref in press.keys_for(found) if ref.key == "urging-letter"]
    assert not any(ref.bound for ref in refs)
    return bool(refs)


def letter(pages_of: Pages, file: CaseFile, day: date = LATE) -> str:
    return "".join(pages_of(press.paper(matter(file, day), "urging-letter")))


def unsigned(file: CaseFile) -> CaseFile:
    assert file.agreement is not None
    return file.model_copy(update={"agreement": file.agreement.model_copy(update={"signing": Signing()})})


@pytest.mark.parametrize(
    ("file", "day", "expected"),
    [
        (owing(), DUE, False),
        (owing(), LATE, True),
        (owing(), None, False),
        (owing(paid=(60_000,)), LATE, True),
        (owing(paid=(60_000, 40_000)), LATE, False),
        (unsigned(owing()), LATE, False),
    ],
    ids=["on the day", "a day later", "no day known", "part paid", "paid", "not in effect"],
)
def test_it_is_offered_once_a_day_has_gone_by(file: CaseFile, day: date | None, expected: bool):
    assert offered(matter(file, day)) is expected


def test_what_is_to_stop_is_never_late():
    stop = DutyFacts(kind="refrain", debtors=(3,), creditors=(1,), what="夜间施工", due_on=date(2026, 11, 3))
    assert not offered(matter(signed(with_duties(stop)), date(2027, 1, 1)))


def test_the_open_rest_is_told_in_figures_and_words(pages_of: Pages):
    told = letter(pages_of, owing(paid=(60_000,)))
    assert "该项于2026年11月10日到期，尚欠人民币肆佰元整（¥400.00）。" in told
    assert "被申请人李四测：" in told and "申请人：张三测" not in told


def test_only_the_parts_that_are_late_are_told(pages_of: Pages):
    parts = (
        Instalment(amount_fen=40_000, due_on=date(2026, 11, 5)),
        Instalment(amount_fen=60_000, due_on=date(2026, 11, 30)),
    )
    duty = DutyFacts(debtors=(3,), creditors=(1,), amount_fen=100_000, instalments=parts, way="cash")
    told = letter(pages_of, paying(signed(with_duties(duty)), 10_000))
    assert "其中第一期于2026年11月5日到期，尚欠人民币叁佰元整（¥300.00）。" in told
    assert "第二期于" not in told
    both = letter(pages_of, signed(with_duties(duty)), date(2026, 12, 1))
    assert "（¥400.00）；第二期于2026年11月30日到期，尚欠人民币陆佰元整（¥600.00）。" in both


def test_a_duty_to_act_has_no_sum(pages_of: Pages):
    told = letter(pages_of, fullest())
    assert "修好水管。该项于2026年11月5日到期，尚未履行完毕。" in told
    assert "夜间施工" not in told and "维修记录" not in told


def test_enforcement_is_spoken_of_only_when_a_court_has_confirmed(pages_of: Pages):
    assert "强制执行" not in letter(pages_of, owing())
    applied = owing().model_copy(update={"confirmation": Confirmation(state="applied")})
    assert "强制执行" not in letter(pages_of, applied)
    valid = owing().model_copy(update={"confirmation": Confirmation(state="valid")})
    assert "已经人民法院依法确认有效" in letter(pages_of, valid)


def test_the_same_debts_give_the_same_letter_on_any_later_day():
    later = [press.paper(matter(owing(), day), "urging-letter") for day in (LATE, date(2027, 3, 1))]
    assert later[0] == later[1]
