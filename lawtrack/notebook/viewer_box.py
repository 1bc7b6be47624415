"""Texts side by side with what one does to them: the viewer, and its exports."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets

from lawtrack.notebook.desk import Panel
from lawtrack.notebook.viewer import ClauseViewer, ComparisonViewer, ConcordanceViewer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lawtrack.formats import Layout
    from lawtrack.notebook.desk import Desk


class ViewerBox(Panel):
    """Shows one thing at a time; empty until `show` is called."""

    exports: ClassVar[dict[str, str]]
    """Name of a button → ending of the file that it writes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[Any, tuple[str, ...], str] | None = None
        self._viewer: ClauseViewer | None = None
        buttons = [
            self.button(f"notebook.export-{kind}", partial(self._export, ending, tracked=kind == "tracked"))
            for kind, ending in self.exports.items()
        ]
        self.changed_only = self.worded(
            ipywidgets.Checkbox(indent=False, layout={"width": "auto", "margin": "4px 8px"}),
            "description",
            "notebook.export-changed",
        )
        self._bar = ipywidgets.HBox([*buttons, self.changed_only], layout={"flex_flow": "row wrap"})

    def show(self, found: Any, heads: Sequence[str], name: str) -> None:
        """`found` under `heads`; exports of it are called `name`."""
        self._shown = found, tuple(heads), name
        if self._viewer is None:
            self._viewer = self._new_viewer(found, heads)
        else:
            self._viewer.show(found, heads)
        self.children = (self._bar, self._viewer)

    def clear(self) -> None:
        """Shows nothing."""
        self._shown = None
        self.children = ()

    def set_language(self) -> None:
        """As every panel, and the viewer with it."""
        super().set_language()
        if self._viewer is not None:
            self._viewer.lang = self.desk.lang

    def _export(self, ending: str, *, tracked: bool) -> None:
        if self._shown is None:
            return
        from lawtrack.formats import Layout

        found, heads, name = self._shown
        file = self.desk.export_file(file_name(f"{name} tracked" if tracked else name) + ending)
        self._write(found, file, Layout(self.changed_only.value, heads=heads, tracked=tracked))
        self.desk.note("notebook.exported", file=str(file))

    def _new_viewer(self, found: Any, heads: Sequence[str]) -> ClauseViewer:
        raise NotImplementedError

    def _write(self, found: Any, file: Path, layout: Layout) -> None:
        raise NotImplementedError


class ComparisonBox(ViewerBox):
    """A comparison of two texts."""

    exports: ClassVar = {"docx": ".docx", "tracked": ".docx", "xlsx": ".xlsx", "html": ".html"}

    def _new_viewer(self, found: Any, heads: Sequence[str]) -> ClauseViewer:
        return ComparisonViewer(found, heads=(heads[0], heads[1]), lang=self.desk.lang)

    def _write(self, found: Any, file: Path, layout: Layout) -> None:
        from lawtrack.formats import write_comparison

        write_comparison(found, file, layout)


class ConcordanceBox(ViewerBox):
    """A concordance of two to eight versions."""

    exports: ClassVar = {"many-docx": ".docx", "xlsx": ".xlsx", "html": ".html"}

    def _new_viewer(self, found: Any, heads: Sequence[str]) -> ClauseViewer:
        return ConcordanceViewer(found, heads=heads, lang=self.desk.lang)

    def _write(self, found: Any, file: Path, layout: Layout) -> None:
        from lawtrack.formats import write_concordance

        write_concordance(found, file, layout)


def file_name(words: str) -> str:
    """`words` as a name that every file system takes: letters, digits and hyphens, 80 at most.

    >>> file_name("../修订草案 (1).docx")
    '修订草案-1-docx'
    """
    return "-".join(re.findall(r"\w+", words))[:80]
