"""`concordance`: two to eight versions side by side, clause by clause, with their title, headings and annexes."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from lawtrack.compare.comparing import compare
from lawtrack.compare.showing.static_table import threads_table
from lawtrack.compare.threads import Thread, follow
from lawtrack.errors import UnusableInput
from lawtrack.law import Instrument, Level, parse
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lawtrack.compare.comparison import Comparison

FEWEST: Final = 2
MOST: Final = 8


@dataclass(frozen=True)
class Concordance:
    """Versions side by side.

    `threads` is everything in the order in which a reader of the last text meets it, what it lacks where it stood:
    title, preamble, headings among the articles, annexes. `rows` are the articles alone, `other` the rest.

    >>> from lawtrack.compare import concordance
    >>> found = concordance(["第一条　公园开放。", "第一条　公园免费开放。", "第一条　公园免费开放。"])
    >>> len(found.versions), [thread.level for thread in found.threads]
    (3, ['article'])
    """

    versions: tuple[Instrument, ...] = field(repr=False)
    comparisons: tuple[Comparison, ...] = field(repr=False)
    threads: tuple[Thread, ...] = field(repr=False)

    @cached_property
    def rows(self) -> tuple[Thread, ...]:
        """The articles, each group of them in one thread."""
        return tuple(thread for thread in self.threads if thread.level == Level.ARTICLE)

    @cached_property
    def other(self) -> tuple[Thread, ...]:
        """What is not an article: title, header note, preamble, headings, annexes, closing lines; no contents page."""
        return tuple(thread for thread in self.threads if thread.level != Level.ARTICLE)

    @cached_property
    def summaries(self) -> tuple[dict[str, int], ...]:
        """How many articles' rows of each kind from each version to the next."""
        return tuple(dict(comparison.summary) for comparison in self.comparisons)

    def to_dict(self) -> dict[str, Any]:
        """`{"titles", "rows": [{"level", "place", "changed", "cells": [{"labels", "text", "kind", …}]}], "other", …}`.

        `rows` are the articles, `other` the rest in the same shape; `place` counts both in the order of reading, from
        0. `summaries` has the kinds of rows from each version to the next.
        """
        threads = [
            {
                "level": thread.level,
                "place": place,
                "changed": thread.changed,
                "cells": [cell.to_dict() for cell in thread.cells],
            }
            for place, thread in enumerate(self.threads)
        ]
        return {
            "titles": [version.title for version in self.versions],
            "rows": [thread for thread in threads if thread["level"] == Level.ARTICLE],
            "other": [thread for thread in threads if thread["level"] != Level.ARTICLE],
            "summaries": list(self.summaries),
        }

    def to_frame(self, *, whole: bool = False) -> pd.DataFrame:
        """A DataFrame, one row a group of articles; with `whole` headings, title and annexes as well, as one reads.

        Columns for each version, counted from 1: label_1 (labels joined by 、), text_1, kind_1 (None in the first);
        then level.
        """
        import pandas as pd

        rows = [
            [
                *(value for cell in row.cells for value in ("、".join(cell.labels), cell.text, cell.kind)),
                row.level,
            ]
            for row in (self.threads if whole else self.rows)
        ]
        numbers = range(1, len(self.versions) + 1)
        names = [f"{name}_{at}" for at in numbers for name in ("label", "text", "kind")]
        return pd.DataFrame(rows, columns=[*names, "level"])

    def __repr__(self) -> str:
        return f"<Concordance of {len(self.versions)} versions: {len(self.rows)} rows>"

    def heads(self, names: Sequence[str] = ()) -> list[str]:
        """A name for each version: `names` where there is one for each, or its place and its title, a line each."""
        if len(names) == len(self.versions):
            return list(names)
        return [
            f"{translate('compare.version', number=at)}\n{version.title}"
            for at, version in enumerate(self.versions, 1)
        ]

    def _repr_html_(self) -> str:
        return threads_table(self.threads, self.heads())


def concordance(versions: Sequence[str | Instrument]) -> Concordance:
    r"""The clauses of 2 to 8 versions, oldest first, each followed through all of them.

    Raises UnusableInput for fewer or more.

    >>> first, second = "第一条　甲事。", "\n第二条　乙事归市人民政府。"
    >>> found = concordance([first + second, first, first + second])
    >>> [[cell.labels for cell in row.cells] for row in found.rows]
    [[('第一条',), ('第一条',), ('第一条',)], [('第二条',), (), ('第二条',)]]
    >>> found = concordance(["第一章　管理\n第一条　甲事。", "第一章　分工\n第一条　甲事。\n第二章　管理\n第二条　乙事。"])
    >>> [[cell.text for cell in thread.cells] for thread in found.other]
    [['', '第一章　分工'], ['第一章　管理', '第二章　管理']]
    """
    if not FEWEST <= len(versions) <= MOST:
        raise UnusableInput("compare.versions", count=len(versions), fewest=FEWEST, most=MOST)
    texts = tuple(parse(version) if isinstance(version, str) else version for version in versions)
    comparisons = tuple(compare(old, new) for old, new in pairwise(texts))
    return Concordance(texts, comparisons, tuple(follow(texts, comparisons)))
