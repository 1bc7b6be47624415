"""The form for one more opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinions.origin import OpinionOrigin
from lawtrack.notebook.opinions.rows import clause_names
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.version_choices import too_few
from lawtrack.opinions import kind_of_source

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.notebook.desk import Desk


class OpinionForm(Panel):
    """Clause, words, and where it came from; `saved` is told the id of what was saved.

    After a save the origin stays as it is: it is likely the same for the next one.
    """

    def __init__(self, desk: Desk, saved: Callable[[str], None]) -> None:
        super().__init__(desk)
        wide = {"width": "min(60em, 96%)"}
        self.origin = OpinionOrigin(desk)
        self.fields: dict[str, Any] = {
            "clause": ipywidgets.Combobox(layout={"width": "min(26em, 96%)"}),
            "text": ipywidgets.Textarea(layout={**wide, "height": "6em"}),
            "quote": ipywidgets.Text(layout=wide),
            "suggestion": ipywidgets.Textarea(layout={**wide, "height": "4em"}),
            "grounds": ipywidgets.Textarea(layout={**wide, "height": "4em"}),
        }
        for name, widget in self.fields.items():
            self.field(widget, f"notebook.new-{name}").style.description_width = "8em"
        for name in ("clause", "quote"):
            self.worded(self.fields[name], "placeholder", f"notebook.new-{name}-hint")
        self._saved = saved
        self.told = Line()
        self._form = (
            self.origin,
            *self.fields.values(),
            self.button("notebook.new-save", self._save, line=self.told, button_style="primary", icon="save"),
            self.told,
        )
        self._none = Line()
        desk.watch(self.origin.fields["on"], self._offer_clauses)

    def fill(self) -> None:
        """Offers versions, clauses and kinds of the draft in hand; what was typed stays."""
        if self.origin.fill():
            self._offer_clauses()
            self.children = self._form
        else:
            self._none.tell("plain", too_few(0))
            self.children = (self._none,)

    def _offer_clauses(self) -> None:
        from lawtrack.opinions import Clauses

        doc = self.desk.workspace.instrument(self.desk.draft, self.origin.values["on"])
        self.fields["clause"].options = clause_names(Clauses(doc))

    def _save(self) -> None:
        opinions = self.desk.workspace.opinions(self.desk.draft)
        told = {name: widget.value for name, widget in self.fields.items()} | self.origin.values
        told["kind"] = told["kind"] or kind_of_source(told["source"])
        new = opinions.new(told.pop("text"), **told)
        (saved,) = opinions.add(new, when=self.desk.now())
        for widget in self.fields.values():
            widget.value = ""
        self._saved(saved.id)
        remarks = (
            [] if new.anchor.known else [translate("notebook.new-no-clause", clause=told["clause"] or "–")]
        )
        self.desk.note(
            "notebook.new-saved" if saved.fresh else "notebook.new-there",
            *remarks,
            clause=saved.anchor.label or "–",
            id=saved.id,
        )
