"""Reads the command line and runs its verb."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from typing import TextIO

from mediator.command import check, demo, export_ledger, import_ledger, print_paper, report
from mediator.command.parser import Parser
from mediator.command.place import VARIABLE, data_folder
from mediator.command.verb import WHO, Call, Verb
from mediator.command.words import say
from mediator.domain.errors import MediatorError, WrongUsage

VERBS: tuple[Verb, ...] = (
    demo.VERB,
    import_ledger.VERB,
    export_ledger.VERB,
    print_paper.VERB,
    report.VERB,
    check.VERB,
)


def run(argv: Sequence[str]) -> int:
    """Run one verb; the exit code: 0 done, 1 refused, 2 wrong usage."""
    _speak_safely()
    try:
        return _run(argv)
    except WrongUsage as error:
        _warn(say(error))
        return 2
    except MediatorError as error:
        _warn(say(error))
        return 1
    except SystemExit as end:  # --help
        return int(end.code or 0)


def _run(argv: Sequence[str]) -> int:
    options = _parser().parse_args(list(argv))
    if options.version:
        _tell(f"调解工作台 {_version()}")
        return 0
    if options.verb is None:
        raise WrongUsage("usage", problem="缺少命令")
    verb = next(verb for verb in VERBS if verb.name == options.verb)
    who = (options.user or "").strip() or WHO
    return verb.run(Call(options, data_folder(options.data), who, _tell, _warn))


def _parser() -> Parser:
    parser = Parser(prog="mediator", description="调解工作台。不带命令时打开窗口。")
    parser.add_argument("--data", metavar="文件夹", help=f"数据文件夹（也可用环境变量 {VARIABLE}）")
    parser.add_argument("--user", metavar="姓名", help="操作人，写入操作记录")
    parser.add_argument("--version", action="store_true", help="显示版本")
    verbs = parser.verbs()
    for verb in VERBS:
        verb.options(verbs.add_parser(verb.name, help=verb.help, description=verb.help))
    return parser


def _version() -> str:
    try:
        return version("mediator")
    except PackageNotFoundError:  # run from a copied source tree
        return ""


def _speak_safely() -> None:
    """Let Chinese words pass where the console cannot show them, instead of stopping on them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _tell(text: str) -> None:
    _write(sys.stdout, text)


def _warn(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.flush()
    _write(sys.stderr, text)


def _write(stream: TextIO | None, text: str) -> None:
    if stream is None:  # a windowed program on Windows has no console
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError:  # whoever read has gone (| head); what was asked for is done all the same
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
