"""How long the long acts take beside the least that could do; nothing here fails on a slow computer."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path

import openpyxl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from mediator.casework.conclude import agree, sign
from mediator.casework.desk import Desk
from mediator.documents import press
from mediator.documents.archival import archival
from mediator.documents.matter import Matter
from mediator.domain.agreement import AgreementFacts, Signing
from mediator.domain.duty import DutyFacts
from mediator.domain.ledger_case import LedgerCase
from mediator.exchange.ledger import examine, import_ledger
from mediator.exchange.ledger_write import ledger_workbook
from tests.benchmarks.stopwatch import seconds
from tests.people import ACCEPTED, full_case, simple_case

ROOT = Path(__file__).parents[2]
ROWS = 10_000
FAR_TOO_LONG = 50
Ratio = Callable[[str, float, str, float], float]


def ledger_rows() -> Iterator[LedgerCase]:
    """Settled cases of three years, with everything a usual row has."""
    for number in range(ROWS):
        day = date(2024, 1, 1) + timedelta(days=number // 10)
        yield LedgerCase(
            code=f"{day.year}-T{number:05d}",
            accepted_on=day,
            source=("own", "application", "court")[number % 3],
            type_written=("邻里", "婚姻家庭", "合同", "物业")[number % 4],
            summary=f"第{number}号示例纠纷：楼上漏水泡坏天花板，双方就维修和赔偿争执不下。",
            room="示例品牌调解室",
            mediator=("王测", "赵调", "孙记")[number % 3],
            concluded_on=day + timedelta(days=3),
            agreement_number=f"示例{number}号",
            outcome="success",
            amount_fen=number * 100,
            performance="done",
            parties=(
                ("applicant", f"张{number}"),
                ("respondent", f"李{number}"),
                ("respondent", "示例物业公司"),
            ),
            form="written",
        )


def test_import_of_a_ledger(desk: Desk, tmp_path: Path, ratio: Ratio) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(ledger_workbook(ledger_rows(), ()))

    def parse() -> None:
        with path.open("rb") as file, closing(openpyxl.load_workbook(file, read_only=True)) as book:
            for _ in book.worksheets[0].iter_rows(values_only=True):
                pass

    def take() -> None:
        verdict = examine(path, desk)
        assert not verdict.bad
        assert import_ledger(desk, path, verdict).cases == ROWS

    yard = seconds(parse)
    assert (
        ratio(f"import of {ROWS:,} ledger rows", seconds(take), "parsing the sheet alone", yard)
        < FAR_TOO_LONG
    )

    def again() -> None:
        verdict = examine(path, desk)
        assert (len(verdict.cases), verdict.same) == (0, ROWS)

    ratio("the same ledger again, nothing new", seconds(again), "parsing the sheet alone", yard)


def one_line(face: str, text: str) -> None:
    """The least that reportlab can make."""
    canvas = Canvas(BytesIO())
    canvas.setFont(face, 12)
    canvas.drawString(72, 720, text)
    canvas.save()


def matter(desk: Desk, case_id: int) -> Matter:
    return Matter(desk.file(case_id), desk.office(), desk.settings())


def test_papers_when_warm(desk: Desk, ratio: Ratio) -> None:
    case_id = simple_case(desk)
    file = desk.file(case_id)
    assert file.agreement is not None
    (duty,) = file.agreement.duties
    written = AgreementFacts(agreed_on=ACCEPTED, clauses=("双方今后和睦相处。",))
    facts = {name: getattr(duty, name) for name in DutyFacts.model_fields}
    agree(desk, case_id, written, ((duty.id, DutyFacts(**facts)),))
    hands = {party.id: ACCEPTED for party in file.parties}
    sign(desk, case_id, Signing(parties=hands, mediator_on=ACCEPTED, sealed_on=ACCEPTED))
    usual, full = matter(desk, case_id), matter(desk, full_case(desk))
    with as_file(files("resources.fonts") / "NotoSerifSC-Regular.ttf") as font:
        pdfmetrics.registerFont(TTFont("bench-song", str(font)))
    plain = seconds(lambda: one_line("Helvetica", "agreement"), 50)
    song = seconds(lambda: one_line("bench-song", "人民调解协议书"), 50)
    for what, act in (
        ("an agreement, warm", lambda: press.paper(usual, "agreement")),
        ("the fullest agreement, warm", lambda: press.paper(full, "agreement")),
        ("the fullest dossier, warm", lambda: press.paper(full, "dossier")),
    ):
        act()
        took = seconds(act, 5)
        ratio(what, took, "one line of Helvetica", plain)
        ratio(what, took, "one line in an embedded Song face", song)
    data = press.paper(usual, "agreement")  # made once more from itself: the cost of what an archive asks for
    again = seconds(lambda: archival(data, title="协议", author="示例", producer="示例"), 20)
    ratio("making an agreement PDF/A", again, "one line in an embedded Song face", song)


EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
window.repaint()
QTimer.singleShot(0, app.quit)
app.exec()
"""
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import start
def leave(window, arguments):
    if arguments[0] != "paint":
        from ui.furnish import furnish
        assert furnish(window, ["--data", arguments[0], "--user", "王测"])
        assert window.current_page() == "desk"
    window.repaint()
    QTimer.singleShot(0, QApplication.instance().quit)
    return True
sys.exit(start.run(sys.argv[1:], leave))
"""


def test_start_of_the_window(desk: Desk, tmp_path: Path, ratio: Ratio) -> None:
    simple_case(desk)
    desk.store.close()
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}

    def start(code: str, word: str = "empty") -> float:
        command = [sys.executable, "-c", code, word]
        run = lambda: subprocess.run(command, cwd=ROOT, env=surroundings, check=True, timeout=120)  # noqa: E731
        return seconds(run, 2)

    yard = start(EMPTY)
    for what, word in (
        ("start to the first paint", "paint"),
        ("start to the desk page, data read", str(desk.store.folder)),
    ):
        assert ratio(what, start(PROGRAM, word), "an empty PySide6 window", yard) < FAR_TOO_LONG
