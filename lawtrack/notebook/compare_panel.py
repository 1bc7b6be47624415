"""对照: two versions of the draft in hand clause by clause, or several of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.version_choices import ManyVersions, TwoVersions

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk


class ComparePanel(Panel):
    """A switch between the two, and below it the one that is chosen; the other computes nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ways = {"two": TwoVersions(desk), "many": ManyVersions(desk)}
        self.way = ipywidgets.ToggleButtons(style={"button_width": "auto"})
        desk.watch(self.way, self._fill)
        desk.follow(self._fill, "draft", "changed")

    def set_language(self) -> None:
        """As every panel, and the names of ways and versions anew."""
        super().set_language()
        self.desk.offer(
            self.way, [(translate(f"notebook.compare-{way}"), way) for way in self.ways], self.way.value
        )
        self._fill()

    def _fill(self) -> None:
        chosen = self.ways[self.way.value]
        chosen.fill()
        self.children = (self.way, chosen)
