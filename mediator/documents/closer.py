"""Sets a paper one size closer, for the paper whose last page would otherwise carry only its end."""

from dataclasses import replace

from mediator.documents.form import Block, Clauses, Paper, Paragraph


def closer(paper: Paper) -> Paper:
    """The same paper with its running text in 小四 instead of 四号; tables and signatures keep their size."""
    return replace(paper, blocks=tuple(_closer(block) for block in paper.blocks))


def _closer(block: Block) -> Block:
    if isinstance(block, Paragraph | Clauses) and block.size == "body":
        return replace(block, size="table")
    return block
