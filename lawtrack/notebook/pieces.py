"""Small widgets that show words from documents: through textContent alone, which ipywidgets' own HTML does not do."""

from __future__ import annotations

import anywidget
import traitlets

from lawtrack.formats import front_end


class Line(anywidget.AnyWidget):
    """One sentence to the reader, announced to screen readers; `tone` is how it looks: a note says what is done."""

    _esm = front_end("line.js")
    _css = front_end("line.css")

    sentence = traitlets.Unicode("").tag(sync=True)
    tone = traitlets.Enum(("plain", "heading", "note", "alarm", "notice"), default_value="plain").tag(
        sync=True
    )

    def tell(self, tone: str, sentence: str) -> None:
        """Says `sentence` in `tone`."""
        with self.hold_sync():
            self.tone, self.sentence = tone, sentence

    def __repr__(self) -> str:
        return f"<Line: {self.sentence}>"


class TextTable(anywidget.AnyWidget):
    """A read-only table of strings: `columns` are its heads, `rows` lists of as many strings."""

    _esm = front_end("table.js")
    _css = front_end("table.css")

    caption = traitlets.Unicode("").tag(sync=True)
    columns = traitlets.List(traitlets.Unicode()).tag(sync=True)
    rows = traitlets.List(traitlets.List(traitlets.Unicode())).tag(sync=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.rows)}>"


class ChoiceTable(TextTable):
    """A table of which one row can be chosen: `ids` names its rows, `shown` those that are to be seen, `chosen` one.

    A cell is a list of pieces, each a tone (how it looks, one of table.css) and words.
    """

    rows = traitlets.List(traitlets.List(traitlets.List(traitlets.Tuple()))).tag(sync=True)
    ids = traitlets.List(traitlets.Unicode()).tag(sync=True)
    shown = traitlets.List(traitlets.Unicode()).tag(sync=True)
    chosen = traitlets.Unicode("").tag(sync=True)
