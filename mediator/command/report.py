"""mediator report: a return as workbook, paper or json."""

from argparse import ArgumentParser
from pathlib import Path

from mediator.casework.count import make_return
from mediator.command import output
from mediator.command.verb import Call, Verb, desk_in_any
from mediator.domain.errors import WrongUsage
from mediator.domain.period import parse
from mediator.statistics.catalogue import all_returns, find
from mediator.statistics.export import FORMATS, as_bytes


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("report", nargs="?", metavar="报表", help="报表的代号")
    parser.add_argument("--period", metavar="统计期", help="2026-10、2026-Q3、2026-H1 或 2026")
    parser.add_argument("--format", choices=sorted(FORMATS), help="格式；不写则看 --out 的扩展名")
    parser.add_argument("--out", metavar="文件", help="写到哪个文件")
    parser.add_argument("--list", action="store_true", help="列出全部报表的代号和名称")


def run(call: Call) -> int:
    """Make a return, or name all of them."""
    options = call.options
    if options.list:
        for key, each in all_returns().items():
            call.tell(f"{key}  {each.title}")
        return 0
    wanted = (("报表", options.report), ("--period", options.period), ("--out", options.out))
    missing = [word for word, value in wanted if not value]
    if missing:
        raise WrongUsage("usage", problem=f"缺少 {'、'.join(missing)}")
    out = Path(options.out)
    form = output.format_of(out, options.format, tuple(FORMATS))
    find(options.report)
    parse(options.period)
    output.check_place(out)
    with desk_in_any(call) as desk:
        sheet = make_return(desk, options.report, options.period)
    output.write(out, as_bytes(sheet, form))
    call.tell(f"已写入 {out}")
    return 0


VERB = Verb("report", "生成统计报表", _options, run)
