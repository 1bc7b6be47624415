"""Replies that there is no opinion: 经研究，我局对草案无不同意见。特此函复。

A reply says nothing where each of its clauses is of a known kind (who answers, that the letter came, what it is about,
courtesies) and one of them says that there is no opinion, or agrees. A clause of any other kind is an opinion.
"""

from __future__ import annotations

import re
from typing import Final

from lawtrack.patterns import compile_on_use

_BREAKS: Final = re.compile("[，,。.；;：:、！!~～]+")
_BODIES: Final = (
    "局|委|办|厅|部|会|院|府|中心|公司|室|处|队|校|学|联|街道|集团|所|站|馆|社区"
    "|镇|乡|村|行|区|市|县|州|旗|司|单位|机关|企业"
)
_WHO: Final = (
    rf"(?:我[们方]?(?:{_BODIES})*|本(?:人|{_BODIES})+|[^，。对就我本无没暂意见建议]{{1,20}}(?:{_BODIES}))"
)
_OF: Final = (
    r"(?:(?:对|就|针对|关于)[^，。]{0,50}?|第[^，。：]{1,8}[条款项]"
    r"|(?:其他|其它|其余|剩余)(?:各条|各项|条款|条文|内容|部分|方面)?)"
)
_RESEARCHED: Final = "经[^，。]{0,20}?(?:研究|审阅|讨论|研读|学习|审核)后?"
_NONE: Final = (
    r"(?:均|都|也|并|暂时?|目前|表示|现)*(?:无|没有?|未提出?|不提)"
    r"(?:不同|修改|其[他它]|补充|具体|反馈|任何|别的|新的|更多|实质性?)*的?"
    r"(?:意见|建议|异议|看法)(?:(?:和|或|及|与)?(?:意见|建议))*[了啦哦呢]?"
)
_TEXT: Final = (
    r"(?:该|本|此|《[^》]+》)?(?:草案|条例|办法|规定|征求意见稿|送审稿|修订草案|修正案|修改稿|文本|内容|上述)"
)
_AGREED: Final = (
    r"(?:原则上?|完全|总体上?|整体|基本|表示|一致|均|都|坚决|大力)*"
    rf"(?:(?:同意|赞同|赞成|认可)(?:立法|制定|出台)?(?:该|本|此|《[^》]+》)?(?:{_TEXT})*|支持(?:{_TEXT})+)"
    r"(?:的?(?:规定|内容))?(?:提请审议|上报|报送|印发|发布|公布)?[了啦哦呢]?"
)
_SAYS: Final = compile_on_use(
    rf"(?:{_RESEARCHED})?(?:{_WHO})?(?:{_OF})?(?:{_WHO})?(?:{_NONE}|{_AGREED})|无|[/／—–－-]{{1,4}}"
)
"""A clause that says there is no opinion, or agrees."""
_AROUND: Final = compile_on_use(
    rf"{_WHO}|(?:{_WHO})?{_OF}(?:均|都)?|(?:{_WHO})?{_RESEARCHED}(?:{_WHO})?|[^，。]{{0,60}}(?:收悉|收到)|意见|建议"
    r"|支持(?:立法|制定|出台)?|除(?:上述|以上|前述|此)(?:意见|建议|条款|内容|问题)?(?:之?外)?|特?此(?:函?复|告|函|回复)|现?(?:函|回)?复如下|谢谢|您好|请[^，。]{0,6}按[^，。]{0,8}程序[^，。]{0,8}"
)
"""A clause that may stand around it."""


def says_nothing(words: str) -> bool:
    """Do the words reply that there is no opinion?

    >>> says_nothing("经研究，我局对草案无不同意见。"), says_nothing("同意草案，但第五条应当明确期限。")
    (True, False)
    """
    clauses = [clause for clause in _BREAKS.split("".join(words.split())) if clause]
    said = [clause for clause in clauses if _SAYS.fullmatch(clause)]
    return bool(said) and all(clause in said or _AROUND.fullmatch(clause) for clause in clauses)
