"""What is not an article: title, preamble, annexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lawtrack.amend.writing.proof import plain, preamble_lines
from lawtrack.amend.writing.quoting import payload, quoted
from lawtrack.amend.writing.words import word_edits

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
    words = () if coarse else _annex_words(old, new)
    if words:
        return Around((*sentences, *words))
    annexes = coarse < 2 and all(block.kind == "annex" for block in (*_blocks(old), *_blocks(new)))
    name = "附件" if annexes else "正文后的内容"
    lines = [line for block in _blocks(new) for line in block.lines]
    if not lines:
        return Around((*sentences, f"删去{name}。"))
    little = bool(_after(old)) and len(_blocks(old)) == len(_blocks(new))
    return Around((*sentences, f"将{name}修改为{payload(lines)}"), name if little else "")


def _annex_words(old: Instrument, new: Instrument) -> tuple[str, ...]:
    """将附件中的“A”修改为“B” where a few words of the annexes change, and stand nowhere else in them."""
    before, after = _blocks(old), _blocks(new)
    if not before or [block.kind for block in before] != [block.kind for block in after]:
        return ()
    scope = [line for block in before for line in block.lines]
    twins = [(a.lines, b.lines) for a, b in zip(before, after, strict=True)]
    if any(block.kind != "annex" for block in before) or any(len(a) != len(b) for a, b in twins):
        return ()
    pairs = [(x, y) for a, b in twins for x, y in zip(a, b, strict=True) if plain(x) != plain(y)]
    said: list[str] = []
    for x, y in pairs if len(pairs) <= FEW else ():
        edits = word_edits(x, y, scope, FEW)
        if edits is None:
            return ()
        said += [f"{quoted(edit.old)}修改为{quoted(edit.new)}" for edit in edits]
    return (f"将附件中的{'，'.join(said)}。",) if said else ()


def _blocks(doc: Instrument) -> list[Block]:
    return [block for block in doc.blocks if block.kind in ("annex", "tail")]


def _after(doc: Instrument) -> str:
    return "".join(plain(block.text) for block in _blocks(doc))
