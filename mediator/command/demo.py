"""mediator demo: a throwaway office with invented people, its cases, papers, returns and ledger."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

from mediator.casework.count import make_return
from mediator.casework.desk import Desk, local_now
from mediator.casework.paper_matter import matter_of
from mediator.casework.series import series_state
from mediator.command import demo_cases, demo_series, output
from mediator.command.demo_people import DESK_PERSON
from mediator.command.verb import Call, Verb
from mediator.command.words import say
from mediator.documents import press
from mediator.documents.matter import Matter
from mediator.documents.order import FRONT, forms
from mediator.documents.together import bundle, kinds
from mediator.domain.errors import MediatorError, RuleBroken, WrongUsage
from mediator.domain.number import safe_file_name
from mediator.exchange.cells import as_date
from mediator.exchange.ledger import export_ledger
from mediator.statistics.catalogue import all_returns
from mediator.statistics.export import as_bytes
from mediator.storage import store as stores

DATA = "data"
MOST_DEMOS = 99
FORMATS = ("xlsx", "pdf")

Write = Callable[[Path, bytes], None]


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("--out", required=True, metavar="文件夹", help="演示写到哪个文件夹")
    parser.add_argument("--today", metavar="日期", help="把哪天当作今天（默认为今天）")


def run(call: Call) -> int:
    """Make the demo in a folder; one that holds a demo already gets another inside, numbered."""
    now = _now(call.options.today)
    root = _fresh(Path(call.options.out).absolute())

    def write(path: Path, data: bytes) -> None:
        _make_folder(path.parent)
        output.write(path, data)
        call.tell(str(path))

    with stores.create(root / DATA) as store:
        desk = Desk(store, DESK_PERSON, lambda: now)
        month = demo_cases.month_before(now.date())
        _make(desk, month, root, write, call.tell)
    call.tell(f"演示完成。打开窗口查看：mediator --data {root / DATA}")
    return 0


def _make(desk: Desk, month: date, root: Path, write: Write, tell: Callable[[str], None]) -> None:
    def day(number: int) -> date:
        return month.replace(day=number)

    demo_cases.open_office(desk, day)
    for case_id, words in demo_cases.walk(desk, day):
        matter = matter_of(desk, desk.file(case_id))
        tell(f"{matter.file.code} {words}")
        _print(matter, root / "papers" / matter.file.code, write)
    for series_id in (demo_series.settle_shop(desk, day), demo_series.open_crew(desk)):
        _print_series(desk, series_id, root / "papers", write, tell)
    period = f"{month:%Y-%m}"
    for key in all_returns():
        sheet = make_return(desk, key, period)
        for form in FORMATS:
            write(root / "returns" / f"{key}-{period}.{form}", as_bytes(sheet, form))
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    write(root / f"ledger-{period}.xlsx", export_ledger(desk, month, last))


def _print(matter: Matter, folder: Path, write: Write) -> None:
    """Every paper of a case, each hearing and visit apart, then the bound dossier."""
    for number, ref in enumerate(press.keys_for(matter), 1):
        write(folder / f"{number:02d}-{ref.key}.pdf", press.paper(matter, ref.key, ref.subject_id))
    write(folder / f"{press.DOSSIER}.pdf", press.dossier(matter))


def _print_series(
    desk: Desk, series_id: int, folder: Path, write: Write, tell: Callable[[str], None]
) -> None:
    """Every kind of paper people sign, for all cases of a series together, as the window prints them."""
    state = series_state(desk, series_id)
    matters = [matter_of(desk, file) for file in state.files]
    tell(f"{state.files[0].code} 至 {state.files[-1].code} {state.series.name}：{len(matters)} 人一起办理")
    signed = [key for key, _, _ in kinds(matters) if forms()[key].each != "dossier" and key not in FRONT]
    for number, key in enumerate(signed, 1):
        made = bundle(matters, key)
        write(folder / safe_file_name(state.series.name) / f"{number:02d}-{key}.pdf", made.data)


def _now(today: str | None) -> datetime:
    if today is None:
        return local_now()
    try:
        day = as_date(today)
    except RuleBroken as error:
        raise WrongUsage("usage", problem=f"--today {say(error)}".rstrip("。")) from error
    now = local_now()
    # Its zone, for Windows cannot tell the one of a day before 1970.
    return datetime.combine(day or now.date(), time(10), now.tzinfo)


def _fresh(folder: Path) -> Path:
    """The folder, or the first numbered one in it that holds no data yet."""
    places = [folder, *(folder / str(number) for number in range(2, MOST_DEMOS + 1))]
    free = next((place for place in places if not stores.exists(place / DATA)), None)
    if free is None:
        raise MediatorError("demo-folder-in-use", folder=str(folder))
    return free


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MediatorError("file-not-written", file=str(folder)) from error


VERB = Verb("demo", "建立演示用的示例单位，走完几件案件，写出全部文书和报表", _options, run)
