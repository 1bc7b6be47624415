"""版本: what was saved of the draft in hand, when, and from which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.messages import say
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line, TextTable

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk

_COLUMNS = ("stage", "date", "meeting", "log-source", "log-author", "log-commit")


class VersionsPanel(Panel):
    """The log of one draft as a table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._hint = Line()
        self._table = TextTable()
        desk.follow(self._fill, "draft", "changed")

    def speak(self) -> None:
        """As every panel, and the table anew."""
        super().speak()
        self._fill()

    def _fill(self) -> None:
        if not self.desk.draft:
            self.children = ()
            return
        versions = self.desk.workspace.log(self.desk.draft)
        title = self.desk.workspace.draft(self.desk.draft).title
        self._hint.tell("plain", "" if versions else say("notebook.no-text"))
        with self._table.hold_sync():
            self._table.caption = say("notebook.log-caption", title=title)
            self._table.columns = [say(f"notebook.{column}") for column in _COLUMNS]
            self._table.rows = [
                [
                    version.stage_label,
                    version.date,
                    version.meeting,
                    version.source.name if version.source else "",
                    version.author.name,
                    version.sha[:10],
                ]
                for version in versions
            ]
        self.children = (self._table,) if versions else (self._hint,)
