"""版本: what was saved of the draft in hand, when, and from which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.messages import translate
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

    def set_language(self) -> None:
        """As every panel, and the table anew."""
        super().set_language()
        self._fill()

    def _fill(self) -> None:
        if not self.desk.draft:
            self.children = ()
            return
        versions = self.desk.workspace.log(self.desk.draft)
        title = self.desk.workspace.draft(self.desk.draft).title
        self._hint.tell("plain", "" if versions else translate("notebook.no-text"))
        with self._table.hold_sync():
            self._table.caption = translate("notebook.log-caption", title=title)
            self._table.columns = [translate(f"notebook.{column}") for column in _COLUMNS]
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
