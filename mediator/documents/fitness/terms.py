"""What the clauses say: sums against duties, unclear words, matters no agreement can settle."""

import re
from collections.abc import Iterator
from typing import Final

from mediator.documents.clauses import stale
from mediator.domain.agreement import Agreement
from mediator.domain.casefile import CaseFile
from mediator.domain.errors import RuleBroken
from mediator.domain.finding import Finding
from mediator.domain.money import in_words, parse_yuan

Text = tuple[str, str, str]  # (where it stands, the field to mend it, the words)

_FIGURE: Final = re.compile(r"[¥￥]\s*(\d[\d,]*(?:\.\d+)?)|(\d[\d,]*(?:\.\d+)?)\s*(万?)元")
_PAIR: Final = re.compile(
    "([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][零壹贰叁肆伍陆柒捌玖角分整正]*)"
    r"[（(]\s*[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*元?\s*[）)]"
)
_VAGUE: Final = re.compile(
    "尽快|尽早|适当|酌情|若干|视情况|视情形|有条件时|合理期限|一定数额|一定的?补偿|协商解决|另行协商|再行商定|"
    "大约|大概|差不多|[元日月天]左右|及时(?:支付|给付|履行|修复)"
)
_STATUS: Final = re.compile(
    "同意离婚|自愿离婚|解除婚姻|婚姻关系解除|婚姻无效|解除收养|成立收养|收养关系|亲子关系|断绝(?:父|母|亲)\\w*关系|"
    "(?:变更|撤销|放弃)监护"
)
_TITLE: Final = re.compile(
    "(?:归\\S{1,12}所有|所有权属于|产权归|使用权归|承包经营权归|专利权归|著作权归|商标权归)"
)
_FORBIDDEN: Final = re.compile(
    "(?:不得|不再|放弃)再?(?:向\\S{0,8})?(?:报案|报警|举报|控告|信访|上访|起诉|诉讼)|不追究\\S{0,6}刑事责任"
)
_DENIED: Final = re.compile("(?:不|未|没有)$")


def term_findings(file: CaseFile, agreement: Agreement) -> Iterator[Finding]:
    """Clauses behind their duties, sums that fit no duty, words that will not hold."""
    yield from _behind(file, agreement)
    yield from _stated(agreement)
    texts = list(_texts(file, agreement))
    for text in texts:
        yield from _pairs(text)
        yield from _words(text)
    yield from _strange_sums(agreement, texts)


def _texts(file: CaseFile, agreement: Agreement) -> Iterator[Text]:
    """Everything people worded themselves; what the program words from the duties is right by itself."""
    for number, text in enumerate(agreement.clauses, 1):
        yield f"其他约定第{number}条", "clauses", text
    for duty in agreement.own_duties:
        yield f"第{duty.ordinal}项义务", "duties", duty.wording or duty.what
    yield "履行方式、时限", "performance_text", agreement.performance_text


def _behind(file: CaseFile, agreement: Agreement) -> Iterator[Finding]:
    for duty in agreement.own_duties:
        if stale(duty, file):
            yield Finding("wording-behind", "agreement", "duties", {"number": duty.ordinal}, duty.id)


def _stated(agreement: Agreement) -> Iterator[Finding]:
    paid = any(duty.kind == "pay" for duty in agreement.own_duties)
    if agreement.stated_fen and not paid:
        yield Finding("sum-stated-only", "agreement", "stated_fen", {"amount_fen": agreement.stated_fen})
    if not agreement.own_duties:
        yield Finding("nothing-to-perform", "agreement", "duties")


def _pairs(text: Text) -> Iterator[Finding]:
    """An amount in words beside the same amount in figures."""
    where, field, words = text
    for written, figure in _PAIR.findall(words):
        fen = _fen(figure)
        if fen is not None and _plain(written) != _plain(in_words(fen)):
            values = {"where": where, "words": written, "amount_fen": fen}
            yield Finding("words-differ-from-figures", "agreement", field, values)


def _plain(written: str) -> str:
    return re.sub("[零整正]", "", written.replace("圆", "元"))


def _words(text: Text) -> Iterator[Finding]:
    where, field, words = text
    checks = (("vague", _VAGUE), ("status-matter", _STATUS), ("title-matter", _TITLE))
    for key, pattern in (*checks, ("forbidden-promise", _FORBIDDEN)):
        found = pattern.search(words)
        if found and not _DENIED.search(words[: found.start()]):
            values = {"where": where, "word": found[0]}
            yield Finding(key, "agreement", field, values)


def _strange_sums(agreement: Agreement, texts: list[Text]) -> Iterator[Finding]:
    """An amount somebody typed that is neither a duty's, nor an instalment's, nor a sum of duties."""
    known = _known_sums(agreement)
    for where, field, words in texts:
        for sign, plain, unit in _FIGURE.findall(words):
            fen = _fen((sign or plain) + unit)
            if fen is not None and known and fen not in known:
                values = {"where": where, "amount_fen": fen}
                yield Finding("sum-not-in-duties", "agreement", field, values)
                break


def _known_sums(agreement: Agreement) -> set[int]:
    whole = [duty.amount_fen for duty in agreement.own_duties if duty.amount_fen is not None]
    parts = [part.amount_fen for duty in agreement.own_duties for part in duty.instalments]
    return {*whole, *parts, *([sum(whole)] if whole else [])}


def _fen(figure: str) -> int | None:
    try:
        return parse_yuan(figure)
    except RuleBroken:
        return None
