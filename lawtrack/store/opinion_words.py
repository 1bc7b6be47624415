"""What people write for the kind of a source and for the result of an opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.messages import LANGUAGES, say
from lawtrack.store.names import iso_date, stage_id
from lawtrack.store.opinion import KINDS, RESULTS, Answer, tidy
from lawtrack.store.version import one_line

if TYPE_CHECKING:
    import datetime as dt

    from lawtrack.store.opinion import Kind, Result

RESULT_WORDS: Final[dict[Result, tuple[str, ...]]] = {
    "adopted": ("已采纳", "予以采纳", "采用", "吸收", "吸收采纳", "已吸收", "采纳吸收"),
    "partly-adopted": ("已部分采纳", "基本采纳", "原则采纳", "部分吸收", "部分吸收采纳"),
    "not-adopted": ("不采纳", "不予采纳", "没有采纳", "未予采纳", "暂不采纳", "暂未采纳", "未吸收"),
    "explained": ("已解释说明", "已说明", "作出说明", "说明", "解释", "留作参考", "供参考", "已沟通"),
}
"""What stands in a column 采纳情况 beside the names of the results."""
_KIND_WORDS: Final[tuple[tuple[Kind, tuple[str, ...]], ...]] = (
    (
        "committee",
        ("常委会", "委员会委员", "专门委员会", "专委会", "法工委", "工作委员会", "人大代表", "组成人员"),
    ),
    ("expert", ("专家", "教授", "学者", "律师", "大学", "学院", "研究院", "研究所")),
    (
        "department",
        (
            "局",
            "委员会",
            "办公室",
            "厅",
            "部",
            "政府",
            "中心",
            "法院",
            "检察院",
            "公司",
            "街道",
            "协会",
            "委",
        ),
    ),
    ("public", ("市民", "网民", "公民", "群众", "居民", "公众", "网友", "先生", "女士", "匿名")),
)


def kind_id(kind: str) -> Kind:
    """The id of the kind of source that is meant: an id, or its name in either language. Raises UnusableInput.

    >>> kind_id("社会公众")
    'public'
    """
    for known in KINDS:
        if kind.strip() in {known, *(say(f"opinions.kind-{known}", lang=lang) for lang in LANGUAGES)}:
            return known
    raise UnusableInput("opinions.bad-kind", kind=kind, known=", ".join(KINDS))


def kind_of_source(source: str) -> Kind:
    """The kind of source that a name tells of, "other" where it tells nothing.

    >>> kind_of_source("某市财政局"), kind_of_source("市民李某"), kind_of_source("李某")
    ('department', 'public', 'other')
    """
    return next((kind for kind, words in _KIND_WORDS if any(word in source for word in words)), "other")


def result_id(result: str) -> Result:
    """The id of the result that is meant: an id, its name, or what departments write. Raises UnusableInput.

    >>> result_id("已采纳。"), result_id("不予采纳"), result_id("partly adopted")
    ('adopted', 'not-adopted', 'partly-adopted')
    """
    said = " ".join(result.split()).strip("。.；; ")
    for known in RESULTS:
        names = {known, *(say(f"opinions.result-{known}", lang=lang) for lang in LANGUAGES)}
        if said in names or "".join(said.split()) in {*names, *RESULT_WORDS[known]}:
            return known
    raise UnusableInput("opinions.bad-result", result=result)


def is_unanswered(result: str) -> bool:
    """Do the words say that there is no answer yet?"""
    return result.strip() in {
        "none",
        "—",
        "-",
        "/",
        *(say("opinions.result-none", lang=lang) for lang in LANGUAGES),
    }


def new_answer(
    result: str,
    *,
    reason: str = "",
    by: str = "",
    date: str | dt.date = "",
    clause: str = "",
    stage: str = "",
) -> Answer:
    """An answer, checked; `result` in any of the words that `result_id` knows. Raises UnusableInput and NotFound."""
    return Answer(
        result_id(result),
        reason=tidy(reason),
        by=one_line(by),
        date=iso_date(date) if date else "",
        clause=one_line(clause),
        stage=stage_id(stage) if stage else "",
    )
