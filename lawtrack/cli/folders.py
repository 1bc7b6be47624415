"""`lawtrack compare` with two folders: every file with its counterpart, an overview, a comparison table for each pair."""

from __future__ import annotations

import sys
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.printing import print_json, visible
from lawtrack.collection import compare_pairs, pair_folders, summaries_listing
from lawtrack.errors import UnusableInput
from lawtrack.formats import write_comparison, write_listing
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawtrack.collection import FolderPairs, PairSummary
    from lawtrack.compare import Comparison
    from lawtrack.formats import Layout, Table


def compare_folders(
    old: str,
    new: str,
    output: Path | None,
    laid_out: Callable[[Comparison, Path], Layout],
    *,
    trust: float,
    as_json: bool,
    exit_code: bool,
) -> int:
    """Compare the files of two folders, show what changed in each pair, and write what `output` asks for."""
    for folder, other in ((old, new), (new, old)):
        if not Path(other).is_dir():
            raise UnusableInput("collection.folder-and-file", folder=folder, file=other)
    paired = pair_folders(old, new)
    if not paired.pairs:
        raise UnusableInput("collection.pairs-none", old=old, new=new)
    tables = output if output and not output.suffix else None
    write = partial(write_table, folder=tables, laid_out=laid_out) if tables else None
    done = _compared(paired, write, trust)
    alone = [(path.name, translate("collection.only-old")) for path in paired.only_old]
    alone += [(path.name, translate("collection.only-new")) for path in paired.only_new]
    if as_json:
        print_json({
            "pairs": [one.to_dict() for one in done],
            "only_old": [str(path) for path in paired.only_old],
            "only_new": [str(path) for path in paired.only_new],
        })  # fmt: skip
    else:
        _show(paired, done, alone)
    if output and not tables:
        path = write_listing(summaries_listing(done, alone), output)
        click.echo(translate("cli.written", path=path), err=as_json)
    return int(exit_code and any(one.changed or one.problem for one in done))


def _compared(paired: FolderPairs, write: Callable[..., Path] | None, trust: float) -> list[PairSummary]:
    pairs = [(pair.name, pair.old, pair.new) for pair in paired.pairs]
    label = translate("collection.comparing")
    with click.progressbar(length=len(pairs), label=label, file=sys.stderr) as bar:
        return compare_pairs(
            pairs, write=write, trust=trust, progress=lambda count, _: bar.update(count - bar.pos)
        )


def write_table(
    comparison: Comparison,
    name: str,
    tables: Sequence[Table],
    *,
    folder: Path,
    laid_out: Callable[[Comparison, Path], Layout],
) -> Path:
    """The comparison table of one pair, written in the worker that compared it; the path."""
    path = folder / f"{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with redirect_stderr(
        StringIO()
    ):  # what it left out is in the table's head: not a line of the terminal each
        layout = laid_out(comparison, path)
    return write_comparison(comparison, path, replace(layout, tables=tuple(tables)))


def _show(paired: FolderPairs, done: Sequence[PairSummary], alone: Sequence[tuple[str, str]]) -> None:
    for pair, one in zip(paired.pairs, done, strict=True):
        if pair.by_title:
            told = translate("collection.pair-by-title", name=pair.new.name, old=pair.old.name)
            click.echo(visible(told), err=True)
        said = f"{one.summary}  ({one.changed_share:.1%})" if one.changed else translate("collection.pairs-same")  # fmt: skip
        click.echo(visible(f"{one.name}  {one.problem or said}"), err=bool(one.problem))
        if one.written:
            click.echo(translate("cli.written", path=one.written))
    for name, remark in alone:
        click.echo(visible(f"{name}  {remark}"), err=True)
    failed = sum(bool(one.problem) for one in done)
    changed = sum(one.changed for one in done)
    click.echo(translate("collection.pairs-told", count=len(done), changed=changed, failed=failed))
