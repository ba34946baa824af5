"""Words the duties of an agreement as clauses: what was agreed and nothing more."""

import re
from datetime import date
from typing import Final

from mediator.codes import word
from mediator.documents.numerals import chinese
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.duty import Duty, DutyFacts, Instalment
from mediator.domain.money import format_yuan, in_words

BLANK_DAY: Final = "______年____月____日"  # to be filled in by hand
MOST_DAYS: Final = 6  # more days of instalments are told by their clause alone
_ENDS: Final = " 。；;，,、.\n"
# 赔偿医疗费 brings its verb, 赔偿款 does not.
_PAYS: Final = re.compile("(?:支付|给付|赔偿|补偿|偿还|返还|归还|退还|补发|承担|缴纳)(?![款金费])")
_HAND_VERBS: Final = ("交付", "交还", "归还", "返还", "退还", "移交", "送还", "提供", "腾退", "搬离")
_SUM_ENDS: Final = tuple("费款金息租资酬")
# 不得夜间施工 is a promise as it stands, 夜间施工 and 不文明行为 name what is to stop.
_PROMISE: Final = re.compile("停止|不再|不得|不许|禁止|避免|终止|勿|不(?![当法文实良雅利合])")


def money(fen: int) -> str:
    """An amount as agreements write it: 人民币壹仟元整（¥1,000.00）."""
    return f"人民币{in_words(fen)}（¥{format_yuan(fen)}）"


def who(file: CaseFile, places: tuple[int, ...]) -> str:
    """Parties with their role, as clauses name them: 申请人甲一、乙二、被申请人丙三."""
    groups: dict[str, list[str]] = {}
    for party in file.parties:
        if party.id in places:
            groups.setdefault(word("party_role", party.role), []).append(party.name)
    return "、".join(role + "、".join(names) for role, names in groups.items())


def clause(duty: DutyFacts, file: CaseFile) -> str:
    """One duty as a full sentence; a date, place or way that is not known is left out of it."""
    return (_pay if duty.kind == "pay" else _OTHERS.get(duty.kind, _act))(duty, file)


def worded(duty: DutyFacts, file: CaseFile) -> str:
    """A duty as its agreement says it: by hand where edited."""
    return _trimmed(duty.wording) or clause(duty, file)


def agreement_clauses(file: CaseFile) -> tuple[str, ...]:
    """All clauses of the agreement: of each duty, by hand where edited, then the further ones."""
    if file.agreement is None:
        return ()
    duties = (worded(duty, file) for duty in file.agreement.own_duties)
    return (*duties, *filter(None, map(_trimmed, file.agreement.clauses)))


def stale(duty: DutyFacts, file: CaseFile) -> bool:
    """Whether a clause edited by hand was edited from something else than the duty says now."""
    now, edited = clause(duty, file), _trimmed(duty.wording)
    return bool(edited) and now not in (duty.worded_from, edited)


def performance_lines(file: CaseFile) -> tuple[str, ...]:
    """履行方式、时限: one line a duty, with room for a day that is not known yet, then the office's words."""
    if file.agreement is None:
        return ()
    duties = file.agreement.own_duties
    lines = [_performance(duty, number, alone=len(duties) == 1) for number, duty in enumerate(duties, 1)]
    return (*filter(None, lines), *filter(None, [_trimmed(file.agreement.performance_text)]))


def _trimmed(text: str) -> str:
    return text.strip()


def _what(duty: DutyFacts) -> str:
    return duty.what.strip().rstrip(_ENDS)


def _until(day: date | None) -> str:
    return f"于{write_date(day)}前（含当日）" if day else ""


def _where(duty: DutyFacts) -> str:
    place = duty.place.strip().rstrip(_ENDS)
    return f"在{place}" if place else ""


def _way(duty: DutyFacts) -> str:
    if duty.way == "on-site":
        return "当场"
    return f"以{word('payment_way', duty.way)}方式" if duty.way in ("cash", "transfer", "mobile") else ""


def _toward(duty: DutyFacts, file: CaseFile, preposition: str) -> str:
    creditors = who(file, duty.creditors)
    return f"{preposition}{creditors}" if creditors else ""


