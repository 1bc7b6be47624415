"""Articles rewritten, put in and taken out of a text: the rest get new numbers, and references follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lawtrack.law.numerals import article_label, to_int
from lawtrack.law.parsing import parse
from lawtrack.law.references.renumbering import renumber
from lawtrack.law.rendering import SPACE, render

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from lawtrack.law.model import Instrument, Provision
    from lawtrack.law.references.citation import Citation
    from lawtrack.law.references.renumbering import Change


@dataclass(frozen=True, slots=True)
class Edited:
    r"""The text after an edit, in canonical form, and what followed from it.

    `renumbered` holds (old label, new label) of each article that has another number now, `references` the rewritten
    references, `lost` those to an article that is gone, left as they stand.

    >>> from lawtrack.law import edit, parse
    >>> done = edit(parse("第一条　甲。\n第二条　乙。"), deleted=["art_1"])
    >>> done.renumbered, done.lost
    ((('第二条', '第一条'),), ())
    """

    text: str
    renumbered: tuple[tuple[str, str], ...] = ()
    references: tuple[Change, ...] = ()
    lost: tuple[Citation, ...] = field(default=())


def edit(
    doc: Instrument,
    *,
    rewritten: Mapping[str, str] | None = None,
    inserted: Sequence[tuple[str, str]] = (),
    deleted: Collection[str] = (),
) -> Edited:
    r"""`doc` with articles edited; the articles after the first one that comes or goes are numbered anew.

    `rewritten` gives an article's eid its new words, `inserted` holds pairs of the eid after which a new article
    stands ("" before the first) and its words, `deleted` eids. Words are without the article's number, one paragraph
    or item a line. Words that are rewritten name other articles by the numbers of `doc`; those of a new article by
    the numbers that the text has afterwards. Raises KeyError for an article that is not there.

    >>> doc = parse("某市条例\n第一条　甲。\n第二条　乙。\n第三条　违反本条例第二条的，处罚。")
    >>> done = edit(doc, inserted=[("art_1", "新增。")])
    >>> print(done.text.replace("\n\n", "\n"), end="")
    # 某市条例
    第一条　甲。
    第二条　新增。
    第三条　乙。
    第四条　违反本条例第三条的，处罚。
    >>> done.renumbered, [(change.old, change.new) for change in done.references]
    ((('第二条', '第三条'), ('第三条', '第四条')), [('第二条', '第三条')])
    """
    doc = parse(render(doc))
    known = {article.eid: article for article in doc.articles}
    for eid in [*(rewritten or {}), *deleted, *(after for after, _ in inserted if after)]:
        known[eid]  # raises: an edit of nothing would vanish in silence
    doc = parse(_rewritten(doc, rewritten or {}))
    labels = _labels(doc, inserted, deleted)
    changed = {
        article.eid: None if article.eid in deleted else _eid(labels[article.eid])
        for article in doc.articles
        if article.eid in deleted or labels[article.eid] != article.label
    }
    followed = renumber(doc, changed)
    text = _laid_out(
        parse(followed.text), [article.eid for article in doc.articles], labels, inserted, deleted
    )
    return Edited(
        render(parse(text)),
        tuple(
            (article.label, labels[article.eid])
            for article in doc.articles
            if article.eid in changed and article.eid not in deleted
        ),
        followed.changes,
        followed.lost,
    )


def _rewritten(doc: Instrument, rewritten: Mapping[str, str]) -> str:
    pieces, at = [], 0
    for article in doc.articles:
        if article.eid in rewritten:
            pieces += [doc.text[at : article.start], _article(article.label, rewritten[article.eid])]
            at = article.end
    return "".join([*pieces, doc.text[at:]])


def _article(label: str, words: str) -> str:
    lines = [line.strip(" \t　") for line in words.splitlines() if line.strip(" \t　")]
    return f"{label}{SPACE}" + "\n\n".join(lines)


def _labels(doc: Instrument, inserted: Sequence[tuple[str, str]], deleted: Collection[str]) -> dict[str, str]:
    """The label of each article afterwards. Up to the first that comes or goes, none changes."""
    labels: dict[str, str] = {}
    shift = sum(after == "" for after, _ in inserted)
    number = 0
    moving = bool(shift)
    for article in doc.articles:
        if article.eid in deleted:
            moving = True
        elif moving:
            labels[article.eid] = article_label((number + shift + 1, 0))
            number += shift + 1
            shift = 0
        else:
            labels[article.eid] = article.label
            number = article.number[0]
        coming = sum(after == article.eid for after, _ in inserted)
        shift += coming
        moving = moving or bool(coming)
    return labels


def _laid_out(
    doc: Instrument,
    eids: Sequence[str],
    labels: Mapping[str, str],
    inserted: Sequence[tuple[str, str]],
    deleted: Collection[str],
) -> str:
    """The text with its articles under their new labels, the new ones in and the deleted ones out."""
    pieces: list[str] = []
    at, number = 0, 0

    def put_in(after: str) -> None:
        nonlocal number
        for where, words in inserted:
            if where == after:
                number += 1
                pieces.append(_article(article_label((number, 0)), words) + "\n\n")

    for article, eid in zip(doc.articles, eids, strict=True):
        if eid == eids[0]:
            pieces.append(doc.text[at : article.start])
            at = article.start
            put_in("")
        else:
            pieces.append(doc.text[at : article.start])
        at = article.end
        if eid not in deleted:
            pieces.append(labels[eid] + _after_label(article) + "\n\n")
            number = _number(labels[eid])
        put_in(eid)
    return "".join([*pieces, doc.text[at:]])


def _after_label(article: Provision) -> str:
    return article.text[len(article.label) :]


def _number(label: str) -> int:
    digits = label.removeprefix("第").partition("条")[0]
    return to_int(digits) or 0


def _eid(label: str) -> str:
    return f"art_{_number(label)}"
