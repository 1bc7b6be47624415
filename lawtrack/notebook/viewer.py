"""The live comparison: one widget for the whole list of clauses.

A widget a clause is out of the question: a thousand of them take JupyterLab 10 to 20 seconds or kill the page, one
that owns the list takes half a second. The kernel computes, the front end shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.formats.comparison_html import front_end_words, static_table, summary_sentence, viewer_rows
from lawtrack.messages import LANGUAGES, language, say
from lawtrack.notebook.pieces import front_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.compare import Comparison

_STATIC_ROWS = 200
"""Rows of the static form in a saved notebook; the live view and the exported page show all."""


class ComparisonViewer(anywidget.AnyWidget):
    """Two texts side by side, clause by clause.

    `comparison` is a Comparison or its `to_dict()`; `heads` names the two texts (一审稿 2020-07-30) above their
    columns. `filters` holds kinds of change to narrow the list to, `show_unchanged` unfolds the rest, `selected` is
    the id of the row where the reader is, `collapsed` the ids that are folded.

    >>> viewer = ComparisonViewer({"rows": [], "summary": {"added": 2}}, lang="en")
    >>> viewer
    <ComparisonViewer: added 2>
    """

    _esm = front_end("comparison.js")
    _css = front_end("comparison.css")

    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    heads = traitlets.List(traitlets.Unicode(), default_value=["", ""], minlen=2, maxlen=2).tag(sync=True)
    filters = traitlets.List(traitlets.Unicode()).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    collapsed = traitlets.List(traitlets.Unicode()).tag(sync=True)
    show_unchanged = traitlets.Bool(default_value=False).tag(sync=True)
    lang = traitlets.Enum(LANGUAGES, default_value="zh").tag(sync=True)
    messages = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        comparison: Comparison | Mapping[str, Any],
        *,
        heads: tuple[str, str] = ("", ""),
        lang: str | None = None,
    ) -> None:
        self._comparison = comparison
        lang = lang or language()
        super().__init__(
            rows=viewer_rows(self._comparison), heads=list(heads), lang=lang, messages=front_end_words(lang)
        )

    def compare(self, comparison: Comparison | Mapping[str, Any], heads: tuple[str, str] = ("", "")) -> None:
        """Shows another comparison in the same place; filters stay, the selection does not."""
        self._comparison = comparison
        with self.hold_sync():
            self.selected, self.collapsed = "", []
            self.rows, self.heads = viewer_rows(self._comparison), list(heads)

    @traitlets.observe("lang")
    def _speak(self, change: Mapping[str, Any]) -> None:
        self.messages = front_end_words(change["new"])

    def __repr__(self) -> str:
        summary = summary_sentence(self._comparison, lang=self.lang) or say("viewer.no-rows", self.lang)
        return f"<{type(self).__name__}: {summary}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live view, and beside it the static table for whoever opens the saved notebook."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        bundle["text/html"] = static_table(self._comparison, lang=self.lang, limit=_STATIC_ROWS)
        return bundle, metadata
