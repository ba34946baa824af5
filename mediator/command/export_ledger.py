"""mediator export: the ledger as a workbook."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from mediator.command import output
from mediator.command.verb import Call, Verb, desk_in_any
from mediator.command.words import say
from mediator.domain.errors import RuleBroken, WrongUsage
from mediator.exchange.cells import as_date
from mediator.exchange.ledger import export_ledger


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["ledger"], metavar="ledger", help="导出台账")
    parser.add_argument("--from", dest="first", metavar="日期", help="受理时间从哪天起（含）")
    parser.add_argument("--to", dest="last", metavar="日期", help="受理时间到哪天止（含）")
    parser.add_argument("--out", required=True, metavar="文件.xlsx", help="写到哪个文件")


def run(call: Call) -> int:
    """Export the cases accepted in a span of days."""
    out = Path(call.options.out)
    output.format_of(out, None, ("xlsx",))
    first, last = _day("--from", call.options.first), _day("--to", call.options.last)
    if first is not None and last is not None and first > last:
        raise WrongUsage("usage", problem="--from 晚于 --to")
    output.check_place(out)
    with desk_in_any(call) as desk:
        output.write(out, export_ledger(desk, first, last))
    call.tell(f"已写入 {out}")
    return 0


def _day(option: str, text: str | None) -> date | None:
    try:
        return as_date(text)
    except RuleBroken as error:
        raise WrongUsage("usage", problem=f"{option} {say(error)}".rstrip("。")) from error


VERB = Verb("export", "导出台账", _options, run)
