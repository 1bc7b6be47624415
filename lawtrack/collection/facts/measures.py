"""What a clause empowers an authority to do that only some instruments may: licences, coercive measures, penalties.

行政许可法 (2019) arts. 14–17, 行政强制法 arts. 9–13, 行政处罚法 (2021) arts. 9–14: which instrument may create which.
"""

from __future__ import annotations

import re
from typing import Final

LICENCE: Final = re.compile(
    r"许可证|行政许可|许可|审批|核准|资质证书|资格证书|经[^，。；]{2,24}(?:批准|同意)(?!之日)|未经批准"
)
COERCIVE: Final = re.compile(
    r"查封|扣押|冻结|划拨|代履行|加处罚款|滞纳金|强制(?:拆除|执行|隔离|检疫|清除|停止|戒毒|措施)|先行登记保存|代为(?:清除|治理|拆除|恢复|处置)"
)
PENALTIES: Final = re.compile(
    r"警告|通报批评|罚款|没收|暂扣|吊销|降低资质等级|责令(?:停产停业|停业整顿|停产|停业|关闭|停止执业)|限制(?:开展生产经营活动|从业)|行政拘留|拘留"
)
"""The kinds of 行政处罚法 (2021) art. 9; 责令改正 is none (art. 28)."""


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
