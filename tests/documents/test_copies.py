"""What was handed in stands in the dossier, each piece in its line; what cannot be printed is still named."""

import hashlib
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from pikepdf.pdfa import validate_written
from PIL import Image

from mediator.documents import press
from mediator.documents.form import Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.pdf import write_pdf
from mediator.domain.attachment import Attachment
from mediator.domain.errors import Damaged
from mediator.domain.office import Settings
from mediator.domain.track import DossierItem
from tests.documents.cases import ended, fullest, lines_of, matter, smallest
from tests.people import OFFICE

Pages = Callable[[bytes], list[str]]
HOSTILE = "漏水<b>照片</b> & =1+1"


def picture() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (300, 400), (10, 90, 200)).save(buffer, "PNG")
    return buffer.getvalue()


def two_pages() -> bytes:
    return write_pdf([Paper("甲", (Paragraph("第一份。"),)), Paper("乙", (Paragraph("第二份。"),))])


class Kept:
    """Files by their SHA-256, and how often they were read."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.reads = 0

    def piece(self, title: str, name: str, data: bytes | None, kind: str = "evidence") -> Attachment:
        number = len(self.files) + 1
        sha256 = "" if data is None else hashlib.sha256(data + bytes([number])).hexdigest()
        if data is not None:
            self.files[sha256] = data
        return Attachment(id=number, ordinal=number, kind=kind, title=title, file_name=name, sha256=sha256)

    def read(self, sha256: str) -> bytes:
        self.reads += 1
        if sha256 not in self.files:
            raise Damaged("attachment-changed", sha256=sha256[:12])
        return self.files[sha256]


def holding(kept: Kept, *pieces: Attachment, **settings: object) -> Matter:
    file = smallest().model_copy(update={"attachments": pieces})
    return Matter(file, OFFICE, Settings.model_validate(settings), None, kept.read)


def contents(found: Matter) -> list[str]:
    return lines_of(press.dossier(found))[1]


def test_each_piece_stands_in_the_line_it_belongs_to_with_its_true_pages(pages_of: Pages):
    kept = Kept()
    found = holding(
        kept,
        kept.piece(HOSTILE, "a.png", picture()),
        kept.piece("身份证复印件", "b.PDF", two_pages(), "identity"),
        kept.piece("律师函", "c.pdf", two_pages(), "mandate"),
        kept.piece("转账凭证", "d.jpg", picture(), "voucher"),
        kept.piece("裁定书", "e.pdf", two_pages(), "confirmation"),
        kept.piece("合影", "f.png", picture(), "other"),
        kept.piece("签名扫描", "g.png", picture(), "scan"),
    )
    data = press.dossier(found)
    rows = [re.fullmatch(r"\d+ (.+?) (\d+)(?:—(\d+))?", row) for row in lines_of(data)[1]]
    listed = {row[1]: (int(row[2]), int(row[3] or row[2])) for row in rows if row}
    order = [*listed]
    middle = ["身份证复印件", "律师函", "人民调解证据材料清单", HOSTILE, "合影", "人民调解记录"]
    assert [title for title in order if title in middle] == middle
    assert order.index("转账凭证") < order.index("人民调解回访记录") < order.index("裁定书")
    assert "签名扫描" not in order
    assert listed["身份证复印件"][1] - listed["身份证复印件"][0] == 1
    pages = pages_of(data)
    for title, (first, last) in listed.items():
        for number in range(first, last + 1):
            assert f"第{number}页共{len(pages) - 2}页" in pages[1 + number]
            if title in ("身份证复印件", "律师函", HOSTILE, "合影", "裁定书"):
                assert pages[1 + number].startswith(title.replace(" ", ""))
    assert f"本卷编页文书共{len(pages) - 2}页" in pages[-1]
    assert not any("另附" in row for row in lines_of(data)[1])


def test_contents_and_back_cover_alone_count_as_the_dossier_does():
    kept = Kept()
    found = holding(kept, kept.piece("合同", "a.pdf", two_pages()), kept.piece("照片", "b.jpg", picture()))
    bound = lines_of(press.dossier(found))
    alone = lines_of(press.paper(found, "contents"))[0]
    assert [row for row in alone if "页 共" not in row] == bound[1]
    assert lines_of(press.paper(found, "back-cover"))[0][0] == bound[-1][0]


def test_pictures_are_counted_without_being_read():
    kept = Kept()
    press.paper(holding(kept, kept.piece("照片", "b.jpg", picture())), "contents")
    assert kept.reads == 0


def test_the_national_list_binds_every_copy_with_the_evidence():
    kept = Kept()
    kinds = ("identity", "mandate", "voucher", "other", "evidence", "confirmation")
    pieces = [kept.piece(f"材料{kind}", "a.png", picture(), kind) for kind in kinds]
    rows = contents(holding(kept, *pieces, dossier_list="national"))
    assert all(any(f"材料{kind}" in row for row in rows) for kind in kinds)
    assert not any("另附" in row for row in rows)


def test_the_office_s_own_list_binds_what_its_lines_hold():
    kept = Kept()
    pieces = (
        kept.piece("照片", "a.png", picture()),
        kept.piece("身份证", "b.png", picture(), "identity"),
    )
    lines = (DossierItem("证据", False, (), ("evidence",)), DossierItem("协议", True, ("agreement",)))
    rows = contents(holding(kept, *pieces, dossier_list="own", own_dossier=lines))
    assert [row.split()[1] for row in rows[2:] if row[0].isdigit()] == ["照片", "协议"]


@pytest.mark.parametrize("name", ["录像.mp4", "合同.docx", "照片.heic"])
def test_what_cannot_be_printed_is_listed_and_kept_beside(name: str, pages_of: Pages):
    kept = Kept()
    found = holding(kept, kept.piece("现场材料", name, b"data"), kept.piece("租赁合同", "", None))
    rows = contents(found)
    assert any(row.endswith("现场材料 另附") for row in rows)
    assert any(row.endswith("租赁合同 另附") for row in rows)
    (text,) = pages_of(press.paper(found, "evidence-list"))
    assert text.count("另附") == 2
    assert kept.reads == 0


def missing(kept: Kept) -> Attachment:
    return kept.piece(HOSTILE, "a.pdf", two_pages()).model_copy(update={"sha256": "f" * 64})


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (missing, "不在数据文件夹里，或者内容已经改动"),
        (lambda kept: kept.piece(HOSTILE, "a.pdf", b"broken"), "读不出来"),
        (lambda kept: kept.piece(HOSTILE, "a.jpg", b"broken"), "读不出来"),
    ],
)
def test_a_file_that_cannot_be_had_gets_a_page_that_says_so(
    make: Callable[[Kept], Attachment], why: str, pages_of: Pages
):
    kept = Kept()
    found = holding(kept, make(kept))
    pages = pages_of(press.dossier(found))
    (page,) = (page for page in pages if why in page)
    assert page.startswith(HOSTILE.replace(" ", ""))
    assert f"本卷编页文书共{len(pages) - 2}页" in pages[-1]


def test_without_a_reader_the_dossier_is_bound_all_the_same(pages_of: Pages):
    kept = Kept()
    file = smallest().model_copy(update={"attachments": (kept.piece("照片", "a.jpg", picture()),)})
    assert any("没有打印" in page for page in pages_of(press.dossier(matter(file))))


def test_a_very_long_file_is_kept_beside(pages_of: Pages, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("mediator.documents.copies.MOST", 1)
    kept = Kept()
    text = "".join(pages_of(press.dossier(holding(kept, kept.piece("账册", "a.pdf", two_pages())))))
    assert "页数过多，没有打印" in text


def test_a_dossier_with_pictures_may_be_kept_and_is_the_same_every_time():
    kept = Kept()
    found = holding(kept, kept.piece("照片", "a.png", picture()), kept.piece("合同", "b.pdf", two_pages()))
    data = press.dossier(found)
    assert validate_written(BytesIO(data), "2b").passed
    assert press.dossier(found) == data


def test_a_refused_case_asks_for_no_copies_but_binds_what_is_there():
    kept = Kept()
    file = ended(fullest(), "refused", reason="other")
    file = file.model_copy(update={"attachments": (kept.piece("身份证", "a.png", picture(), "identity"),)})
    rows = contents(Matter(file, OFFICE, Settings(), None, kept.read))
    assert any("身份证" in row for row in rows) and not any("另附" in row for row in rows)
