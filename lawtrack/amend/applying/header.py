"""The header note (题注) of an amended text: one more act in its history.

(根据2015年……《关于修改〈……〉的决定》第一次修正): every amendment by decision is counted, a revision is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from lawtrack.amend.model import AmendingInstrument
    from lawtrack.law import Instrument

_ADOPTED: Final = re.compile(r"^([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)[ 　]*(.{4,60}?会议)?通过")
_COUNTED: Final = re.compile(r"第[一二三四五六七八九十]+次修正|(?<!次)修正")
_ACT: Final = re.compile(r"关于修改.*的决定|^(?!.*关于).*修正案.*$|修正案.*$")
"""What the act is called: an amendment by its own title (某市公园条例修正案), a decision by what follows its body's name."""


def noted(doc: Instrument, told: AmendingInstrument, mine: set[int]) -> tuple[int, int, str] | None:
    """(start, end, text): the header note with the decision added.

    None where the decision does not say who adopted it and when, or the text has no header note.
    """
    block = doc.block("header")
    adopted = _ADOPTED.match(told.adopted)
    act = _ACT.search(told.title)
    if block is None or adopted is None or act is None or not mine:
        return None
    note = block.text
    if not note or adopted[1] in note:
        return None
    earlier = len(_COUNTED.findall(note))
    if earlier == 1 and "次修正" not in note:
        note = re.sub(r"(?<!次)修正", "第一次修正", note)
    name = act[0].replace("《", "〈").replace("》", "〉")
    count = f"第{to_chinese(earlier + 1)}次修正" if earlier else "修正"
    body = note.rstrip()
    if body.endswith(("）", ")")) and body.lstrip().startswith(("（", "(")):
        separator = "\n" if "\n" in note else "　"
        note = f"{body[:-1]}{separator}根据{adopted[1]}{adopted[2] or ''}《{name}》{count}{body[-1]}"
    else:
        spaced = " " if re.search(r"日 ", note) else ""
        note = f"{body}\n{adopted[1]}{spaced}{adopted[2] or ''}《{name}》{count}"
    return block.start, block.end, note
