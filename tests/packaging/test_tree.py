"""The source tree survives a Windows checkout: line ends, names, and paths that are not too long."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mediator.domain.number import safe_file_name

ROOT = Path(__file__).parents[2]
KEPT = ("mediator", "ui", "resources", "packaging", "tests")
LONGEST = 120  # of the 260 characters Windows takes, the rest is the folder it is unpacked into


def files() -> Iterator[Path]:
    for top in KEPT:
        for path in (ROOT / top).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def test_text_has_the_same_line_ends_everywhere_and_the_rest_is_left_alone() -> None:
    rules = (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert rules[0] == "* text=auto eol=lf"
    binary = {match[1] for rule in rules if (match := re.fullmatch(r"\*(\.\w+) binary", rule))}
    for path in files():
        data = path.read_bytes()
        if path.suffix in binary:
            continue
        assert b"\0" not in data, f"{path} is no text: name its kind in .gitattributes"
        assert b"\r" not in data, path


def test_names_are_names_on_windows_too() -> None:
    paths = [path.relative_to(ROOT) for path in files()]
    assert len(paths) > 300, "the tree was not found"
    folded = Counter(str(path).casefold() for path in paths)
    assert [path for path, count in folded.items() if count > 1] == []
    for path in paths:
        assert all(safe_file_name(part) == part for part in path.parts if part[0] != "_"), path
        assert len(str(path)) <= LONGEST, path
