"""One index for names, numbers, phones and text: FTS5 over bigrams made here.

FTS5's own trigram index finds no two-character name, and unicode61 keeps a Chinese run as one token.
"""

import re
import unicodedata
from collections.abc import Iterable

from mediator.domain.characters import bare
from mediator.domain.pinyin import spellings
from mediator.storage.store import Work

EDITION = 3  # of what the index keeps; 2: initials of names, characters younger than Python; 3: agents
MOST = 2000
LONGEST = 200  # characters of a query that are looked at

# Python's own tables know no character younger than itself: those of names, and private ones, are named here.
_YOUNG = "\ue000-\uf8ff\U00020000-\U0002fffd\U00030000-\U0003fffd\U000f0000-\U0010fffd"
_RUN = re.compile(rf"[0-9a-z]+|(?:[^\W0-9a-z_]|[{_YOUNG}])+")


def put(work: Work, case_id: int, words_of_case: str) -> None:
    """Renew the words by which a case is found."""
    renew(work, [(case_id, words_of_case)])


def renew(work: Work, rows: list[tuple[int, str]]) -> None:
    """Renew the words by which many cases are found, as (case id, words)."""
    if rows:
        gone = [(case_id,) for case_id, _ in rows]
        work.session.connection().exec_driver_sql("DELETE FROM case_search WHERE rowid = ?", gone)
        add(work, rows)


def add(work: Work, rows: list[tuple[int, str]]) -> None:
    """Add (case id, words) rows of cases that are not in the index yet."""
    if rows:
        work.session.connection().exec_driver_sql("INSERT INTO case_search(rowid, grams) VALUES (?, ?)", rows)


def words(texts: Iterable[str], names: Iterable[str] = ()) -> str:
    """What the index keeps of texts and of names, which are found by their initials besides.

    Of each run its bigrams and its last character; raise EDITION with every change of what is kept.
    """
    found: list[str] = []
    for text in (*texts, *(spelled for name in names for spelled in spellings(name))):
        for run in _runs(text):
            found += _bigrams(run)
    return " ".join(found)


def find(work: Work, query: str) -> list[int]:
    """Ids of the cases that hold every run of the query, newest first; nothing for an empty query."""
    match = _match(query[:LONGEST])
    if not match:
        return []
    sql = "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in work.session.connection().exec_driver_sql(sql, (match, MOST))]


def _match(query: str) -> str:
    return " AND ".join(_term(run) for run in _runs(query))


def _term(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return " + ".join(f'"{gram}"' for gram in _bigrams(run)[:-1])


def _runs(text: str) -> list[str]:
    """Runs of letters and digits, and runs of other word characters (Chinese), in lower case."""
    return _RUN.findall(unicodedata.normalize("NFKC", bare(text)).lower())


def _bigrams(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] + [run[-1]]
