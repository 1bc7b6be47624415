"""The live comparison and the live concordance: one widget for the whole list of clauses.

A widget a clause is out of the question: a thousand of them take JupyterLab 10 to 20 seconds or kill the page, one
that owns the list takes half a second. The kernel computes, the front end shows; it is the same for both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.compare import comparison_table, summary_sentence, threads_table, viewer_rows
from lawtrack.formats import (
    Layout,
    comparison_columns,
    concordance_columns,
    concordance_rows,
    front_end,
    front_end_words,
)
from lawtrack.messages import language, translate, use_language
from lawtrack.notebook.languages import LanguageTrait

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lawtrack.compare import Comparison, Concordance, ViewerRow
    from lawtrack.formats import Column, ConcordanceRow

_STATIC_ROWS = 200
"""Rows of the static form in a saved notebook; the live view and the exported page show all."""


class ClauseViewer(anywidget.AnyWidget):
    """Texts side by side, clause by clause.

    `heads` names the texts (一审稿 2020-07-30) above their columns. `filters` holds kinds of change to narrow the list
    to, `show_unchanged` unfolds the rest, `selected` is the id of the row where the reader is, `collapsed` the ids
    that are folded. `bare` leaves out the tools, where one clause alone is shown.
    """

    _esm = front_end("comparison.js")
    _css = front_end("look.css", "comparison.css")

    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    columns = traitlets.List(traitlets.Tuple(traitlets.Unicode(), traitlets.Unicode())).tag(sync=True)
    filters = traitlets.List(traitlets.Unicode()).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    collapsed = traitlets.List(traitlets.Unicode()).tag(sync=True)
    show_unchanged = traitlets.Bool(default_value=False).tag(sync=True)
    bare = traitlets.Bool(default_value=False).tag(sync=True)
    lang = LanguageTrait("zh").tag(sync=True)
    messages = traitlets.Dict().tag(sync=True)

    def __init__(self, comparison: Any, heads: Sequence[str], lang: str | None) -> None:
        self._comparison, self.heads = comparison, list(heads)
        super().__init__(lang=lang or language())
        self.rows = [dict(row) for row in self._rows()]
        self._speak()

    def show(self, comparison: Any, heads: Sequence[str]) -> None:
        """Shows other texts in the same place; filters stay, the selection does not."""
        self._comparison, self.heads = comparison, list(heads)
        with self.hold_sync():
            self.selected, self.collapsed = "", []
            self.rows = [dict(row) for row in self._rows()]
            self._speak()

    @traitlets.observe("lang")
    def _speak(self, _change: Mapping[str, Any] | None = None) -> None:
        with use_language(self.lang):
            self.columns, self.messages = self._columns(), front_end_words(self.lang)

    def _rows(self) -> Sequence[ViewerRow | ConcordanceRow]:
        """What the front end shows."""
        raise NotImplementedError

    def _columns(self) -> list[Column]:
        """The heads in the language in use."""
        raise NotImplementedError

    def _table(self) -> str:
        """The static form in the language in use."""
        raise NotImplementedError

    def _summary(self) -> str:
        """What is shown, in a few words of the language in use."""
        raise NotImplementedError

    def __repr__(self) -> str:
        with use_language(self.lang):
            return f"<{type(self).__name__}: {self._summary()}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live view, and beside it the static table for whoever opens the saved notebook."""
        bundle, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        with use_language(self.lang):
            bundle["text/html"] = self._table()
        return bundle, metadata


class ComparisonViewer(ClauseViewer):
    """Two texts side by side: a Comparison or its `to_dict()`.

    >>> ComparisonViewer({"rows": [], "summary": {"added": 2}}, lang="en")
    <ComparisonViewer: added 2>
    """

    def __init__(
        self,
        comparison: Comparison | Mapping[str, Any],
        *,
        heads: tuple[str, str] = ("", ""),
        lang: str | None = None,
    ) -> None:
        super().__init__(comparison, heads, lang)

    def _rows(self) -> list[ViewerRow]:
        return viewer_rows(self._comparison)

    def _columns(self) -> list[Column]:
        return comparison_columns((self.heads[0], self.heads[1]), self.lang)

    def _table(self) -> str:
        return comparison_table(self._comparison, lang=self.lang, limit=_STATIC_ROWS)

    def _summary(self) -> str:
        return summary_sentence(self._comparison) or translate("viewer.no-rows")


class ConcordanceViewer(ClauseViewer):
    """Two to eight versions side by side, a column each; `heads` are their titles unless given.

    >>> from lawtrack.compare import concordance
    >>> ConcordanceViewer(concordance(["第一条　应当报告。", "第一条　应当书面报告。"]), lang="en")
    <ConcordanceViewer: 2 versions, 1 of 1 clause changed>
    """

    def __init__(
        self, concordance: Concordance, *, heads: Sequence[str] = (), lang: str | None = None
    ) -> None:
        super().__init__(concordance, heads, lang)

    def _layout(self) -> Layout:
        return Layout(heads=tuple(self.heads))

    def _rows(self) -> list[ConcordanceRow]:
        return concordance_rows(self._comparison)

    def _columns(self) -> list[Column]:
        return concordance_columns(self._comparison, self._layout())

    def _table(self) -> str:
        return threads_table(self._comparison.threads, self._comparison.heads(self.heads), limit=_STATIC_ROWS)

    def _summary(self) -> str:
        rows = self._comparison.rows
        changed = sum(row.changed for row in rows)
        return translate(
            "viewer.summary-many", versions=len(self._comparison.versions), changed=changed, count=len(rows)
        )
