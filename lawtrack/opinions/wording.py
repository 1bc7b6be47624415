"""Sentences for the report: how many opinions and what became of them, and the paragraph on each one adopted.

The paragraph has the wording of the 审议结果报告: 有的……提出，第八条第一款……，建议……。经研究，采纳了该意见，将……修改为……。 What was
changed is read off the comparison, never off the opinion. It is the language of the instrument, whatever the reader's.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from lawtrack.law import unwrap
from lawtrack.messages import translate
from lawtrack.opinions.model import KINDS, RESULTS, kind_label
from lawtrack.opinions.register import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lawtrack.opinions.following import Followed
    from lawtrack.opinions.register import Report

_WHO: Final = {
    "department": "有的部门和单位",
    "public": "有的社会公众",
    "committee": "有的常委会组成人员",
    "expert": "有的专家",
    "other": "有的意见",
}
_DONE: Final = {"adopted": "采纳了该意见", "partly-adopted": "部分采纳了该意见"}
_MOST: Final = 4
"""More changed phrases than this are given as the clause anew."""
_GOES_ON: Final = re.compile("[“（]|中|的|规定")
"""What begins so goes on from the number of the clause: 第三条“部门协作”的表述……."""
_LABEL: Final = re.compile(r"^[第（(][^　 ]{1,12}[　 ]+|^[（(][一二三四五六七八九十]{1,3}[)）]")


def sentences(report: Report) -> list[str]:
    """The sentences on the numbers, in the language in use: in all, by source, replies without an opinion, what is open.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.opinions import Answer, Followed, Opinion, Report
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> opinions = Opinion("kd2", "建议删去。", source="市财政局"), Opinion("kd3", "建议保留。", answer=Answer("adopted"))
    >>> sentences(Report("park", "某市公园条例", version, tuple(Followed(one, version) for one in opinions)))
    ['共收到意见2条（来自1个单位和个人），其中采纳1条，未答复1条。', '按来源分：其他2条。']
    """
    tally = report.tally
    sources = translate("opinions.say-sources", count=tally.sources) if tally.sources else ""
    results = [(translate(f"opinions.result-{name}"), tally.results[name]) for name in (*RESULTS, NONE)]
    told = [(name, count) for name, count in results if count]
    what = translate("opinions.say-results", results=_listed(told)) if told else ""
    said = [translate("opinions.say-total", total=tally.total, sources=sources, results=what)]
    kinds = [(kind_label(kind), tally.kinds[kind]) for kind in KINDS if tally.kinds[kind]]
    if kinds:
        said.append(translate("opinions.say-kinds", kinds=_listed(kinds)))
    if tally.no_comment:
        said.append(translate("opinions.say-no-comment", count=tally.no_comment))
    return said


def paragraphs(report: Report) -> list[str]:
    """A paragraph for each opinion that was adopted, wholly or in part, in the order of the clauses; in Chinese.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.opinions import Anchor, Answer, Followed, Opinion, Report
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "second-reading", "2020-09-30", "", None, by, "3f2a9c41", "", "")
    >>> opinion = Opinion("kd2", "建议删去。", Anchor(eids=("art_3",), label="第三条"), answer=Answer("adopted"))
    >>> row = Followed(opinion, version, fate="deleted", label="第三条", before="公园免费。")
    >>> paragraphs(Report("park", "某市公园条例", version, (row,)))
    ['有的意见对第三条提出，建议删去。经研究，采纳了该意见，删去第三条。']
    """
    return [words for row in report.rows if (words := paragraph(row))]


def paragraph(row: Followed) -> str:
    """The paragraph on one adopted opinion, "" for any other."""
    answer = row.opinion.answer
    if answer is None or answer.result not in _DONE:
        return ""
    change = "，".join(filter(None, [_elsewhere(row), change_of(row)]))
    done = f"经研究，{_DONE[answer.result]}" + (f"，{change}。" if change else "。")
    reason = f"{answer.reason.rstrip('。')}。" if answer.result == "partly-adopted" and answer.reason else ""
    return f"{_told(row)}{done}{reason}"


def change_of(row: Followed) -> str:
    """What became of the clause, in the words of a report: 将“部门协作”修改为“部门协同”; "" where nothing did.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.opinions import Anchor, Followed, Opinion
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "second-reading", "2020-09-30", "", None, by, "3f2a9c41", "", "")
    >>> opinion = Opinion("kd2", "建议删去。", Anchor("first-reading", eids=("art_3",), label="第三条"))
    >>> change_of(Followed(opinion, version, fate="deleted", label="第三条", before="公园免费。"))
    '删去第三条'
    """
    return "，".join(_changes(row))


def _told(row: Followed) -> str:
    """Who said what on which clause."""
    opinion = row.opinion
    who, text = _WHO[opinion.kind], _plain(opinion.text)
    if opinion.grounds:
        text = f"{_plain(opinion.grounds)}，{text}"
    if opinion.suggestion and "建议" not in text:
        text = f"{text}，建议修改为“{_inner(_plain(opinion.suggestion))}”"
    if opinion.anchor.whole or not row.label or text.startswith(row.label):
        return f"{who}提出，{text}。"
    return f"{who}提出，{row.label}{text}。" if _GOES_ON.match(text) else f"{who}对{row.label}提出，{text}。"


def _plain(words: str) -> str:
    """Words on one line, without the mark at their end."""
    return unwrap(words).rstrip("。；;")


def _elsewhere(row: Followed) -> str:
    answer = row.opinion.answer
    return f"在{answer.clause}作了规定" if answer and answer.clause and answer.clause != row.label_now else ""


def _changes(row: Followed) -> Iterator[str]:
    """What became of the clause: words, place, number."""
    if row.fate == "deleted":
        yield f"删去{row.label}"
    elif row.fate == "split":
        yield f"将{row.label}分为{row.label_now}"
    elif row.fate == "merged":
        yield f"将{row.label}并入{row.label_now}"
    elif row.fate == "amended" and row.label:
        yield from _words(row)
    if row.moved and row.places and row.fate in {"unchanged", "amended"}:
        yield f"将{row.label}调整至{row.label_now}"
    elif row.renumbered and row.fate == "amended":
        yield f"修改后为{row.label_now}"


def _words(row: Followed) -> Iterator[str]:
    """The changed phrases; where there are too many, that the clause was changed."""
    before, after = (_lines(text) for text in (row.before, row.after))
    phrases: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            for old, new in zip(before[a:b], after[c:d], strict=True):
                phrases += _phrases(old, new)
        elif tag == "replace":
            phrases.append(f"修改为“{_inner(''.join(after[c:d]))}”")
        elif tag == "delete":
            phrases += [f"删去“{_inner(line)}”" for line in before[a:b]]
        elif tag == "insert":
            phrases += [f"增加“{_inner(line)}”" for line in after[c:d]]
    if len(phrases) <= _MOST:
        yield from phrases
    else:
        yield f"对{row.label}作了修改"


def _phrases(old: str, new: str) -> list[str]:
    from lawtrack.amend import phrase, word_edits

    edits = word_edits(old, new, [old], _MOST)
    if edits is None:
        return [f"修改为“{_inner(new)}”"]
    return [
        f"{'在' if form in {'after', 'before'} else '将'}{words}" if edit.new else f"删去“{_inner(edit.old)}”"
        for edit in edits
        for form, words in [phrase(edit, old)]
    ]


def _lines(text: str) -> list[str]:
    """The lines of a clause without their numbers and the white space around them."""
    return [_LABEL.sub("", line.strip()) for line in text.split("\n") if line.strip()]


def _inner(words: str) -> str:
    """Words between quotation marks have the inner ones (GB/T 15834-2011, 4.8.3.3)."""
    return words.replace("“", "‘").replace("”", "’")


def _listed(counted: Sequence[tuple[str, int]]) -> str:
    return translate("opinions.say-comma").join(
        translate("opinions.say-of", what=what, count=count) for what, count in counted
    )
