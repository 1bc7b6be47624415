"""计划: the annual plan as of a day, and its exports."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.plan_table import PlanTable

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk

_FORMATS = ("xlsx", "csv", "html", "md", "json")


class PlanPanel(Panel):
    """One plan of the workspace at a time; the newest to begin with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._table: PlanTable | None = None
        self._hint = self.worded(Line(), "sentence", "notebook.no-plan")
        self.year = self.field(ipywidgets.Dropdown(), "notebook.year")
        buttons = [self.button(f"notebook.export-{kind}", partial(self._export, kind)) for kind in _FORMATS]
        self._exports = ipywidgets.HBox(buttons, layout={"flex_flow": "row wrap"})
        files = sorted((desk.workspace.root / "plans").glob("[0-9]*.yaml"), reverse=True)
        self.children = (self._hint,)
        desk.offer(self.year, [(file.stem, file) for file in files], None)
        desk.watch(self.year, self._load)
        with desk.attempt():
            self._load()

    def speak(self) -> None:
        """As every panel, and the table with it."""
        super().speak()
        if self._table is not None:
            self._table.lang = self.desk.lang

    def _load(self) -> None:
        from lawtrack.plan import Plan

        if self.year.value is None:
            return
        day = self._table.day if self._table else self.desk.today
        self._table = PlanTable(Plan.load(self.year.value), day, lang=self.desk.lang)
        self.children = (self.year, self._table, self._exports)

    def _export(self, kind: str) -> None:
        if self._table is None:
            return
        from lawtrack.formats.plan_files import write_status

        file = self.desk.export_file(f"plan-{self._table.plan.year}-{self._table.as_of}.{kind}")
        write_status([self._table.plan], self._table.day, file)
        self.desk.note("notebook.exported", file=str(file))
