"""Ways to read a printed paper back, by two programs that know nothing of ours."""

import io
import re
from collections.abc import Callable

import pypdf
import pypdfium2
import pytest


def squeeze(text: str) -> str:
    """Leave only what is ink."""
    return re.sub(r"\s", "", text)


def _by_pdfium(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return pages


def _by_pypdf(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


@pytest.fixture
def pages_of() -> Callable[[bytes], list[str]]:
    """The text of each page, without blanks."""
    return lambda data: [squeeze(page) for page in _by_pdfium(data)]


@pytest.fixture(params=[_by_pdfium, _by_pypdf], ids=["pdfium", "pypdf"])
def read(request: pytest.FixtureRequest) -> Callable[[bytes], str]:
    """The text of a paper without blanks and page numbers."""

    def text(data: bytes) -> str:
        return re.sub(r"第\d+页共\d+页", "", squeeze("".join(request.param(data))))

    return text
