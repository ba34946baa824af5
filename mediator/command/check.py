"""mediator check: whether the data are whole, in words."""

from argparse import ArgumentParser

from mediator.command.verb import Call, Verb, desk_in_any
from mediator.command.words import say
from mediator.safekeeping.integrity import examine


def _options(_parser: ArgumentParser) -> None:
    """The verb needs no options of its own."""


def run(call: Call) -> int:
    """Check the data; 1 when something is wrong."""
    with desk_in_any(call) as desk:
        found = examine(desk.store)
    if not found.wrong:
        call.tell(f"数据完好：检查了 {found.cases} 件案件和 {found.acts} 条操作记录，没有发现问题。")
        return 0
    for error in found.wrong:
        call.warn(say(error))
    call.warn(f"检查了 {found.cases} 件案件，发现 {len(found.wrong)} 处问题。数据没有被改动。")
    return 1


VERB = Verb("check", "检查数据是否完好", _options, run)
