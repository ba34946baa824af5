"""Rare names are printed and read back from the paper exactly."""

import io

import pytest
from pikepdf.pdfa import validate_written

from mediator.documents import press
from mediator.documents.fonts import missing_glyphs
from mediator.documents.form import Paper, Paragraph, Title
from mediator.documents.pdf import write_pdf
from mediator.domain.characters import uncommon
from mediator.domain.errors import Unprintable
from tests.documents.cases import in_places, matter, smallest
from tests.rare import BY_BLOCK, ONLY_ON_SCREEN, WITH_SELECTOR


@pytest.mark.parametrize("name", BY_BLOCK.values(), ids=BY_BLOCK)
def test_a_rare_name_reads_back_from_the_paper_as_it_was_typed(name, read):
    paper = Paper("示例", (Title(name), Paragraph(f"申请人{name}，男。"), Paragraph(name, bold=True)))
    assert read(write_pdf([paper])) == f"{name}申请人{name}，男。{name}"


def test_all_rare_names_together_keep_their_order(read):
    every = "、".join(BY_BLOCK.values())
    assert read(write_pdf([Paper("示例", (Paragraph(every * 20),))])) == every * 20


def test_an_agreement_with_the_rarest_names_may_be_kept_for_good(read):
    file = smallest().model_copy(
        update={"parties": in_places((BY_BLOCK["G"], BY_BLOCK["I"]), (BY_BLOCK["H"],))}
    )
    data = press.paper(matter(file), "agreement")
    report = validate_written(io.BytesIO(data), "2b")
    assert (report.passed, report.findings) == (True, [])
    assert all(BY_BLOCK[block] in read(data) for block in "GHI")


def test_a_chosen_shape_is_printed_in_the_usual_one(read):
    assert read(write_pdf([Paper("示例", (Paragraph(WITH_SELECTOR),))])) == "葛城测"


def test_what_no_face_has_is_refused_and_never_a_box():
    with pytest.raises(Unprintable) as refused:
        write_pdf([Paper("示例", (Paragraph(ONLY_ON_SCREEN),))])
    assert refused.value.values["codepoint"] == "U+323B0"


def test_what_is_called_common_while_typing_can_be_printed():
    common = "".join(chr(code) for code in range(0x110000) if not uncommon(chr(code)))
    assert len(common) > 21_000
    assert missing_glyphs(common) == []
