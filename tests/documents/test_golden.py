"""Every form over the smallest and the fullest case, as its pages read; `--update-golden` renews them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mediator.documents import press
from tests.documents.cases import KINDS, having, lines_of

GOLDEN = Path(__file__).parents[1] / "golden"


def shown(data: bytes) -> str:
    """What a reader sees, page by page."""
    pages = enumerate(lines_of(data), 1)
    return "".join(f"=== page {number}\n" + "\n".join(lines).strip() + "\n" for number, lines in pages)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", sorted(press.forms()))
def test_a_form_reads_as_agreed(key: str, kind: str, pytestconfig: pytest.Config):
    text = shown(press.paper(having(press.forms()[key], kind), key))
    golden = GOLDEN / f"{key}-{kind}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert golden.exists(), f"look at the new form, then run pytest --update-golden: {golden.name}"
    assert text == golden.read_text(encoding="utf-8")
    assert "None" not in text and "\x00" not in text and "\ufffe" not in text


def test_no_golden_text_is_left_of_a_form_that_is_gone():
    known = {f"{key}-{kind}.txt" for key in press.forms() for kind in KINDS}
    assert {path.name for kind in KINDS for path in GOLDEN.glob(f"*-{kind}.txt")} == known


def test_each_form_is_named_after_its_module():
    assert all(form.key == key for key, form in press.forms().items())


@pytest.mark.parametrize("key", sorted(press.forms()))
def test_the_same_case_gives_the_same_bytes(key: str):
    found = having(press.forms()[key], "fullest")
    assert press.paper(found, key) == press.paper(found, key)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", sorted({*press.forms()} - {"cover", "contents", "back-cover"}))
def test_every_party_stands_on_every_form_that_lists_parties(
    key: str, kind: str, pages_of: Callable[[bytes], list[str]]
):
    found = having(press.forms()[key], kind)
    text = "".join(pages_of(press.paper(found, key)))
    for party in found.file.parties:
        assert party.name.replace(" ", "") in text, party.name
