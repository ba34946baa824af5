"""argparse in Chinese: help, usage and complaints."""

import re
from argparse import ArgumentParser, HelpFormatter, _SubParsersAction
from typing import Any, Final, NoReturn

from mediator.domain.errors import WrongUsage

COMPLAINTS: Final = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.*): expected one argument", r"\1 后面缺少内容"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 不能是 \2，可选：\3"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能与 \2 一起用"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 后面不应有 \2"),
)


class _Formatter(HelpFormatter):
    """Help that begins with 用法."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Write the usage line."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(ArgumentParser):
    """A parser whose complaints are WrongUsage('usage')."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=_Formatter, add_help=False, allow_abbrev=False)
        self._positionals.title = "内容"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这个说明")

    def error(self, message: str) -> NoReturn:
        """Complain about a command line."""
        raise WrongUsage("usage", problem=_in_chinese(message))

    def verbs(self) -> "_SubParsersAction[Parser]":
        """Room for verbs."""
        return self.add_subparsers(dest="verb", metavar="命令", title="命令", parser_class=Parser)


def _in_chinese(message: str) -> str:
    for pattern, words in COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return found.expand(words)
    return message
