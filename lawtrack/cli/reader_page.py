"""`lawtrack lab --voila`: the workbench as a page of Voilà, which shows one notebook's output and offers no code.

Voilà's own template asks a public host for an icon font. The page's content security policy lets it ask nobody but the
server that it came from, whatever a later Voilà would like to fetch.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Final

from lawtrack.messages import translate

POLICY: Final = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; connect-src 'self' ws: wss:"
_LARGEST: Final = 104_857_600
"""Files that are imported travel by websocket, which takes 10 MB unless told; the reader takes 100 MB."""


def serve_reader(root: Path, port: int, *, browser: bool) -> None:
    """Runs Voilà on the workbench of the workspace `root` in this process until it is stopped."""
    from voila.app import Voila

    with tempfile.TemporaryDirectory() as folder:
        notebook = Path(folder) / "workbench.ipynb"
        notebook.write_text(json.dumps(notebook_of(root), ensure_ascii=False), encoding="utf-8", newline="\n")
        options = [
            str(notebook),
            f"--port={port}",
            "--Voila.auto_token=True",
            f"--Voila.tornado_settings={settings()!r}",
        ]
        if not browser:
            options.append("--no-browser")
        Voila.launch_instance(options)


def settings() -> dict[str, object]:
    """What the server is told: to send the policy, and to take large files."""
    return {"headers": {"Content-Security-Policy": POLICY}, "websocket_max_message_size": _LARGEST}


def notebook_of(root: Path) -> dict[str, object]:
    """A notebook whose one cell opens the workbench of `root`."""
    source = f"from lawtrack.notebook import workbench\nworkbench({str(root)!r})"
    cell: dict[str, object] = {
        "cell_type": "code",
        "id": "workbench",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "title": translate("screen.name")}
    return {"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
