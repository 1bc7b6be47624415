"""意见: the opinions on the draft in hand, what became of their clauses, and the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinions.answer import OpinionAnswer
from lawtrack.notebook.opinions.form import OpinionForm
from lawtrack.notebook.opinions.importing import OpinionImport
from lawtrack.notebook.opinions.list import OpinionList
from lawtrack.notebook.opinions.output import OpinionReport

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk


class OpinionsPanel(Panel):
    """A switch between reading and answering opinions, adding one, taking in many, and what goes out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = OpinionList(desk)
        self.answer = OpinionAnswer(desk, self._read)
        self.form = OpinionForm(desk, self._show_new)
        self.intake = OpinionImport(desk, self._read)
        self.out = OpinionReport(desk)
        self._ways: dict[str, tuple[Panel, ...]] = {
            "answer": (self.list, self.answer),
            "new": (self.form,),
            "import": (self.intake,),
            "report": (self.out,),
        }
        self.way = ipywidgets.ToggleButtons(style={"button_width": "auto"}, layout={"margin": "0 0 8px 0"})
        desk.watch(self.way, self._place)
        desk.follow(self._fill, "draft", "changed")
        self.list.table.observe(lambda _change: self._show_chosen(), names="chosen")

    def set_language(self) -> None:
        """As every panel, and all that it shows anew."""
        super().set_language()
        names = [(translate(f"notebook.opinions-{way}"), way) for way in self._ways]
        self.desk.offer(self.way, names, self.way.value)
        self._fill()

    def _fill(self) -> None:
        self._read()
        self.form.fill()
        self.intake.fill()
        self._place()

    def _read(self) -> None:
        """The list anew, and below it the opinion that is chosen."""
        self.list.fill()
        self.answer.show(self.list.chosen)

    def _show_chosen(self) -> None:
        with self.desk.attempt():
            self.answer.show(self.list.chosen)

    def _show_new(self, opinion: str) -> None:
        """The list with what was just saved chosen in it."""
        self._read()
        self.list.table.chosen = opinion

    def _place(self) -> None:
        if self.way.value == "report":
            self.out.show(self.list.report)
        self.children = (self.way, *self._ways[self.way.value])
