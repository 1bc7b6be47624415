"""The map over files, on any `concurrent.futures` executor: threads, processes, a cluster.

Workers get paths and send back rows; a worker that dies takes its batch with it, and the batch is done again.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from lawtrack.collection.columns import Rows, empty
from lawtrack.collection.rows import rows_of
from lawtrack.collection.sources import SourceFile, Unread, unread_as
from lawtrack.errors import LawtrackError, MissingTool, UnusableInput
from lawtrack.formats import read_text
from lawtrack.law import instruments_in
from lawtrack.messages import use_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Result = TypeVar("Result")
Task = TypeVar("Task")
BATCH: Final = 16
"""Files a task: enough that sending them costs nothing, few enough that two workers end together."""
FEW: Final = 32
"""Fewer files are read in this process: starting others takes longer."""
WAITING: Final = 4
"""Batches sent out for each worker before results are taken in, so that rows do not pile up."""


class Batch(NamedTuple):
    """What came of some files: their rows, what could not be read, and how many files they were."""

    rows: Rows
    unread: list[Unread]
    files: int


def read_files(files: Sequence[SourceFile]) -> Batch:
    """The rows of some files; runs in a worker. A file that fails, in whatever way, is told and stops nothing."""
    rows, unread = empty(), []
    for source in files:
        try:
            with use_language("zh"):
                by_table = _rows(source)
        except LawtrackError as error:
            unread.append(unread_as(source.instrument, error.code, **error.details))
            continue
        except Exception as error:  # noqa: BLE001 - one strange file must not lose the other 25,000
            reason = f"{type(error).__name__}: {error}"
            unread.append(unread_as(source.instrument, "collection.failed", reason=reason))
            continue
        for table, new in by_table.items():
            rows[table] += new
    return Batch(rows, unread, len(files))


def _rows(source: SourceFile) -> Rows:
    read = read_text(source.path)
    rows = empty()
    for number, doc in enumerate(instruments_in(read.text), 1):
        name = source.instrument if number == 1 else f"{source.instrument}#{number}"
        for table, new in rows_of(doc, name, source.sha256).items():
            rows[table] += new
    for warning in read.warnings:
        rows["findings"].append(
            (source.instrument, "", warning.code, "warning", warning.message("zh"), "", "", 0, 0)
        )
    return rows


def run(files: Sequence[SourceFile], executor: Executor | None = None) -> Iterator[Batch]:
    """The batches as they come. Without an executor processes are started, one a core, where it is worth it."""
    batches = [tuple(files[at : at + BATCH]) for at in range(0, len(files), BATCH)]
    if executor is not None:
        yield from _on(executor, batches)
    elif len(files) < FEW or (os.cpu_count() or 1) < 2:
        yield from map(read_files, batches)
    else:
        yield from on_processes(read_files, batches, _killed)


def _on(executor: Executor, batches: Sequence[tuple[SourceFile, ...]]) -> Iterator[Batch]:
    """The batches in their order; so many are under way that no worker waits."""
    ahead = WAITING * int(getattr(executor, "_max_workers", 0) or os.cpu_count() or 1)
    waiting: deque[Future[Batch]] = deque()
    for batch in batches:
        waiting.append(executor.submit(read_files, batch))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def spread(
    function: Callable[..., Result], tasks: Sequence[tuple[object, ...]], executor: Executor | None = None
) -> list[Result]:
    """What `function` gives for each of `tasks`, in their order; on `executor` where there is one, else here.

    A task whose worker died with the executor is done here.
    """
    if executor is None or len(tasks) < 2:
        return [function(*task) for task in tasks]
    waiting = [_sent(executor, function, task) for task in tasks]
    done: list[Result] = []
    for task, future in zip(tasks, waiting, strict=True):
        try:
            done.append(future.result() if future else function(*task))
        except BrokenExecutor:
            done.append(function(*task))
    return done


def _sent(
    executor: Executor, function: Callable[..., Result], task: tuple[object, ...]
) -> Future[Result] | None:
    """The task under way; None where the executor takes no more."""
    try:
        return executor.submit(function, *task)
    except BrokenExecutor:
        return None


def on_processes(
    function: Callable[[Sequence[Task]], Result],
    batches: Sequence[Sequence[Task]],
    killed: Callable[[Task], Result],
) -> Iterator[Result]:
    """What `function` gives for each batch, on processes of this machine, as they come in order.

    Where a process dies, the batches that are missing are done task by task in new ones; `killed` says what a task
    gives that its process dies of.
    """
    from multiprocessing import get_context

    done: set[int] = set()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        try:
            with _main_left_alone():
                sent = {pool.submit(function, batch): at for at, batch in enumerate(batches)}
            for future, at in sent.items():
                result = future.result()
                done.add(at)
                yield result
        except BrokenExecutor:
            pass
    for at, batch in enumerate(batches):
        if at not in done:
            yield from (_alone(function, task, killed) for task in batch)


def _alone(
    function: Callable[[Sequence[Task]], Result], task: Task, killed: Callable[[Task], Result]
) -> Result:
    """One task in a process of its own, that may die of it."""
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            with _main_left_alone():
                sent = pool.submit(function, (task,))
            return sent.result()
        except BrokenExecutor:
            return killed(task)


def _killed(source: SourceFile) -> Batch:
    """A file whose reader was killed."""
    return Batch(empty(), [unread_as(source.instrument, "collection.killed")], 1)


@contextmanager
def _main_left_alone() -> Iterator[None]:
    """Processes that start meanwhile do not run the user's script again: what they work with is not in it.

    Without this a script that builds a collection at its top level would build it in every worker too.
    """
    main = sys.modules["__main__"]
    kept: dict[str, Any] = {name: vars(main)[name] for name in ("__file__", "__spec__") if name in vars(main)}
    vars(main).update(__spec__=None)
    vars(main).pop("__file__", None)
    try:
        yield
    finally:
        vars(main).update(kept)


def executor_at(address: str) -> Any:
    """The executor of the Dask cluster whose scheduler listens at `address` (tcp://host:port).

    Raises MissingTool where the extra `lawtrack[cluster]` is not installed, UnusableInput where nobody answers.

    >>> from lawtrack.errors import LawtrackError
    >>> try:
    ...     executor_at("")
    ... except LawtrackError as error:
    ...     error.code
    'collection.no-cluster'
    """
    if not address.strip():  # Dask would start a cluster of its own, here
        raise UnusableInput("collection.no-cluster", address=address)
    try:
        from distributed import Client
    except ImportError as problem:
        raise MissingTool("collection.no-dask") from problem
    try:
        client: Any = Client(address, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as problem:
        raise UnusableInput("collection.no-cluster", address=address) from problem
    return client.get_executor(retries=3, pure=False)
