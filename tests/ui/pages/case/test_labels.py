"""Every value of the change trail has words, and codes are told by their words."""

import re

from mediator.casework.desk import Desk
from mediator.domain.difference import flat
from tests.people import full_case
from ui.dialogs.history import entry_text
from ui.pages.case.labels import SILENT, path_word, value_word
from ui.pages.case.words import VERBS


def test_every_path_of_the_fullest_case_has_chinese_words(desk: Desk) -> None:
    file = desk.file(full_case(desk, archived=True))
    for path in flat(file):
        if path.rpartition(".")[2] in SILENT:
            continue
        words = path_word(path, file)
        assert re.search(r"[\u4e00-\u9fff]", words), path
        signed = path.startswith("agreement.signing.parties.")  # ends in the signer's name
        assert signed or not re.fullmatch(r"[a-z_0-9]+", words.split(" ")[-1]), path


def test_values_are_told_in_words(desk: Desk) -> None:
    file = desk.file(full_case(desk))
    assert file.agreement is not None
    duty = file.agreement.duties[1]
    assert value_word("case.source", "grid-worker", file) == "网格员上报"
    assert value_word(f"agreement.duties.{duty.id}.amount_fen", 123_456, file) == "1,234.56 元"
    assert value_word(f"agreement.duties.{duty.id}.way", "cash", file) == "现金"
    assert value_word("visits.1.way", "home", file) == "上门"
    assert value_word(f"agreement.duties.{duty.id}.debtors", list(duty.debtors), file) == "李四测𠮷"
    assert value_word("case.room", "", file) == "（空）"


def test_every_verb_on_record_has_a_word_and_an_entry(desk: Desk) -> None:
    case_id = full_case(desk, archived=True)
    file = desk.file(case_id)
    for entry in desk.history(case_id):
        assert entry.verb in VERBS
        first = entry_text(entry, file).splitlines()[0]
        assert first.endswith(VERBS[entry.verb])
        assert "王测" in first
