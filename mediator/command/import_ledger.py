"""mediator import: take a ledger in, or say why not."""

from argparse import ArgumentParser
from pathlib import Path

from mediator.casework.desk import Desk
from mediator.casework.keep_mapping import kept_mapping
from mediator.command import output
from mediator.command.verb import Call, Verb, desk_at, first_desk
from mediator.command.words import say
from mediator.domain.errors import MediatorError, NotFound, WrongUsage
from mediator.domain.ledger_mapping import LedgerMapping
from mediator.exchange.foreign import read_sheets
from mediator.exchange.heads import sheet_for
from mediator.exchange.ledger import Taken, examine, examine_mapped, import_ledger
from mediator.exchange.ledger_check import Verdict
from mediator.exchange.ledger_read import BadCell
from mediator.exchange.ledger_write import error_workbook
from mediator.exchange.mapping import translate
from mediator.exchange.mapping_file import read_mapping
from mediator.storage import store as stores

MOST_LINES = 50  # of bad cells on the screen; the error sheet has them all


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("ledger", metavar="台账.xlsx", help="要导入的台账")
    parser.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    parser.add_argument("--errors", metavar="错误表.xlsx", help="把每一处错误写成表格")
    parser.add_argument("--skip-bad-rows", action="store_true", help="跳过有错误的行，导入其余的行")
    parser.add_argument("--mapping", metavar="名称|文件.json", help="按一套对应关系导入本单位自己的表格")
    parser.add_argument("--sheet", metavar="工作表", help="与 --mapping 一起用：读哪一张工作表")


def run(call: Call) -> int:
    """Import a ledger; nothing is changed when a row is bad, unless bad rows shall be skipped."""
    path = Path(call.options.ledger)
    _check_errors_place(call, path)
    if call.options.sheet and not call.options.mapping:
        raise WrongUsage("usage", problem="--sheet 要与 --mapping 一起用")
    if not stores.exists(call.folder):
        verdict = _examined(call, path, None)
        if _settled(call, verdict):
            return 0
        with first_desk(call) as desk:
            return _import(call, desk, path, verdict)
    with desk_at(call) as desk:
        verdict = _examined(call, path, desk)
        return 0 if _settled(call, verdict) else _import(call, desk, path, verdict)


def _examined(call: Call, path: Path, desk: Desk | None) -> Verdict:
    """Look through our own ledger, or through a room's own sheet by its mapping."""
    if not call.options.mapping:
        return examine(path, desk)
    mapping = _mapping(call.options.mapping, desk)
    sheets = read_sheets(path)
    sheet = sheet_for(sheets, mapping, call.options.sheet or "")
    if len(sheets) > 1:
        call.tell(f"读的是工作表“{sheet.name}”，另有 {len(sheets) - 1} 张没有读（用 --sheet 可以另选）。")
    translation = translate(sheet, mapping)
    if translation.skipped:
        rows = "、".join(str(skipped.row) for skipped in translation.skipped[:MOST_LINES])
        call.tell(f"标题、合计、空行等 {len(translation.skipped)} 行不是案件，没有读：第 {rows} 行。")
    return examine_mapped(translation, desk)


def _mapping(named: str, desk: Desk | None) -> LedgerMapping:
    """A mapping by the file it stands in, or by the name under which the office keeps it."""
    if named.lower().endswith(".json"):
        return read_mapping(Path(named))
    if desk is None:
        raise NotFound("mapping-unknown", name=named, known="（没有）")
    return kept_mapping(desk, named)


def _check_errors_place(call: Call, ledger: Path) -> None:
    """Refuse an error sheet that could not be written, or that would be written over the ledger itself."""
    if not call.options.errors:
        return
    errors = Path(call.options.errors)
    output.check_place(errors)
    if errors.exists() and ledger.exists() and errors.samefile(ledger):
        raise WrongUsage("usage", problem="--errors 与台账是同一个文件")


def _settled(call: Call, verdict: Verdict) -> bool:
    """Show the bad cells; refuse for them, or be done when it is a rehearsal."""
    options = call.options
    if options.errors:
        output.write(Path(options.errors), error_workbook(verdict.bad, say))
    for cell in verdict.bad[:MOST_LINES]:
        call.warn(_line(cell))
    if len(verdict.bad) > MOST_LINES:
        where = f"都在 {options.errors} 中" if options.errors else "加 --errors 可以写成表格"
        call.warn(f"……另有 {len(verdict.bad) - MOST_LINES} 处错误，{where}。")
    if verdict.bad and not options.skip_bad_rows:
        raise MediatorError("ledger-bad-rows", count=len(verdict.bad))
    if options.dry_run:
        taken = Taken(len(verdict.cases), len(verdict.sweeps), verdict.same)
        call.tell(f"试运行，没有写入任何数据。正式导入将{_words(taken, verdict)}")
    return bool(options.dry_run)


def _import(call: Call, desk: Desk, path: Path, verdict: Verdict) -> int:
    call.tell(_words(import_ledger(desk, path, verdict), verdict))
    return 0


def _words(taken: Taken, verdict: Verdict) -> str:
    words = [f"新增 {taken.cases} 件"]
    if taken.sweeps:
        words.append(f"排查 {taken.sweeps} 次")
    if taken.same:
        words.append(f"已有 {taken.same} 件未重复录入")
    if verdict.bad:
        words.append(f"跳过 {len({(cell.sheet, cell.row) for cell in verdict.bad})} 行")
    return "，".join(words) + "。"


def _line(cell: BadCell) -> str:
    value = f"“{_short(cell.value, 60)}”" if cell.value else "（空）"
    return f"工作表“{cell.sheet}”第 {cell.row} 行 {cell.column} {value}：{_short(say(cell.reason), 300)}"


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


VERB = Verb("import", "导入台账", _options, run)
