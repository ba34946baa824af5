"""The office puts any sentence of any form in its own words, and goes back to what it was."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from inspect import getsource

import pytest

from mediator.discover import module_names
from mediator.documents import forms as forms_room
from mediator.documents import notices, press, results
from mediator.documents.matter import Matter
from mediator.documents.own_words import every_wording, own_words
from mediator.documents.wording import Wording, checked, chosen, filled, wordings
from mediator.domain.case import Confirmation
from mediator.domain.errors import RuleBroken
from tests.documents.cases import KINDS, LATER, ended, having, matter, owing, smallest, started, turns

Read = Callable[[bytes], list[str]]
MARK = "本室另行写明"
SIGNS = "".join(chr(0x9F00 + n * n % 47) for n in range(3000))  # characters that stand on no form
WORDINGS = sorted(every_wording())


def form_of(key: str) -> str:
    return key.partition(".")[0]


def cases_with(key: str) -> Iterator[Matter]:
    """Every turn of a case that has a paper of the form of this sentence."""
    form = press.forms()[form_of(key)]
    sitting = smallest().hearings[0].model_copy(update={"result": "failed"})
    more = (
        started(smallest(), "own"),
        ended(smallest(), "").model_copy(update={"hearings": (sitting,)}),
        ended(smallest(), "terminated", told_ways=("court",)).model_copy(update={"hearings": ()}),
        ended(smallest(), "terminated", told_ways=("court",)),
        owing().model_copy(update={"confirmation": Confirmation(state="valid")}),
    )
    files = (*(file for kind in KINDS for file in turns(kind)), *more)
    yield from (one for one in (matter(file, LATER) for file in files) if form.needed(one))


def with_words(found: Matter, key: str, text: str) -> Matter:
    return replace(found, settings=found.settings.model_copy(update={"wordings": own_words({key: text})}))


@pytest.mark.parametrize("key", WORDINGS)
def test_a_changed_sentence_stands_on_the_paper_and_going_back_restores_its_bytes(key: str, pages_of: Read):
    wording = every_wording()[key]
    for found in cases_with(key):
        own = with_words(found, key, MARK + wording.default)
        changed = press.paper(own, form_of(key))
        text = "".join(pages_of(changed))
        if MARK in text:
            before = press.paper(found, form_of(key))
            assert changed != before
            assert not re.search("[{}]", text.partition(MARK)[2].partition("。")[0])
            assert press.paper(with_words(own, key, ""), form_of(key)) == before
            return
    raise AssertionError(f"no case of the tests prints {key}")


@pytest.mark.parametrize("key", WORDINGS)
def test_three_thousand_characters_of_own_words_flow_through_whole(key: str, pages_of: Read):
    long = f"{every_wording()[key].default}\n{SIGNS}"
    texts = (
        "".join(pages_of(press.paper(with_words(found, key, long), form_of(key))))
        for found in cases_with(key)
    )
    printed = next(text for text in texts if set(SIGNS) & set(text))
    assert SIGNS in "".join(sign for sign in printed if sign in set(SIGNS))


def test_every_sentence_has_its_own_key_under_its_form():
    keys = [one.key for form in press.forms().values() for one in form.wordings.values()]
    assert len(keys) == len(set(keys)) > 40
    for key, form in press.forms().items():
        assert all(re.fullmatch(rf"{key}\.[a-z-]+", one.key) for one in form.wordings.values())


def test_a_form_hands_over_all_its_sentences():
    for name in module_names(forms_room):
        module = import_module(name)
        assert module.FORM.wordings == getattr(module, "WORDS", {})


def sentences(tree: ast.AST) -> Iterator[str]:
    """Fixed sentences outside docstrings and declarations of wordings."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "wordings":
            continue
        if isinstance(node, ast.Assign | ast.AnnAssign):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if getattr(target, "id", "") in ("TOLD", "WHAT_TO_BRING", "MATERIALS"):
                continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if re.search("[\u4e00-\u9fff，]{6,}.*[。；]", node.value):
                yield node.value
        else:
            yield from sentences(node)


