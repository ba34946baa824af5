"""mediator print: one paper of a case, or its bound dossier, as PDF."""

from argparse import ArgumentParser
from pathlib import Path

from mediator.casework.desk import refuse_closed
from mediator.casework.paper_matter import matter_of
from mediator.command import output
from mediator.command.verb import Call, Verb, desk_at
from mediator.documents import press
from mediator.domain.errors import WrongUsage


def _options(parser: ArgumentParser) -> None:
    parser.add_argument("case", nargs="?", metavar="案件", help="案件编码或卷号")
    parser.add_argument("form", nargs="?", metavar="文书", help="文书的代号；dossier 为整卷")
    parser.add_argument("--out", metavar="文件.pdf", help="写到哪个文件")
    parser.add_argument("--list", action="store_true", help="列出全部文书的代号和名称")


def run(call: Call) -> int:
    """Print a paper, or name all of them."""
    titles = dict(press.titles())
    if call.options.list:
        for key, title in titles.items():
            call.tell(f"{key}  {title}")
        return 0
    case, key, out = call.options.case, call.options.form, Path(call.options.out or "")
    missing = [
        word for word, value in (("案件", case), ("文书", key), ("--out", call.options.out)) if not value
    ]
    if missing:
        raise WrongUsage("usage", problem=f"缺少 {'、'.join(missing)}")
    if key not in titles:
        raise WrongUsage("form-unknown", key=key)
    output.format_of(out, None, ("pdf",))
    output.check_place(out)
    with desk_at(call) as desk:
        file = desk.file_of(case)
        refuse_closed(file, facts=False)
        matter = matter_of(desk, file)
    output.write(out, press.paper(matter, key))
    call.tell(f"已写入 {out}")
    return 0


VERB = Verb("print", "打印文书或整卷（PDF）", _options, run)
