import pytest

from mediator.documents.form import Column, Field, FieldTable, Paper, TextTable
from mediator.documents.pdf import lay_out, write_pdf
from mediator.documents.typeset.blocks import chinese, clause_number
from mediator.documents.typeset.fields import set_fields
from mediator.documents.typeset.tables import set_table


def words(cell):
    return "".join(line.text for line in cell.lines)


def test_equal_titles_are_one_head_cell_and_short_paths_are_tall():
    columns = (
        Column("地区"),
        Column(("受理", "申请")),
        Column(("受理", "主动")),
        Column(("结果", "成功", "书面")),
        Column(("结果", "成功", "口头")),
    )
    head = set_table(TextTable(columns, ()), 500).head
    assert {(words(c), top, foot, round(c.x), round(c.width)) for top, foot, c in head.cells} == {
        ("地区", 0, 3, 0, 100),
        ("受理", 0, 1, 100, 200),
        ("申请", 1, 3, 100, 100),
        ("主动", 1, 3, 200, 100),
        ("结果", 0, 1, 300, 200),
        ("成功", 1, 2, 300, 200),
        ("书面", 2, 3, 300, 100),
        ("口头", 2, 3, 400, 100),
    }


def test_equal_neighbours_in_group_columns_become_one_tall_cell():
    total = ("合计", None, "6")
    rows = (("东区", "甲", "1"), ("东区", "甲", "2"), ("西区", "甲", "3"), total, total)
    grid = set_table(TextTable((Column("区"), Column("会"), Column("数")), rows, groups=2), 300)
    tall = {(span, words(cell)) for span, cells in grid.groups.items() for cell in cells}
    assert tall == {((0, 2), "东区"), ((0, 2), "甲")}
    assert [[words(cell) for cell in row.cells] for row in grid.rows] == [
        ["1"], ["2"], ["西区", "甲", "3"], ["合计", "6"], ["合计", "6"],
    ]  # fmt: skip
    assert [round(cell.width) for cell in grid.rows[3].cells] == [200, 100]


def test_a_tall_cell_names_its_group_on_every_page(pages_of):
    rows = tuple((f"示例{g}区", str(i)) for g in "甲乙" for i in range(70))
    table = TextTable((Column("地区"), Column("件数")), rows, groups=1)
    pages = pages_of(write_pdf([Paper("清单", (table,))]))
    assert len(pages) > 3
    assert all(page.count("地区件数") == 1 for page in pages)
    assert all("示例甲区" in page or "示例乙区" in page for page in pages)
    assert sum(page.count("示例甲区") for page in pages) == sum("示例甲区" in page for page in pages)


@pytest.mark.parametrize("size", range(2, 12))
def test_a_tall_cell_always_has_the_height_its_words_need(size):
    rows = tuple((f"名字很长的示例委员会第{i // size}号", str(i)) for i in range(200))
    table = TextTable((Column("会"), Column("数", 9)), rows, groups=1)
    grid = set_table(table, 450)
    for page in lay_out(Paper("清单", (table,))).pages:
        (placed,) = page.placed
        pieces = {n: height for n, _, _, _, height in grid.pieces(0, placed.first, placed.stop)}
        for (first, stop), (cell,) in grid.groups.items():
            here = [pieces[n] for n in range(first, stop) if n in pieces]
            assert not here or sum(here) >= len(cell.lines) * cell.style.leading - 0.01


def test_a_list_without_rows_still_shows_its_head(pages_of):
    (page,) = pages_of(write_pdf([Paper("清单", (TextTable((Column("序号"), Column("姓名")), ()),))]))
    assert page.startswith("序号姓名")


def test_a_number_that_would_be_cut_is_set_smaller_instead():
    rows = (("110101199003078515", "合计"),)
    grid = set_table(TextTable((Column("号码", 1), Column("备注", 3.2)), rows), 450)
    cell = grid.rows[0].cells[0]
    assert [line.text for line in cell.lines] == ["110101199003078515"]
    assert cell.style.size < 12
    assert grid.rows[0].cells[1].style.size == 12


def test_labels_under_each_other_have_one_width():
    rows = (
        (Field("姓名", "甲一"), Field("性别", "男")),
        (Field("职业或职务", "示例"), Field("联系方式", "13800000000")),
        (Field("住址", "示例"),),
    )
    grid = set_fields(FieldTable(rows), 450)
    edges = [[round(cell.x, 1) for cell in row.cells] for row in grid.rows]
    assert edges[0] == edges[1]
    assert edges[2] == edges[0][:2]
    assert all(row.cells[-1].x + row.cells[-1].width == pytest.approx(450) for row in grid.rows)


def test_an_empty_field_is_room_to_write_and_never_says_none(pages_of):
    table = FieldTable(((Field("纠纷简要情况", lines=10),), (Field("", "整行文字"),)))
    assert set_fields(table, 450).rows[0].slices == 10
    (page,) = pages_of(write_pdf([Paper("登记表", (table,))]))
    assert page.startswith("纠纷简要情况整行文字第1页")


def test_the_foot_of_a_field_stands_below_its_value():
    table = FieldTable(((Field("意见", "同意。", lines=5, foot="（签名）\n2026年3月5日"),),))
    value = set_fields(table, 450).rows[0].cells[1]
    assert [line.text for line in value.lines] == ["同意。", "", "", "（签名）", "2026年3月5日"]


@pytest.mark.parametrize(
    ("style", "number", "said"),
    [
        ("一、", 1, "一、"),
        ("一、", 12, "十二、"),
        ("（一）", 20, "（二十）"),
        ("1.", 10, "10."),
        ("第一条", 99, "第九十九条"),
    ],
)
def test_clauses_are_numbered_as_their_style_shows(style, number, said):
    assert clause_number(style, number) == said


def test_chinese_numbers_have_no_gap():
    assert len({chinese(n) for n in range(1, 100)}) == 99
    assert chinese(10) == "十"
