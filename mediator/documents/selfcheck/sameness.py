"""Whether names, identity numbers and sums read the same wherever they stand in a case."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from mediator.domain.casefile import CaseFile
from mediator.domain.duty import is_settled, paid_fen
from mediator.domain.finding import Finding, Step
from mediator.domain.identity import normalise
from mediator.domain.pinyin import sounds_like

Text = tuple[str, Step, str, str, int | None]  # where, step, field, the words, the record

_ID: Final = re.compile(r"(?<![0-9A-Za-z])[0-9]{17}[0-9Xx](?![0-9A-Za-z])")
_HAN: Final = re.compile("[\u3400-\u9fff\U00020000-\U000323af]+")
SHORTEST: Final = 3  # of two characters too many words sound alike


def sameness_findings(file: CaseFile) -> Iterator[Finding]:
    """Two people under one number, a name written with another sign, a number or sum that is nobody's."""
    yield from _twice(file)
    for text in _texts(file):
        yield from _names(file, text)
        yield from _numbers(file, text)
    yield from _visited(file)
    yield from _sums(file)
    year = str(file.case.accepted_on.year)
    if file.dossier_number and re.search(r"20\d\d", file.dossier_number) and year not in file.dossier_number:
        yield Finding("number-of-other-year", "archive", values={"number": file.dossier_number, "year": year})


def _twice(file: CaseFile) -> Iterator[Finding]:
    numbers = Counter(normalise(party.facts.id_number) for party in file.parties if party.facts.id_number)
    for number, count in numbers.items():
        if count > 1:
            names = [p.name for p in file.parties if normalise(p.facts.id_number) == number]
            yield Finding("id-number-twice", "intake", "parties", {"names": "、".join(names)})
    for name, count in Counter(party.name.strip() for party in file.parties).items():
        roles = {party.role for party in file.parties if party.name.strip() == name}
        if count > 1 and len(roles) == 1:
            yield Finding("name-twice", "intake", "parties", {"name": name})


def _texts(file: CaseFile) -> Iterator[Text]:
    yield "纠纷简要情况", "intake", "summary", file.dispute.summary, None
    yield "申请事项", "intake", "claims", file.case.claims, None
    for hearing in file.hearings:
        yield f"第{hearing.ordinal}次调解记录", "hearings", "text", hearing.text, hearing.id
    for inquiry in file.inquiries:
        yield f"第{inquiry.ordinal}次调查记录", "hearings", "text", inquiry.text, inquiry.id
    if file.agreement is not None:
        yield "协议的主要事实", "agreement", "facts", file.agreement.facts, None
        for number, clause in enumerate(file.agreement.clauses, 1):
            yield f"其他约定第{number}条", "agreement", "clauses", clause, None
        for duty in file.agreement.own_duties:
            yield f"第{duty.ordinal}项义务", "agreement", "duties", f"{duty.what}\n{duty.wording}", duty.id
    for visit in file.visits:
        yield f"第{visit.ordinal}次回访记录", "visits", "situation", visit.situation, visit.id


def _names(file: CaseFile, text: Text) -> Iterator[Finding]:
    """A name that sounds like a party's and is written otherwise."""
    where, step, field, words, record = text
    known = _known_names(file)
    for name in sorted(name for name in known if len(name) >= SHORTEST and _HAN.fullmatch(name)):
        for written in _alike(name, words):
            if written not in known:
                values = {"where": where, "written": written, "name": name}
                yield Finding("name-misspelt", step, field, values, record)
                break


def _alike(name: str, words: str) -> Iterator[str]:
    """Pieces of a text that begin with the surname and sound like the name, but are not it."""
    start = words.find(name[0])
    while start >= 0:
        piece = words[start : start + len(name)]
        if piece != name and sounds_like(piece, name):
            yield piece
        start = words.find(name[0], start + 1)


def _known_names(file: CaseFile) -> set[str]:
    agents = {agent.name for party in file.parties for agent in party.agents}
    heads = {party.facts.representative for party in file.parties}
    return {party.name for party in file.parties} | agents | heads - {""}


def _numbers(file: CaseFile, text: Text) -> Iterator[Finding]:
    where, step, field, words, record = text
    known = {normalise(party.facts.id_number) for party in file.parties}
    known |= {normalise(agent.id_number) for party in file.parties for agent in party.agents}
    for number in _ID.findall(words):
        if number.upper() not in known:
            values = {"where": where, "tail": number[-4:]}
            yield Finding("id-number-strange", step, field, values, record)


def _visited(file: CaseFile) -> Iterator[Finding]:
    known = _known_names(file)
    for visit in file.visits:
        for name in filter(None, (name.strip() for name in visit.visited.split("、"))):
            if name not in known and any(name[0] == one[0] and len(name) == len(one) for one in known):
                values = {"name": name, "number": visit.ordinal}
                yield Finding("visited-stranger", "visits", "visited", values, visit.id)


def _sums(file: CaseFile) -> Iterator[Finding]:
    for duty in file.agreement.running_duties if file.agreement else ():
        given = paid_fen(duty)
        if duty.kind == "pay" and is_settled(duty) and duty.amount_fen and given < duty.amount_fen:
            values = {"number": duty.ordinal, "paid_fen": given, "amount_fen": duty.amount_fen}
            yield Finding("settled-below-sum", "performance", values=values)
