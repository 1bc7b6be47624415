"""A notebook run before its reader comes, so that what it shows is there when JupyterLab opens it.

Nothing of JupyterLab is changed for it: the server, before it listens to anybody, starts the kernel that would be
started for the notebook anyway, and that kernel runs its cells. Widgets live in the kernel, so every page that opens
the notebook, the first as the one reloaded later, is given them by it.
"""

from __future__ import annotations

import asyncio
import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS: Final = 60
"""How long kernel and cells may take together; two seconds are usual, a first start on an old disk takes longer."""
_SHOWN: Final = frozenset({"execute_result", "display_data", "stream"})
_log = logging.getLogger(__name__)


def run_ahead(server: Any, notebook: Path) -> bool:
    """Was `notebook`, in the root folder of a `server` that is not started yet, run and saved with its outputs?

    Where it was not, the reader starts it with Shift+Enter, as any notebook; the log has the reason.
    """

    async def limited() -> None:
        # an initialised server listens as soon as its loop turns; a page that came now would miss the outputs
        server.http_server.stop()
        await asyncio.wait_for(_run(server, notebook), _SECONDS)

    try:
        server.io_loop.run_sync(limited)
    except Exception:  # noqa: BLE001 -- a convenience: whatever goes wrong with it, JupyterLab still opens
        _log.warning("the notebook %s was not run ahead", notebook.name, exc_info=True)
        return False
    finally:
        server.init_httpserver()
    return True


async def _run(server: Any, notebook: Path) -> None:
    nbformat: Any = import_module("nbformat")  # typed in part only
    content = nbformat.read(notebook, as_version=4)
    session = await server.session_manager.create_session(
        path=notebook.name,
        name=notebook.name,
        type="notebook",
        kernel_name=content.metadata.kernelspec.name,
    )
    client = server.kernel_manager.get_kernel(session["kernel"]["id"]).client()
    client.start_channels()
    try:
        await client.wait_for_ready()
        for cell in content.cells:
            if cell.cell_type == "code":
                cell.execution_count, messages = await _results(client, cell.source)
                cell.outputs = [nbformat.v4.output_from_msg(message) for message in messages]
    finally:
        client.stop_channels()
    # JupyterLab shows widgets only in a notebook that this user's own server has signed
    server.contents_manager.notary.sign(content)
    nbformat.write(content, notebook)


async def _results(client: Any, code: str) -> tuple[int, list[dict[str, Any]]]:
    """The number of the run and what it showed. Raises RuntimeError where `code` failed."""
    shown: list[dict[str, Any]] = []
    reply = (await client.execute_interactive(code, output_hook=shown.append))["content"]
    if reply["status"] != "ok":
        raise RuntimeError(reply.get("evalue", reply["status"]))
    return reply["execution_count"], [message for message in shown if message["msg_type"] in _SHOWN]
