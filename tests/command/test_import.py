"""A ledger comes in whole, or not at all."""

from contextlib import ExitStack
from pathlib import Path

import openpyxl
import pytest

from mediator.casework import take_in
from mediator.casework.desk import Desk
from mediator.casework.recycle import remove_case
from mediator.domain.errors import MediatorError
from mediator.exchange import ledger as ledgers
from mediator.exchange.ledger_words import JOINED
from mediator.storage import offices
from mediator.storage.store import FILE_NAME, open_store
from tests.command.run import Mediator, history, listing
from tests.exchange.books import TITLES, book, cells, column, edited, errors, fill, row

BAD = [
    row("B-1", 受理时间=None),
    row("B-2", 受理时间="2026-02-30"),
    row("B-3", 案件来源="天上掉下来"),
    row("B-4", 案件来源=None),
    row("B-5", 纠纷类别="外星"),
    row("B-6", 纠纷类别=None),
    row("B-7", 当事人=None),
    row("B-8", 当事人="代理人:张三"),
    row("B-9", **{"调解协议金(元)": "一万"}),
    row("B-10", **{"调解协议金(元)": -1}),
    row("B-11", **{"调解协议金(元)": "1.234"}),
    row("B-12", 调解时间="2026-10-01"),
    row("B-13", 协议形式=None),
    row("B-14", 调解结果="成了", 案件难度级别="很难"),
]
WRONG = [
    (2, "受理时间", ""),
    (3, "受理时间", "2026-02-30"),
    (4, "案件来源", "天上掉下来"),
    (5, "案件来源", ""),
    (6, "纠纷类别", "外星"),
    (7, "纠纷类别", ""),
    (8, "当事人", ""),
    (9, "当事人", "代理人:张三"),
    (10, "调解协议金(元)", "一万"),
    (11, "调解协议金(元)", "-1"),
    (12, "调解协议金(元)", "1.234"),
    (13, "调解时间", "2026-10-01"),
    (14, "协议形式", ""),
    (15, "案件难度级别", "很难"),
    (15, "调解结果", "成了"),
]


