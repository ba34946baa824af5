"""Papers without a screen."""

from pathlib import Path

import pypdfium2
import pytest

from mediator.casework.desk import Desk
from mediator.casework.paper_matter import matter_of
from mediator.casework.recycle import remove_case
from mediator.documents import press
from mediator.storage.store import create
from tests.command.run import Mediator, history
from tests.exchange.books import book, row
from tests.people import full_case, now, open_office, simple_case


def text(path: Path) -> str:
    """All words of a PDF, without the line ends of its layout."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join("".join(pages).split())


@pytest.fixture
def number(data: Path) -> str:
    """The code of the fullest case there is."""
    with create(data) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        return desk.file(full_case(desk)).code


def test_every_paper_and_the_dossier_are_those_of_the_window(
    mediator: Mediator, data: Path, number: str, tmp_path: Path
) -> None:
    with create(data) as store:
        desk = Desk(store, "王测", now)
        matter = matter_of(desk, desk.file_of(number))
    keys = {ref.key for ref in press.keys_for(matter)} | {"dossier"}
    assert {"cover", "agreement", "mediation-record", "follow-up-record"} < keys
    for key in sorted(keys):
        out = tmp_path / f"{key}.pdf"
        assert mediator("print", number, key, "--out", out).code == 0
        assert out.read_bytes() == press.paper(matter, key)


def test_a_case_in_the_bin_is_not_printed(
    mediator: Mediator, data: Path, number: str, tmp_path: Path
) -> None:
    with create(data) as store:
        desk = Desk(store, "王测", now)
        remove_case(desk, desk.file_of(number).id, "重复登记")
    ran = mediator("print", number, "agreement", "--out", tmp_path / "a.pdf")
    assert (ran.code, "回收站" in ran.err) == (1, True)
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize("dossier", ["（2026）示例人调字第1号", " (2026)示例人调字第1号"])
def test_a_case_is_found_by_its_dossier_number_too(
    mediator: Mediator, number: str, dossier: str, tmp_path: Path
) -> None:
    out = tmp_path / "a.pdf"
    assert mediator("print", dossier, "agreement", "--out", out).code == 0
    assert "示例物业有限公司" in text(out)


def test_an_oral_agreement_prints_as_its_register(mediator: Mediator, data: Path, tmp_path: Path) -> None:
    with create(data) as store:
        desk = Desk(store, "王测", now)
        open_office(desk)
        number = desk.file(simple_case(desk)).code
    assert mediator("print", number, "agreement", "--out", tmp_path / "a.pdf").code == 0
    assert "口头协议" in text(tmp_path / "a.pdf")


def test_an_imported_success_can_be_printed(mediator: Mediator, tmp_path: Path) -> None:
    facts = "楼上漏水，" * 300 + "完。"
    told = row("A-1", 当事人="申请人:张三测、李四测、王五测;被申请人:示例公司", 纠纷简要情况=facts)
    told["调解协议金(元)"] = 10_010.05
    mediator("import", book(tmp_path / "a.xlsx", [told]))
    assert mediator("print", "A-1", "agreement", "--out", tmp_path / "a.pdf").code == 0
    printed = text(tmp_path / "a.pdf")
    assert all(name in printed for name in ("张三测", "李四测", "王五测", "示例公司", "壹万零壹拾元零伍分"))
    assert printed.count("漏") == 300  # one character: a page may end inside the words
    assert "None" not in printed
    assert mediator("print", "A-1", "dossier", "--out", tmp_path / "d.pdf").code == 0


def test_printing_to_a_file_changes_no_record(
    mediator: Mediator, data: Path, number: str, tmp_path: Path
) -> None:
    before = history(data, number)
    mediator("print", number, "dossier", "--out", tmp_path / "d.pdf")
    assert history(data, number) == before


def test_what_is_not_there_is_refused(mediator: Mediator, data: Path, number: str, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    ran = mediator("print", "2099-00001", "agreement", "--out", out)
    assert (ran.code, "2099-00001" in ran.err) == (1, True)
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1", 调解结果="终止", 协议形式=None)]))
    ran = mediator("print", "A-1", "agreement", "--out", out)
    assert (ran.code, "本案没有" in ran.err, out.exists()) == (1, True, False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("print", "X", "no-such-form", "--out", "a.pdf"), 2),
        (("print", "X", "agreement"), 2),
        (("print", "X", "--out", "a.pdf"), 2),
        (("print", "X", "agreement", "--out", "a.docx"), 2),
        (("print", "X", "agreement", "--out", "a.pdf"), 1),
    ],
)
def test_a_folder_without_data_stays_empty(
    mediator: Mediator, data: Path, words: tuple[str, ...], code: int
) -> None:
    ran = mediator(*words)
    assert (ran.code, bool(ran.err), data.exists()) == (code, True, False)


def test_all_papers_are_named(plain: Mediator) -> None:
    ran = plain("print", "--list")
    assert ran.code == 0
    assert {line.split()[0] for line in ran.out.splitlines()} >= {"agreement", "dossier", "cover"}
