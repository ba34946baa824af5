"""Lists of workers as they come out of sheets: columns in any order, sums and doubles among them."""

from mediator.exchange.people_list import marked, read_people, total_fen
from tests.people import id_number

A, B = id_number(31), id_number(32)


def test_columns_are_told_by_their_content_in_any_order() -> None:
    text = f"1\t13000000001\t12,000.50\t甲一\t{A}\n2\t13000000002\t8000\t乙二\t{B.lower()}\n"
    found = read_people(text)
    first, second = found.people
    assert (first.name, first.id_number, first.phone, first.amount_fen) == (
        *("甲一", A, "13000000001"),
        1_200_050,
    )
    assert second.amount_fen == 800_000
    assert total_fen(found.people) == 2_000_050
    assert first.sex
    assert not first.marks + second.marks


def test_heads_say_what_the_content_does_not() -> None:
    text = "工人欠薪表\n序号\t姓  名\t工资（元）\t联系电话\t住址\n1\t甲 一\t900\t\t示例村\n2\t乙二\t\t000\t\n"
    text += "合计\t\t900\t\t\n"
    found = read_people(text)
    assert [(one.name, one.amount_fen, one.phone, one.address) for one in found.people] == [
        ("甲一", 90_000, "", "示例村"),
        ("乙二", None, "000", ""),
    ]
    assert found.skipped == 1


def test_quoted_cells_and_words_typed_by_hand() -> None:
    assert [one.name for one in read_people('"甲\n一"\t500\r\n乙二\t600\r\n').people] == ["甲一", "乙二"]
    by_hand = read_people(f"甲一 {A} 1,200.5\n乙二，{B}，900元").people
    assert [(one.name, one.amount_fen) for one in by_hand] == [("甲一", 120_050), ("乙二", 90_000)]
    assert [one.name for one in read_people("甲一\n乙二\n欧阳测试·买买提").people][-1] == "欧阳测试·买买提"
    assert read_people("  \n ").people == ()


def test_what_to_look_at_is_marked_and_nothing_is_dropped() -> None:
    wrong = A[:-1] + ("0" if A[-1] != "0" else "1")
    text = f"姓名\t身份证\t金额\n甲一\t{wrong}\t1\n乙二\t{B}\t两千\n丙三\t{B}\t-5\n\t\t7\n"
    text += "丁四\t1.10101E+17\t1\n丁四\t\t1\n"
    marks = [one.marks for one in read_people(text).people]
    assert marks[0] == ("id-check-digit",)
    assert marks[1] == ("twice", "amount-unreadable")
    assert marks[2] == ("twice", "amount-unreadable")
    assert marks[3] == ("name-missing",)
    assert marks[4] == ("twice", "id-length")
    assert marks[5] == ("twice",)  # the same name, and no number to tell them apart


def test_people_of_the_series_are_known_by_number_or_name() -> None:
    people = read_people(f"甲一\t{A}\t1\n乙二\t\t2\n丙三\t{B}\t3").people
    again = marked(people, [("另名", A), ("乙二", "")])
    assert [one.marks for one in again] == [("in-series",), ("in-series",), ()]
