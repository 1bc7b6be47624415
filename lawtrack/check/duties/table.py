"""The table of duty and penalty of one text, and what it shows: duties without a penalty, penalties without a duty."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.check.duties.collecting import sanctions_of
from lawtrack.check.duties.linking import OF_PART, Index, within
from lawtrack.check.duties.norms import Duty, closing, duty_sentences, of_liability, paragraphs
from lawtrack.law import Instrument, Level, citations, numeral, parse

if TYPE_CHECKING:
    import pandas as pd

    from lawtrack.check.duties.sanctions import Sanction
    from lawtrack.law import Provision

_BOUND: Final = re.compile(
    r"[一-鿿]{0,8}(?:机构|单位|企业|公司|学校|人员|[^法的本他为]者|[^法的本他个]人)(?:应当|不得|必须)"
)
"""A duty that says whom it binds."""
_FINES: Final = re.compile(r"的，[^。；]{0,80}处[^，。；]{1,40}罚款")
_FORGED: Final = re.compile(r"(?:使用)?(?:伪造|变造|涂改|冒用|买卖|倒卖|骗取)")
_GENUINE: Final = re.compile(
    r"伪造|变造|涂改|冒用|买卖|倒卖|骗取|转让|出租|出借|租借|弄虚作假|虚假|隐瞒|如实|真实"
)
"""Who forges a paper breaks what says so; that a duty names the paper is not enough to be sure."""
SURENESS: Final = ("cited", "here", "words", "perhaps")
"""What ties a duty and a penalty, the surest first."""
COLUMNS: Final = ("duty", "duty_text", "kind", "penalty", "penalty_text", "tie", "eid", "penalty_eid")


@dataclass(frozen=True, slots=True)
class DutyRow:
    r"""A duty and a penalty that follows from breaking it; `duty` or `penalty` is None where the other has none.

    `tie` says what joins them: cited (违反本条例第八条), words (the conduct repeats the duty's words), perhaps (it repeats
    too few of them to be sure), here (both stand in one paragraph), "" for a row that lacks one.

    >>> from lawtrack.check import duty_table
    >>> from lawtrack.law import parse
    >>> table = duty_table(parse("第一条　经营者应当公示价格。\n第二条　违反本条例第一条规定的，处一千元罚款。"))
    >>> [(row.duty.label, row.penalty.label, row.tie) for row in table.rows]
    [('第一条', '第二条', 'cited')]
    """

    duty: Duty | None
    penalty: Sanction | None
    tie: str

    @property
    def wants_looking_at(self) -> bool:
        """Does one lack the other, is it not sure that they belong together, or is what was broken no duty?"""
        return self.duty is None or self.penalty is None or self.tie == "perhaps" or not self.duty.binds

    def to_dict(self) -> dict[str, Any]:
        """The columns of `DutyTable.to_frame`."""
        duty, penalty = self.duty, self.penalty
        kind = "" if duty is None else "forbids" if duty.forbids else "must"
        return {
            "duty": duty.label if duty else "", "duty_text": duty.words if duty else "", "kind": kind,
            "penalty": penalty.label if penalty else "", "penalty_text": penalty.words if penalty else "",
            "tie": self.tie, "eid": duty.eid if duty else "", "penalty_eid": penalty.eid if penalty else "",
        }  # fmt: skip


@dataclass(frozen=True)
class DutyTable:
    r"""The rows in the order of the text, penalties without a duty behind; `rest` are clauses that hold for every breach.

    `official` are those for people in office, `unread` articles of a chapter of penalties in which no penalty was read.

    >>> from lawtrack.check import duty_table
    >>> table = duty_table("第一条　单位应当报告。\n第二条　违反第一条的，处一千元罚款。")
    >>> len(table.rows)
    1
    """

    title: str
    rows: tuple[DutyRow, ...] = field(repr=False)
    rest: tuple[Sanction, ...] = field(repr=False)
    sanctions: tuple[Sanction, ...] = field(repr=False)
    unread: tuple[str, ...] = ()

    @property
    def official(self) -> tuple[Sanction, ...]:
        """The penalties for people in office, which answer no duty of the table."""
        return tuple(sanction for sanction in self.sanctions if sanction.official and not sanction.rest)

    def to_frame(self) -> pd.DataFrame:
        """A DataFrame: duty, duty_text, kind (must, forbids), penalty, penalty_text, tie (cited, words, perhaps, here), eids."""
        import pandas as pd

        return pd.DataFrame([row.to_dict() for row in self.rows], columns=list(COLUMNS))


def duty_table(doc: Instrument | str) -> DutyTable:
    r"""Each duty on those who are no authorities with the penalties that follow, and penalties that fit no duty.

    >>> table = duty_table("某市养犬条例\n第一条　养犬人应当登记犬只。\n第二条　违反本条例第一条规定的，处二百元罚款。")
    >>> [(row.duty.label, row.penalty.label, row.tie) for row in table.rows]
    [('第一条', '第二条', 'cited')]
    """
    doc = parse(doc) if isinstance(doc, str) else doc
    every = list(paragraphs(doc))
    labels = {node.eid: label for _, article, _ in every for node, label in _labels(article)}
    sanctions = sanctions_of(every, citations(doc), labels)
    norms = _norms(every, labels)
    owed = {eid for eid, duty in norms.items() if duty[1]}
    ties = _ties(sanctions, norms)
    rows: list[DutyRow] = []
    held = {  # who names a duty, or none at all, is not tied to what lays none
        sanction.article
        for sanction, tied, tie in ties
        if tie == "cited" or not tied or any(eid in owed for eid in tied)
    }
    for eid, (duty, _) in norms.items():
        mine = [
            DutyRow(duty, sanction, tie if eid in owed or tie == "cited" else "perhaps")
            for sanction, tied, tie in ties
            if eid in tied and (eid in owed or tie == "cited" or sanction.article not in held)
        ]
        rows += _once(mine) or ([DutyRow(duty, None, "")] if eid in owed else [])
        if eid in owed:
            rows += [DutyRow(item, None, "") for item in _unpunished(doc, duty, mine, labels)]
    told = {row.penalty.eid for row in rows if row.penalty}
    for sanction in sanctions:
        if sanction.eid not in told and not sanction.official and not sanction.rest:
            rows.append(DutyRow(None, sanction, ""))
            told.add(sanction.eid)
    rest = tuple(sanction for sanction in sanctions if sanction.rest)
    return DutyTable(doc.title, tuple(rows), rest, tuple(sanctions), _unread(every, sanctions))


def _unread(every: list[tuple[str, Provision, Provision]], sanctions: list[Sanction]) -> tuple[str, ...]:
    """The articles of chapters of penalties, and those that fine, in which no penalty was read; as they are cited."""
    read = {sanction.article for sanction in sanctions}
    labels = {
        article.eid: "".join(article.label.split())
        for chapter, article, paragraph in every
        if (of_liability(chapter) or _FINES.search(paragraph.text))
        and not closing(chapter)
        and article.eid not in read
    }
    return tuple(labels.values())


def _once(rows: list[DutyRow]) -> list[DutyRow]:
    """Each penalty of a duty once, by what ties it most surely, whatever number of its conducts break the duty."""
    best: dict[str, DutyRow] = {}
    for row in rows:
        assert row.penalty is not None
        before = best.setdefault(row.penalty.eid, row)
        if SURENESS.index(row.tie) < SURENESS.index(before.tie):
            best[row.penalty.eid] = row
    return list(best.values())


def _unpunished(doc: Instrument, duty: Duty, mine: list[DutyRow], labels: dict[str, str]) -> list[Duty]:
    """The items of a duty that no penalty reaches, where each penalty cites items of it only (违反第五条第一项)."""
    cited = [eid for row in mine if row.penalty for eid in row.penalty.cited if within(eid, (duty.eid,))]
    items = [node for node in doc.by_eid[duty.eid].children if node.level is Level.ITEM]
    named = {node.eid for node in items if within(node.eid, cited)}
    of_items_only = all(eid.startswith(f"{duty.eid}__") for eid in cited)
    if not named or not of_items_only or any(row.tie != "cited" for row in mine):
        return []
    return [
        replace(duty, eid=node.eid, label=labels[node.eid], start=node.start, end=node.end, words=node.words)
        for node in items
        if node.eid not in named
    ]


def _norms(
    every: list[tuple[str, Provision, Provision]], labels: dict[str, str]
) -> dict[str, tuple[Duty, bool]]:
    """Every paragraph before and outside the penalties as what may be broken, with whether it lays down a duty."""
    norms: dict[str, tuple[Duty, bool]] = {}
    for chapter, _, paragraph in every:
        if of_liability(chapter) or closing(chapter):
            continue
        told = duty_sentences(paragraph)
        duty = Duty(
            paragraph.eid,
            labels[paragraph.eid],
            paragraph.start,
            paragraph.end,
            paragraph.words,
            any(forbids for _, forbids in told),
            bool(told),
        )
        norms[paragraph.eid] = duty, bool(told)
    return norms


def _ties(
    sanctions: list[Sanction], norms: dict[str, tuple[Duty, bool]]
) -> list[tuple[Sanction, tuple[str, ...], str]]:
    """Each sanction with the norms that it is tied to, and by what."""
    punishing = {sanction.eid.partition("__item")[0] for sanction in sanctions}
    index = Index({eid: duty.words for eid, (duty, owed) in norms.items() if owed or eid not in punishing})
    return [(sanction, *_tied(sanction, norms, index, punishing)) for sanction in sanctions]


def _tied(
    sanction: Sanction, norms: dict[str, tuple[Duty, bool]], index: Index, punishing: set[str]
) -> tuple[tuple[str, ...], str]:
    if sanction.official or sanction.rest:
        return (), ""
    if sanction.cited:
        tied: dict[str, None] = {}
        for cited in sanction.cited:
            targets = [
                eid for eid in norms if within(eid, (cited,)) and (norms[eid][1] or eid not in punishing)
            ]
            tied.update(dict.fromkeys([eid for eid in targets if norms[eid][1]] or targets))
        return tuple(tied), "cited"
    own = sanction.eid.partition("__item")[0]
    if norms.get(own, (None, False))[1]:
        return (own,), "here"
    if not sanction.names_conduct:
        return (), ""
    ranked = index.nearest(sanction.conduct)
    near = [(score, eid) for score, eid in ranked if norms[eid][1]] or ranked
    sure = max((score for score, _ in near), default=0.0) >= OF_PART
    tied_to = tuple(eid for _, eid in near)
    if _FORGED.match(sanction.conduct) and not any(_GENUINE.search(norms[eid][0].words) for eid in tied_to):
        sure = False
    return _of_the_punished(sanction, tied_to, norms), "words" if sure else "perhaps"


def _of_the_punished(
    sanction: Sanction, tied: tuple[str, ...], norms: dict[str, tuple[Duty, bool]]
) -> tuple[str, ...]:
    """Of several duties in the same words those that bind whom the penalty punishes, where any does."""
    if not sanction.who or len(tied) < 2:
        return tied
    binds = re.compile(rf"(?<![一-鿿]){re.escape(sanction.who)}[^，。；]{{0,16}}(?:应当|不得|必须)")
    words = {eid: norms[eid][0].words for eid in tied}
    if not any(map(binds.search, words.values())):
        return tied
    return tuple(eid for eid in tied if binds.search(words[eid]) or not _BOUND.match(words[eid]))


def _labels(article: Provision) -> list[tuple[Provision, str]]:
    """Every provision of an article with its place as it is cited."""
    label = "".join(article.label.split())
    places = [(article, label)]
    for paragraph in article.children:
        place = f"{label}第{numeral(paragraph.number[0])}款" if len(article.children) > 1 else label
        places.append((paragraph, place))
        places += [
            (item, f"{place}第{numeral(item.number[0])}项")
            for item in paragraph.walk()
            if item.level is Level.ITEM
        ]
        places += [(point, place) for point in paragraph.walk() if point.level is Level.POINT]
    return places
