"""The 意见汇总及采纳情况表 as rows of words: which columns, in which words; shared by every format it is written in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lawtrack.formats.layout import Layout
from lawtrack.messages import translate
from lawtrack.opinions import change_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.opinions import Followed, Report

SHORT: Final = ("number", "clause", "text", "source", "result", "reason")
"""On paper: 序号, 条款, 意见内容, 提出单位, 采纳情况, 理由/说明."""
SHOWN: Final = (
    "number", "id", "clause", "clause-now", "text", "suggestion", "grounds", "source", "result", "reason", "change",
    "fate", "carried-out", "by", "answered", "kind", "channel", "date", "quote", "note", "remarks",
)  # fmt: skip
"""In a workbook and in CSV; a workbook prints those up to `change`."""
FILLED_IN: Final = frozenset({"result", "reason", "by", "answered", "carried-out"})
"""What staff fill in, and `lawtrack opinion import` reads back by the id."""


def seen_by(report: Report, layout: Layout | None) -> Layout:
    """The layout of a report, which carries unseen up to which commit the report knows the answers."""
    layout = layout or Layout()
    return replace(layout, origin=replace(layout.origin, seen=report.seen))


def headings(columns: tuple[str, ...] = SHOWN) -> list[str]:
    """The columns' names in the language in use.

    >>> headings(SHORT)
    ['序号', '条款', '意见内容', '提出单位', '采纳情况', '理由/说明']
    """
    return [translate(f"opinions.col-{column}") for column in columns]


def rows(report: Report, columns: tuple[str, ...] = SHOWN) -> Iterator[list[str | int]]:
    """The opinions in the order of the clauses, as words; "" where nothing is known."""
    for number, row in enumerate(report.rows, 1):
        cells = _cells(row)
        yield [number if column == "number" else cells[column] for column in columns]


def both_labels(row: Followed) -> str:
    """The clause as it was and as it is: 第十九条 → 第二十一条, 第二十六条（已删去）; one of them where they are the same.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import both_labels
    >>> from lawtrack.opinions import Anchor, Followed, Opinion
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "second-reading", "2020-09-30", "", None, by, "3f2a9c41", "", "")
    >>> opinion = Opinion("kd2", "建议删去。", Anchor(eids=("art_3",), label="第三条"))
    >>> both_labels(Followed(opinion, version, fate="deleted", label="第三条"))
    '第三条（已删去）'
    """
    old, new = row.label, row.label_now
    if not old:
        return "—" if row.opinion.no_comment else translate("opinions.no-label")
    if row.fate == "unknown":
        return translate("opinions.not-found", label=old)
    if row.fate == "deleted":
        return translate("opinions.deleted", label=old)
    return old if old == new else translate("opinions.moved-to", old=old, new=new)


def whole_text(row: Followed) -> str:
    """What the opinion says, with the words that its author suggests and the reasons, where they stand apart."""
    opinion = row.opinion
    parts = [opinion.text]
    if opinion.suggestion and opinion.suggestion not in opinion.text:
        parts.append(translate("opinions.suggests", words=opinion.suggestion))
    if opinion.grounds:
        parts.append(translate("opinions.grounds", words=opinion.grounds))
    return "\n".join(parts)


def printed(report: Report) -> Iterator[list[str]]:
    """The rows as on paper."""
    for number, row in enumerate(report.rows, 1):
        opinion = row.opinion
        who = opinion.source or opinion.kind_label
        yield [
            str(number),
            both_labels(row),
            whole_text(row),
            who,
            decided(row),
            explained(row),
        ]


def decided(row: Followed) -> str:
    """The result, with the clause in which it was carried out."""
    answer = row.opinion.answer
    if answer and answer.clause:
        return translate("opinions.carried-out", result=answer.result_label, clause=answer.clause)
    return row.opinion.result_label


def explained(row: Followed) -> str:
    """The reason of the answer, and what changed at the clause of an opinion that was adopted, in 〔〕."""
    answer = row.opinion.answer
    adopted = answer is not None and answer.result in {"adopted", "partly-adopted"}
    change = change_of(row) if adopted else ""
    return "\n".join(filter(None, [answer.reason if answer else "", f"〔{change}〕" if change else ""]))


def _cells(row: Followed) -> dict[str, str]:
    opinion, answer = row.opinion, row.opinion.answer
    return {
        "id": opinion.id,
        "clause": row.label or opinion.anchor.label,
        "clause-now": row.label_now,
        "fate": translate(f"opinions.fate-{row.fate}"),
        "change": change_of(row),
        "text": opinion.text,
        "quote": opinion.anchor.quote,
        "suggestion": opinion.suggestion,
        "grounds": opinion.grounds,
        "source": opinion.source,
        "kind": opinion.kind_label,
        "channel": opinion.channel,
        "date": opinion.date,
        "result": answer.result_label if answer else "",
        "reason": answer.reason if answer else "",
        "by": answer.by if answer else "",
        "answered": answer.date if answer else "",
        "carried-out": answer.clause if answer else "",
        "note": opinion.note,
        "remarks": "\n".join(remark.message for remark in row.remarks),
    }
