"""履行催告书: what of the agreement is late, and that the committee urges the debtors to perform it."""

from collections.abc import Iterator
from typing import Final

from mediator.documents.clauses import money, worded
from mediator.documents.form import Block, Clauses, Form, Paper, Paragraph
from mediator.documents.matter import Matter
from mediator.documents.notices import notice
from mediator.documents.numerals import chinese
from mediator.documents.parts import BLANK_DAY, between, day_text, in_order
from mediator.documents.wording import wordings
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.duty import Due, Duty, past_due
from mediator.domain.errors import NotFound

WORDS: Final = wordings(
    "urging-letter",
    opening="{纠纷}，{协议}。据本委员会记录，下列义务的履行期限已经届满，尚未履行完毕：",
    law=(
        "经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行；"
        "人民调解委员会对调解协议的履行情况进行监督，督促当事人履行约定的义务（《人民调解法》第三十一条）。"
    ),
    ask="请于{日期}前履行，并将履行凭证交本委员会；已经履行的，请告知本委员会。",
    court="当事人之间就调解协议的履行或者内容发生争议的，一方当事人可以向人民法院提起诉讼（第三十二条）。",
    enforce=(
        "本调解协议已经人民法院依法确认有效，一方当事人拒绝履行或者未全部履行的，"
        "对方当事人可以向人民法院申请强制执行（第三十三条）。"
    ),
)


def compose(matter: Matter, subject: None) -> Paper:
    """The letter to all whose duties are late (人民调解法 Art. 31)."""
    file = matter.file
    if file.agreement is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    debtors = {place for duty, _ in _late(matter) for place in duty.debtors}
    to = [party for party in in_order(file) if party.id in debtors]
    return notice(matter, FORM.title, to, _body(matter, file.agreement))


def _body(matter: Matter, agreement: Agreement) -> Iterator[Block]:
    file = matter.file
    yield Paragraph(matter.say(WORDS["opening"], 纠纷=between(file), 协议=_agreed(agreement)))
    yield Clauses(tuple(_told(duty, dues, file) for duty, dues in _late(matter)))
    yield Paragraph(matter.say(WORDS["law"]))
    # What the creditors can do when nothing happens (Arts. 32, 33).
    otherwise = WORDS["enforce" if file.confirmation.state == "valid" else "court"]
    yield Paragraph(matter.say(WORDS["ask"], 日期=BLANK_DAY) + matter.say(otherwise))


def _late(matter: Matter) -> list[tuple[Duty, list[Due]]]:
    """The duties of which something is late, with what."""
    agreement, today = matter.file.agreement, matter.today
    if agreement is None or today is None or matter.file.effect_on is None:
        return []
    late = [(duty, past_due(duty, today)) for duty in agreement.duties]
    return [(duty, dues) for duty, dues in late if dues]


def _agreed(agreement: Agreement) -> str:
    what = "口头调解协议" if agreement.form == "oral" else "调解协议"
    number = f"（编号：{agreement.number}）" if agreement.number else ""
    return f"当事人于{day_text(agreement.agreed_on)}达成{what}{number}"


def _told(duty: Duty, dues: list[Due], file: CaseFile) -> str:
    late = "；".join(_overdue(due) for due in dues)
    of_it = "其中" if dues[0].part else "该项"
    source = "补充协议" if duty.supplement_id is not None else "协议"
    return f"{source}约定：{worded(duty, file).rstrip('。')}。{of_it}{late}。"


def _overdue(due: Due) -> str:
    """The day a part was due, not since when it is late: a last day on a holiday moves."""
    part = f"第{chinese(due.part)}期" if due.part else ""
    left = "尚未履行完毕" if due.amount_fen is None else f"尚欠{money(due.amount_fen)}"
    return f"{part}于{day_text(due.due_on)}到期，{left}"


def needed(matter: Matter) -> bool:
    """Whether something of an agreement in effect is late."""
    return bool(_late(matter))


FORM = Form("urging-letter", "履行催告书", ("people",), needed, "case", compose, wordings=WORDS)
