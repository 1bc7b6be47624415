"""A kernel begun while the browser still loads the page, so that the page finds it ready."""

from __future__ import annotations

import logging
from typing import Any, Final

PATH: Final = "lawtrack-workbench"
"""The session's path, by which the page finds it (`labextension/lawtrack/static/wire.js`)."""
SERVE: Final = "from lawtrack.notebook import serve; serve()"
"""What the page runs in the kernel, here only so that everything is imported when it does."""
_log = logging.getLogger(__name__)


def warm_up(server: Any) -> None:
    """Lets the `server` begin the page's kernel as soon as it listens; where that fails, the page begins it itself."""

    async def begin() -> None:
        try:
            session = await server.session_manager.create_session(
                path=PATH, name="lawtrack", type="lawtrack", kernel_name="python3"
            )
            client = server.kernel_manager.get_kernel(session["kernel"]["id"]).client()
            client.start_channels(iopub=False, stdin=False, hb=False, control=False)
            client.execute(SERVE, silent=True, store_history=False)
            await client.get_shell_msg(timeout=60)
            client.stop_channels()
        except Exception:  # noqa: BLE001 -- a convenience: whatever goes wrong with it, JupyterLab still opens
            _log.warning("the kernel of the workbench was not begun ahead", exc_info=True)

    server.io_loop.add_callback(begin)
