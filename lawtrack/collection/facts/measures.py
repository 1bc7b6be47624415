"""What a clause empowers an authority to do that only some instruments may: licences, coercive measures, penalties.

行政许可法 (2019) arts. 14–17, 行政强制法 arts. 9–13, 行政处罚法 (2021) arts. 9–14: which instrument may create which.
"""

from __future__ import annotations

import re
from typing import Final

from lawtrack.patterns import compile_on_use

LICENCE: Final = re.compile(
    r"许可证|行政许可|许可|审批|核准|资质证书|资格证书|经[^，。；]{2,24}(?:批准|同意)(?!之日)|未经批准"
)
COERCIVE: Final = re.compile(
    r"查封|扣押|扣留|暂扣(?![^，。；]{0,12}[证照])|冻结|划拨|代履行|代为(?:清除|清理|治理|拆除|恢复|处置|处理)|加处罚款|滞纳金"
    r"|(?<!人民法院)强制执行|强制(?:拆除|隔离|检疫|清除|停止|戒毒|措施|带离)|(?<!加)强行(?!业)[^，。；]{2}|先行登记保存|收缴|拖移|拖离|停止供[水电热气]|断[水电](?![^，。；]{0,4}事故)"
)
PENALTIES: Final = re.compile(
    r"警告|通报批评|罚款|没收|暂扣|吊销|降低资质等级|责令(?:停产停业|停业整顿|停产|停业|关闭|停止执业)|限制(?:开展生产经营活动|从业)|行政拘留|拘留"
)
"""The kinds of 行政处罚法 (2021) art. 9; 责令改正 is none (art. 28)."""


_BODY: Final = "(?:部门|机关|机构|政府|局|委员会|办公室|办事处)"
CREATED: Final = compile_on_use(
    r"(?<!未)(?<!没有)(?:取得|申请|申领|领取|办理)[^，。；]{0,20}(?:许可|资质证书|资格证书|登记证)"
    rf"|(?:经|报)[^，。；]{{0,24}}{_BODY}[^，。；]{{0,8}}(?:批准|同意|核准|审批|许可)"
    rf"|未经(?:[^，。；]{{0,24}}{_BODY}[^，。；]{{0,8}})?(?:批准|同意|核准|审批|许可)"
    r"|(?:批准|同意|核准|审批|许可)后?方可|实行[^，。；]{0,12}(?:许可|审批)"
)
_ELSEWHERE: Final = re.compile("依法|依照|按照|根据|法律|法规|国家|国务院|有批准权")
"""Who speaks of what others require creates no licence."""


def licences(text: str) -> tuple[str, ...]:
    """The words that require a licence or an approval, each once; not what only speaks of one that others require.

    >>> licences("设摊应当经主管部门批准，依法取得卫生许可证；情节严重的，吊销许可证。")
    ('经主管部门批准',)
    """
    pieces = (piece for piece in re.split("[，。；\\n]", text) if not _ELSEWHERE.search(piece))
    return tuple(dict.fromkeys(match.group() for piece in pieces for match in CREATED.finditer(piece)))


def penalty_kind(word: str) -> str:
    """The kind that a penalty is of, whatever its words: 责令停业 and 责令停产停业 are one.

    >>> penalty_kind("责令停业"), penalty_kind("没收")
    ('责令停产停业', '没收')
    """
    return "责令停产停业" if word.startswith("责令") else word.removeprefix("行政")


def measures(text: str) -> dict[str, tuple[str, ...]]:
    """The words by kind: licence, coercive, penalty; each word once, in order, kinds without any left out.

    >>> measures("未经城市管理部门批准的，可以扣押工具，处警告，吊销许可证。")["coercive"]
    ('扣押',)
    """
    words_by_kind = {}
    for kind, expression in (("licence", LICENCE), ("coercive", COERCIVE), ("penalty", PENALTIES)):
        words = tuple(dict.fromkeys(match.group() for match in expression.finditer(text)))
        if words:
            words_by_kind[kind] = words
    return words_by_kind
