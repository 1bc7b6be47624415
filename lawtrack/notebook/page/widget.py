"""The workbench's page in a notebook's cell, for people who write Python, and for Voilà."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.errors import NotFound
from lawtrack.messages import LANGUAGES, language, translate
from lawtrack.notebook.languages import LanguageTrait
from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.notebook.page.front import bundle, loader
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from datetime import date


class Workbench(anywidget.AnyWidget):
    """The workbench of a workspace. `as_of` is the day that it takes for today, by default the clock's."""

    _esm = loader()

    front = traitlets.Dict().tag(sync=True)
    lang = LanguageTrait("zh").tag(sync=True)

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


class Advice:
    """A sentence in place of a workbench that cannot be shown."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __repr__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.sentence)}</p>"


def workbench(path: str | Path = ".", *, as_of: date | None = None) -> Workbench | Advice:
    """The workbench of the workspace that holds `path`; a sentence that helps where there is none.

    `as_of` is the day that it takes for today, the clock's unless given.

    >>> import tempfile
    >>> from lawtrack.notebook import workbench
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     type(workbench(folder)).__name__
    'Advice'
    """
    try:
        workspace = Workspace.open(path)
    except NotFound:
        return Advice(translate("notebook.no-workspace", path=Path(path).resolve()))
    wanted = os.environ.get("LAWTRACK_LANG")
    return Workbench(workspace, as_of, wanted if wanted in LANGUAGES else None)
