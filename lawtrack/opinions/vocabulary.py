"""What people write for the kind of a source and for the result of an opinion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import iso_date, one_line, stage_id
from lawtrack.errors import UnusableInput
from lawtrack.messages import LANGUAGES, translate
from lawtrack.opinions.model import KINDS, RESULTS, Answer, tidy

if TYPE_CHECKING:
    import datetime as dt

    from lawtrack.opinions.model import Kind, Result

RESULT_WORDS: Final[dict[Result, tuple[str, ...]]] = {
    "adopted": (
        "已采纳",
        "予以采纳",
        "采用",
        "吸收",
        "吸收采纳",
        "已吸收",
        "采纳吸收",
        "吸纳",
        "已吸纳",
        "全部采纳",
        "完全采纳",
        "同意采纳",
        "同意",
        "已修改",
        "已作修改",
        "已按意见修改",
        "已完善",
        "已补充",
        "是",
        "√",
        "✓",
    ),
    "partly-adopted": (
        "部分",
        "部分吸纳",
        "部分采用",
        "已部分采纳",
        "予以部分采纳",
        "基本采纳",
        "原则采纳",
        "部分吸收",
        "部分吸收采纳",
    ),
    "not-adopted": (
        "不采纳",
        "不予采纳",
        "没有采纳",
        "未予采纳",
        "暂不采纳",
        "暂未采纳",
        "未吸收",
        "否",
        "×",
        "✗",
    ),
    "explained": ("已解释说明", "已说明", "作出说明", "说明", "解释", "留作参考", "供参考", "已沟通"),
}
"""What stands in a column 采纳情况 beside the names of the results."""
_TAKEN: Final = "(?:采纳|采用|采信|吸收|吸纳|接受|同意)"
_RESULT_FORMS: Final[tuple[tuple[Result, re.Pattern[str]], ...]] = (
    (
        "not-adopted",
        re.compile(
            rf"(?:建议|拟|暂|暂时|经研究|均)*(?:不|未|没有|没|无法|不宜|难以)(?:予|予以|作|能|便|建议|全部){{0,2}}{_TAKEN}"
            r"|(?:不|未|不予|未予)作?(?:修改|调整|变动)|(?:维持|保留|沿用)(?:原)(?:文|条文|条款|规定|表述|稿)?"
        ),
    ),
    (
        "partly-adopted",
        re.compile(
            rf"(?:已|拟|予以|建议|作|意见)*(?:部分|基本|原则|原则上|大部分|酌情|适当)(?:已|予以|意见)*{_TAKEN}{{1,2}}"
            r"(?:[并且，、]?已?(?:作|做|相应)*(?:修改|完善|调整))?"
        ),
    ),
    (
        "adopted",
        re.compile(
            rf"(?:已经?|拟|予以|建议|全部|完全|同意|经研究|均|可以?|意见|并)*{_TAKEN}{{1,2}}(?:[并且，、]?已?(?:作|做|予以|相应|据此)*(?:修改|吸收|完善|调整|体现|补充|明确))*"
            r"|已经?(?:作|做|按|据此|按照?意见|按照?建议|根据意见|予以|相应|在文中|在条文中|依此)*(?:修改|调整|完善|补充|体现|删除|删去|增加|明确|更正|修正)(?:完善|到位)?"
        ),
    ),
    (
        "explained",
        re.compile(
            r"(?:已|拟|予以|作|做|作出|进行|电话)*(?:解释|说明|沟通)(?:说明|解释|清楚)?"
            r"|(?:留作|留存|供|作为|可作为?|拟作)?(?:今后|下一?步)?(?:工作|立法|研究|执法|修改时?)?参考"
        ),
    ),
)
"""Further words for a result, put together of the words that answers are made of; "不" is looked for first."""
_KIND_WORDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "committee",
        re.compile("常委会|专门委员会|专委会|法工委|人大代表|组成人员|法制委|工作委员会|委员(?!会)"),
    ),
    ("expert", re.compile("专家|教授|学者|律师|大学|学院|研究院|研究所")),
    (
        "public",
        re.compile("市民(?![政族营])|网民|公民|群众(?!团体)|居民(?!委)|村民(?!委)|公众|网友|先生|女士|匿名"),
    ),
    ("department", re.compile("[局厅部委办院会]|政府|中心|公司|街道|机关|单位")),
)
"""What tells of the kind, tried in this order."""


KIND_NAMES: Final[dict[Kind, str]] = {
    "department": (
        "部门 单位 机关 政府部门 市直部门 市级部门 政府 区县 县区 区县政府 成员单位 企业 企事业单位 协会 行业协会 社会组织"
        " 司法机关 法院 检察院"
    ),
    "public": "公众 社会公众 群众 网民 网友 市民 个人 公民 居民 群众代表 社会各界",
    "committee": (
        "代表 人大代表 委员 常委会委员 组成人员 常委会组成人员 专委会 专门委员会 法制委 法制委员会 立法联系点 基层立法联系点"
    ),
    "expert": "专家 学者 专家学者 律师 法律顾问 立法顾问 咨询专家 高校",
    "other": "其他 其它 其他来源",
}
"""The kinds of a source in the words that a column 类别 has."""


def kind_id(kind: str) -> Kind:
    """The id of the kind of source that is meant: an id, or its name in either language. Raises UnusableInput.

    >>> kind_id("社会公众")
    'public'
    """
    said = "".join(kind.split())
    if (
        everyday := next((known for known, words in KIND_NAMES.items() if said in words.split()), None)
    ) is not None:
        return everyday
    for known in KINDS:
        if kind.strip() in {known, *(translate(f"opinions.kind-{known}", lang=lang) for lang in LANGUAGES)}:
            return known
    raise UnusableInput("opinions.bad-kind", kind=kind, known=", ".join(KINDS))


def kind_of_source(source: str) -> Kind:
    """The kind of source that a name tells of, "other" where it tells nothing.

    >>> kind_of_source("某市财政局"), kind_of_source("市民李某"), kind_of_source("李某")
    ('department', 'public', 'other')
    """
    return next((kind for kind, words in _KIND_WORDS if words.search(source)), "other")


def result_id(result: str) -> Result:
    """The id of the result that is meant: an id, its name, or what departments write. Raises UnusableInput.

    >>> result_id("已采纳。"), result_id("不予采纳"), result_id("partly adopted")
    ('adopted', 'not-adopted', 'partly-adopted')
    """
    said = " ".join(result.split()).strip("。.；; ")
    if (bare := said.removeprefix("建议").removeprefix("拟")) != said and "采纳" in bare:
        said = bare  # 拟不采纳: as the office that answers means to
    for known in RESULTS:
        names = {known, *(translate(f"opinions.result-{known}", lang=lang) for lang in LANGUAGES)}
        if said in names or "".join(said.split()) in {*names, *RESULT_WORDS[known]}:
            return known
    for known, form in _RESULT_FORMS:
        if form.fullmatch("".join(said.split())):
            return known
    raise UnusableInput("opinions.bad-result", result=result)


_NEEDS_NONE: Final = re.compile("(?:无需|不需要?|无须|不必)(?:处理|答复|回复|采纳|研究|反馈)。?")


def is_unanswered(result: str) -> bool:
    """Do the words say that there is no answer, or none needed?"""
    codes = ("opinions.result-none", "opinions.result-no-comment")
    told = {translate(code, lang=lang) for code in codes for lang in LANGUAGES}
    return (
        result.strip() in {"none", "—", "-", "/", *told} or _NEEDS_NONE.fullmatch(result.strip()) is not None
    )


def new_answer(
    result: str,
    *,
    reason: str = "",
    by: str = "",
    date: str | dt.date = "",
    clause: str = "",
    stage: str = "",
) -> Answer:
    """An answer, checked; `result` in any of the words that `result_id` knows. Raises UnusableInput and NotFound.

    >>> new_answer("部分采纳", reason="与上位法一致").result
    'partly-adopted'
    """
    return Answer(
        result_id(result),
        reason=tidy(reason),
        by=one_line(by),
        date=iso_date(date) if date else "",
        clause=one_line(clause),
        stage=stage_id(stage) if stage else "",
    )
