"""Opinions before they are saved: checked and anchored one by one, and out of what a document brought."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lawtrack.drafts import iso_date, one_line
from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.messages import translate
from lawtrack.opinions.intake.received import Leftover
from lawtrack.opinions.intake.shown import rewritten
from lawtrack.opinions.model import Anchor, Opinion, opinion_id, tidy
from lawtrack.opinions.vocabulary import is_unanswered, kind_id, kind_of_source, new_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lawtrack.drafts import Version
    from lawtrack.opinions.clauses import Clauses
    from lawtrack.opinions.intake.received import Intake, Received
    from lawtrack.opinions.model import Answer


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a document: new opinions, those answered, those that were there already, and what is left.

    `leftovers` are lines that were not understood and rows that could not be taken, with the reason.

    >>> from lawtrack.opinions import Opinion
    >>> taken = Taken(added=(Opinion("kd2", "建议写明主体。"), Opinion("kd3", "我局无意见。")))
    >>> [opinion.id for opinion in taken.loose]
    ['kd2']
    """

    added: tuple[Opinion, ...] = ()
    answered: tuple[Opinion, ...] = ()
    same: tuple[Opinion, ...] = ()
    leftovers: tuple[Leftover, ...] = ()

    @property
    def loose(self) -> tuple[Opinion, ...]:
        """The new ones of which it is not known which clause they are on."""
        return tuple(one for one in self.added if not one.anchor.known and not one.no_comment)


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for opinions whose document does not say.

    >>> from lawtrack.opinions import Usual
    >>> Usual(on="first-reading", source="市财政局", kind="department").source
    '市财政局'
    """

    on: str = ""
    source: str = ""
    kind: str = ""
    channel: str = ""
    date: str = ""


def anchored(version: Version, clauses: Clauses, clause: str, quote: str) -> Anchor:
    r"""The anchor of an opinion on `clause`, in words, of a version; without an address where it has no such clause.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.law import parse
    >>> from lawtrack.opinions import Clauses
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> anchor = anchored(version, Clauses(parse("第一条　公园开放。\n第二条　公园免费。")), "第2条", "免费")
    >>> anchor.stage, anchor.eids, anchor.label
    ('first-reading', ('art_2',), '第二条')
    """
    named = clauses.named(tidy(clause))
    return Anchor(version.stage, version.date, version.sha, named.eids, named.label, tidy(quote))


def made(
    text: str,
    anchor: Anchor,
    *,
    source: str = "",
    kind: str = "other",
    channel: str = "",
    date: str = "",
    suggestion: str = "",
    grounds: str = "",
    note: str = "",
) -> Opinion:
    """An opinion with its id. Raises UnusableInput: empty text, no date, no such kind.

    >>> from lawtrack.opinions import Anchor
    >>> opinion = made("建议删去第三条。", Anchor(label="第三条"), source="市财政局", kind="部门和单位")
    >>> opinion.id, opinion.kind
    ('vb7ssk4h', 'department')
    """
    if not tidy(text):
        raise UnusableInput("opinions.empty")
    opinion = Opinion(
        id="",
        text=tidy(text),
        anchor=anchor,
        source=one_line(source),
        kind=kind_id(kind),
        channel=one_line(channel),
        date=iso_date(date) if date else "",
        suggestion=tidy(suggestion),
        grounds=tidy(grounds),
        note=tidy(note),
    )
    return replace(opinion, id=opinion_id(opinion))


def told_apart(opinions: Iterable[Opinion]) -> list[Opinion]:
    """The opinions, those that say the very same with an id each.

    >>> from lawtrack.opinions import Opinion
    >>> first, second = told_apart([Opinion("s7dh1fkn", "建议删去。"), Opinion("s7dh1fkn", "建议删去。")])
    >>> first.id, second.id != first.id
    ('s7dh1fkn', True)
    """
    told: Counter[str] = Counter()
    apart = []
    for one in opinions:
        apart.append(replace(one, id=opinion_id(one, told[one.id])) if told[one.id] else one)
        told[one.id] += 1
    return apart


@dataclass
class Sorter:
    """Makes opinions and answers of what a document brought.

    `there` are the opinions that the draft has, by id, `before` those that it had when the document went out (a table
    to be filled in names the commit). `text_of` gives a version and its clauses by a ref.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.law import parse
    >>> from lawtrack.opinions import Clauses, read_table
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> sorter = Sorter({}, {}, lambda ref: (version, Clauses(parse("第一条　公园开放。"))), Usual(source="市财政局"))
    >>> sorter.sort(read_table([["条款", "意见建议"], ["第一条", "建议写明时间。"]]))
    >>> [(opinion.anchor.label, opinion.source) for opinion in sorter.new]
    [('第一条', '市财政局')]
    """

    there: Mapping[str, Opinion]
    before: Mapping[str, Opinion]
    text_of: Callable[[str], tuple[Version, Clauses]]
    usual: Usual
    new: list[Opinion] = field(default_factory=list)
    answered: list[Opinion] = field(default_factory=list)
    same: list[Opinion] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)

    def sort(self, intake: Intake) -> None:
        """Every row into `new`, `answered`, `same` or `leftovers`."""
        self.leftovers += intake.leftovers
        for row in intake.received:
            try:
                self._take(row)
            except LawtrackError as error:
                self.leftovers.append(Leftover(row.line, row.text or row.id, error.message()))
        self._look_at(intake)
        self.leftovers.sort(key=lambda left: left.line)

    def _look_at(self, intake: Intake) -> None:
        """Tell what somebody wrote where a form only shows the clauses."""
        for row in intake.shown:
            try:
                version, clauses = self.text_of(row.on or self.usual.on)
            except LawtrackError:
                continue  # each opinion of the form has told that there is no such version
            stage = f"{version.stage_label} {version.date}".strip()
            if (left := rewritten(row, clauses, stage)) is not None:
                self.leftovers.append(left)

    def _take(self, row: Received) -> None:
        held = self.there.get(row.id)
        if held is not None:
            self._answer(row, held)
        elif row.id and not row.on:
            self.leftovers.append(Leftover(row.line, f"{row.id} {row.text}", translate("opinions.not-there")))
        else:
            self.new.append(self._answered(row, self._made(row)))

    def _made(self, row: Received) -> Opinion:
        source = row.source or self.usual.source
        version, clauses = self.text_of(row.on or self.usual.on)
        return made(
            row.text,
            anchored(version, clauses, row.clause, row.quote),
            source=source,
            kind=self._kind(row) or self.usual.kind or kind_of_source(source),
            channel=row.channel or self.usual.channel,
            date=row.date or self.usual.date,
            suggestion=row.suggestion,
            grounds=row.grounds,
            note=row.note,
        )

    def _kind(self, row: Received) -> str:
        """The kind that the row names; one that is not known is told, and the opinion taken in all the same."""
        try:
            return kind_id(row.kind) if row.kind else ""
        except LawtrackError as error:
            self.leftovers.append(Leftover(row.line, row.kind, error.message()))
            return ""

    def _answered(self, row: Received, opinion: Opinion) -> Opinion:
        """The new opinion with the answer that stands beside it; one that is not understood is left over."""
        if row.reason and (not row.result or is_unanswered(row.result)):
            self.leftovers.append(Leftover(row.line, row.reason, translate("opinions.reason-alone")))
        try:
            return replace(opinion, answer=answer_of(row, None))
        except LawtrackError as error:
            self.leftovers.append(Leftover(row.line, row.result, error.message()))
            return opinion

    def _answer(self, row: Received, held: Opinion) -> None:
        """An answer typed into a table, unless it says what it said when the table went out."""
        answer = answer_of(row, held.answer)
        first = self.before.get(row.id, held).answer
        if answer is None and row.reason and held.answer is None:
            self.leftovers.append(Leftover(row.line, row.reason, translate("opinions.reason-alone")))
        elif answer is None or answer == held.answer or (first and _same(answer, first)):
            self.same.append(held)
        elif first != held.answer:
            self.leftovers.append(
                Leftover(row.line, row.result, translate("opinions.answered-meanwhile", opinion=row.id))
            )
        else:
            self.answered.append(replace(held, answer=answer))


def answer_of(row: Received, held: Answer | None) -> Answer | None:
    """The answer in a row, with what `held` says where the row has no such column; None where there is none."""
    if not row.result or is_unanswered(row.result):
        return None
    return new_answer(
        row.result,
        reason=row.reason,
        by=row.by or (held.by if held else ""),
        date=row.answered or (held.date if held else ""),
        clause=row.carried_out or (held.clause if held else ""),
        stage=row.carried_out_stage or (held.stage if held else ""),
    )


def _same(one: Answer, other: Answer) -> bool:
    return (one.result, one.reason) == (other.result, other.reason)
