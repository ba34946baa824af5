"""收条: one for each payment by hand, and none for what a bank tells of."""

from collections.abc import Callable
from datetime import UTC, datetime

from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.press import PaperRef
from mediator.domain.casefile import CaseFile, PaperMark
from mediator.domain.duty import DutyFacts
from tests.documents.cases import fullest, matter, owing, paying, smallest, with_duties

Pages = Callable[[bytes], list[str]]


def receipts(found: Matter) -> list[PaperRef]:
    return [ref for ref in press.keys_for(found) if ref.key == "receipt"]


def printed(file: CaseFile, *subjects: int | None) -> CaseFile:
    at = datetime(2026, 11, 3, tzinfo=UTC)
    marks = tuple(PaperMark(key="receipt", subject_id=one, printed_at=at) for one in subjects)
    return file.model_copy(update={"papers": marks})


def test_a_blank_one_before_the_first_payment_then_one_for_each():
    assert receipts(matter(owing())) == [PaperRef("receipt", "收条", None, False)]
    assert receipts(matter(owing(paid=(60_000,)))) == [PaperRef("receipt", "收条", 101, False)]
    assert [(ref.title, ref.subject_id) for ref in receipts(matter(owing(paid=(60_000, 40_000))))] == [
        ("收条（第1次）", 101),
        ("收条（第2次）", 102),
    ]


def test_none_without_money_and_none_for_what_a_bank_tells_of():
    repair = DutyFacts(kind="act", debtors=(3,), creditors=(1,), what="修好水管")
    by_bank = DutyFacts(debtors=(3,), creditors=(1,), amount_fen=100, way="transfer")
    for file in (smallest(), with_duties(repair), with_duties(by_bank), with_duties(repair, by_bank)):
        assert receipts(matter(file)) == []
    by_hand = by_bank.model_copy(update={"way": ""})
    assert len(receipts(matter(with_duties(by_bank, by_hand)))) == 1


def test_only_a_receipt_that_was_used_is_bound_where_the_list_has_a_line_for_it():
    file = printed(owing(paid=(60_000, 40_000)), 102)
    assert [ref.subject_id for ref in receipts(matter(file)) if ref.bound] == [102]
    assert not any(ref.bound for ref in receipts(matter(file, dossier_list="national")))
    assert receipts(matter(printed(owing(), None)))[0].bound


def test_a_receipt_names_payer_payee_sum_and_the_clause(pages_of: Pages):
    file = paying(fullest(), 100_000, 23_456)
    (page,) = pages_of(press.paper(matter(file), "receipt", 102))
    assert "今收到被申请人李四测𠮷给付的下列款项" in page
    assert "《人民调解协议书》（编号：（2026）示例人调字第2号）第二项：" in page
    assert "贰佰叁拾肆元伍角陆分" in page and "¥234.56" in page and "2026年10月14日" in page
    assert page.count("收款人：") == 3 and "收款人：李四测" not in page
    assert "第2笔" not in page  # what the desk noted for itself is not for the payee to sign


def test_a_blank_receipt_of_several_debts_leaves_payer_and_payee_open(pages_of: Pages):
    debts = [DutyFacts(debtors=(3,), creditors=(n,), amount_fen=n * 100, way="cash") for n in (1, 2)]
    (page,) = pages_of(press.paper(matter(with_duties(*debts, form="oral")), "receipt"))
    assert "今收到给付的下列款项，系履行2026年11月2日达成的口头调解协议：" in page
    assert "¥" not in page and "收款人（签名" in page.replace("：", "")
