"""A return without a screen, to the last digit of a published table."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mediator.command import main
from tests.command.run import Mediator
from tests.exchange.books import book, row
from tests.statistics.huangshi import ledger_rows, prevention_rows

KEYS = {"key", "group", "title", "unit", "value", "cases"}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the ledger of 2016-08 and of the months it is compared to."""
    root = tmp_path_factory.mktemp("city")
    ledger = book(root / "month.xlsx", ledger_rows(), 预防=prevention_rows())
    assert main(["--data", str(root / "data"), "import", str(ledger)]) == 0
    return root / "data"


@pytest.fixture
def month(plain: Mediator, city: Path) -> Mediator:
    return lambda *words: plain("--data", city, *words)


def returned(mediator: Mediator, key: str, period: str, out: Path) -> dict[str, Any]:
    assert mediator("report", key, "--period", period, "--out", out).code == 0
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def figures(sheet: dict[str, Any]) -> dict[tuple[str, str, str], Any]:
    return {(line["group"], line["title"], line["unit"]): line for line in sheet["rows"]}


def test_a_published_month_comes_out_as_it_was_published(month: Mediator, tmp_path: Path) -> None:
    sheet = returned(month, "people-cases", "2016-08", tmp_path / "r.json")
    by_key = {line["key"]: line for line in sheet["rows"]}
    total, rate = by_key["total"], by_key["success-rate"]
    assert (sheet["return"], sheet["period"], sheet["basis"]) == ("people-cases", "2016-08", "按受理")
    assert sheet["office"] == "本街道人民调解委员会"
    assert (total["value"], total["last_year"], total["last_year_change"]) == (869, 1028, "-15.5")
    assert (total["last_month"], total["last_month_change"], len(total["cases"])) == (840, "3.5", 869)
    assert (by_key["success"]["value"], by_key["amount"]["value"]) == (842, "2873.80")
    assert (rate["value"], rate["numerator"], rate["denominator"]) == ("96.9", 842, 869)
    assert [by_key[f"source-{key}"]["value"] for key in ("own", "application", "referred")] == [455, 378, 36]
    assert (by_key["type-neighbour"]["value"], by_key["type-neighbour"]["share"]) == (278, "32.0")
    assert (by_key["type-other"]["value"], by_key["type-other"]["share"]) == (54, "6.2")
    assert by_key["prevented-mass-petition-people"]["value"] == 15
    assert all(check["ok"] for check in sheet["checks"])


def test_the_zongzhi_form_of_the_same_month(month: Mediator, tmp_path: Path) -> None:
    sheet = returned(month, "zongzhi-monthly", "2016-08", tmp_path / "r.json")
    values = {key[:2]: line["value"] for key, line in figures(sheet).items()}
    assert [values["总况", title] for title in ("排查数", "调处数", "调处率", "成功数", "成功率")] == [
        *(869, 869, "100.00", 842, "96.89")
    ]
    assert values["婚姻家庭邻里等各类民间纠纷", "调处数"] == 438
    assert len(sheet["rows"]) == 52


def test_the_json_has_the_fields_of_the_contract(month: Mediator, tmp_path: Path) -> None:
    for key in ("people-cases", "zongzhi-monthly"):
        sheet = returned(month, key, "2016-08", tmp_path / "r.json")
        assert {"return", "period", "basis", "office", "rows", "checks"} <= set(sheet)
        assert all(set(line) >= KEYS for line in sheet["rows"])
        assert all(set(check) == {"title", "ok", "detail"} for check in sheet["checks"])
        assert all(isinstance(line["value"], int | str) for line in sheet["rows"])


def test_what_is_not_taken_on_is_in_no_total(mediator: Mediator, tmp_path: Path) -> None:
    refused = row("A-2", 调解结果="不予受理", 协议形式=None)
    mediator("import", book(tmp_path / "a.xlsx", [row("A-1"), refused]))
    sheet = returned(mediator, "people-cases", "2026-10", tmp_path / "r.json")
    assert sheet["rows"][0]["cases"] == ["A-1"]


def test_a_performance_follows_the_ledger(mediator: Mediator, tmp_path: Path) -> None:
    rows = [
        row("A-1", 协议履行情况="已履行"),
        row("A-2", 协议履行情况="部分履行"),
        row("A-3", 协议履行情况=None),
    ]
    mediator("import", book(tmp_path / "a.xlsx", rows))
    sheet = returned(mediator, "people-cases", "2026-10", tmp_path / "r.json")
    assert next(line["cases"] for line in sheet["apart"] if line["key"] == "performed") == ["A-1"]


def test_the_format_follows_the_suffix_or_the_option(mediator: Mediator, tmp_path: Path) -> None:
    words = ("report", "zongzhi-monthly", "--period", "2026-10", "--out")
    assert mediator(*words, tmp_path / "r.xlsx").code == 0
    assert openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets
    assert mediator(*words, tmp_path / "r.pdf").code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert mediator(*words, tmp_path / "r.txt", "--format", "json").code == 0
    assert json.loads((tmp_path / "r.txt").read_text(encoding="utf-8"))["period"] == "2026-10"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("period", ["2026-10", "2026-Q3", "2026-H1", "2026"])
def test_every_kind_of_period(mediator: Mediator, tmp_path: Path, period: str) -> None:
    sheet = returned(mediator, "people-cases", period, tmp_path / "r.json")
    assert (sheet["period"], sheet["rows"][0]["value"]) == (period, 0)


@pytest.mark.parametrize(
    "words",
    [
        ("report", "no-such-return", "--period", "2026-10", "--out", "r.json"),
        ("report", "people-cases", "--period", "2026-13", "--out", "r.json"),
        ("report", "people-cases", "--period", "十月", "--out", "r.json"),
        ("report", "people-cases", "--period", "2026-10", "--out", "r.doc"),
        ("report", "people-cases", "--period", "2026-10", "--out", "r"),
        ("report", "people-cases", "--period", "2026-10", "--out", "r.json", "--format", "doc"),
        ("report", "people-cases", "--out", "r.json"),
        ("report", "people-cases", "--period", "2026-10"),
        ("report",),
    ],
)
def test_wrong_usage_makes_nothing(mediator: Mediator, data: Path, words: tuple[str, ...]) -> None:
    ran = mediator(*words)
    assert (ran.code, ran.out, data.exists()) == (2, "", False)
    assert ran.err.strip()


def test_all_returns_are_named(plain: Mediator) -> None:
    ran = plain("report", "--list")
    assert ran.code == 0
    assert {line.split()[0] for line in ran.out.splitlines()} >= {"people-cases", "zongzhi-monthly"}
