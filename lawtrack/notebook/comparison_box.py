"""A comparison with what one does to it: the viewer, and its exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.messages import say
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.viewer import ComparisonViewer

if TYPE_CHECKING:
    from lawtrack.compare import Comparison
    from lawtrack.notebook.desk import Desk


class ComparisonBox(Panel):
    """Shows one comparison at a time; empty until `show` is called."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[Comparison, tuple[str, str], str] | None = None
        self._viewer: ComparisonViewer | None = None
        self._bar = ipywidgets.HBox([self.button("notebook.export-html", self._export, icon="file-code-o")])

    def show(self, comparison: Comparison, heads: tuple[str, str], name: str) -> None:
        """`comparison` under `heads`; exports of it are called `name`."""
        self._shown = comparison, heads, name
        if self._viewer is None:
            self._viewer = ComparisonViewer(comparison, heads=heads, lang=self.desk.lang)
        else:
            self._viewer.compare(comparison, heads)
        self.children = (self._bar, self._viewer)

    def clear(self) -> None:
        """Shows nothing."""
        self._shown = None
        self.children = ()

    def speak(self) -> None:
        """As every panel, and the viewer with it."""
        super().speak()
        if self._viewer is not None:
            self._viewer.lang = self.desk.lang

    def _export(self) -> None:
        if self._shown is None:
            return
        from lawtrack.formats.comparison_html import page
        from lawtrack.store.saving import replace_file

        comparison, heads, name = self._shown
        title = f"{comparison.new.title or comparison.old.title}　{say('viewer.grid')}"
        file = self.desk.export_file(f"{file_name(name)}.html")
        replace_file(file, page(comparison, title=title, heads=heads, lang=self.desk.lang).encode("utf-8"))
        self.desk.note("notebook.exported", file=str(file))


def file_name(words: str) -> str:
    """`words` as a name that every file system takes: letters, digits and hyphens, 80 at most.

    >>> file_name("../修订草案 (1).docx")
    '修订草案-1-docx'
    """
    return "-".join(re.findall(r"\w+", words))[:80]
