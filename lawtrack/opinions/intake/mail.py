"""E-mails: what somebody else wrote and the answer quotes is no opinion of the one who answers.

    1.第九条应当听证。                           the answer
    在 2025-05-20 09:00，市司法局 写道：          the mail below it
    > 请对草案提出意见。                          quoted

What stands below the border of an older mail, and lines behind > between others, are told instead. A mail that was
only passed on has nothing above the border: then the older one is read. A quoted article that an own line follows
says what that line is on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.messages import translate
from lawtrack.opinions.intake.received import Leftover
from lawtrack.opinions.intake.sentences import headed

if TYPE_CHECKING:
    from collections.abc import Callable

_BORDER: Final = re.compile(
    r"\s*[-—_=*]{2,}\s*(?:原始|转发|被转发)?(?:的)?(?:邮件|消息)(?:原文|信息)?\s*[-—_=*]{0,40}\s*|\s*[-—_]{2,}\s*(?:Original|Forwarded)\s+[Mm]essage\s*[-—_]{2,}\s*"
    r"|.*(?:写道|wrote)\s*[：:]\s*"
)
_HEADER: Final = re.compile(
    r"\s*(?:发件人|收件人|抄送人?|发送时间|发送日期|主题|From|To|Cc|Sent|Date|Subject)\s*[：:].*"
)
_QUOTED: Final = re.compile(r"\s*[>＞][>＞\s]*(?P<words>.*)")
_MANY: Final = 2
"""Lines of an older mail's head that make a border where no line of dashes does."""


class Own(NamedTuple):
    """A mail without what it quotes, line for line, and the quoted lines."""

    text: str
    quoted: tuple[Leftover, ...] = ()


def own_words(text: str, says: Callable[[str], bool]) -> Own:
    r"""The words of the one who answers; `says` tells whether a text holds an opinion.

    >>> own_words("第九条应当听证。\n某局 写道：\n请提出意见。", bool).text
    '第九条应当听证。\n\n'
    """
    lines = text.splitlines()
    border = _border(lines)
    below = range(border, len(lines)) if border and says("\n".join(lines[:border])) else ()
    older = {at for at in below if lines[at].strip()}
    marked = {at for at, line in enumerate(lines) if _QUOTED.fullmatch(line)} - older
    others = [line for at, line in enumerate(lines) if at not in marked | older]
    if not marked or not says("\n".join(others)):
        marked = set()
    if not older | marked:
        return Own(text)
    why = translate("opinions.quoted")
    left = tuple(Leftover(at + 1, lines[at].strip(), why) for at in sorted(older | marked))
    return Own("\n".join(_own(lines, older, marked)), left)


def _border(lines: list[str]) -> int:
    """The line at which an older mail begins; 0 for none."""
    said = [at for at, line in enumerate(lines) if line.strip()]
    for place, at in enumerate(said):
        head = [bool(_HEADER.fullmatch(lines[below])) for below in said[place : place + _MANY]]
        own = all(_HEADER.fullmatch(lines[above]) for above in said[:place])
        if _BORDER.fullmatch(lines[at]) or (not own and len(head) == _MANY and all(head)):
            return at
    return 0


def _own(lines: list[str], older: set[int], marked: set[int]) -> list[str]:
    """The lines, nothing in the place of what is quoted; an article that is quoted above an own line heads that."""
    kept = ["" if at in older | marked else line for at, line in enumerate(lines)]
    last = max((at for at, line in enumerate(kept) if line.strip()), default=-1)
    for at in sorted(marked):
        match = _QUOTED.fullmatch(lines[at])
        place = headed(match["words"])[0] if match else ""
        if at < last and "条" in place:
            kept[at] = f"{place}："
    return kept
