import io
import threading
import time
from collections import Counter

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mediator.documents.fonts import missing_glyphs
from mediator.documents.form import (
    Blank,
    Clauses,
    Column,
    Field,
    FieldTable,
    Heading,
    Number,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Place,
    Signatures,
    TextTable,
    Title,
    filled,
)
from mediator.documents.pdf import page_counts, write_pdf
from mediator.documents.plain import plain
from mediator.domain.errors import Unprintable

RARE = "龑㛃𬱖𫖮𠅤𡋾䶮㑇𬍛𪚥"
HOSTILE = [
    "<b>张三",
    "a<b & c",
    "</para>x",
    "<img src=x>",
    "=1+1",
    "../x",
    "{{ name }}",
    "%s %(x)s {page}",
    "\\x00 (a) [b]",
    "张\x00三\u202e测",
    "一\ttab",
]
TYPED = RARE + "张三测<>&/='\"\\%{}()，。：“”（）￥12,.元aZ\x00\x1b\t\n\r\ud800\u202e\u200b\ufeff\u2028 　"


def squeezed(text):
    return "".join(plain(text).split())


def paper_with(value):
    """Every kind of block that carries what people type."""
    return Paper(
        "示例",
        (
            Title(value, above=value),
            Number(value),
            Heading(value),
            Paragraph(value),
            Paragraph(("甲方", filled(value), "乙方")),
            Clauses((value, value)),
            FieldTable(((Field("姓名", value), Field(value, "男")), (Field("住址", value, foot=value),))),
            TextTable((Column("序号"), Column("姓名", 3)), ((value, value), (value, value)), groups=1),
            Blank("时间", value),
            Signatures((Place("当事人", (value,), hint=value),), date=value),
        ),
        number=value,
        office=value,
    )  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_every_value_is_literal_text(value, read):
    text = read(write_pdf([paper_with(value)]))
    assert text.count(squeezed(value)) >= 17


def test_running_text_reads_back_exactly(read):
    lines = [f"申请人{RARE}于2026年3月5日支付12,500.00元，“已付”……——完。" * 9, "第二段" + RARE * 30]
    data = write_pdf([Paper("示例", (Paragraph("\n".join(lines)), Paragraph("粗" + RARE, bold=True)))])
    assert read(data) == squeezed("".join(lines)) + "粗" + RARE


def test_ten_thousand_characters_flow_over_pages(read):
    long = "".join(chr(0x4E00 + i % 9000) for i in range(10_000))
    for block in (
        Paragraph(long),
        FieldTable(((Field("记录", long),),)),
        Clauses((long,)),
        Blank("记录", long),
    ):
        text = read(write_pdf([Paper("", (block,))]))
        assert long in text.replace("记录", "", 1)
    joined = read(write_pdf([Paper("", (TextTable((Column("一"), Column("二")), ((long, ""),)),))]))
    assert Counter(long) <= Counter(joined)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=80) | st.text(alphabet=TYPED, max_size=80)
)
def test_any_text_is_printed_or_refused_by_name(value):
    missing = missing_glyphs(value)
    paper = Paper("示例", (Paragraph(value, indent=False), FieldTable(((Field("甲", value),),))))
    if missing:
        with pytest.raises(Unprintable) as caught:
            write_pdf([paper])
        assert caught.value.values["char"] in missing
    else:
        document = pypdf.PdfReader(io.BytesIO(write_pdf([paper])))
        text = "".join("".join(page.extract_text() for page in document.pages).split())
        assert Counter(squeezed(value) * 2) <= Counter(text)


@pytest.mark.parametrize("place", range(10))
def test_a_missing_glyph_anywhere_stops_the_paper_by_name(place):
    whole = paper_with("张\U00030190测")
    paper = Paper("示例", (Paragraph("好"), whole.blocks[place]))
    with pytest.raises(Unprintable) as caught:
        write_pdf([Paper("好", (Paragraph("好"),)), paper])
    assert caught.value.code == "missing-glyph"
    assert caught.value.values["codepoint"] == "U+30190"


def test_a_missing_glyph_in_the_number_of_the_running_head_is_found_too():
    with pytest.raises(Unprintable):
        write_pdf([Paper("示例", (Paragraph("好"),), number="（2026）☐字第1号")])


