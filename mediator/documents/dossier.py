"""Binds the papers of a case into one PDF: cover, contents with true page numbers, papers in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from mediator.documents.form import Paper
from mediator.documents.pdf import FOOTER, LaidOut, draw, lay_out

ROUNDS: Final = 5  # the contents grow by a page at most once or twice when numbers get longer


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: the place of a paper in the dossier and the pages it fills."""

    place: int
    paper: Paper
    first: int
    last: int


Contents = Callable[[Sequence[Entry]], Paper]


def entries(papers: Sequence[Paper], counts: Sequence[int], before: int = 0) -> list[Entry]:
    """Say for each paper on which pages it stands when `before` pages stand in front."""
    result: list[Entry] = []
    for place, (paper, count) in enumerate(zip(papers, counts, strict=True), 1):
        result.append(Entry(place, paper, before + 1, before + count))
        before += count
    return result


def bind(
    cover: Paper,
    contents: Contents,
    papers: Sequence[Paper],
    *,
    count_front: bool = False,
    footer: str = FOOTER,
    title: str = "",
) -> bytes:
    """Bind a dossier; cover and contents carry no page number unless `count_front`."""
    laid = [lay_out(paper) for paper in papers]
    front = lay_out(cover)
    listed = _contents(contents, front, laid, count_front)
    everything = [front, listed, *laid]
    return draw(everything, footer=footer, through=True, front=0 if count_front else 2, title=title)


def _contents(contents: Contents, cover: LaidOut, laid: Sequence[LaidOut], count_front: bool) -> LaidOut:
    """Compose the contents; where they count themselves, again until their length is the one assumed."""
    papers = [one.paper for one in laid]
    counts = [len(one.pages) for one in laid]
    length = 1
    for _ in range(ROUNDS):
        before = len(cover.pages) + length if count_front else 0
        listed = lay_out(contents(entries(papers, counts, before)))
        if not count_front or len(listed.pages) == length:
            break
        length = len(listed.pages)
    return listed
