"""收条: a creditor has received money by the agreement; one for each payment, blank before the first."""

from typing import Final

from mediator.codes import code_list
from mediator.documents.clauses import who
from mediator.documents.form import Blank, Block, Form, Paper, Paragraph, Place, Run, Title, filled
from mediator.documents.matter import Matter
from mediator.documents.parts import FIRM_HINT, SIGN_HINT, between, signed
from mediator.documents.payments import Payment, paid_by_hand
from mediator.documents.settlement import duty_place
from mediator.documents.wording import wordings
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.dates import write_date
from mediator.domain.duty import Duty
from mediator.domain.errors import NotFound
from mediator.domain.money import format_yuan, in_words

KEY: Final = "receipt"
WORDS: Final = wordings(KEY, received="今收到{付款人}给付的下列款项，系履行{协议}{款项}：")


def compose(matter: Matter, subject: Payment | None) -> Paper:
    """The receipt of one payment, or one to be filled in by hand, signed by who received the money."""
    file = matter.file
    if file.agreement is None:
        raise NotFound("paper-has-no-subject", title=FORM.title)
    duty = subject.duty if subject else _only(paid_by_hand(file))
    amount = subject.entry.amount_fen if subject else None
    ways = "\u3000".join(f"□{word}" for key, word in code_list("payment_way").pairs() if key != "on-site")
    blocks: tuple[Block, ...] = (
        Title(FORM.title),
        Paragraph(_received(matter, file.agreement, duty)),
        Blank("人民币（大写）", in_words(amount) if amount is not None else ""),
        Blank("小写（元）", f"¥{format_yuan(amount)}" if amount is not None else ""),
        Paragraph(f"给付方式：{ways}", indent=False),
        Paragraph(f"纠纷：{between(file)}。", indent=False),
        *signed(_receivers(file, duty), subject.entry.on if subject else None),
    )
    return Paper(FORM.title, blocks, file.agreement.number or file.code, matter.committee)


def _received(matter: Matter, agreement: Agreement, duty: Duty | None) -> tuple[str | Run, ...]:
    payer: str | Run = who(matter.file, duty.debtors) if duty else filled(None, blank=10)
    return matter.pieces(
        WORDS["received"], 付款人=payer, 协议=_agreed(agreement), 款项=_of_it(matter.file, duty)
    )


def _of_it(file: CaseFile, duty: Duty | None) -> str:
    """Which duty of several it is, and for what."""
    what = duty.what.strip().rstrip("。") if duty else ""
    several = file.agreement is not None and len(file.agreement.duties) > 1
    number = duty_place(file, duty).removeprefix("协议") if duty and several else ""
    of_later = "的" if number and duty and duty.supplement_id is not None else ""
    return of_later + number + (f"（{what}）" if what else "")


def _agreed(agreement: Agreement) -> str:
    what = "口头调解协议" if agreement.form == "oral" else "《人民调解协议书》"
    number = f"（编号：{agreement.number}）" if agreement.number else ""
    return f"{write_date(agreement.agreed_on)}达成的{what}{number}"


def _receivers(file: CaseFile, duty: Duty | None) -> tuple[Place, ...]:
    parties = [party for party in file.parties if duty and party.id in duty.creditors]
    places = (
        Place("收款人", (party.name,), hint=FIRM_HINT if party.facts.kind == "organisation" else SIGN_HINT)
        for party in parties
    )
    return tuple(places) or (Place("收款人", hint=SIGN_HINT),)


def _only(duties: tuple[Duty, ...]) -> Duty | None:
    return duties[0] if len(duties) == 1 else None


def needed(matter: Matter) -> bool:
    """Whether money is paid by hand, as far as the agreement tells."""
    return bool(paid_by_hand(matter.file))


def bound(matter: Matter, subject: Payment | None) -> bool:
    """Whether this very receipt was used: the office may keep one written by hand, or a slip of the bank."""
    return matter.made(KEY, subject.id if subject else None)


FORM = Form(KEY, "收条", ("people",), needed, "payment", compose, bound, WORDS)
