"""Identity numbers: every number here is made up around region 110101 or 999999."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.domain.identity import FEMALE, MALE, IdFacts, check_sign, normalise, read_id

# The worked example printed in GB 11643-1999 itself.
STANDARD = "11010519491231002X"
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def number(day: date, sequence: int, region: str = "110101") -> str:
    body = f"{region}{day:%Y%m%d}{sequence:03d}"
    return body + check_sign(body)


def test_the_example_of_the_standard() -> None:
    assert read_id(STANDARD) == IdFacts(STANDARD, FEMALE, date(1949, 12, 31))
    assert read_id(STANDARD).valid


@pytest.mark.parametrize(
    "text",
    ["11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ",
     "110105-19491231-002x", "110105\u300019491231002ｘ"],
)  # fmt: skip
def test_the_ways_it_is_typed(text: str) -> None:
    assert normalise(text) == STANDARD
    assert read_id(text).valid


def test_an_old_number_of_fifteen_digits() -> None:
    facts = read_id("110105491231002")
    assert (facts.sex, facts.birth_date, facts.valid) == (FEMALE, date(1949, 12, 31), True)
    assert read_id("110105800229001").sex == MALE


def test_a_wrong_check_digit_still_tells_sex_and_birth() -> None:
    facts = read_id("110105194912310021")
    assert facts.problem == "id-check-digit"
    assert not facts.valid
    assert (facts.sex, facts.birth_date) == (FEMALE, date(1949, 12, 31))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "id-length"),
        ("1101051949123100", "id-length"),
        ("11010519491231002XX", "id-length"),
        ("1101051949123100XX", "id-characters"),
        ("11010A19491231002X", "id-characters"),
        ("X10105491231002", "id-characters"),
        ("110105194913310021", "id-birth-date"),
        ("110105202302290021", "id-birth-date"),
        ("110105810229001", "id-birth-date"),
    ],
)
def test_what_cannot_be_a_number(text: str, problem: str) -> None:
    assert read_id(text).problem == problem


@given(DAYS, st.integers(0, 999))
def test_every_made_up_number_tells_its_parts(day: date, sequence: int) -> None:
    facts = read_id(number(day, sequence))
    assert facts.valid
    assert facts.birth_date == day
    assert facts.sex == (MALE if sequence % 2 else FEMALE)


@given(DAYS, st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_never_passes(day: date, sequence: int, place: int, shift: int) -> None:
    right = number(day, sequence)
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert not read_id(wrong).valid


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert read_id(text).number == normalise(text)
