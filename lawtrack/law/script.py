"""Traditional characters: read as the simplified ones that structure and references are written in, one for one."""

from __future__ import annotations

from typing import Final

_PAIRS: Final = (
    "條条項项節节編编總总則则錄录規规據据違违處处罰罚為为於于實实施施關关過过會会議议準准佈布發发號号訂订廢废辦办"
    "決决細细個个單单門门應应當当從从執执處处責责員员國国開开務务機机構构請请門门區区縣县鄉乡鎮镇長长書书憲宪"
    "說说則则範范擬拟稱称與与內内標标題题順顺餘余點点該该華华"
)
TO_SIMPLIFIED: Final = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
_TO_TRADITIONAL: Final = str.maketrans("条项节编", "條項節編")
FLAT: Final = str.maketrans("\r\n", "  ")
"""For what may be cut at the end of a line: character for character, with spaces for line breaks."""
SIGN: Final = "條"
"""A text without it is not read as traditional: every article has it."""


def simplified(text: str) -> str:
    """`text`, character for character, as the grammar of structure and references reads it.

    >>> simplified("第一條　為了保護濕地")
    '第一条　为了保護濕地'
    >>> simplified("第一条")
    '第一条'
    """
    return text.translate(TO_SIMPLIFIED) if SIGN in text else text


def like(words: str, text: str) -> str:
    """A reference that goes into `text`, in that text's characters.

    >>> like("第三条第二项", "第一條　甲。"), like("第三条", "第一条　甲。")
    ('第三條第二項', '第三条')
    """
    return words.translate(_TO_TRADITIONAL) if SIGN in text else words