def _pay(duty: DutyFacts, file: CaseFile) -> str:
    what, verb, purpose = _what(duty), "支付", ""
    if _PAYS.match(what):
        verb = ""
    elif what and not what.endswith(_SUM_ENDS):
        what, purpose = "", f"，该款为{what}"
    amount = money(duty.amount_fen) if duty.amount_fen is not None else "人民币______元（¥______）"
    head = f"{who(file, duty.debtors)}应{'' if duty.instalments else _until(duty.due_on)}{_where(duty)}"
    aim = _toward(duty, file, "向")
    if not duty.instalments:
        return f"{head}{_way(duty)}{aim}{verb}{what}{amount}{purpose}。"
    parts = "；".join(_part(number, part) for number, part in enumerate(duty.instalments, 1))
    last = f"；全部款项{_until(duty.due_on)}付清" if _days(duty) == [duty.due_on] and duty.due_on else ""
    return f"{head}{_way(duty)}{_count(duty)}{aim}{verb}{what}共计{amount}{purpose}：{parts}{last}。"


def _part(number: int, part: Instalment) -> str:
    until = f"，{_until(part.due_on)}付清" if part.due_on else ""
    return f"第{chinese(number)}期{money(part.amount_fen)}{until}"


def _act(duty: DutyFacts, file: CaseFile) -> str:
    toward = _toward(duty, file, "对")
    return (
        f"{who(file, duty.debtors)}应{_until(duty.due_on)}{_where(duty)}{toward}履行以下义务：{_what(duty)}。"
    )


def _refrain(duty: DutyFacts, file: CaseFile) -> str:
    since = f"自{write_date(duty.due_on)}起" if duty.due_on else ""
    promise = "承诺：" if _PROMISE.search(duty.what) else "停止、不再实施以下行为："
    head = f"{who(file, duty.debtors)}{since}{_where(duty)}{_toward(duty, file, '对')}"
    return f"{head}{promise}{_what(duty)}。"


def _deliver(duty: DutyFacts, file: CaseFile) -> str:
    what = _what(duty)
    verb = "" if what.startswith(_HAND_VERBS) else "交付"
    head = f"{who(file, duty.debtors)}应{_until(duty.due_on)}{_where(duty)}"
    return f"{head}{_toward(duty, file, '向')}{verb}{what}。"


def _apologise(duty: DutyFacts, file: CaseFile) -> str:
    what = _what(duty)
    head = f"{who(file, duty.debtors)}应{_until(duty.due_on)}{_where(duty)}"
    if "向" in what:
        return f"{head}{what}。"
    toward = _toward(duty, file, "向")
    return f"{head}{toward}{what}。" if "道歉" in what else f"{head}{toward}赔礼道歉（{what}）。"


_OTHERS: Final = {"act": _act, "refrain": _refrain, "deliver": _deliver, "apologise": _apologise}


def _count(duty: DutyFacts) -> str:
    return f"分{chinese(len(duty.instalments))}期" if duty.instalments else ""


def _days(duty: DutyFacts) -> list[date | None]:
    """The day of each part; where no part has one, the day of the whole."""
    days = [part.due_on for part in duty.instalments]
    return days if any(days) else [duty.due_on]


def _performance(duty: Duty, number: int, *, alone: bool) -> str:
    if duty.kind == "refrain":
        return ""
    name = "" if alone else f"第{chinese(number)}项："
    if duty.way == "on-site" and not duty.instalments:
        return f"{name}当场履行。"
    manner = _way(duty) + _count(duty)
    return f"{name}{manner}履行，{_times(duty)}。" if manner else f"{name}{_times(duty)}。"


def _times(duty: Duty) -> str:
    days = [write_date(day) if day else BLANK_DAY for day in _days(duty)]
    if len(days) == 1:
        return f"于{days[0]}前（含当日）履行完毕"
    if len(days) > MOST_DAYS:
        return f"首期最后期限为{days[0]}，末期最后期限为{days[-1]}，各期期限见该项"
    return f"各期最后期限依次为{'、'.join(days)}"
