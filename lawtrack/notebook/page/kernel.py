"""Both ends joined: the page opens a comm of the kernel, the kernel sends it the front end and answers its requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.notebook.page.front import bundle
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

TARGET: Final = "lawtrack"
"""The name under which the page finds us."""


def serve(path: str = ".") -> None:
    """From here on this kernel serves the workbench of the workspace that holds `path` to every page that asks.

    Raises NotFound where there is no workspace.

    >>> import tempfile
    >>> from lawtrack.errors import NotFound
    >>> from lawtrack.notebook import serve
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     try:
    ...         serve(folder)
    ...     except NotFound as error:
    ...         print(error.code)
    store.no-workspace
    """
    from comm import get_comm_manager

    workspace = Workspace.open(path)

    def opened(comm: Any, _message: Mapping[str, Any]) -> None:
        desk = Desk(workspace)
        comm.on_msg(lambda message: comm.send(answer(desk, message["content"]["data"])))
        comm.send({"front": bundle()})

    get_comm_manager().register_target(TARGET, opened)
