"""A comparison with what one does to it: the viewer, and its exports."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.notebook.desk import Panel
from lawtrack.notebook.viewer import ComparisonViewer

if TYPE_CHECKING:
    from lawtrack.compare import Comparison
    from lawtrack.notebook.desk import Desk


_FORMATS = {"docx": ".docx", "tracked": ".docx", "xlsx": ".xlsx", "html": ".html"}


class ComparisonBox(Panel):
    """Shows one comparison at a time; empty until `show` is called."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[Comparison, tuple[str, str], str] | None = None
        self._viewer: ComparisonViewer | None = None
        buttons = [
            self.button(f"notebook.export-{kind}", partial(self._export, ending, tracked=kind == "tracked"))
            for kind, ending in _FORMATS.items()
        ]
        self._bar = ipywidgets.HBox(buttons, layout={"flex_flow": "row wrap"})

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

    def _export(self, ending: str, *, tracked: bool) -> None:
        if self._shown is None:
            return
        from lawtrack.formats.comparison_files import write_comparison
        from lawtrack.formats.layout import Layout

        comparison, heads, name = self._shown
        file = self.desk.export_file(file_name(f"{name} tracked" if tracked else name) + ending)
        write_comparison(comparison, file, Layout(heads=heads, tracked=tracked))
        self.desk.note("notebook.exported", file=str(file))


def file_name(words: str) -> str:
    """`words` as a name that every file system takes: letters, digits and hyphens, 80 at most.

    >>> file_name("../修订草案 (1).docx")
    '修订草案-1-docx'
    """
    return "-".join(re.findall(r"\w+", words))[:80]
