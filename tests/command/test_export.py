"""What goes out comes back as nothing new, and into an empty folder as the same rows."""

from pathlib import Path

import openpyxl
import pytest

from mediator.casework.desk import Desk
from mediator.exchange.ledger import export_ledger
from mediator.storage import cases
from mediator.storage.store import FILE_NAME, create, open_store
from tests.command.run import Mediator, Ran, listing
from tests.exchange.books import book, cells, column, row
from tests.people import full_case, open_office, simple_case, smallest_case

HOSTILE = (
    "<b>张三",
    "a<b & c",
    "=1+1",
    "../x",
    '"老张"',
    "_x0041_",
    "+86",
    "@甲",
    "𠮷野",
    "甲\u202e乙",
    "'乙",
)
SHEETS = (None, "预防", "补充", "排查")


def everything(path: Path) -> list[list[tuple[str, ...]]]:
    return [cells(path, name) for name in SHEETS]


@pytest.fixture
def other(plain: Mediator, tmp_path: Path) -> Mediator:
    def run(*words: object) -> Ran:
        return plain("--data", tmp_path / "other", *words)

    return run


def test_out_and_in_and_out_again_gives_the_same_rows(
    mediator: Mediator, other: Mediator, tmp_path: Path
) -> None:
    rows = [
        row(
            "A-1",
            协办调解员="赵调、钱调",
            有无死亡="无",
            涉及农民工纠纷情况="否",
            纠纷转化情况="无",
            案件难度级别="重大",
        ),
        row(
            "A-2", 调解时间=None, 调解结果=None, 协议形式=None, 协议履行情况=None, **{"调解协议金(元)": None}
        ),
        row(
            "",
            案件来源="公安机关委托移送",
            纠纷类别="债务纠纷",
            协议形式="口头协议",
            当事人="张三、李四、王五",
        ),
        row("A-4", 调解结果="不予受理", 协议形式=None, 纠纷简要情况="一行\n二行，" + "长" * 10_000),
        row("A-5", 当事人="第三人:甲;被申请人:乙;申请人:丙、丁", 调委会=None),
    ]
    prevented = [{"案件编码": "A-1", "预防种类": "防止自杀", "人数": 2}]
    told = [{"案件编码": "A-2", "涉及人数": 0, "司法确认": "驳回"}]
    sweeps = [{"排查编号": "P-1", "排查种类": "定期", "开始日期": "2026-10-01"}]
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    ledger = book(tmp_path / "a.xlsx", rows, 预防=prevented, 补充=told, 排查=sweeps)
    assert mediator("import", ledger).code == 0
    assert mediator("export", "ledger", "--out", first).code == 0
    assert mediator("import", first).out == "新增 0 件，已有 5 件未重复录入。\n"
    assert other("import", first).out == "新增 5 件，排查 1 次。\n"
    assert other("export", "ledger", "--out", second).code == 0
    assert everything(second) == everything(first)
    assert len(everything(first)[0]) == 6


def test_hostile_names_and_texts_stay_what_they_are(
    mediator: Mediator, other: Mediator, tmp_path: Path
) -> None:
    quoted = '申请人:"Foo, Inc."、"甲:乙";被申请人:' + "、".join(HOSTILE)
    rows = [row(f"A-{number}", 纠纷简要情况=text, 案件属性=text) for number, text in enumerate(HOSTILE)]
    rows.append(row("=1+1", 当事人=quoted, 协办调解员=quoted[4:], 受理员="=1+1"))
    mediator("import", book(tmp_path / "a.xlsx", rows))
    mediator("export", "ledger", "--out", tmp_path / "1.xlsx")
    assert column(tmp_path / "1.xlsx", "纠纷简要情况")[:-1] == list(HOSTILE)
    assert column(tmp_path / "1.xlsx", "案件编码")[-1] == "=1+1"
    sheet = openpyxl.load_workbook(tmp_path / "1.xlsx").worksheets[0]
    assert {cell.data_type for line in sheet.iter_rows(min_row=2) for cell in line} <= {"s", "n", "d"}
    assert other("import", tmp_path / "1.xlsx").code == 0
    other("export", "ledger", "--out", tmp_path / "2.xlsx")
    assert cells(tmp_path / "2.xlsx") == cells(tmp_path / "1.xlsx")


