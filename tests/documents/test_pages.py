from itertools import pairwise

import pytest

from mediator.documents.form import (
    Blank,
    Clauses,
    Column,
    Field,
    FieldTable,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Place,
    Signatures,
    Spacer,
    TextTable,
    Title,
)
from mediator.documents.pdf import PORTRAIT, lay_out
from mediator.documents.typeset.boxes import BODY, Box, LinesBox
from mediator.documents.typeset.pages import cling, fill
from mediator.documents.typeset.signatures import GUTTER, SignatureBox
from mediator.documents.typeset.tables import ListGrid

SIGN = Signatures(
    (
        Place("申请人", ("甲一测",), hint="（签名、盖章或按指印）"),
        Place("被申请人", ("乙二测", "丙三测")),
        Place("人民调解员", ("丁四测",)),
        Place("示例人民调解委员会", kind="seal"),
    ),
    date="2026年3月5日",
)
SENTENCE = "双方对漏水的事实没有异议，愿意修复。"


def text_before(amount):
    return (Paragraph(SENTENCE * amount),)


def clauses_before(amount):
    return (Heading("协议如下："), Clauses(tuple(SENTENCE * 2 for _ in range(amount))))


def list_before(amount):
    rows = tuple((str(i), "示例事项", "100.00") for i in range(amount))
    return (TextTable((Column("序号"), Column("事项", 3), Column("金额", 2)), rows),)


def fields_before(amount):
    return (FieldTable(((Field("时间", "上午"),), (Field("记录", SENTENCE * amount),))),)


def short_paragraphs_before(amount):
    return tuple(Paragraph(SENTENCE) for _ in range(amount))


@pytest.mark.parametrize(
    ("before", "amounts"),
    [
        (text_before, range(1, 140, 2)),
        (clauses_before, range(1, 50)),
        (list_before, range(1, 60)),
        (fields_before, range(1, 140, 2)),
        (short_paragraphs_before, range(1, 50)),
    ],
)
def test_signatures_never_stand_alone_wherever_the_page_ends(before, amounts):
    kept = []
    for amount in amounts:
        pages = lay_out(Paper("协议书", (Title("协议书"), *before(amount), Spacer(5), SIGN))).pages
        last = pages[-1].placed
        signed = [placed for page in pages for placed in page.placed if isinstance(placed.box, SignatureBox)]
        assert len(signed) == 1, amount
        assert last[-1] is signed[0]
        kept.append(sum(placed.stop - placed.first for placed in last[:-1]))
        assert kept[-1] >= 2, amount
        for page in pages:
            assert page.used <= page.height + 0.02
    assert min(kept) <= 3  # the sweep did meet page ends where the text alone would have fitted


def test_empty_lines_are_no_text_to_keep_signatures_company():
    for amount in range(2, 40):
        blocks = (*short_paragraphs_before(amount), Paragraph(""), Paragraph("\u0007"), SIGN)
        last = lay_out(Paper("协议书", blocks)).pages[-1].placed
        assert sum(placed.box.heights[0] in (25, 19) and placed.box.inked(0) for placed in last[:-1]) >= 2, (
            amount
        )


def test_line_ends_typed_after_the_last_word_take_no_room():
    plain = lay_out(Paper("记录", (Paragraph(SENTENCE), FieldTable(((Field("记录", SENTENCE),),)))))
    typed = SENTENCE + "\n\r\n\n"
    blocks = (Paragraph(typed), FieldTable(((Field("记录", typed),),)))
    assert lay_out(Paper("记录", blocks)).pages[0].used == plain.pages[0].used


def test_more_signers_than_a_page_holds_are_all_on_paper():
    many = Place("当事人", tuple(f"示例{i}" for i in range(60)))
    pages = lay_out(Paper("协议书", (Paragraph(SENTENCE), Signatures((many,), date="2026年3月5日")))).pages
    bands = [placed.stop - placed.first for page in pages for placed in page.placed]
    assert sum(bands) == 1 + 20 + 1
    assert len(pages[0].placed) == 2


def test_every_signer_has_room_for_pen_and_fingerprint():
    for names in range(1, 9):
        block = Signatures((Place("当事人", tuple(f"示例{i}" for i in range(names))),))
        (page,) = lay_out(Paper("协议书", (Paragraph(SENTENCE), block))).pages
        box = page.placed[-1].box
        assert isinstance(box, SignatureBox)
        assert min(box.pitch) >= 45 * 72 / 25.4
        assert all(spot.empty >= 18 * 72 / 25.4 for row in box.rows for spot in row)
        assert sum(len(row) for row in box.rows) == names


def test_a_seal_stands_beside_the_last_signers_where_there_is_room_for_its_42_mm():
    for names, rows in ((1, 1), (2, 1), (3, 2), (4, 2), (5, 2), (6, 3)):
        people = Place("当事人", tuple(f"示例{i}" for i in range(names)))
        block = Signatures((people, Place("示例人民调解委员会", kind="seal")))
        (page,) = lay_out(Paper("协议书", (Paragraph(SENTENCE), block))).pages
        box = page.placed[-1].box
        assert len(box.rows) == rows, names
        seal = box.rows[-1][-1]
        assert not seal.ruled and seal.width >= 42 * 72 / 25.4
        assert (len(box.rows[-1]) - 1) * (box.pitch[-1] + GUTTER) + seal.width <= PORTRAIT.text_width + 0.01