@pytest.mark.parametrize("name", [*module_names(forms_room), notices.__name__, results.__name__])
def test_no_form_says_a_sentence_that_the_office_cannot_change(name: str):
    tree = ast.parse(getsource(import_module(name)))
    found = [text for text in sentences(tree) if not text.isascii()]
    assert found == [], "declare it: WORDS = wordings(…), see mediator/documents/wording.py"


@pytest.mark.parametrize(
    "text", ["<b>甲</b>&amp;", "%s %(x)s", "{}", "{ 甲", "a\\b", "</para>", "=1+1", "$x", "{{"]
)
def test_what_an_office_writes_is_literal_text(text: str, pages_of: Read):
    found = with_words(having(press.forms()["application-form"], "smallest"), "application-form.told", text)
    assert "".join(text.split()) in "".join(pages_of(press.paper(found, "application-form")))


def test_what_the_case_puts_in_is_not_looked_at_again(pages_of: Read):
    file = smallest().model_copy(update={"committee": "{法院}{纠纷}示例委员会"})
    found = matter(file.model_copy(update={"ending": file.ending.model_copy(update={"outcome": ""})}), LATER)
    found = replace(found, file=found.file.model_copy(update={"agreement": None}))
    assert "{法院}{纠纷}示例委员会定于" in "".join(pages_of(press.paper(found, "meeting-notice")))


def test_a_list_may_get_longer_or_shorter(pages_of: Read):
    found = having(press.forms()["meeting-notice"], "smallest")
    own = with_words(found, "meeting-notice.to-bring", "身份证；\n\n  \n租房合同。")
    text = "".join(pages_of(press.paper(own, "meeting-notice")))
    assert "请携带身份证；租房合同。" in text and "授权委托书" not in text


SAMPLE = Wording("示例.句", "于{日期}向{法院}申请。")


@pytest.mark.parametrize(
    ("text", "code", "slot"),
    [
        ("向{法院}申请。", "wording-slot-missing", "日期"),
        ("于{日期}向{法院}申请{人}。", "wording-slot-unknown", "人"),
        ("于{日期}向{法院.__class__}申请。", "wording-slot-unknown", "法院.__class__"),
        ("于{日期}向{{法院}}申请{0}。", "wording-slot-unknown", "0"),
    ],
)
def test_places_that_are_missing_or_unknown_are_refused_by_name(text: str, code: str, slot: str):
    with pytest.raises(RuleBroken) as refused:
        checked(SAMPLE, text)
    assert (refused.value.code, refused.value.field) == (code, SAMPLE.key)
    assert refused.value.values["slot"] == slot


def test_a_sentence_without_places_says_so():
    with pytest.raises(RuleBroken, match="wording-takes-no-slot"):
        own_words({"application-form.told": "向{法院}申请。"})


def test_a_character_that_no_face_draws_is_refused_before_it_is_kept():
    with pytest.raises(RuleBroken) as refused:
        own_words({"application-form.told": "自愿☐申请。"})
    assert refused.value.code == "wording-missing-glyph" and refused.value.values["char"] == "☐"


@pytest.mark.parametrize("text", ["", "  \n\t", "\u200b\x00", SAMPLE.default, f" {SAMPLE.default}\n"])
def test_nothing_written_means_the_default(text: str):
    assert checked(SAMPLE, text) == ""
    assert chosen(SAMPLE, {SAMPLE.key: text}).strip() == SAMPLE.default


def test_wide_braces_of_a_chinese_keyboard_are_places_too():
    assert checked(SAMPLE, " 向｛法院｝，于｛日期}。") == "向{法院}，于{日期}。"


def test_words_that_no_longer_fit_the_sentence_give_way_to_it():
    assert chosen(SAMPLE, {SAMPLE.key: "于{日子}申请。"}) == SAMPLE.default
    assert chosen(SAMPLE, {SAMPLE.key: "{法院}，{日期}，{法院}。"}) == "{法院}，{日期}，{法院}。"


def test_words_of_another_version_are_kept():
    assert own_words({"no-such-form.sentence": "某句。", "application-form.told": " "}) == {
        "no-such-form.sentence": "某句。"
    }


def test_pieces_may_be_more_than_text():
    (one,) = wordings("f", a_b="共{页}页").values()
    assert one == Wording("f.a-b", "共{页}页") and one.slots == ("页",)
    assert filled(one.default, {"页": 3}) == ("共", 3, "页")
