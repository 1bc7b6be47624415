"""The contents page (目录) of an amended text lists the chapters that the text now has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.law import HEADING_LEVELS, parse

if TYPE_CHECKING:
    from lawtrack.amend.applying.tree import Tree


def relisted(tree: Tree) -> tuple[int, int, str] | None:
    """(start, end, text): the contents page with the new chapters; None where it stays as it is, or there is none."""
    block = tree.doc.block("contents")
    if block is None:
        return None
    if tree.override is not None:
        now = [_shown(node.label, node.heading) for node in parse(tree.override).headings]
    else:
        nodes = (node for top in tree.root.children for node in top.walk())
        now = [_shown(node.label, node.words()) for node in nodes if node.level in HEADING_LEVELS]
    before = [_shown(node.label, node.heading) for node in tree.doc.headings]
    if [_bare(line) for line in now] == [_bare(line) for line in before]:
        return None
    title = [line for line in block.lines[:1] if "".join(line.split()) in ("目录", "目次")]
    return block.start, block.end, "\n".join([*title, *now]) if now else ""


def _shown(label: str, name: str) -> str:
    name = " ".join(name.split())
    return f"{label}　{name}" if label else name


def _bare(line: str) -> str:
    return "".join(line.split())
