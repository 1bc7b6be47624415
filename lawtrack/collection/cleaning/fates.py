"""What became of a cited provision: the same, renumbered, amended, deleted; and its new number."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from lawtrack.collection.comparing.pieces import Likeness
from lawtrack.collection.rows import clauses_of, place_of
from lawtrack.compare import addresses, compare
from lawtrack.law import HEADING_LEVELS, Level, Targets, parse, read_run, renumber, run_expression, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.compare import Row
    from lawtrack.law import Instrument, Provision

ORDER: Final = ("same", "renumbered", "amended", "deleted", "missing")
"""Fates, from the one that asks for nothing; `missing`: the old text has no such provision."""


_MARKS: Final = "；。，;."
ENOUGH: Final = 0.3
"""So alike must a paragraph of the new text be to one that seems gone, for a reader to be sent there."""


class Fate(NamedTuple):
    """`fate` is one of `ORDER`, `now` where the words stand in the new text ("" where nowhere), as it is cited.

    `how` adds split, merged, moved, partly (some of several are gone), or range (several that did not stay together).
    """

    fate: str
    now: str
    how: str = ""


class _One(NamedTuple):
    fate: str
    eids: tuple[str, ...]
    how: str


class Fates:
    r"""Answers for one change of one instrument; without a new text all of it is deleted.

    >>> from lawtrack.law import parse
    >>> old = parse("某法\n第一条　甲事由乙办。\n第二条　丙事由丁办。")
    >>> new = parse("某法\n第一条　新立的一条。\n第二条　甲事由乙办。\n第三条　丙事由戊办。")
    >>> Fates(old, new).of("第一条"), Fates(old, new).of("第二条")[:2], Fates(old, new).of("第九条").fate
    (Fate(fate='renumbered', now='第二条', how=''), ('amended', '第三条'), 'missing')
    """

    def __init__(self, old: Instrument, new: Instrument | None) -> None:
        self.old, self.new = old, new
        self.targets = Targets(old)
        self.rows: dict[str, Row] = {}
        self.places: dict[str, str] = {}
        self.places_before = {path[-1].eid: place_of(path) for _, path in clauses_of(old)}
        if new is not None:
            for row in _rows(old, new):
                self.rows.update((node.eid, row) for node in row.old_provisions)
            paths = [path for _, path in clauses_of(new)]
            self.places = {path[-1].eid: place_of(path) for path in paths}

    def of(self, label: str) -> Fate:
        """The fate of the provisions that a citation of the old text names (第十条第二款, 第三条至第五条)."""
        match = run_expression().match(label)
        pointers = read_run(label, 0, match.end()) if match else []
        eids = [eid for pointer in pointers for eid in self.targets.of(pointer, ())]
        if not eids:
            return Fate("missing", "")
        if len(eids) == 1 and self.old.by_eid[eids[0]].level in HEADING_LEVELS:
            return self._heading(eids[0], label)
        ones = [self._one(eid) for eid in eids]
        if len(ones) == 1:
            one = ones[0]
            if one.fate == "deleted" and self.new is not None:
                one = self._elsewhere(eids[0]) or one
            now = "、".join(self.places.get(eid, "") for eid in one.eids)
            if one.fate == "same" and now != self.places_before.get(eids[0], now):
                return Fate(
                    "renumbered", now, one.how
                )  # its article has a second paragraph now, or no longer
            return Fate(one.fate, now, one.how)
        return self._several(ones)

    def _heading(self, eid: str, label: str) -> Fate:
        """The fate of a chapter or section: where most of its articles stand now, unchanged where all of them are."""
        node = self.old.by_eid[eid]
        mine = [each.eid for each in node.walk() if each.level is Level.ARTICLE]
        ones = [self._one(each) for each in mine]
        news = [each.partition("__")[0] for one in ones for each in one.eids]
        if self.new is None or not news:
            return Fate("deleted", "")
        held = [
            (len(articles & set(news)), -len(articles - set(news)), -at)
            for at, (heading, articles) in enumerate(self._headings)
            if heading.level is node.level and articles & set(news)
        ]
        if not held:
            return Fate("amended", "", "range")
        there, whole = self._headings[-max(held)[2]]
        now = _as_cited(self.new, there, label)
        stayed = all(one.fate in {"same", "renumbered"} for one in ones) and set(news) == whole
        if not stayed or unwrap(node.heading) != unwrap(there.heading):
            return Fate("amended", now)
        return Fate("same" if now == _as_cited(self.old, node, label) else "renumbered", now)

    @cached_property
    def _headings(self) -> list[tuple[Provision, frozenset[str]]]:
        """The headings of the new text with the articles below each."""
        assert self.new is not None
        return [
            (heading, frozenset(each.eid for each in heading.walk() if each.level is Level.ARTICLE))
            for heading in self.new.headings
        ]

    @cached_property
    def _likeness(self) -> tuple[Likeness, list[str], list[str]]:
        """The paragraphs of both texts laid side by side, with their eids."""
        assert self.new is not None
        before, after = (
            {path[-1].eid: path[-1].words for _, path in clauses_of(doc) if path[-1].level is Level.PARAGRAPH}
            for doc in (self.old, self.new)
        )
        return Likeness([*before.values(), *after.values()]), list(before), list(after)

    @cached_property
    def _after(self) -> list[str]:
        """The words of the new text's paragraphs."""
        assert self.new is not None
        return [self.new.by_eid[eid].words for eid in self._likeness[2]]

    def _elsewhere(self, eid: str) -> _One | None:
        """Where a provision that seems gone stands now in other words: a reader is sent there, not told that it is gone.

        Not where another provision of the old text has more of those words: the two only share a mould.
        """
        likeness, before, after = self._likeness
        mine = [at for at, each in enumerate(before) if each == eid or each.startswith(f"{eid}__")]
        if not after:
            return None
        if mine:
            there = np.max(likeness.alike[mine, len(before) :], axis=0)
        else:  # an item, which may be a paragraph of its own now
            mine = [at for at, each in enumerate(before) if eid.startswith(f"{each}__")]
            there = likeness.between([self.old.by_eid[eid].words, *self._after])[0, 1:]
        rivals = [at for at in range(len(before)) if at not in mine]
        if rivals:
            there = np.where(there >= np.max(likeness.alike[rivals, len(before) :], axis=0), there, 0.0)
        if float(np.max(there)) < ENOUGH:
            return None
        return _One("amended", (after[int(np.argmax(there))],), "moved")

    def _several(self, ones: Sequence[_One]) -> Fate:
        """A range: one answer where all of it stayed together, else what has to be looked at."""
        worst = max((one.fate for one in ones), key=ORDER.index)
        where = list(dict.fromkeys(eid for one in ones for eid in one.eids))
        if not where:
            return Fate("deleted", "")
        first, last = self.places.get(where[0], ""), self.places.get(where[-1], "")
        now = _ranged(first, last)
        if any(not one.eids for one in ones):
            return Fate("amended", now, "partly")
        places = [self._siblings.get(eid, ("", -1)) for eid in where]
        if all(after == (above, at + 1) for (above, at), after in pairwise(places)):
            return Fate(worst, now, next((one.how for one in ones if one.how in {"split", "merged"}), ""))
        return Fate("amended", now, "range")

    @cached_property
    def _siblings(self) -> dict[str, tuple[str, int]]:
        """Each clause of the new text: what it stands under ("" for an article), and its place among those there."""
        assert self.new is not None
        counts: Counter[str] = Counter()
        found = {}
        for _, path in clauses_of(self.new):
            above = path[-2].eid if len(path) > 1 else ""
            found[path[-1].eid] = above, counts[above]
            counts[above] += 1
        return found

    def _one(self, eid: str) -> _One:
        article, _, below = eid.partition("__")
        row = self.rows.get(article)
        if row is None or row.kind == "deleted":
            return _One("deleted", (), "")
        how = row.kind if row.kind in {"split", "merged"} else "moved" if row.moved else ""
        news = tuple(node.eid for node in row.new_provisions)
        if row.kind == "unchanged" and len(news) == 1:
            now = f"{news[0]}__{below}" if below else news[0]
            return _One("same" if now == eid else "renumbered", (now,), how)
        if not below:
            return _One("amended", news, how)
        return self._below(row, eid, news, how)

    def _below(self, row: Row, eid: str, news: tuple[str, ...], how: str) -> _One:
        """The fate of a paragraph or an item of an article whose words changed."""
        for part in row.parts:
            for node in part.old_provisions:
                if eid != node.eid and not eid.startswith(f"{node.eid}__"):
                    continue
                if part.kind == "deleted":
                    return _One("deleted", (), how)
                there = tuple(new.eid for new in part.new_provisions)
                if (part.kind == "unchanged" or _but_for_its_mark(part)) and len(there) == 1:
                    now = there[0] + eid.removeprefix(node.eid)
                    return _One("same" if now == eid else "renumbered", (now,), how)
                return _One("amended", there, how) if eid == node.eid else self._below(part, eid, there, how)
        return _One("amended", news, how)