def test_a_heading_is_never_the_last_line_of_a_page():
    opened = 0
    for amount in range(60, 160):
        blocks = (Paragraph(SENTENCE * amount), Heading("履行方式："), Paragraph(SENTENCE * 4))
        pages = lay_out(Paper("协议书", blocks)).pages
        for page in pages[:-1]:
            assert page.placed[-1].box.heights[0] != 26, amount
        opened += any(page.placed[0].box.heights[0] == 26 for page in pages[1:])
    assert opened  # the sweep did bring the heading to the foot of a page


def test_no_line_of_a_paragraph_stands_alone():
    kept = set()
    for amount in range(1, 60):
        blocks = (Paragraph(SENTENCE * amount), *(Paragraph(SENTENCE * 11) for _ in range(12)))
        for page in lay_out(Paper("记录", blocks)).pages:
            pieces = [(one.stop - one.first, len(one.box.heights)) for one in page.placed]
            kept |= {lines for lines, all_lines in pieces if lines < all_lines}
    assert min(kept) == 2  # so the sweep did meet paragraphs that end or begin at the foot of a page


def test_a_row_longer_than_a_page_goes_on_over_pages_and_short_rows_stay_whole():
    rows = tuple((Field("记录", SENTENCE * n),) for n in (1, 400, 5, 1, 3, 8))
    pages = lay_out(Paper("记录", (FieldTable(rows),))).pages
    assert len(pages) > 3
    grid = pages[0].placed[0].box
    placed = [(p.first, p.stop) for page in pages for p in page.placed]
    assert placed[0][0] == 0 and placed[-1][1] == len(grid.heights)
    assert all(a[1] == b[0] for a, b in pairwise(placed))
    cuts = {grid.spots[first] for first, _ in placed[1:]}
    assert all(number == 1 or i == 0 for number, i in cuts)


def test_no_page_ends_inside_a_row_of_a_few_lines():
    for amount in range(1, 10):
        rows = tuple((Field("记录", SENTENCE * amount),) for _ in range(60))
        for page in lay_out(Paper("记录", (FieldTable(rows),))).pages:
            (placed,) = page.placed
            assert placed.box.spots[placed.first][1] == 0, amount


def test_the_head_of_a_list_takes_room_on_every_page():
    table = TextTable((Column(("一", "二")), Column(("一", "三"))), tuple(("1", "2") for _ in range(100)))
    pages = lay_out(Paper("清单", (table,), landscape=True)).pages
    for page in pages:
        (placed,) = page.placed
        assert isinstance(placed.box, ListGrid)
        heights = placed.box.heights[placed.first : placed.stop]
        assert page.used == pytest.approx(placed.box.head.height + sum(heights))
        assert page.used <= page.height


def test_a_page_break_starts_a_page_and_makes_no_empty_one():
    blocks = (PageBreak(), Paragraph("一"), PageBreak(), PageBreak(), Paragraph("二"), PageBreak())
    assert len(lay_out(Paper("记录", blocks)).pages) == 2


def test_empty_height_counts_at_the_start_of_a_cover_and_not_after_a_natural_page_end():
    cover = lay_out(Paper("封面", (Spacer(40), Title("卷宗", cover=True), Blank("卷名")))).pages[0]
    assert cover.placed[1].top == pytest.approx(40 * 72 / 25.4)
    flowing = lay_out(Paper("记录", (Paragraph(SENTENCE * 200), Spacer(247), Paragraph("完")))).pages
    assert flowing[-1].placed[-1].top == 0


def test_boxes_that_fit_to_the_last_point_share_a_page():
    pages = fill([Box([50.0]), Box([50.0]), Box([0.5])], 100)
    assert [len(page.placed) for page in pages] == [2, 1]


def test_signatures_hold_lines_across_short_boxes():
    boxes = [LinesBox([], BODY), Box([10.0]), Box([10.0]), Box([10.0])]
    boxes[-1].clings = True
    cling(boxes)
    assert boxes[1].glued == [True] and boxes[2].glued == [True]


def test_running_text_is_set_closer_only_where_that_saves_a_page():
    def sizes(lines: int) -> tuple[int, float]:
        laid = lay_out(Paper("协议书", (Paragraph("双方各让一步。\n" * lines), SIGN)))
        return len(laid.pages), laid.pages[0].placed[0].box.heights[0]

    found = [sizes(lines) for lines in range(2, 70)]
    assert {pages for pages, _ in found} == {1, 2, 3}
    assert {height for pages, height in found if pages == 1} == {25, 19}
    tight = [height for _, height in found]
    assert 25 in tight[tight.index(19) :], "text too long to save a page keeps its size"
