"""意见: the opinions on the draft in hand, what became of their clauses, and the answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.messages import say
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinion_answer import OpinionAnswer
from lawtrack.notebook.opinion_form import OpinionForm
from lawtrack.notebook.opinion_list import OpinionList

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk


class OpinionsPanel(Panel):
    """A switch between reading and answering opinions, and adding one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = OpinionList(desk)
        self.answer = OpinionAnswer(desk, self._read)
        self.form = OpinionForm(desk, self._show_new)
        self._ways = {"answer": (self.list, self.answer), "new": (self.form,)}
        self.way = ipywidgets.ToggleButtons(style={"button_width": "auto"})
        desk.watch(self.way, self._place)
        desk.follow(self._fill, "draft", "changed")
        self.list.table.observe(lambda _change: self._show_chosen(), names="chosen")

    def speak(self) -> None:
        """As every panel, and all that it shows anew."""
        super().speak()
        names = [(say(f"notebook.opinions-{way}"), way) for way in self._ways]
        self.desk.offer(self.way, names, self.way.value)
        self._fill()

    def _fill(self) -> None:
        self._read()
        self.form.fill()
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
        self.children = (self.way, *self._ways[self.way.value])
