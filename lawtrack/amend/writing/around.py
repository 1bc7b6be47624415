"""What is not an article: title, preamble, annexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.amend.writing.proof import plain, preamble_lines
from lawtrack.amend.writing.quoting import payload

if TYPE_CHECKING:
    from lawtrack.law import Instrument


def around(old: Instrument, new: Instrument) -> list[str]:
    """Instructions for the title and the preamble; the whole stretch after the body where it differs."""
    found = []
    if plain(old.title) != plain(new.title) and old.title and new.title:
        found.append(f"将名称修改为{payload([new.title])}。")
    before, after = preamble_lines(old), preamble_lines(new)
    if plain("".join(before)) != plain("".join(after)):
        found.append(f"将引言修改为{payload(after)}" if after else "删去引言。")
    if _after(old) != _after(new):
        lines = [line for block in new.blocks if block.kind in ("annex", "tail") for line in block.lines]
        if lines:
            found.append(f"将正文后的内容修改为{payload(lines)}")
        else:
            found.append("删去正文后的内容。")
    return found


def _after(doc: Instrument) -> str:
    return "".join(plain(block.text) for block in doc.blocks if block.kind in ("annex", "tail"))
