import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator.documents.plain import one_line, plain


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("张三", "张三"),
        ("张\x00三\x07", "张三"),
        ("a\tb\u00a0c\u2003d", "a b c d"),
        ("甲\r\n乙\r丙\u2028丁\x0b戊", "甲\n乙\n丙\n丁\n戊"),
        ("\ufeff张\u200b三\u202efdp\u2066", "张三fdp"),
        ("葛\U000e0100飾\ufe00", "葛飾"),
        ("\ud86d\uddae", "𫖮"),
        ("张\ud800三\udfff", "张三"),
        ("　　全角", "　　全角"),
    ],
)
def test_what_is_pasted_becomes_harmless(typed, printed):
    assert plain(typed) == printed


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_text_can_be_encoded_and_is_plain_after_once(text):
    clean = plain(text)
    clean.encode("utf-8")
    assert plain(clean) == clean
    assert not any(ord(char) < 32 and char != "\n" for char in clean)
    assert "\n" not in one_line(text)
