"""pdfium keeps its state in globals: two threads inside it crash the program, so everyone waits here."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

import pypdfium2

_ONE_AT_A_TIME: Final = Lock()


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """A PDF to read from, closed by the thread that opened it; ValueError where it cannot be read."""
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(data)
            try:
                yield document
            finally:
                # Left to the collector it would be closed by any thread, in the middle of another's page.
                document.close()
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a PDF that can be read") from error
