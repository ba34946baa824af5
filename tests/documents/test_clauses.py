from datetime import date

import cn2an
import pytest

from mediator.documents.clauses import agreement_clauses, clause, money, performance_lines, stale
from mediator.documents.numerals import chinese
from mediator.domain.duty import DutyFacts, Instalment
from tests.documents.cases import smallest, with_duties

NOV = date(2026, 11, 1)
FILE = with_duties()


def duty(kind: str = "pay", **facts) -> DutyFacts:
    return DutyFacts(**{"kind": kind, "debtors": (3,), "creditors": (1,), **facts})


def worded(*args, **facts) -> str:
    return clause(duty(*args, **facts), FILE)


def parts(*rows: tuple[int, date | None]) -> tuple[Instalment, ...]:
    return tuple(Instalment(amount_fen=fen, due_on=day) for fen, day in rows)


def test_a_payment_says_who_pays_whom_what_by_when_where_and_how():
    assert worded(amount_fen=100_000, what="医疗费", due_on=NOV, place="示例调解室", way="cash") == (
        "被申请人李四测应于2026年11月1日前（含当日）在示例调解室以现金方式"
        "向申请人张三测支付医疗费人民币壹仟元整（¥1,000.00）。"
    )


def test_what_is_not_known_leaves_a_whole_sentence():
    assert worded(amount_fen=1) == "被申请人李四测应向申请人张三测支付人民币壹分（¥0.01）。"
    assert worded("act", creditors=(), what="修墙。") == "被申请人李四测应履行以下义务：修墙。"
    assert worded("deliver", creditors=(), what="钥匙") == "被申请人李四测应交付钥匙。"


def test_several_on_either_side_are_all_named_with_their_roles():
    text = worded(debtors=(3, 4), creditors=(1, 2), amount_fen=1_001_005)
    assert text == (
        "被申请人李四测、第三人示例公司应向申请人张三测、张四测支付人民币壹万零壹拾元零伍分（¥10,010.05）。"
    )


def test_instalments_are_told_one_by_one():
    text = worded(amount_fen=300, instalments=parts((100, NOV), (200, None)), what="赔偿款", way="transfer")
    assert text == (
        "被申请人李四测应以银行转账方式分二期向申请人张三测支付赔偿款共计人民币叁元整（¥3.00）："
        "第一期人民币壹元整（¥1.00），于2026年11月1日前（含当日）付清；第二期人民币贰元整（¥2.00）。"
    )


def test_a_day_of_the_whole_closes_instalments_without_days():
    text = worded(amount_fen=200, instalments=parts((100, None), (100, None)), due_on=NOV)
    assert text.endswith("；全部款项于2026年11月1日前（含当日）付清。")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("赔偿医疗费", "向申请人张三测赔偿医疗费人民币"),
        ("赔偿款", "向申请人张三测支付赔偿款人民币"),
        ("补偿金", "向申请人张三测支付补偿金人民币"),
        ("漏水造成的装修", "支付人民币壹元整（¥1.00），该款为漏水造成的装修。"),
        ("", "向申请人张三测支付人民币"),
    ],
)
def test_what_the_money_is_for_fits_its_sentence(what, said):
    assert said in worded(amount_fen=100, what=what)


@pytest.mark.parametrize(
    ("kind", "what", "said"),
    [
        ("refrain", "夜间施工", "对申请人张三测停止、不再实施以下行为：夜间施工。"),
        ("refrain", "不得在夜间施工", "承诺：不得在夜间施工。"),
        ("refrain", "不文明行为", "不再实施以下行为：不文明行为。"),
        ("deliver", "钥匙一把", "向申请人张三测交付钥匙一把。"),
        ("deliver", "归还电动车", "向申请人张三测归还电动车。"),
        ("apologise", "当面", "向申请人张三测赔礼道歉（当面）。"),
        ("apologise", "书面道歉", "向申请人张三测书面道歉。"),
        ("apologise", "向全家道歉", "李四测应向全家道歉。"),
    ],
)
def test_deeds_read_right_however_they_were_typed(kind, what, said):
    assert worded(kind, what=what).endswith(said)


def test_on_the_spot_needs_no_day():
    assert "当场向申请人张三测支付" in worded(amount_fen=100, way="on-site")
    assert performance_lines(with_duties(duty(amount_fen=100, way="on-site"))) == ("当场履行。",)


@pytest.mark.parametrize("fen", [1, 10, 100, 105, 1_001_005, 10_700_053, 99_999_999, 10**12])
def test_figures_and_words_of_an_amount_agree(fen):
    words, figures = money(fen).removeprefix("人民币").removesuffix("）").split("（¥")
    assert round(float(figures.replace(",", "")) * 100) == fen
    whole, _, rest = words.removesuffix("整").rpartition("元") if "元" in words else ("", "", words)
    change = {"角": 10, "分": 1}
    told = int(cn2an.cn2an(whole.replace("元", ""), "smart")) * 100 if whole else 0
    rest = rest.removeprefix("零")
    while rest:
        told += int(cn2an.cn2an(rest[0], "smart")) * change[rest[1]]
        rest = rest[2:]
    assert told == fen


def test_performance_tells_way_and_day_of_each_duty_and_leaves_room_for_unknown_days():
    duties = (
        duty(amount_fen=100, way="transfer", due_on=NOV),
        duty("refrain", what="施工"),
        duty("act", what="修墙"),
        duty(amount_fen=200, instalments=parts((100, NOV), (100, None))),
    )
    assert performance_lines(with_duties(*duties)) == (
        "第一项：以银行转账方式履行，于2026年11月1日前（含当日）履行完毕。",
        "第三项：于______年____月____日前（含当日）履行完毕。",
        "第四项：分二期履行，各期最后期限依次为2026年11月1日、______年____月____日。",
    )


def test_many_instalments_are_told_by_their_first_and_last_day():
    days = tuple((100, date(2027, month, 1)) for month in range(1, 13))
    (line,) = performance_lines(with_duties(duty(amount_fen=1200, instalments=parts(*days))))
    assert line.startswith("分十二期履行，首期最后期限为2027年1月1日，末期最后期限为2027年12月1日")


def test_a_clause_edited_by_hand_wins_and_further_clauses_follow():
    file = with_duties(duty(amount_fen=100, wording=" 李四测付一元。 "), duty("act", what="修墙"))
    agreement = file.agreement.model_copy(update={"clauses": ("互不追究。", "  ")})
    texts = agreement_clauses(file.model_copy(update={"agreement": agreement}))
    assert texts == ("李四测付一元。", worded("act", what="修墙"), "互不追究。")


def test_a_clause_is_stale_once_its_duty_says_something_else():
    first = duty(amount_fen=100)
    edited = first.model_copy(update={"wording": "付一元。", "worded_from": clause(first, FILE)})
    assert not stale(first, FILE) and not stale(edited, FILE)
    assert stale(edited.model_copy(update={"amount_fen": 200}), FILE)
    renamed = smallest().parties[0].facts.model_copy(update={"name": "张改名"})
    parties = (FILE.parties[0].model_copy(update={"facts": renamed}), *FILE.parties[1:])
    assert stale(edited, FILE.model_copy(update={"parties": parties}))
    assert not stale(edited.model_copy(update={"wording": clause(first, FILE), "worded_from": ""}), FILE)


def test_clauses_can_be_counted_past_any_contract():
    for number in range(1, 10_000):
        assert chinese(number) == cn2an.an2cn(number)
    assert chinese(10_000) == "10000"
