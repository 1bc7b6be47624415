"""What is not an article: title, preamble, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.applying.annexes import numbered
from lawtrack.amend.reading.annexes import annex_name
from lawtrack.amend.writing.proof import plain, preamble_lines
from lawtrack.amend.writing.quoting import payload, quoted
from lawtrack.amend.writing.words import cell_edits, word_edits
from lawtrack.law import NUMERAL_CLASS, to_chinese, to_int

if TYPE_CHECKING:
    from lawtrack.law import Block, Instrument

FEW: Final = 3
"""So many places of the annexes are named one by one."""


@dataclass(frozen=True, slots=True)
class Around:
    """The instructions, and the name of what had to be given anew though little of it changed."""

    lines: tuple[str, ...]
    reprinted: str = ""


def around(old: Instrument, new: Instrument, coarse: int) -> Around:
    """Instructions for the title and the preamble; the whole stretch after the body where it differs."""
    sentences = []
    if plain(old.title) != plain(new.title) and old.title and new.title:
        sentences.append(f"将名称修改为{payload([new.title])}。")
    before, after = preamble_lines(old), preamble_lines(new)
    if plain("".join(before)) != plain("".join(after)):
        sentences.append(f"将引言修改为{payload(after)}" if after else "删去引言。")
    if _after(old) == _after(new):
        return Around(tuple(sentences))
    if coarse < 2 and (each := _each_annex(old, new, coarse)) is not None:
        return Around((*sentences, *each.lines), each.reprinted)
    annexes = coarse < 2 and all(block.kind == "annex" for block in (*_blocks(old), *_blocks(new)))
    name = "附件" if annexes else "正文后的内容"
    lines = [line for block in _blocks(new) for line in block.lines]
    if not lines:
        return Around((*sentences, f"删去{name}。"))
    little = bool(_after(old)) and len(_blocks(old)) == len(_blocks(new))
    return Around((*sentences, f"将{name}修改为{payload(lines)}"), name if little else "")


def _each_annex(old: Instrument, new: Instrument, coarse: int) -> Around | None:
    """What becomes of each annex, by its name; None where they have no names to tell them apart."""
    before, after = _named(old), _named(new)
    if before is None or after is None:
        return None
    lines: list[str] = []
    reprinted: list[str] = []
    for name, block in before.items():
        twin = after.get(name)
        if twin is None:
            lines.append(f"删去{name}。")
        elif plain(block.text) != plain(twin.text):
            whole = f"将{name}修改为{payload(list(twin.lines))}"
            said = [] if coarse else _annex_lines(name, block, twin)
            finer = said and sum(map(len, said)) < len(whole)
            lines += said if finer else [whole]
            reprinted += [name] if not finer and _little(block, twin) else []
    lines += [
        f"增加{name}{payload(list(block.lines))}" for name, block in after.items() if name not in before
    ]
    return Around(tuple(lines), "、".join(reprinted))


def _named(doc: Instrument) -> dict[str, Block] | None:
    """The annexes by their names (附件2); None where two have one name, or something else stands behind the text."""
    blocks = _blocks(doc)
    names = [annex_name(block.text.lstrip()) for block in blocks]
    if len(set(names)) < len(names) or not all(names) or any(block.kind != "annex" for block in blocks):
        return None
    return dict(zip(names, blocks, strict=True))


def _little(old: Block, new: Block) -> bool:
    """Do most lines of an annex stay?"""
    kept = {plain(line) for line in old.lines} & {plain(line) for line in new.lines}
    return 2 * len(kept) > max(len(old.lines), len(new.lines))


def _annex_lines(name: str, old: Block, new: Block) -> list[str]:
    """What becomes of the lines of an annex; [] where they cannot be named one by one.

    A few words that change and stand nowhere else in it are said as words, of a row of a table a cell; another line by its
    number (将附件第二项修改为……); lines that come at the end follow.
    """
    kept, come = new.lines[: len(old.lines)], new.lines[len(old.lines) :]
    pairs = [(x, y) for x, y in zip(old.lines, kept, strict=False) if plain(x) != plain(y)]
    if len(kept) < len(old.lines) or (come and not old.lines):
        return []
    words: list[str] = []
    lines: list[str] = []
    for x, y in pairs:
        edits = cell_edits(x, y, old.lines) or word_edits(x, y, old.lines, FEW)
        if edits is not None and len(words) < FEW:
            words += [f"{quoted(edit.old)}修改为{quoted(edit.new)}" for edit in edits]
        elif (label := numbered(x)) and label == numbered(y):
            lines.append(f"将{name}第{to_chinese(_number(label))}项修改为{payload([y])}")
        else:
            return []
    said = [f"将{name}中的{'，'.join(words)}。"] if words else []
    return said + lines + ([f"在{name}末尾增加{payload(list(come))}"] if come else [])


def _number(label: str) -> int:
    figures = re.search(rf"[{NUMERAL_CLASS}]+", label)
    return to_int(figures[0]) if figures else 0


def _blocks(doc: Instrument) -> list[Block]:
    return [block for block in doc.blocks if block.kind in ("annex", "tail")]


def _after(doc: Instrument) -> str:
    return "".join(plain(block.text) for block in _blocks(doc))
