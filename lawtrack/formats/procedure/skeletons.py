"""草案说明, 修改情况的汇报, 审议结果的报告, 备案报告: everything that can be computed, the rest marked as to be written.

The forms are those in which standing committees of cities print these reports; they are Chinese whatever language the
interface speaks. What is not known is a blank in 【】, never a guess.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.compare import in_words
from lawtrack.formats.flow import title_lines
from lawtrack.formats.instruments.docx import STYLES as LAW_STYLES
from lawtrack.formats.instruments.docx import Line, printed
from lawtrack.formats.office_settings import stage_and_day, written_day
from lawtrack.formats.procedure.dossier import Dossier, fields_of
from lawtrack.formats.word.package import package
from lawtrack.formats.word.style_sheet import HEITI, Style
from lawtrack.law import to_chinese
from lawtrack.opinions import paragraphs, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STYLES: Final = (*LAW_STYLES, Style("DocHead", "heading 1", HEITI, first=2, outline=0))
_GREETING: Final = "主任、各位副主任、秘书长、各位委员："


def explanation(dossier: Dossier) -> Iterator[Line]:
    """关于《…（草案）》的说明."""
    known = fields_of(dossier)
    yield Line("LawTitle", title_lines(f"关于《{dossier.title}》的说明"))
    yield from _occasion(dossier)
    yield Line("LawBody", _GREETING)
    yield Line("LawBody", f"受{_blank('委托机关')}委托，现就《{dossier.title}》作如下说明。")
    yield _head(1, "立法的必要性")
    yield _to_write("立法的背景、要解决的主要问题、上位法和政策依据")
    yield _head(2, "起草过程")
    yield from _steps(dossier)
    yield _to_write("调研、论证、征求意见的经过")
    yield _head(3, "主要内容")
    chapters = f"{known['章数']}章" if known["章数"] else ""
    parts = f"：{known['章节结构']}" if known["章节结构"] else ""
    yield Line("LawBody", f"《{dossier.title}》共{chapters}{known['条数']}条{parts}。")
    if dossier.comparison is not None and dossier.before is not None:
        yield Line("LawBody", f"与{stage_and_day(dossier.before)}的文本相比，{in_words(dossier.comparison)}")
    yield _to_write("逐项说明主要制度")
    yield _head(4, "需要说明的其他问题")
    yield _to_write("行政许可、行政处罚、行政强制的设定依据；没有的写明没有")
    yield Line("LawBody", f"《{dossier.title}》和以上说明，请予审议。")


def changes(dossier: Dossier) -> Iterator[Line]:
    """关于《…》修改情况的汇报."""
    yield Line("LawTitle", title_lines(f"关于《{dossier.title}》修改情况的汇报"))
    yield from _occasion(dossier)
    yield Line("LawBody", _GREETING)
    yield from _deliberated(dossier)
    yield from _amendments(dossier)
    yield Line("LawBody", "此外，还对部分文字作了修改。" + _blank("核对后保留或删去"))
    yield Line("LawBody", f"《{dossier.title}》已按上述意见作了修改。以上汇报和草案修改稿是否妥当，请审议。")


def review(dossier: Dossier) -> Iterator[Line]:
    """关于《…》审议结果的报告."""
    yield Line("LawTitle", title_lines(f"关于《{dossier.title}》审议结果的报告"))
    yield from _occasion(dossier)
    yield Line("LawBody", _GREETING)
    yield from _deliberated(dossier)
    yield Line(
        "LawBody",
        f"法制委员会于{_blank('日期')}召开会议，根据审议意见和各方面意见进行了统一审议。现将审议结果报告如下：",
    )
    yield from _amendments(dossier)
    yield _to_write("未采纳的主要意见及理由")
    yield Line(
        "LawBody",
        "草案修改稿已按上述意见作了修改，法制委员会建议提请本次常委会会议审议通过。"
        + _blank("核对后保留或修改"),
    )
    yield Line("LawBody", "草案修改稿和以上报告是否妥当，请审议。")


def filing(dossier: Dossier) -> Iterator[Line]:
    """关于报送《…》备案的报告 (立法法 art. 109)."""
    known = fields_of(dossier)
    yield Line("LawTitle", title_lines(f"关于报送《{dossier.name}》备案的报告"))
    yield Line("LawBody", f"{_blank('报送机关')}：")
    passed = _known(known["通过日期"], "通过日期")
    yield Line(
        "LawBody", f"《{dossier.name}》已由{_known(known['通过会议'], '通过的机关和会议')}于{passed}通过。"
    )
    told = [("批准", "批准机关和会议"), ("公布", "公布机关")]
    for name, who in told:
        body = _known(known[f"{name}会议"], who)
        yield Line("LawBody", f"经{body}于{_known(known[f'{name}日期'], f'{name}日期')}{name}。")
    yield Line("LawBody", f"自{_known(known['施行日期'], '施行日期')}起施行。现将有关材料报送备案：")
    for number, what in enumerate(
        ("公告", f"《{dossier.name}》文本", "说明", "审议结果的报告及其他有关材料"), 1
    ):
        yield Line("LawBody", f"{number}．{what}")
    yield Line("LawBody", "请予备案。")
    yield Line("LawSignature", dossier.layout.office.unit or _blank("报送单位"))
    yield Line("LawSignature", _blank("日期"))


SKELETONS: Final[dict[str, Callable[[Dossier], Iterator[Line]]]] = {
    "explanation": explanation,
    "changes": changes,
    "review": review,
    "filing": filing,
}
"""Kind of document → its lines."""


def skeleton_docx(dossier: Dossier, kind: str) -> bytes:
    """The bytes of one of SKELETONS, the same each time."""
    lines = list(SKELETONS[kind](dossier))
    if dossier.notice:
        lines.insert(1, Line("LawNote", f"（{dossier.notice}）"))
    return package(map(printed, lines), STYLES, lines[0].words.replace("\n", ""), dossier.layout)


def _occasion(dossier: Dossier) -> Iterator[Line]:
    version = dossier.version
    day = written_day(version.date) if version.meeting else ""
    yield Line("LawNote", f"（{_known(day, '日期')}在{_known(version.meeting, '会议')}上）")
    yield Line("LawNote", f"{_blank('报告人的职务和姓名')}")


def _steps(dossier: Dossier) -> Iterator[Line]:
    """The steps that are known, in the order in which they were taken, up to the day of the version; undated ones last."""
    until = _moment(written_day(dossier.version.date))
    dated = sorted(
        (fact for fact in dossier.facts.values() if _moment(fact.day)), key=lambda fact: _moment(fact.day)
    )
    taken = [fact for fact in dated if not until or _moment(fact.day)[: len(until)] <= until]
    for fact in (*taken, *(fact for fact in dossier.facts.values() if not _moment(fact.day))):
        day = f"{fact.day}，" if fact.day else ""
        where = f"（{fact.meeting}）" if fact.meeting else ""
        yield Line("LawBody", f"{day}{fact.label}{where}。")


def _moment(day: str) -> tuple[int, ...]:
    """Year, month and day of a day in words, as far as they are known.

    >>> _moment("2020年8月28日"), _moment("不晚于2020年8月"), _moment("")
    ((2020, 8, 28), (2020, 8), ())
    """
    return tuple(map(int, re.findall(r"[0-9]+", day)))


def _deliberated(dossier: Dossier) -> Iterator[Line]:
    known = fields_of(dossier)
    before = dossier.before
    meeting = _known(before.meeting if before else "", "会议")
    stage = before.stage_label if before else _blank("审次")
    yield Line(
        "LawBody", f"{meeting}对《{dossier.title}》进行了{stage}。{_blank('会后征求意见、调研、论证的经过')}"
    )
    if known["征求意见日期"]:
        yield Line("LawBody", f"{known['征求意见日期']}起公开征求意见。")
    if dossier.report and dossier.report.rows:
        yield Line("LawBody", "".join(sentences(dossier.report)))


def _amendments(dossier: Dossier) -> Iterator[Line]:
    """What changed in numbers, then the paragraph on each opinion that was taken up."""
    if dossier.comparison is not None:
        yield Line(
            "LawBody", f"草案修改稿与{_stage(dossier)}相比，{in_words(dossier.comparison)}主要修改如下："
        )
    told = paragraphs(dossier.report) if dossier.report else []
    for number, words in enumerate(told, 1):
        yield Line("LawBody", f"{to_chinese(number)}、{words}")
    if not told:
        yield _to_write("主要修改及其理由；意见登记后自动写出采纳情况")


def _stage(dossier: Dossier) -> str:
    return stage_and_day(dossier.before) if dossier.before else "原稿"


def _head(number: int, words: str) -> Line:
    return Line("DocHead", f"{to_chinese(number)}、{words}")


def _known(words: str, what: str) -> str:
    return words or _blank(what)


def _blank(what: str) -> str:
    """A place that somebody has to fill in."""
    return f"【{what}】"


def _to_write(what: str) -> Line:
    return Line("LawBody", f"【待写：{what}。】")
