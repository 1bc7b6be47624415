"""Several instruments in one text: each under its own title, each with its own 第一条."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.law.parsing import parse

if TYPE_CHECKING:
    from lawtrack.law.model import Instrument


def instruments_in(text: str) -> tuple[Instrument, ...]:
    r"""The instruments that stand one after the other in `text`; joined, their texts are `text`.

    >>> both = instruments_in("甲条例\n第一条　甲。\n第二条　乙。\n乙条例\n第一条　丙。\n第二条　丁。")
    >>> [(doc.title, len(doc.articles)) for doc in both]
    [('甲条例', 2), ('乙条例', 2)]
    """
    instruments: list[Instrument] = []
    while True:
        doc = parse(text)
        other = next((block.start for block in doc.blocks if block.instrument), 0)
        if not other:
            return (*instruments, doc)
        instruments.append(parse(text[:other]))
        text = text[other:]
