"""What goes out: the table of opinions and what was done with them as a file, and wording for the report."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.viewer_box import file_name

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk
    from lawtrack.opinions import Report

_FORMATS: Final = {"opinions-docx": ".docx", "xlsx": ".xlsx", "csv": ".csv"}


class OpinionReport(Panel):
    """Exports, and below them the wording to copy from."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._report: Report | None = None
        self.told, self._none = Line(), Line()
        self.words = ipywidgets.Textarea(layout={"width": "min(70em, 98%)", "height": "24em"})
        buttons = [
            self.button(f"notebook.export-{kind}", partial(self._export, ending), line=self.told)
            for kind, ending in _FORMATS.items()
        ]
        self._shown = (
            ipywidgets.HBox(buttons, layout={"flex_flow": "row wrap"}),
            self.told,
            self.heading("notebook.report-words"),
            self.words,
        )

    def show(self, report: Report | None) -> None:
        """Offers `report`; where there is nothing in it, says so."""
        from lawtrack.opinions import paragraphs, sentences

        self._report = report if report and report.rows else None
        if self._report is None:
            self._none.tell("plain", translate("notebook.opinion-none"))
            self.children = (self._none,)
            return
        self.words.value = "\n".join((*sentences(self._report), *paragraphs(self._report)))
        self.children = self._shown

    def _export(self, ending: str) -> None:
        if self._report is None:
            return
        from lawtrack.formats import write_opinions

        name = file_name(f"{self._report.slug} opinions {self._report.version.stage}")
        file = write_opinions(self._report, self.desk.export_file(name + ending))
        self.desk.note("notebook.exported", file=str(file))