def test_names_with_signs_arrive_as_they_are(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    parties = '申请人:"Foo, Inc."、<b>张三；被申请人："甲；乙"'
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1", 当事人=parties)]))
    with create(data) as store:
        names = [party.name for party in Desk(store, "").file_of("A-1").parties]
    assert names == ["Foo, Inc.", "<b>张三", "甲；乙"]


def test_cases_made_at_the_desk_come_back_as_nothing_new(
    mediator: Mediator, other: Mediator, data: Path, tmp_path: Path
) -> None:
    with create(data) as store:
        desk = Desk(store, "王测")
        open_office(desk)
        for make in (full_case, simple_case, smallest_case):
            make(desk)
        (tmp_path / "1.xlsx").write_bytes(export_ledger(desk))
    assert mediator("import", tmp_path / "1.xlsx").out == "新增 0 件，已有 3 件未重复录入。\n"
    assert other("import", tmp_path / "1.xlsx").out == "新增 3 件。\n"
    other("export", "ledger", "--out", tmp_path / "2.xlsx")
    assert everything(tmp_path / "2.xlsx") == everything(tmp_path / "1.xlsx")


def test_both_days_are_included(mediator: Mediator, tmp_path: Path) -> None:
    days = ("2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01")
    rows = [row(day, 受理时间=day, 调解时间="2026-11-05") for day in days]
    sweeps = [{"排查编号": day, "排查种类": "定期", "开始日期": day} for day in days]
    mediator("import", book(tmp_path / "a.xlsx", rows, 排查=sweeps))
    out = tmp_path / "o.xlsx"
    assert mediator("export", "ledger", "--from", "2026-10-01", "--to", "2026-10-31", "--out", out).code == 0
    assert column(out, "案件编码") == ["2026-10-01", "2026-10-31"]
    assert [line[0] for line in cells(out, "排查")[1:]] == ["2026-10-01", "2026-10-31"]


def test_an_empty_folder_gives_titles_and_an_office(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.xlsx"
    assert mediator("export", "ledger", "--from", "2026-10-01", "--to", "2026-10-31", "--out", out).code == 0
    assert [len(sheet) for sheet in everything(out)] == [1, 1, 1, 1]
    assert [len(sheet[0]) for sheet in everything(out)] == [25, 3, 6, 5]
    with create(data) as store:
        office = Desk(store, "").office()
    assert (office.name, office.kind, office.short_name) == ("本街道人民调解委员会", "street", "本")


def test_a_text_too_long_for_a_cell_is_never_cut(mediator: Mediator, tmp_path: Path) -> None:
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1", 纠纷简要情况="长" * 32_767)]))
    assert mediator("export", "ledger", "--out", tmp_path / "o.xlsx").code == 0
    assert column(tmp_path / "o.xlsx", "纠纷简要情况") == ["长" * 32_767]


@pytest.mark.parametrize(
    "words",
    [
        ("export", "cases", "--out", "o.xlsx"),
        ("export", "ledger"),
        ("export", "ledger", "--out", "o.csv"),
        ("export", "ledger", "--from", "2026-02-30", "--out", "o.xlsx"),
        ("export", "ledger", "--from", "2026-10-02", "--to", "2026-10-01", "--out", "o.xlsx"),
    ],
)
def test_wrong_usage_makes_nothing(mediator: Mediator, data: Path, words: tuple[str, ...]) -> None:
    assert mediator(*words).code == 2
    assert not data.exists()


def test_a_place_where_no_file_can_be_is_refused(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    ran = mediator("export", "ledger", "--out", tmp_path / "none" / "o.xlsx")
    assert (ran.code, "不能写入文件" in ran.err, data.exists()) == (1, True, False)


@pytest.mark.parametrize("name", ["长" * 300 + ".xlsx", "mediator.db.xlsx", "file/o.xlsx"])
def test_a_name_no_file_can_have_is_refused_in_words(
    mediator: Mediator, data: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    ran = mediator("export", "ledger", "--out", tmp_path / name)
    assert (ran.code, "不能写入文件" in ran.err, data.exists()) == (1, True, False)


def test_the_data_are_never_written_over(mediator: Mediator, data: Path) -> None:
    mediator("check")
    before = listing(data)
    words = ("report", "people-cases", "--period", "2026-10", "--format", "json", "--out", data / FILE_NAME)
    assert mediator(*words).code == 1
    assert listing(data) == before


def test_a_complaint_ends_with_one_full_stop(mediator: Mediator) -> None:
    ran = mediator("export", "ledger", "--from", "昨天", "--out", "o.xlsx")
    assert (ran.code, "。。" in ran.err, "看不懂日期“昨天”" in ran.err) == (2, False, True)


def test_a_text_no_cell_can_hold_is_named_by_its_case(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1"), row("A-2")]))
    with open_store(data) as store, store.work() as work:
        file = cases.load(work, cases.find_id(work, "A-2"))
        longer = file.dispute.model_copy(update={"summary": "长" * 32_768})
        cases.save_intake(work, file.id, longer, file.case)
    ran = mediator("export", "ledger", "--out", tmp_path / "o.xlsx")
    assert (ran.code, "“A-2”的“纠纷简要情况”长32768字" in ran.err) == (1, True)
    assert not (tmp_path / "o.xlsx").exists()
