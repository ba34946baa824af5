"""Rows keep their places: what is taken away comes back to where it was."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.row_list import ListRow, RowList


class Line(ListRow):
    """A row that is one word."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word
        self.starts = 0

    def is_empty(self) -> bool:
        return not self.word

    def raw(self) -> str:
        return self.word

    def focus_first(self) -> None:
        self.starts += 1


class Lines(RowList[Line]):
    """A list of words."""

    def __init__(self, *words: str) -> None:
        super().__init__()
        for place, word in enumerate(words):
            self._take_in(Line(word), place)

    def removed_words(self, row: Line, place: int) -> str:
        return f"已移除第 {place + 1} 行 {row.word}"

    def words(self) -> list[str]:
        shown = [self._body.itemAt(place).widget() for place in range(self._body.count())]
        assert shown == self.rows()
        return [row.word for row in self.rows()]


@pytest.fixture
def lines(qtbot: QtBot) -> Lines:
    made = Lines("甲", "乙", "丙", "")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_removed_row_comes_back_to_its_place(lines: Lines, qtbot: QtBot, place: int) -> None:
    row = lines.rows()[place]
    with qtbot.waitSignal(lines.changed):
        row.asked.emit("remove")
    assert row.word not in lines.words()
    assert lines.banner.words.text() == f"已移除第 {place + 1} 行 {row.word}"
    lines.restore()
    assert lines.words() == ["甲", "乙", "丙", ""]
    assert row.isVisible() and lines.banner.isHidden()
    lines.restore()
    assert lines.words() == ["甲", "乙", "丙", ""]


def test_all_removed_rows_come_back_the_last_first(lines: Lines) -> None:
    first, second, third, empty = lines.rows()
    lines.remove(first)
    lines.remove(third)
    lines.remove(empty)
    lines.remove(second)
    assert lines.words() == []
    lines.restore()
    assert (lines.words(), second.starts) == (["乙"], 1)
    assert lines.banner.words.text() == "已移除第 2 行 丙", "the one before is offered next"
    lines.restore()
    lines.restore()
    assert lines.words() == ["甲", "乙", "丙"]
    assert lines.banner.isHidden()


def test_nothing_is_said_of_an_empty_row(lines: Lines) -> None:
    lines.remove(lines.rows()[3])
    assert lines.banner.isHidden()
    assert lines.raw() == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("place", "asked", "words"),
    [
        (1, "up", ["乙", "甲", "丙", ""]),
        (1, "down", ["甲", "丙", "乙", ""]),
        (0, "up", ["甲", "乙", "丙", ""]),
        (3, "down", ["甲", "乙", "丙", ""]),
    ],
)
def test_a_row_moves_by_one_place_and_never_off_the_list(
    lines: Lines, place: int, asked: str, words: list[str]
) -> None:
    lines.rows()[place].asked.emit(asked)
    assert lines.words() == words


def test_enter_goes_to_the_row_below_and_out_of_the_last(lines: Lines, qtbot: QtBot) -> None:
    rows = lines.rows()
    lines.go_after(rows[0])
    assert [row.starts for row in rows] == [0, 1, 0, 0]
    with qtbot.waitSignal(lines.submitted):
        lines.go_after(rows[3])


def test_what_is_wrong_stands_below_until_something_changes(lines: Lines) -> None:
    lines.mark("请填写")
    assert "请填写" in lines.note.text() and lines.rows()[0].starts == 1
    lines.rows()[1].changed.emit()
    assert lines.note.text() == ""