def test_a_ledger_comes_in_with_its_history(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    ran = mediator("--user", "王测", "import", book(tmp_path / "a.xlsx", [row("A-1"), row("A-2")]))
    assert (ran.code, ran.out, ran.err) == (0, "新增 2 件。\n", "")
    assert history(data, "A-1") == [("王测", "import")]


def test_every_bad_cell_is_told_and_nothing_comes_in(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "errors.xlsx"
    ran = mediator("import", book(tmp_path / "a.xlsx", [*BAD, row()]), "--errors", sheet)
    assert ran.code == 1
    assert "15处错误" in ran.err
    assert [(int(line), title, value) for _, line, title, value, _ in errors(sheet)] == WRONG
    assert {line[0] for line in errors(sheet)} == {"案件"}
    assert all(line[4].endswith("。") for line in errors(sheet))
    assert not data.exists()


def test_a_row_of_a_case_in_the_bin_is_told_and_the_others_come_in(
    mediator: Mediator, data: Path, tmp_path: Path
) -> None:
    assert mediator("import", book(tmp_path / "a.xlsx", [row("A-1")])).code == 0
    with open_store(data) as store:
        desk = Desk(store, "王测")
        remove_case(desk, desk.file_of("A-1").id, "重复登记")
    both = book(tmp_path / "b.xlsx", [row("A-1"), row("A-2")])
    ran = mediator("import", both)
    assert (ran.code, "A-1在回收站里" in ran.err) == (1, True)
    assert mediator("import", both, "--skip-bad-rows").out == "新增 1 件，跳过 1 行。\n"


def test_bad_rows_are_skipped_when_asked(mediator: Mediator, tmp_path: Path) -> None:
    sheet, ledger = tmp_path / "errors.xlsx", book(tmp_path / "a.xlsx", [*BAD, row("A-1")])
    ran = mediator("import", ledger, "--skip-bad-rows", "--errors", sheet)
    assert (ran.code, ran.out) == (0, "新增 1 件，跳过 14 行。\n")
    assert len(errors(sheet)) == len(WRONG)
    assert (
        mediator("import", ledger, "--skip-bad-rows").out == "新增 0 件，已有 1 件未重复录入，跳过 14 行。\n"
    )


def test_the_same_sheet_twice_adds_nothing(mediator: Mediator, tmp_path: Path) -> None:
    rows = [row("A-1"), row(""), row(""), row("", 纠纷简要情况="另一件。")]
    ledger = book(tmp_path / "a.xlsx", rows)
    assert mediator("import", ledger).out == "新增 4 件。\n"
    again = mediator("import", ledger)
    assert (again.code, again.out) == (0, "新增 0 件，已有 4 件未重复录入。\n")
    more = book(tmp_path / "b.xlsx", [*rows, row("")])
    assert mediator("import", more).out == "新增 1 件，已有 4 件未重复录入。\n"


def test_defaults_are_filled_in_before_contents_are_compared(mediator: Mediator, tmp_path: Path) -> None:
    bare = row("A-1", 调委会=None, 案件难度级别=None, 受理时间="2026年10月5日")
    full = row("A-1", 调委会="本街道人民调解委员会", 案件难度级别="一般", 受理时间="20261005")
    mediator("import", book(tmp_path / "a.xlsx", [bare]))
    assert mediator("import", book(tmp_path / "b.xlsx", [full])).out.startswith("新增 0 件")


def test_a_known_code_with_other_contents_is_an_error(mediator: Mediator, tmp_path: Path) -> None:
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1")]))
    other = book(
        tmp_path / "b.xlsx", [row("A-1", 纠纷简要情况="改过。"), row("A-2"), row("A-2", 主办调解员="赵调")]
    )
    ran = mediator("import", other, "--errors", tmp_path / "e.xlsx")
    assert ran.code == 1
    told = [(line, title, value) for _, line, title, value, _ in errors(tmp_path / "e.xlsx")]
    assert told == [("2", "案件编码", "A-1"), ("4", "案件编码", "A-2")]
    assert "纠纷简要情况" in errors(tmp_path / "e.xlsx")[0][4]


def test_a_refused_first_import_leaves_nothing(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    data.mkdir()
    assert mediator("import", book(tmp_path / "a.xlsx", BAD)).code == 1
    assert list(data.iterdir()) == []


def test_a_rehearsal_writes_nothing(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    good = book(tmp_path / "a.xlsx", [row("A-1")])
    ran = mediator("import", good, "--dry-run")
    assert (ran.code, "新增 1 件" in ran.out, data.exists()) == (0, True, False)
    mediator("import", good)
    before = listing(data)
    worse = book(tmp_path / "b.xlsx", [row("A-2"), *BAD])
    ran = mediator("import", worse, "--dry-run", "--errors", tmp_path / "e.xlsx")
    assert (ran.code, len(errors(tmp_path / "e.xlsx"))) == (1, len(WRONG))
    assert mediator("import", book(tmp_path / "c.xlsx", [row("A-3")]), "--dry-run").code == 0
    assert listing(data) == before


def test_titles_alone_are_fine(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    ran = mediator("import", book(tmp_path / "a.xlsx", []))
    assert (ran.code, ran.out) == (0, "新增 0 件。\n")
    assert mediator("check").code == 0


PREVENTED = (("A-1", "防止自杀", "1"), ("A-1", "防止群体性上访", "20"))
TOLD = (("A-2", "60", "有效", "2026-10-20", "2026-10-30", "满意"),)
SWEPT = (("P-1", "集中", "2026-10-01", "2026-10-03", "4"),)


def test_joined_sheets_come_along(mediator: Mediator, tmp_path: Path) -> None:
    sheets = {"预防": PREVENTED, "补充": TOLD, "排查": SWEPT}
    joined = {
        name: [dict(zip([column.title for column in JOINED[name]], line, strict=True)) for line in lines]
        for name, lines in sheets.items()
    }
    ledger = book(tmp_path / "a.xlsx", [row("A-1"), row("A-2")], **joined)
    assert mediator("import", ledger).out == "新增 2 件，排查 1 次。\n"
    assert mediator("import", ledger).out == "新增 0 件，已有 2 件未重复录入。\n"
    mediator("export", "ledger", "--out", tmp_path / "out.xlsx")
    assert {name: tuple(cells(tmp_path / "out.xlsx", name)[1:]) for name in sheets} == sheets


def test_a_visit_before_the_conclusion_is_taken_as_it_was_told(mediator: Mediator, tmp_path: Path) -> None:
    told = [{"案件编码": "A-1", "回访日期": "2026-10-01", "满意度": "满意"}]
    assert mediator("import", book(tmp_path / "a.xlsx", [row("A-1")], 补充=told)).code == 0
    assert mediator("import", book(tmp_path / "b.xlsx", [row("A-1")], 补充=told)).out.count("新增 0") == 1


def test_joined_rows_without_their_case_are_errors(mediator: Mediator, tmp_path: Path) -> None:
    ledger = book(
        tmp_path / "a.xlsx",
        [row("A-1"), row("A-2", 案件来源="无")],
        预防=[{"案件编码": code, "预防种类": "防止自杀", "人数": 1} for code in ("X-9", "A-2", "A-1")],
        补充=[{"案件编码": "A-1"}, {"案件编码": "A-1", "确认日期": "待定"}],
        排查=[{"排查编号": "P-1", "排查种类": "集中", "开始日期": "2026-10-03", "结束日期": "2026-10-01"}],
    )
    mediator("import", ledger, "--errors", tmp_path / "e.xlsx")
    assert [line[:4] for line in errors(tmp_path / "e.xlsx")] == [
        ("案件", "3", "案件来源", "无"),
        ("预防", "2", "案件编码", "X-9"),
        ("预防", "3", "案件编码", "A-2"),
        ("补充", "3", "确认日期", "待定"),
        ("排查", "2", "结束日期", "2026-10-01"),
    ]


def test_a_joined_sheet_may_speak_of_a_case_that_is_there(mediator: Mediator, tmp_path: Path) -> None:
    told = {"案件编码": "A-1", "预防种类": "防止自杀", "人数": 1}
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1")], 预防=[told]))
    assert mediator("import", book(tmp_path / "b.xlsx", [], 预防=[told])).out.startswith("新增 0 件")
    assert mediator("import", book(tmp_path / "c.xlsx", [], 预防=[told | {"人数": 2}])).code == 1
    assert mediator("import", book(tmp_path / "d.xlsx", [], 预防=[told, told])).code == 1


def test_a_moved_title_is_refused(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    fill(made.worksheets[0], [TITLES[1], TITLES[0], *TITLES[2:]], [row()])
    made.save(tmp_path / "a.xlsx")
    ran = mediator("import", tmp_path / "a.xlsx", "--skip-bad-rows")
    assert (ran.code, "第1列的标题应为“案件编码”" in ran.err, data.exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (b"", "不是 .xlsx 表格"),
        (b"PK\x03\x04 cut off", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 100, "加了密码"),
        ("案件编码,调委会\n".encode(), "不是 .xlsx 表格"),
    ],
)
def test_other_files_are_refused_by_what_they_are(
    mediator: Mediator, data: Path, tmp_path: Path, contents: bytes, words: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(contents)
    ran = mediator("import", path)
    assert (ran.code, words in ran.err, data.exists()) == (1, True, False)


def test_a_file_that_is_not_there_is_refused(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    for path in (tmp_path / "none.xlsx", tmp_path):
        ran = mediator("import", path)
        assert (ran.code, "读不到文件" in ran.err, data.exists()) == (1, True, False)


def test_new_names_are_remembered(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    named = row(
        "A-1",
        调委会="乙社区调委会",
        调解工作室="示例工作室",
        受理员="孙记",
        协办调解员="赵调、钱调",
        行政划分="420101",
    )
    mediator("import", book(tmp_path / "a.xlsx", [named, row("A-2", 调委会="示例行业调委会")]))
    with open_store(data) as store, store.look() as work:
        assert offices.rooms(work) == ["示例工作室"]
        assert offices.areas(work) == ["420101"]
        assert {person.name for person in offices.mediators(work)} == {"孙记", "王测", "赵调", "钱调"}
        kinds = {each.name: each.kind for each in offices.committees(work)}
    assert kinds == {"本街道人民调解委员会": "street", "乙社区调委会": "resident", "示例行业调委会": "street"}


def test_names_of_firms_are_known_as_organisations(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    parties = "申请人:张三测;被申请人:示例（集团）有限公司、示例机械厂、“小王”"
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1", 当事人=parties)]))
    with open_store(data) as store:
        kinds = [party.facts.kind for party in Desk(store, "").file_of("A-1").parties]
    assert kinds == ["person", "organisation", "organisation", "person"]


def test_what_an_open_case_tells_of_money_is_kept(mediator: Mediator, tmp_path: Path) -> None:
    told = row("A-1", 调解结果=None, 调解时间=None, 调解书编号="字1号", **{"调解协议金(元)": 0})
    ledger = book(tmp_path / "a.xlsx", [told], 补充=[{"案件编码": "A-1", "满意度": "满意"}])
    mediator("import", ledger)
    assert mediator("import", ledger).out == "新增 0 件，已有 1 件未重复录入。\n"
    mediator("export", "ledger", "--out", tmp_path / "out.xlsx")
    assert column(tmp_path / "out.xlsx", "调解协议金(元)") == ["0"]
    assert column(tmp_path / "out.xlsx", "调解书编号") == ["字1号"]
    assert mediator("check").code == 0


def test_a_given_number_is_never_one_of_the_ledger(mediator: Mediator, tmp_path: Path) -> None:
    mediator(
        "import",
        book(tmp_path / "a.xlsx", [row("2026-00001"), row(""), row("2026-00003"), row("", 主办调解员="")]),
    )
    mediator("export", "ledger", "--out", tmp_path / "out.xlsx")
    codes = column(tmp_path / "out.xlsx", "案件编码")
    assert sorted(codes) == ["2026-00001", "2026-00002", "2026-00003", "2026-00004"]


def test_a_failure_midway_leaves_neither_office_nor_file(
    mediator: Mediator, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MediatorError("disk-full")

    monkeypatch.setattr(take_in, "add_ledger_cases", fail)
    ran = mediator("import", book(tmp_path / "a.xlsx", [row("A-1")]))
    assert (ran.code, "磁盘满了" in ran.err, data.exists()) == (1, True, False)
    mediator("check")
    before = listing(data)
    assert mediator("import", tmp_path / "a.xlsx").code == 1
    assert listing(data) == before


def test_of_two_first_imports_the_one_refused_leaves_the_other_whole(
    mediator: Mediator, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, take = book(tmp_path / "a.xlsx", [row("A-1")]), ledgers.take_in

    def overtaken(desk: Desk, rows: take_in.Ledger, *_step: object) -> object:
        monkeypatch.undo()
        with open_store(data) as quicker:
            take(Desk(quicker, "另一人"), rows)
        return take(desk, rows)

    monkeypatch.setattr(ledgers, "take_in", overtaken)
    ran = mediator("import", ledger)
    assert (ran.code, "另一个窗口" in ran.err) == (1, True)
    assert mediator("import", ledger).out == "新增 0 件，已有 1 件未重复录入。\n"


def test_a_failed_first_import_takes_no_file_from_under_an_open_window(
    mediator: Mediator, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as window:

        def fail(*_: object) -> None:
            window.enter_context(open_store(data))
            raise MediatorError("disk-full")

        monkeypatch.setattr(ledgers, "take_in", fail)
        ran = mediator("import", book(tmp_path / "a.xlsx", [row("A-1")]))
        assert (ran.code, "磁盘满了" in ran.err, (data / FILE_NAME).exists()) == (1, True, True)


def test_the_error_sheet_is_never_written_over_the_ledger_or_the_data(
    mediator: Mediator, data: Path, tmp_path: Path
) -> None:
    ledger = book(tmp_path / "a.xlsx", [*BAD, row("A-1")])
    before = ledger.read_bytes()
    ran = mediator("import", ledger, "--skip-bad-rows", "--errors", tmp_path / "." / "a.xlsx")
    assert (ran.code, "同一个文件" in ran.err, data.exists()) == (2, True, False)
    assert ledger.read_bytes() == before
    mediator("check")
    kept = listing(data)
    assert mediator("import", ledger, "--errors", data / FILE_NAME).code == 1
    assert listing(data) == kept


def test_what_the_screen_leaves_out_is_said_to_be_in_the_error_sheet(
    mediator: Mediator, tmp_path: Path
) -> None:
    ledger = book(tmp_path / "a.xlsx", [row(f"B-{n}", 当事人=None) for n in range(51)])
    assert "另有 1 处错误，加 --errors" in mediator("import", ledger).err
    told = mediator("import", ledger, "--errors", tmp_path / "e.xlsx").err
    assert f"另有 1 处错误，都在 {tmp_path / 'e.xlsx'} 中。" in told
    assert len(errors(tmp_path / "e.xlsx")) == 51


def test_a_bad_value_without_end_is_told_short(mediator: Mediator, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", [row("A-1", 受理时间="换掉")])
    edited(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace("换掉", "长" * 40_000))
    ran = mediator("import", path, "--errors", tmp_path / "e.xlsx")
    assert (ran.code, len(ran.err) < 600, "长…”" in ran.err) == (1, True, True)
    ((*where, value, reason),) = errors(tmp_path / "e.xlsx")
    assert (where, value[:2], value[-1], reason[-1]) == (["案件", "2", "受理时间"], "长长", "…", "…")
