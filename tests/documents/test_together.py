"""One kind of paper of all cases of a series in one PDF."""

from hashlib import sha256
from io import BytesIO

import pypdfium2
import pytest

from mediator.casework.desk import Desk
from mediator.casework.series import series_state
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.together import bundle, fingerprints, kinds
from mediator.domain.errors import NotFound
from tests.casework import series_scene


@pytest.fixture
def matters(desk: Desk) -> list[Matter]:
    series_id = series_scene.agreed(desk)
    files = series_state(desk, series_id).files
    return [Matter(file, desk.office(), desk.settings()) for file in files]


def test_each_case_counts_its_own_pages(matters: list[Matter]) -> None:
    told: list[str] = []
    made = bundle(matters, "agreement", lambda _done, _total, code: told.append(code))
    with pypdfium2.PdfDocument(BytesIO(made.data)) as document:
        assert len(document) == made.pages
        texts = [page.get_textpage().get_text_range() for page in document]
    first = [text for text in texts if "第 1 页" in text]
    assert len(first) == 2
    assert ["甲一" in text for text in first] == [True, False]
    assert ["乙二" in text for text in first] == [False, True]
    assert told == [*(matter.file.code for matter in matters), ""]
    for matter in matters:
        alone = sha256(press.paper(matter, "agreement")).hexdigest()
        assert fingerprints(matters, "agreement")[matter.file.id] == (("agreement", None, alone),)


def test_cases_without_the_paper_are_named(matters: list[Matter]) -> None:
    bare = Matter(
        matters[0].file.model_copy(update={"agreement": None}), matters[0].office, matters[0].settings
    )
    made = bundle([bare, matters[1]], "agreement")
    assert made.without == (bare.file.code,)
    assert made.cases == (matters[1].file.id,)
    with pytest.raises(NotFound):
        bundle([bare], "agreement")


def test_what_can_be_printed_for_how_many(matters: list[Matter]) -> None:
    found = {key: number for key, _, number in kinds(matters)}
    assert found["agreement"] == 2
    assert "mediation-record" not in found


def test_work_that_is_stopped_stops(matters: list[Matter]) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _total: int, _code: str) -> None:
        if done == 1:
            raise Stopped

    with pytest.raises(Stopped):
        bundle(matters, "agreement", stop)
