"""Conducts that say little by themselves: a formality left out, a licence that is lacking, what is commanded and not done.

未履行本条例规定的备案手续的              every duty to 备案
未按照规定汇交观测资料的                 the duty that commands 汇交观测资料
未取得检验合格证书的机构，……             the provision that forbids to go on without it
擅自设立船坞、浮桥、码头的                the provision that forbids 设立码头
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.check.duties.phrases import pairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

MANY: Final = 4
"""Words that fit more articles name none."""
ENOUGH: Final = 0.8
"""Of the words of an act so many must stand in one clause of a command; of two all."""
OF_FORMALITY: Final = 0.4
"""Of what is said besides the formality so much must stand in the duty."""
ALL_OF_IT: Final = 0.95
_FORMALITIES: Final = r"备案|审批|登记|报告|公告|公示|申报|注销|变更手续"
_LEFT_OUT: Final = re.compile(
    r"(?:未|没有|不)(?:依法|及时)?(?:(?:依照|按照?|履行)(?:本(?:条例|办法|规定|法)|有关|国家)?(?:的)?规定的?|履行)"
    rf"(?:办理|进行|履行)?(?P<of>[^，。；或]{{0,12}}?)(?:{_FORMALITIES})(?:[、和或者]{{1,2}}(?:{_FORMALITIES}))*(?:手续|义务)?"
)
"""A formality left out, without what it is of: the duties that ask for it are many."""
_LACKS: Final = re.compile(r"(?:无|(?:未|没有)(?:依法)?(?:取得|领取|持有))(?P<licences>[^，。；]{2,80})")
_LICENCE: Final = re.compile(
    r"(?:^|[、或者和及])(?P<name>(?:(?!或者)[^、和及的]){2,20}?(?:许可证|证书|执照|资格证|证))"
)
_OMITS: Final = re.compile(
    r"(?:(?:未|没有|不)(?:按照?|依照|依)(?:本[^，。；]{1,3}|国家|有关)*(?:规定|要求)(?:的[^，。；]{1,8}?)?(?:进行|开展|组织)?"
    r"|(?:未|没有|拒绝|拒不|不)(?:依法)?(?:建立|执行|落实|履行|实行)|(?:拒绝|拒不|不)(?=(?:接受|实施)(?!监督|检查|调查)))"
    r"(?P<act>[^，。；或的不]{3,24})"
)
_PIECES: Final = re.compile(r"[、和]")
_OF_DUTY: Final = re.compile(r"(?:制度|义务|职责|责任|手续)$")
_COMMANDS: Final = re.compile(r"[^。；，\n]{0,40}(?:应当|必须|，须)[^。；]{2,80}")
"""A command with whom it binds."""
_FORBIDDEN: Final = re.compile(
    r"(?:^|[。；\n])(?:(?!的，|情形|下列)[^。；]){0,40}?(?:不得|禁止|严禁)(?:在[^，。；]{1,20}内)?([^，。；：]{4,40})"
)
"""What is forbidden whatever the case; 有下列情形的，不得 forbids in some cases only."""


def everywhere(eids: Iterable[str]) -> bool:
    """Do words fit so many articles that they name none?

    >>> everywhere(["art_1__para_1", "art_1__para_2"])
    False
    """
    return len({eid.partition("__")[0] for eid in eids}) > MANY


def forbidding(conduct: str, words: Mapping[str, str], weight: Callable[[str], float]) -> list[str]:
    """The provisions that forbid in few words what the conduct does among other things."""
    done = pairs_of(conduct)
    told = []
    for eid, norm in words.items():
        for clause in _FORBIDDEN.findall(norm):
            wanted = pairs_of(clause)
            if len(wanted) >= 4 and sum(map(weight, wanted & done)) >= ALL_OF_IT * sum(map(weight, wanted)):
                told.append(eid)
    return told


def of_licence(conduct: str, words: Mapping[str, str]) -> list[str]:
    """The provisions that forbid to go on without the very licence that the conduct lacks."""
    lacks = _LACKS.search(conduct)
    names = (
        [match["name"].removeprefix("者") for match in _LICENCE.finditer(lacks["licences"])] if lacks else []
    )
    if not names:
        return []
    licence = "|".join(map(re.escape, names))
    asked = re.compile(
        rf"(?:未(?:依法)?(?:取得|领取|持有)|无)(?:{licence})[^。；]{{0,24}}(?:不得|禁止)"
        rf"|(?:应当|必须|须)[^。；，]{{0,8}}(?:取得|领取|持有)[^。；，]{{0,40}}(?:{licence})"
        rf"|(?:应当|必须|须)[^。；]{{0,60}}(?<!延续|换发|变更)申请(?:办理|领取)?(?:{licence})"
    )
    return [eid for eid, norm in words.items() if asked.search(norm)]


def of_omission(conduct: str, words: Mapping[str, str]) -> list[str]:
    """The provisions that command in the same words what the conduct leaves out: 未按照规定汇交资料."""
    told: dict[str, None] = {}
    omitted = [*_OMITS.finditer(conduct)]
    if not omitted:
        return []
    commands = {
        eid: [clause for command in _COMMANDS.findall(norm) for clause in command.split("，")]
        for eid, norm in words.items()
    }
    for match in omitted:
        for act in _acts_in(match["act"]):
            said = _words_in(act)
            if len(said) < 2:
                continue
            owing = [
                eid
                for eid, clauses in commands.items()
                if any(sum(word in clause for word in said) >= ENOUGH * len(said) for clause in clauses)
            ]
            if not everywhere(owing):
                told.update(dict.fromkeys(owing))
    return list(told)


def _acts_in(words: str) -> list[str]:
    """The acts that words name: of 生产、经营管理规范 both have the tail."""
    pieces = _PIECES.split(_OF_DUTY.sub("", words))
    tail = pieces[-1][2:]
    return [piece + tail if len(piece) == 2 and tail else piece for piece in pieces]


def _words_in(act: str) -> list[str]:
    """The words of an act: most have two characters, so 申请检定 is 申请 and 检定; else all pairs of neighbours."""
    step = 2 if len(act) % 2 == 0 else 1
    return [act[at : at + 2] for at in range(0, len(act) - 1, step)]


def of_formality(
    conduct: str,
    words: Mapping[str, str],
    pairs: Mapping[str, frozenset[str]],
    weight: Callable[[str], float],
) -> list[str]:
    """All that ask for a formality, where the conduct is that it was left out: 未履行备案手续, 变更名称未办理审批手续."""
    left_out = _LEFT_OUT.search(conduct)
    acts = "|".join(re.findall(_FORMALITIES, left_out.group())) if left_out else ""
    if not acts:
        return []
    owed = re.compile(rf"(?:应当|必须|须)[^。；]{{0,80}}(?:{acts})")
    everything = frozenset().union(*pairs.values())
    known = pairs_of(_LEFT_OUT.sub(r" \g<of> ", conduct)) & everything
    total = sum(map(weight, known))
    return [
        eid
        for eid, norm in words.items()
        if owed.search(norm) and (not total or sum(map(weight, known & pairs[eid])) >= OF_FORMALITY * total)
    ]
