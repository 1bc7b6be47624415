"""The workbench's page in a notebook's cell, for people who write Python, and for Voilà."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.messages import LANGUAGES, language, translate
from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.notebook.page.front import bundle, loader

if TYPE_CHECKING:
    from datetime import date

    from lawtrack.store import Workspace


class Workbench(anywidget.AnyWidget):
    """The workbench of a workspace. `as_of` is the day that it takes for today, by default the clock's."""

    _esm = loader()

    front = traitlets.Dict().tag(sync=True)
    lang = traitlets.Enum(LANGUAGES, default_value="zh").tag(sync=True)

    def __init__(self, workspace: Workspace, as_of: date | None = None, lang: str | None = None) -> None:
        super().__init__(front=bundle(), lang=lang or language())
        self.desk = Desk(workspace, lambda: as_of) if as_of else Desk(workspace)
        self.on_msg(self._answer)

    def _answer(self, _widget: Any, request: object, _buffers: object) -> None:
        self.send(answer(self.desk, request))

    def __repr__(self) -> str:
        return "<Workbench>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live page; in a saved notebook the sentence that tells how to start it."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        bundle["text/html"] = f"<p>{escape(translate('notebook.start', self.lang))}</p>"
        return bundle, metadata
