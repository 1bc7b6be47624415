"""The workbench: comparison, opinions, import, plan and versions of one workspace, without a line of code to read."""

from __future__ import annotations

import os
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets

from lawtrack.errors import NotFound
from lawtrack.messages import LANGUAGES, language, translate
from lawtrack.notebook.compare_panel import ComparePanel
from lawtrack.notebook.desk import Desk, Panel
from lawtrack.notebook.import_panel import ImportPanel
from lawtrack.notebook.opinions.panel import OpinionsPanel
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.plan.panel import PlanPanel
from lawtrack.notebook.versions_panel import VersionsPanel
from lawtrack.store import Workspace

_LANGUAGES = (("中文", "zh"), ("English", "en"))
_TABS = {
    "compare": ComparePanel,
    "opinions": OpinionsPanel,
    "import": ImportPanel,
    "plan": PlanPanel,
    "versions": VersionsPanel,
}


class Workbench(Panel):
    """A choice of draft and language above five tabs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.draft = self.field(
            ipywidgets.Dropdown(layout={"width": "auto", "min_width": "24em"}), "notebook.draft"
        )
        self.language = ipywidgets.ToggleButtons(
            options=_LANGUAGES, value=desk.lang, style={"button_width": "auto"}
        )
        self._notice = Line()
        self._panels = {name: panel(desk) for name, panel in _TABS.items()}
        self.tabs = ipywidgets.Tab(children=list(self._panels.values()))
        header = ipywidgets.HBox(
            [self.draft, self.language], layout={"flex_flow": "row wrap", "justify_content": "space-between"}
        )
        self.children = (header, self._notice, desk.status, self.tabs)
        desk.watch(self.draft, self._choose)
        desk.watch(self.language, self._change_language)
        desk.follow(self._fill, "changed", "draft")
        # the panels first: when the last, ourselves, takes a draft in hand, each shows it once
        for box in (*self._panels.values(), self):
            with desk.attempt():
                box.set_language()

    def set_language(self) -> None:
        """As every panel, and the names of tabs and drafts anew."""
        super().set_language()
        self.tabs.titles = [translate(f"notebook.tab-{name}", self.desk.lang) for name in self._panels]
        self._fill()

    def _fill(self) -> None:
        """Offers the drafts, those with a text first; the one in hand stays."""
        workspace = self.desk.workspace
        drafts = workspace.drafts()
        with_text = {version.draft for version in workspace.log()}
        ordered = sorted(drafts, key=lambda draft: draft.slug not in with_text)
        chosen = self.desk.draft or (ordered[0].slug if ordered else "")
        self.desk.offer(self.draft, [(draft.title, draft.slug) for draft in ordered], chosen)
        notice = next((draft.notice for draft in drafts if draft.slug == chosen), "")
        self._notice.tell("notice", notice if drafts else translate("notebook.no-drafts"))
        self._choose()

    def _choose(self) -> None:
        if self.draft.value:
            self.desk.draft = self.draft.value

    def _change_language(self) -> None:
        self.desk.lang = self.language.value

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live workbench; in a saved notebook the sentence that tells how to start it."""
        bundle = super()._repr_mimebundle_(**kwargs)
        bundle["text/html"] = f"<p>{escape(translate('notebook.start', self.desk.lang))}</p>"
        return bundle


def workbench(path: str | Path = ".", *, as_of: date | None = None) -> Workbench | Line:
    """The workbench of the workspace that holds `path`; a sentence that helps where there is none.

    `as_of` is the day on which the plan's table opens, today unless given.
    """
    today = as_of or date.today()  # noqa: DTZ011 -- the reader's own day, on the reader's own wall
    try:
        workspace = Workspace.open(path)
    except NotFound:
        return Line(sentence=translate("notebook.no-workspace", path=Path(path).resolve()), tone="notice")
    wanted = os.environ.get("LAWTRACK_LANG")
    return Workbench(Desk(workspace, today, wanted if wanted in LANGUAGES else language()))