def test_nothing_is_left_to_the_printer_every_font_is_inside():
    blocks = (*paper_with(f"甲{RARE}").blocks, TextTable((Column("空"),), (("",), ("",))), Blank(""))
    reader = pypdf.PdfReader(io.BytesIO(write_pdf([Paper("示例", blocks), Paper("空", ())])))
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            descriptor = font.get_object().get("/FontDescriptor", {})
            fonts[font.get_object()["/BaseFont"]] = "/FontFile2" in descriptor
    assert len(fonts) >= 3
    assert all(fonts.values()), fonts
    assert not any("Helvetica" in name for name in fonts)


def test_nothing_stands_beyond_the_margins():
    value = "XS-2025-0803号合同，金额12,500.00元；" * 40
    document = pypdfium2.PdfDocument(write_pdf([paper_with(value)]))
    for page in document:
        text = page.get_textpage()
        right = max(text.get_charbox(i)[2] for i in range(text.count_chars()))
        left = min(text.get_charbox(i)[0] for i in range(text.count_chars()) if text.get_charbox(i)[2])
        assert right <= (210 - 22) * 72 / 25.4 + 0.5
        assert left >= 28 * 72 / 25.4 - 0.5
        text.close()
        page.close()
    document.close()


def test_each_paper_counts_its_own_pages(pages_of):
    two = Paper("甲", (Paragraph("一"), PageBreak(), Paragraph("二")))
    one = Paper("乙", (Paragraph("三"),))
    feet = [page.rpartition("第")[2] for page in pages_of(write_pdf([two, one]))]
    assert feet == ["1页共2页", "2页共2页", "1页共1页"]
    assert page_counts([two, one]) == [2, 1]


def test_one_count_may_run_through_all_papers_but_those_in_front(pages_of):
    papers = [Paper(name, (Paragraph("文"), PageBreak(), Paragraph("字"))) for name in "面甲乙"]
    pages = pages_of(write_pdf(papers, through=True, front=1))
    assert [page.rpartition("第")[2] for page in pages[2:]] == [f"{i}页共4页" for i in range(1, 5)]
    assert all("页" not in page for page in pages[:2])


def test_following_pages_tell_which_paper_they_belong_to(pages_of):
    paper = Paper("人民调解协议书", (Paragraph("一"), PageBreak(), Paragraph("二")), number="示人调字第1号")
    first, second = pages_of(write_pdf([paper]))
    assert "示人调字第1号" not in first
    assert "人民调解协议书示人调字第1号" in second


def test_the_same_paper_is_the_same_bytes_every_time():
    assert write_pdf([paper_with("甲一")]) == write_pdf([paper_with("甲一")])
    assert write_pdf([paper_with("甲一")]) != write_pdf([paper_with("甲二")])


def test_many_threads_write_the_same_bytes():
    papers = [paper_with(f"甲{RARE}{i}") for i in range(4)]
    alone = [write_pdf([paper]) for paper in papers]
    found = [b""] * 12

    def work(i):
        found[i] = write_pdf([papers[i % 4]])

    threads = [threading.Thread(target=work, args=(i,)) for i in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == alone * 3


def test_the_document_tells_its_title_and_language():
    reader = pypdf.PdfReader(io.BytesIO(write_pdf([Paper("调解\x00记录", (), office="示例委员会")])))
    assert reader.metadata is not None
    assert reader.metadata.title == "调解记录"
    assert reader.metadata.author == "示例委员会"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_sheets_are_a4_upright_or_across():
    reader = pypdf.PdfReader(io.BytesIO(write_pdf([Paper("一", ()), Paper("二", (), landscape=True)])))
    sizes = [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader.pages]
    assert sizes == [(595, 842), (842, 595)]


def test_a_scan_fills_the_page_and_never_leaves_it(pages_of):
    buffer = io.BytesIO()
    Image.new("RGB", (2480, 3508), "white").save(buffer, "PNG")
    data = write_pdf([Paper("扫描件", (Picture(buffer.getvalue(), caption="身份证复印件"),))])
    (page,) = pages_of(data)
    assert "身份证复印件" in page
    with pytest.raises(Unprintable, match="unreadable-picture"):
        write_pdf([Paper("扫描件", (Picture(b"no picture"),))])


def test_no_paper_at_all_is_refused():
    with pytest.raises(Unprintable, match="nothing-to-print"):
        write_pdf([])


def test_a_warm_paper_is_ready_before_the_printer_is():
    paper = paper_with("甲一于2026年3月31日前支付12,500.00元。" * 5)
    write_pdf([paper])
    best = min(_seconds(paper) for _ in range(5))
    assert best < 0.5  # 0.03 s on a quiet machine


def _seconds(paper):
    start = time.perf_counter()
    write_pdf([paper])
    return time.perf_counter() - start
