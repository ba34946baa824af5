import io
import re

import pypdf
import pytest

from mediator.documents.dossier import bind, entries
from mediator.documents.form import Column, Paper, Paragraph, TextTable, Title

COVER = Paper("卷宗封面", (Title("调解卷宗", cover=True),))


def contents(listed):
    rows = tuple((str(e.place), e.paper.title, f"{e.first}-{e.last}") for e in listed)
    columns = (Column("序号"), Column("文件名称", 5, "left"), Column("页码", 2))
    return Paper("卷内目录", (Title("卷内目录"), TextTable(columns, rows)))


def papers(count):
    return [
        Paper(f"文件{i:03}", (Paragraph(f"正文{i:03}。" * (1 + 90 * (i % 4))),)) for i in range(1, count + 1)
    ]


@pytest.mark.parametrize("count_front", [False, True])
@pytest.mark.parametrize("count", [1, 7, 120])
def test_the_contents_tell_the_true_page_of_every_paper(count, count_front, pages_of):
    pages = pages_of(bind(COVER, contents, papers(count), count_front=count_front))
    told = {}
    for page in pages:
        told.update(re.findall(r"(文件\d{3})(\d+)-\d+", page))
    assert len(told) == count
    for name, number in told.items():
        (true,) = {page for page in pages if f"第{number}页共" in page and name[-3:] in page}
        assert f"正文{name[-3:]}。" in true
        assert all(f"正文{name[-3:]}" not in page for page in pages[: pages.index(true)])


def test_cover_and_contents_are_not_counted_unless_asked(pages_of):
    plain = pages_of(bind(COVER, contents, papers(3)))
    assert "页共" not in plain[0] + plain[1]
    assert plain[2].endswith(f"第1页共{len(plain) - 2}页")
    counted = pages_of(bind(COVER, contents, papers(3), count_front=True))
    assert [page.rpartition("第")[2] for page in counted] == [
        f"{i}页共{len(counted)}页" for i in range(1, len(counted) + 1)
    ]


def test_contents_longer_than_a_page_push_the_papers_back(pages_of):
    pages = pages_of(bind(COVER, contents, papers(120), count_front=True))
    first = next(i for i, page in enumerate(pages, 1) if page.startswith("正文001"))
    assert first > 3
    assert f"文件001{first}-{first}" in pages[1]


def test_every_paper_has_a_bookmark():
    reader = pypdf.PdfReader(io.BytesIO(bind(COVER, contents, papers(3), title="示例卷宗")))
    assert [item.title for item in reader.outline] == [
        "卷宗封面",
        "卷内目录",
        "文件001",
        "文件002",
        "文件003",
    ]
    assert [reader.get_destination_page_number(item) for item in reader.outline][:3] == [0, 1, 2]
    assert reader.metadata is not None
    assert reader.metadata.title == "示例卷宗"


def test_entries_follow_each_other_without_gap():
    listed = entries(papers(3), [2, 1, 4], before=3)
    assert [(e.place, e.first, e.last) for e in listed] == [(1, 4, 5), (2, 6, 6), (3, 7, 10)]
