"""Files between the page and the readers and writers of `formats`, which take paths: put down for as long as one is used."""

from __future__ import annotations

import base64
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.notebook.page.shapes import FileMade


def as_file(name: str, write: Callable[[Path], object]) -> FileMade:
    """The file that `write` puts at the path it is given, as `{"name", "data"}`; its ending is that of `name`."""
    return {"name": name, "data": base64.b64encode(written(Path(name).suffix, write)).decode("ascii")}


def written(ending: str, write: Callable[[Path], object]) -> bytes:
    """The content of the file that `write` puts at the path it is given, which has that ending."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"out{ending}"
        write(path)
        return path.read_bytes()


@contextmanager
def put_down(data: bytes, name: str) -> Iterator[Path]:
    r"""A file with the content of one that the page sent, under its name, so that what is wrong with it is told of that name.

    Folders and signs that some file system forbids are left out of the name.

    >>> with put_down(b"...", "C:\\fakepath\\清单 2020?.xlsx") as file:
    ...     file.name, file.read_bytes()
    ('清单 2020-.xlsx', b'...')
    """
    bare = re.split(r"[\\/]", name.encode("utf-8", "replace").decode())[-1]
    safe = Path(re.sub(r'[:*?"<>|\x00-\x1f]', "-", bare).strip(". ") or "file")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{safe.stem[:60]}{safe.suffix[:20]}"
        file.write_bytes(data)
        yield file
