"""Asks where a file shall go, and which one is meant."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mediator.domain.number import safe_file_name, safe_file_name_of

AskPath = Callable[[QWidget, str, str], Path | None]
"""(parent, name without suffix, suffix such as "pdf") → the chosen path, None when given up."""

KINDS = {
    "pdf": "PDF 文件 (*.pdf)",
    "xlsx": "Excel 工作簿 (*.xlsx)",
    "json": "对应关系 (*.json)",
    "scan": "扫描件 (*.pdf *.jpg *.jpeg *.png)",
    "ledger": "台账 (*.xlsx *.xls *.csv *.txt)",
}


def ask_save_path(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Ask where to save; the offered name is one that Windows accepts."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = Path(folder) / f"{safe_file_name(name)}.{suffix}"
    while True:
        chosen, _ = QFileDialog.getSaveFileName(parent, "另存为", str(offered), KINDS[suffix])
        if not chosen:
            return None
        path = with_suffix(Path(chosen), suffix)
        if path == Path(chosen) or not path.exists():
            return path
        offered = path  # the dialog has not asked about writing over this one


def ask_open_path(parent: QWidget, suffix: str) -> Path | None:
    """Ask for an existing file."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, "打开", folder, KINDS[suffix])
    return Path(chosen) if chosen else None


def ask_copy_path(parent: QWidget, file_name: str) -> Path | None:
    """Ask where a file of any kind shall go; the name keeps its ending."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = Path(folder) / safe_file_name_of(file_name)
    chosen, _ = QFileDialog.getSaveFileName(parent, "另存为", str(offered))
    return Path(chosen) if chosen else None


def ask_files(parent: QWidget) -> list[Path]:
    """Ask for any number of files of any kind."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileNames(parent, "添加文件", folder)
    return [Path(one) for one in chosen]


def with_suffix(path: Path, suffix: str) -> Path:
    """The path with the suffix that its contents have."""
    return path if path.suffix.lower() == f".{suffix}" else path.with_name(f"{path.name}.{suffix}")