def _but_for_its_mark(part: Row) -> bool:
    """Is all that changed the mark behind it: ； of an item that is the last one now?"""
    if len(part.old_provisions) != 1 or len(part.new_provisions) != 1:
        return False
    (old,), (new,) = part.old_provisions, part.new_provisions
    return not old.children and not new.children and old.words.rstrip(_MARKS) == new.words.rstrip(_MARKS)


def _as_cited(doc: Instrument, heading: Provision, label: str) -> str:
    """A heading with as many of those above it as a citation has (第三章第二节)."""
    above = [each for each in doc.headings if any(below is heading for below in each.walk())]
    return "".join("".join(each.label.split()) for each in above[-label.count("第") :])


def _ranged(first: str, last: str) -> str:
    """A range as it is cited: what both ends begin with is said once.

    >>> _ranged("第七条第二项", "第七条第三项"), _ranged("第五条", "第七条"), _ranged("第五条", "第五条")
    ('第七条第二项至第三项', '第五条至第七条', '第五条')
    """
    if first == last:
        return first
    steps, others = (re.findall("第[^第]+", place) for place in (first, last))
    shared = len(steps) - 1 if len(steps) == len(others) and steps[:-1] == others[:-1] else 0
    return f"{first}至{''.join(others[shared:])}"


def _rows(old: Instrument, new: Instrument) -> tuple[Row, ...]:
    """The rows of the comparison, references that only follow a new number counted as no change."""
    rows = compare(old, new).rows
    followed = renumber(old, dict(addresses(rows)))
    return compare(parse(followed.text), new).rows if followed.changes else rows


def fates_of(old: str, new: str | None, labels: Sequence[str]) -> list[Fate]:
    """What became of each of `labels` from one text to the other; runs in a worker too."""
    fates = Fates(parse(old), None if new is None else parse(new))
    return [fates.of(label) for label in labels]
