"""Many pairs of versions at once, on all cores: each pair is compared where it is read, and only numbers come back."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lawtrack.collection.working import on_processes, spread
from lawtrack.compare import TRUST, checked_trust, compare, statistics, summary_sentence
from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.formats import Listing, read_text
from lawtrack.law import parse
from lawtrack.messages import language, translate, use_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from concurrent.futures import Executor

    from lawtrack.compare import Comparison
    from lawtrack.formats import Table

BATCH: Final = 4
"""Pairs a task."""
FEW: Final = 64
"""Fewer pairs are compared in this process: starting others takes as long as two seconds of comparing."""
FEW_WRITTEN: Final = 12
"""Where a file is written of each pair, which takes some five times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSummary:
    """What comparing one pair gave: `kinds` counts its rows by kind, `changed_share` is the part of the text that changed.

    `summary` says the counts in a sentence, `written` where its file lies, `problem` why the pair could not be compared.

    >>> PairSummary(name="控烟条例", kinds={"amended": 3}, changed=True).to_dict()["kinds"]
    {'amended': 3}
    """

    name: str
    kinds: Mapping[str, int]
    changed: bool = False
    changed_share: float = 0.0
    summary: str = ""
    written: str = ""
    problem: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain data, a row for pandas."""
        return asdict(self)


class _Task(NamedTuple):
    name: str
    old: str | Path
    new: str | Path
    write: Callable[[Comparison, str, Sequence[Table]], object] | None
    trust: float
    lang: str


def compare_pairs(
    pairs: Iterable[tuple[str, str | os.PathLike[str], str | os.PathLike[str]]],
    *,
    write: Callable[[Comparison, str, Sequence[Table]], object] | None = None,
    trust: float = TRUST,
    executor: Executor | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> list[PairSummary]:
    r"""A summary of each (name, old, new), in their order: a string is a text, a path a file.

    Processes are started where there are many pairs; `executor` is any of `concurrent.futures`. The trees stay where
    they are made: `write(comparison, name, tables)` is called there, and the path that it returns is `written`; it must
    be a function that pickles. A pair that cannot be compared says why in `problem` and stops nothing.

    >>> done, = compare_pairs([("控烟", "第一条　罚五十元。", "第一条　罚一百元。")])
    >>> done.summary, done.changed
    ('修改 1', True)
    """
    checked_trust(trust)
    lang = language()
    tasks = [_Task(name, _side(old), _side(new), write, trust, lang) for name, old, new, *_ in pairs]
    batches = [tasks[at : at + BATCH] for at in range(0, len(tasks), BATCH)]
    if executor is not None:
        results: Iterable[list[PairSummary]] = spread(
            compare_batch, [(batch,) for batch in batches], executor
        )
    elif len(tasks) < (FEW_WRITTEN if write else FEW) or (os.cpu_count() or 1) < 2:
        results = map(compare_batch, batches)
    else:
        results = on_processes(compare_batch, batches, _killed)
    done: list[PairSummary] = []
    for batch in results:
        done += batch
        if progress:
            progress(len(done), len(tasks))
    place = {task.name: at for at, task in enumerate(tasks)}
    return sorted(done, key=lambda one: place[one.name])


def summaries_listing(done: Sequence[PairSummary], alone: Sequence[tuple[str, str]] = ()) -> Listing:
    """The overview for Word and Excel: a row a pair, and below them (file, remark) of what has no counterpart.

    >>> from lawtrack.collection import compare_pairs
    >>> summaries_listing(list(compare_pairs([("控烟", "第一条　罚五十元。", "第一条　罚一百元。")]))).rows
    [(1, '控烟', '修改 1', '25.0%', '')]
    """
    rows: list[tuple[Any, ...]] = []
    for one in done:
        share = "" if one.problem else f"{one.changed_share:.1%}"
        told = (one.summary if one.changed else translate("collection.pairs-same")) if not one.problem else ""
        rows.append((len(rows) + 1, one.name, told, share, one.problem))
    rows += [(len(rows) + at, name, "", "", remark) for at, (name, remark) in enumerate(alone, start=1)]
    heads = [translate(f"collection.pairs-{name}") for name in ("name", "summary", "share", "note")]
    title = translate("collection.pairs-title")
    return Listing(title, (translate("collection.head-number"), *heads), (6, 34, 30, 10, 20), rows)


def _side(given: str | os.PathLike[str]) -> str | Path:
    return given if isinstance(given, str) else Path(given)


def compare_batch(tasks: Sequence[_Task]) -> list[PairSummary]:
    """The summaries of some pairs; runs in a worker."""
    done: list[PairSummary] = []
    for task in tasks:
        with use_language(task.lang):
            try:
                done.append(_compared(task))
            except LawtrackError as error:
                done.append(PairSummary(name=task.name, kinds={}, problem=error.message()))
            except Exception as error:  # noqa: BLE001 - one strange pair must not lose the others
                told = translate("collection.pair-failed", reason=f"{type(error).__name__}: {error}")
                done.append(PairSummary(name=task.name, kinds={}, problem=told))
    return done


def _compared(task: _Task) -> PairSummary:
    (old, old_tables), (new, new_tables) = _read(task.old), _read(task.new)
    before, after = parse(old), parse(new)
    for side, doc in ((task.old, before), (task.new, after)):
        if not doc.articles:
            raise UnusableInput(
                "collection.pair-no-articles", name=side if isinstance(side, Path) else task.name
            )
    comparison = compare(before, after, trust=task.trust)
    written = task.write(comparison, task.name, (*old_tables, *new_tables)) if task.write else ""
    counted = statistics(comparison)
    return PairSummary(
        name=task.name,
        kinds=dict(counted.kinds),
        changed=any(row.changed for row in (*comparison.rows, *comparison.other)),
        changed_share=round(counted.changed_share, 4),
        summary=summary_sentence({"summary": comparison.summary}),  # of counts alone, not of every row
        written=str(written or ""),
    )


def _read(side: str | Path) -> tuple[str, tuple[Table, ...]]:
    if isinstance(side, str):
        return side, ()
    read = read_text(side)
    return read.text, read.tables


def _killed(task: _Task) -> list[PairSummary]:
    """A pair whose worker was killed."""
    with use_language(task.lang):
        return [PairSummary(name=task.name, kinds={}, problem=translate("collection.pair-killed"))]
