"""Every refusal has its sentence, every sentence its refusal, every placeholder its value."""

import ast
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mediator.command.words import field_word, say, texts
from mediator.domain import errors
from mediator.domain.errors import MediatorError, RuleBroken
from mediator.storage.faults import BY_TEXT

ROOT = Path(errors.__file__).parents[2]
KINDS = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, MediatorError)
}
Raised = tuple[str, frozenset[str], str]  # code, names of its values, where


def calls() -> Iterator[tuple[ast.Call, str]]:
    for room in ("mediator", "ui"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                    yield node, f"{path.relative_to(ROOT)}:{node.lineno}"


def raised() -> list[Raised]:
    found = [
        (node.args[0].value, frozenset(word.arg or "" for word in node.keywords), where)
        for node, where in calls()
        if node.args and isinstance(node.args[0], ast.Constant)
    ]
    return [*found, *((code, frozenset(), "faults") for _, _, code in BY_TEXT)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_codes_are_written_out_where_they_are_raised() -> None:
    hidden = [where for node, where in calls() if not (node.args and isinstance(node.args[0], ast.Constant))]
    assert hidden == []


def test_every_code_has_its_sentence() -> None:
    assert [(code, where) for code, _, where in raised() if code not in texts()] == []


def test_every_sentence_has_its_code() -> None:
    assert set(texts()) - {code for code, _, _ in raised()} == set()


def test_every_placeholder_has_its_value() -> None:
    missing = [
        (code, where, placeholders(texts()[code]) - values)
        for code, values, where in raised()
        if code in texts() and not placeholders(texts()[code]) <= values
    ]
    assert missing == []


@pytest.mark.parametrize("code", sorted(texts()))
def test_a_sentence_ends_as_one(code: str) -> None:
    assert texts()[code].endswith(("。", "：{text}", "：{detail}"))


def test_values_are_shown_as_people_write_them() -> None:
    wrong = RuleBroken(
        "dates-disagree",
        field="accepted_on",
        earlier="accepted_on",
        later="held_on",
        first=date(2026, 10, 5),
        second=date(2026, 10, 1),
    )
    assert say(wrong).startswith("受理日期（2026年10月5日）晚于调解日期（2026年10月1日）。")
    assert "已付金额1,234.50元" in say(RuleBroken("paid-too-much", paid_fen=123450, amount_fen=100))
    assert "“不予受理”" in say(RuleBroken("case-ended", outcome="refused"))
    assert "调解记录" in say(RuleBroken("party-in-use", where="hearing"))
    assert "{serial}" in say(RuleBroken("pattern-unreadable", pattern="x"))


def test_every_field_of_an_order_of_days_has_a_word() -> None:
    for node, where in order_calls():
        for place in (0, 2):
            argument = node.args[place]
            if isinstance(argument, ast.Constant):
                assert field_word(argument.value) != argument.value, where


def order_calls() -> Iterator[tuple[ast.Call, str]]:
    for path in sorted((ROOT / "mediator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "check_order":
                yield node, f"{path.name}:{node.lineno}"


def test_an_unknown_code_still_says_something() -> None:
    assert "no-such-code" in say(MediatorError("no-such-code"))


def test_a_value_with_braces_is_only_a_value() -> None:
    assert "“{x}”" in say(MediatorError("case-unknown", number="{x}"))
