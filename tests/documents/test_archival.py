"""Every PDF we write may be kept: PDF/A-2b by the rules of a program that knows nothing of ours."""

import hashlib
import io
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files

import pikepdf
import pytest
from pikepdf.pdfa import validate_written
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from mediator.documents import press
from mediator.documents.archival import archival
from mediator.documents.form import Paper, Paragraph, Picture
from mediator.documents.pdf import write_pdf
from mediator.domain.casefile import CaseFile
from tests.documents.cases import KINDS, fullest, having, in_places, matter, smallest

RARE = "欧阳龑㛃𬱖𫖮𠅤𡋾䶮㑇𬍛𪚥"
SAID = {"title": "示例", "author": "示例委员会", "producer": "调解工作台"}


def faults(data: bytes) -> list[str]:
    report = validate_written(io.BytesIO(data), "2b")
    return [f"{one.rule}: {one.message}" for one in report.findings] or ([] if report.passed else ["?"])


def with_rare_names(file: CaseFile) -> CaseFile:
    return file.model_copy(update={"parties": in_places((RARE,), ("李𠮷测",))})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", sorted(press.forms()))
def test_every_form_may_be_kept(key: str, kind: str):
    assert faults(press.paper(having(press.forms()[key], kind), key)) == []


@pytest.mark.parametrize("file", [smallest(), fullest(), with_rare_names(smallest())])
def test_a_bound_dossier_may_be_kept(file: CaseFile):
    assert faults(press.dossier(matter(file))) == []


def test_rare_names_may_be_kept_and_still_read_back(read: Callable[[bytes], str]):
    data = press.paper(matter(with_rare_names(smallest())), "agreement")
    assert faults(data) == []
    assert RARE in read(data)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_a_scan_of_any_kind_may_be_kept(mode: str):
    buffer = io.BytesIO()
    Image.new(mode, (210, 297)).save(buffer, "JPEG" if mode == "CMYK" else "PNG")
    assert faults(write_pdf([Paper("扫描件", (Picture(buffer.getvalue(), "身份证复印件"),))])) == []


def test_what_may_not_be_kept_is_found():
    """The negative control: the check sees a face that is not inside, and a PDF that is not made fit."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawString(72, 720, "agreement")
    canvas.save()
    assert any("6.6.2" in fault for fault in faults(buffer.getvalue()))
    found = faults(archival(buffer.getvalue(), **SAID))
    assert found and all("6.2.11.4" in fault for fault in found)


@pytest.mark.parametrize("text", ["示例", "<b>&\"'</rdf:li>]]>", "甲\ufffe\uffff\x00乙", "𠮷" * 300, ""])
def test_title_and_office_are_the_same_inside_and_out_whatever_they_are(text: str):
    data = write_pdf([Paper("示例", (Paragraph("好"),), office=text)], title=text or "示例")
    assert faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as meta:
        assert "".join(filter(None, meta["dc:creator"])) == str(pdf.docinfo["/Author"])
        assert meta["dc:title"] == str(pdf.docinfo["/Title"])
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Producer"}


def test_no_day_of_writing_goes_in_so_that_the_same_case_is_the_same_bytes():
    data = press.paper(matter(fullest()), "agreement")
    assert data == press.paper(matter(fullest()), "agreement")
    assert b"CreationDate" not in data and b"ModDate" not in data
    ids = re.findall(rb"/ID \[<(\w+)><(\w+)>\]", data)
    assert ids and ids != re.findall(rb"/ID \[<(\w+)><(\w+)>\]", press.dossier(matter(fullest())))


def test_every_stream_ends_on_a_line_of_its_own():
    """ISO 19005-2, 6.1.7.1, which a reader of whole documents does not see."""
    data = press.paper(matter(smallest()), "agreement")
    ends = [match.start() for match in re.finditer(rb"endstream\nendobj", data)]
    assert ends and all(data[at - 1 : at] == b"\n" for at in ends)


def test_the_profile_is_the_one_that_was_checked_in():
    folder = files("resources.colour")
    told = folder.joinpath("SOURCES.md").read_text(encoding="utf-8")
    assert hashlib.sha256(folder.joinpath("sRGB.icc").read_bytes()).hexdigest() in told


def test_the_window_starts_without_what_only_a_paper_needs():
    code = "import sys, ui.furnish, mediator.documents.press; sys.exit('pikepdf' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=120, check=False).returncode == 0
