"""How a hearing or a case ended, in the words of the papers."""

from collections.abc import Mapping
from typing import Final

from mediator.codes import word
from mediator.documents.matter import Matter
from mediator.documents.parts import RULE, day_text
from mediator.documents.wording import Wording
from mediator.domain.casefile import CaseFile
from mediator.domain.hearing import Hearing
from mediator.domain.track import Reason, all_tracks

TOLD: Final = "已告知当事人可以依法通过下列途径维护自己的权利：{途径}。"


def hearing_result(matter: Matter, hearing: Hearing, words: Mapping[str, Wording]) -> str:
    """The result of a sitting; of a failed one also which other ways the parties were told (Art. 26)."""
    file = matter.file
    if hearing.result == "agreed":
        oral = file.agreement is not None and file.agreement.form == "oral"
        return matter.say(words["agreed_orally" if oral else "agreed"])
    if ends_with(file, hearing):
        return ending_words(matter, words["told"], dated=file.ending.on != hearing.held_on)
    if hearing.result == "failed":
        return f"调解不成功。{_told(matter, words['told'], ())}"
    return f"{word('hearing_result', hearing.result)}。"


def ends_with(file: CaseFile, hearing: Hearing) -> bool:
    """Whether the case ended without agreement in this sitting: the last one, failed or on the last day."""
    last = bool(file.hearings) and file.hearings[-1].id == hearing.id
    ended = file.ending.outcome in ("failed", "terminated")
    return last and ended and (hearing.result == "failed" or file.ending.on == hearing.held_on)


def told_in_a_record(file: CaseFile) -> bool:
    """Whether a record of mediation tells how the case ended."""
    return any(ends_with(file, hearing) for hearing in file.hearings)


def ending_words(matter: Matter, told: Wording, *, dated: bool = True) -> str:
    """How a case without agreement ended, why, and what the parties were told; empty for any other case."""
    file, ending = matter.file, matter.file.ending
    if ending.outcome not in ("refused", "failed", "terminated"):
        return ""
    reason = _named_reason(file)
    why = reason.word if reason else ""
    if ending.outcome == "refused":
        advice = advice_told(file)
        return f"不予受理。{_because(why, '')}{f'已告知当事人：{advice}' if advice else ''}"
    day = f"{day_text(ending.on)}，" if ending.on and dated else ""
    state = "调解不成功，终止调解" if ending.outcome == "failed" else "终止调解"
    return f"{day}{state}。{_because(why, ending.reason_text)}{_told(matter, told, ending.told_ways)}"


def reason_told(file: CaseFile) -> str:
    """Why a case was refused or ended, with the article it rests on; empty where only 其他 is known."""
    reason, ending = _named_reason(file), file.ending
    law = f"（依据：{reason.source}）" if reason and reason.source.startswith("《") else ""
    own = "" if ending.outcome == "refused" else ending.reason_text.strip().rstrip("。")
    return _sentence("；".join(filter(None, (f"{reason.word}{law}" if reason else "", own))))


def advice_told(file: CaseFile) -> str:
    """Where the parties of a refused case were told to go: the office's words, else the reason's."""
    reason = all_tracks()[file.case.track].reason(file.ending.reason)
    return _sentence(file.ending.reason_text.strip() or (reason.advice if reason else ""))


def ways_told(file: CaseFile) -> str:
    """The other ways the parties were told of (Art. 26)."""
    return "、".join(filter(None, (word("other_way", way) for way in file.ending.told_ways)))


def _named_reason(file: CaseFile) -> Reason | None:
    """The coded reason of a case's end, None for 其他, which says nothing."""
    reason = all_tracks()[file.case.track].reason(file.ending.reason)
    return None if reason is None or reason.key == "other" else reason


def _sentence(text: str) -> str:
    return f"{text.rstrip('。')}。" if text else ""


def _because(*reasons: str) -> str:
    known = [text.strip().rstrip("。") for text in reasons if text.strip()]
    return f"理由：{'；'.join(known)}。" if known else ""


def _told(matter: Matter, told: Wording, ways: tuple[str, ...]) -> str:
    named = "、".join(filter(None, (word("other_way", way) for way in ways)))
    return matter.say(told, 途径=named or RULE)
