"""计划: the annual plan as of a day, and its exports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets
import traitlets

from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.plan.pictures import PlanPictures
from lawtrack.notebook.plan.table import PlanTable

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk

_FORMATS = {"report": "docx", "xlsx": "xlsx", "csv": "csv", "html": "html", "md": "md", "json": "json"}


class PlanPanel(Panel):
    """One plan of the workspace at a time, the newest to begin with: table and pictures of the same day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._table: PlanTable | None = None
        self._pictures: PlanPictures | None = None
        self._hint = self.worded(Line(), "sentence", "notebook.no-plan")
        self.year = self.field(ipywidgets.Dropdown(), "notebook.year")
        buttons = [
            self.button(f"notebook.export-{kind}", partial(self._export, ending))
            for kind, ending in _FORMATS.items()
        ]
        self._exports = ipywidgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        files = sorted((desk.workspace.root / "plans").glob("[0-9]*.yaml"), reverse=True)
        self.children = (self._hint,)
        desk.offer(self.year, [(file.stem, file) for file in files], None)
        desk.watch(self.year, self._load)
        desk.follow(self._load, "changed")
        with desk.attempt():
            self._load()

    def set_language(self) -> None:
        """As every panel, and what it shows with it."""
        super().set_language()
        for shown in (self._table, self._pictures):
            if shown is not None:
                shown.lang = self.desk.lang

    def _load(self) -> None:
        """The plan of the chosen year, with what its drafts' versions say of their stages."""
        from lawtrack.plan import Plan, with_versions

        if self.year.value is None:
            return
        day = self._table.day if self._table else self.desk.today
        plan = with_versions(Plan.load(self.year.value), self.desk.workspace.log())
        self._table = PlanTable(plan, day, lang=self.desk.lang)
        self._pictures = PlanPictures(plan, day, lang=self.desk.lang)
        traitlets.dlink((self._table, "as_of"), (self._pictures, "as_of"))
        self.children = (self.year, self._table, self._exports, self._pictures)

    def _export(self, ending: str) -> None:
        if self._table is None:
            return
        from lawtrack.formats import write_status

        file = self.desk.export_file(f"plan-{self._table.plan.year}-{self._table.as_of}.{ending}")
        write_status([self._table.plan], self._table.day, file)
        self.desk.note("notebook.exported", file=str(file))
