"""Every value of the change trail has words, and codes are told by their words."""

import re
from pathlib import Path

from mediator import casework
from mediator.casework.accept import accept
from mediator.casework.archive import mark_printed
from mediator.casework.conclude import end_without
from mediator.casework.desk import Desk
from mediator.casework.refuse import refuse
from mediator.domain.agent import Agent
from mediator.domain.case import Ending
from mediator.domain.casefile import CaseFile, PaperMark, Seal
from mediator.domain.decision import Decision, Series, Undisputed
from mediator.domain.difference import flat
from tests.people import NOW, TODAY, full_case, intake
from ui.dialogs.history import entry_text
from ui.models.labels import SILENT, path_word, value_word
from ui.models.words import VERBS


def fullest(desk: Desk) -> CaseFile:
    """The full case with what only other cases have: decisions, a series, an agent, undisputed facts."""
    file = desk.file(full_case(desk, archived=True))
    agent = Agent(id=1, ordinal=1, name="甲一", mandate="special", powers=("settle",), until_on=TODAY)
    seal = Seal(version=1, sha256="0" * 64, signed_on=TODAY, sealed_at=NOW)
    more = {
        "parties": (file.parties[0].model_copy(update={"agents": (agent,)}), *file.parties[1:]),
        "papers": (PaperMark(key="agreement", seals=(seal,)),),
        "undisputed": Undisputed(on=TODAY, facts=("漏水属实。",)),
        "decisions": (Decision(kind="reopened", on=TODAY, by="王测", reason="又有线索"),),
        "series": Series(id=1, name="欠薪", opened_on=TODAY),
        "previous_code": "2026-00001",
    }
    return file.model_copy(update=more)


def test_every_path_of_the_fullest_case_has_chinese_words(desk: Desk) -> None:
    file = fullest(desk)
    for path in flat(file):
        if path.rpartition(".")[2] in SILENT:
            continue
        words = path_word(path, file)
        assert re.search(r"[\u4e00-\u9fff]", words), path
        assert "其他内容" not in words, path
        signed = ".signing.parties." in path  # ends in the signer's name
        assert signed or not re.fullmatch(r"[a-z_0-9]+", words.split(" ")[-1]), path


def test_people_and_supplements_are_told_by_name(desk: Desk) -> None:
    file = desk.file(full_case(desk))
    first = file.parties[0].id
    assert value_word("caucuses.1.parties", [first], file) == "<b>张三"
    assert value_word("replacements.1.asked_by", first, file) == "<b>张三"
    assert value_word("replacements.1.asked_by", 99, file) == "（已不在本案的当事人）"
    ended = value_word("agreement.duties.1.ended_by", file.supplements[0].id, file)
    assert ended == "补充协议 2026-10-26"
    assert path_word(f"supplements.1.signing.parties.{first}", file) == "补充协议签名 <b>张三"
    assert path_word("caucuses.1.text", file) == "单独谈话（不入卷） 谈话要点"


def test_every_verb_that_changes_a_case_has_a_word() -> None:
    calls = re.compile(r"(?:\bact\(|acting\(work, |finish\(work, )([^)]*?), (?:case_id|None|before)")
    found: set[str] = set()
    for module in Path(casework.__path__[0]).glob("*.py"):
        for call in calls.findall(module.read_text(encoding="utf-8")):
            found |= set(re.findall(r'"([a-z-]+)"', call))
    assert len(found) > 40
    assert found - set(VERBS) == set()


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
    for file in (*map(desk.file, (failed, refused, full)), fullest(desk)):
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
