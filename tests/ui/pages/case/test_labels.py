"""Every value of the change trail has words, and codes are told by their words."""

import re

from mediator.casework.accept import accept
from mediator.casework.archive import mark_printed
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.refuse import refuse
from mediator.domain.case import Ending
from mediator.domain.difference import flat
from tests.people import TODAY, full_case, intake
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


def test_no_key_of_a_list_is_shown_to_people(desk: Desk) -> None:
    failed = accept(desk, intake())
    ways = ("arbitration", "court")
    ending = Ending(outcome="failed", on=TODAY, reason="no-agreement", told_ways=ways)
    end_without(desk, failed, ending)
    refused = refuse(desk, intake(), "not-civil")
    full = full_case(desk, archived=True)
    mark_printed(desk, full, "agreement", None, "0" * 64)
    for file in map(desk.file, (failed, refused, full)):
        for path, value in flat(file).items():
            for key in value if isinstance(value, list) else [value]:
                if path.rpartition(".")[2] not in SILENT and re.fullmatch("[a-z]{2}[a-z-]*", str(key)):
                    assert str(key) not in value_word(path, value, file), path
    assert value_word("ending.told_ways", list(ways), desk.file(failed)) == "仲裁、向人民法院提起诉讼"
    assert value_word("ending.reason", "not-civil", desk.file(refused)) == "不属于民间纠纷"
    assert value_word("papers.0.key", "agreement", desk.file(full)) == "人民调解协议书"


def test_every_verb_on_record_has_a_word_and_an_entry(desk: Desk) -> None:
    case_id = full_case(desk, archived=True)
    file = desk.file(case_id)
    for entry in desk.history(case_id):
        assert entry.verb in VERBS
        first = entry_text(entry, file).splitlines()[0]
        assert first.endswith(VERBS[entry.verb])
        assert "王测" in first
