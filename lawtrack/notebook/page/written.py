"""Files for the browser to download: written by the writers of `formats`, read back, and sent."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.notebook.page.shapes import FileMade


def as_file(name: str, write: Callable[[Path], object]) -> FileMade:
    """The file that `write` puts at the path it is given, as `{"name", "data"}`; its ending is that of `name`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("out" + Path(name).suffix)
        write(path)
        return {"name": name, "data": base64.b64encode(path.read_bytes()).decode("ascii")}
