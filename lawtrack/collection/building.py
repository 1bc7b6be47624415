"""`build`: files become the tables of a collection; only what changed is read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.collection.columns import empty
from lawtrack.collection.index import build_index
from lawtrack.collection.sources import find_sources
from lawtrack.collection.tables import Writer, hashes_in
from lawtrack.collection.working import run

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor


def build(
    places: Iterable[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    executor: Executor | None = None,
    progress: Callable[[int, int], object] | None = None,
    again: bool = False,
) -> Path:
    """The folder `out` with the tables of everything below `places`: the same bytes for the same files.

    Files whose bytes are as they were are taken over from the tables in `out`, unless `again`. `progress` is called
    with how many files are done and how many there are. Raises NotFound for a place that is not there, NotSaved.
    """
    target = Path(out)
    files, unread = find_sources(places, apart=target)
    before = {} if again else hashes_in(target)
    known = [file for file in files if before.get(file.instrument) == file.sha256]
    new = [file for file in files if before.get(file.instrument) != file.sha256]
    writer = Writer(target)
    try:
        if known:
            writer.keep(file.instrument for file in known)
        done = len(known)
        for batch in run(new, executor):
            writer.add(batch.rows)
            unread += batch.unread
            done += batch.files
            if progress:
                progress(done, len(files))
        writer.add({**empty(), "unread": list(unread)})
        writer.write()
        build_index(writer.engine, target)
    finally:
        writer.close()
    return target
