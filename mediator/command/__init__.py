"""The same verbs without a screen, their words, and the demo."""

from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Run one verb; the exit code: 0 done, 1 refused, 2 wrong usage."""
    # The window takes its words from this room and must not wait for the verbs.
    from mediator.command.line import run  # noqa: PLC0415

    return run(argv)
