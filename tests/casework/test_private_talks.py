"""What a party told the mediator apart reaches no paper, no ledger and no return."""

import io
import json
import re
import zipfile
from collections.abc import Iterator

import pypdfium2
import pytest

from mediator.casework.count import make_return
from mediator.casework.desk import Desk
from mediator.casework.paper_matter import matter_of
from mediator.documents import order, press
from mediator.documents.matter import Matter
from mediator.domain.office import Settings
from mediator.exchange.ledger import export_ledger
from mediator.statistics.catalogue import all_returns
from mediator.statistics.export import FORMATS, as_bytes
from tests.documents.cases import on_the_way
from tests.on_the_way import SECRET
from tests.people import OFFICE, full_case

PERIODS = ("2026-10", "2026-11", "2026-Q4", "2026")


def words(data: bytes) -> str:
    """Everything a file says: of a PDF its text, of a workbook all its parts, of JSON its values."""
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        text = "".join(page.get_textpage().get_text_range() for page in document)
        document.close()
        return re.sub(r"\s", "", text)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    return json.dumps(json.loads(data), ensure_ascii=False)


def papers(found: Matter) -> Iterator[tuple[str, bytes]]:
    for key in press.forms():
        if order.drafts_of(press.forms()[key], found):
            yield key, press.paper(found, key)
    yield press.DOSSIER, press.dossier(found)


@pytest.fixture
def told(desk: Desk) -> int:
    case_id = full_case(desk, archived=True)
    assert SECRET in desk.file(case_id).caucuses[0].text
    return case_id


def test_no_paper_tells_a_private_talk(desk: Desk, told: int):
    found = matter_of(desk, desk.file(told))
    texts = {key: words(data) for key, data in papers(found)}
    assert {"inquiry-record", "mediation-record", "evidence-list", "dossier-note", "dossier"} <= set(texts)
    assert [key for key, text in texts.items() if SECRET in text] == []
    assert "邻居甲二" in texts["inquiry-record"]


def test_no_turn_of_a_case_gives_a_paper_its_private_talks():
    for file in on_the_way("fullest"):
        assert SECRET in file.caucuses[0].text
        found = Matter(file, OFFICE, Settings())
        assert found.file.caucuses == ()
        assert SECRET not in repr(found)


def test_no_ledger_and_no_return_tells_a_private_talk(desk: Desk, told: int):
    ledger = words(export_ledger(desk))
    assert "李四测" in ledger and SECRET not in ledger
    for key in all_returns():
        for period in PERIODS:
            for form in FORMATS:
                assert SECRET not in words(as_bytes(make_return(desk, key, period), form))
