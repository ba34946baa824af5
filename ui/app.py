"""The entry of the program: a verb is answered without a window, anything else opens one."""

import signal
import sys
from collections.abc import Sequence

WITH_VALUE = ("--data", "--user")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a verb of the command line, or the window; returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if has_verb(arguments):
        # A command needs no Qt, and a PC without a screen may not even be able to load it.
        from mediator.command import main as command_main

        return int(command_main(arguments))
    from ui.start import run  # Qt is loaded only for a window

    # Ctrl+C at a terminal ends the window at once: Python's own way would be an error in some slot of Qt.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(arguments)


def has_verb(arguments: Sequence[str]) -> bool:
    """Whether the command line is meant for the command room: it names a verb or asks for its help."""
    if any(argument in {"--help", "-h", "--version"} for argument in arguments):
        return True
    words = iter(arguments)
    for argument in words:
        if argument in WITH_VALUE:
            next(words, None)  # a folder or a name, not a verb
        elif not argument.startswith("-"):
            return True
    return False
