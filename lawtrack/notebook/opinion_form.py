"""The form for one more opinion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import ipywidgets

from lawtrack.messages import say
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinion_rows import clause_names
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.version_choices import names_of, too_few, versions_of
from lawtrack.store.opinion import KINDS, kind_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.notebook.desk import Desk

_OWN: Final = ("clause", "text", "quote", "suggestion", "grounds")
"""Fields that belong to one opinion; the others are likely the same for the next, and stay."""


class OpinionForm(Panel):
    """Clause, words, source; `saved` is told of the id of what was saved."""

    def __init__(self, desk: Desk, saved: Callable[[str], None]) -> None:
        super().__init__(desk)
        wide = {"width": "min(60em, 96%)"}
        self.fields: dict[str, Any] = {
            "on": ipywidgets.Dropdown(layout={"width": "auto", "max_width": "100%"}),
            "clause": ipywidgets.Combobox(layout={"width": "26em"}),
            "text": ipywidgets.Textarea(layout={**wide, "height": "6em"}),
            "quote": ipywidgets.Text(layout=wide),
            "suggestion": ipywidgets.Textarea(layout={**wide, "height": "4em"}),
            "grounds": ipywidgets.Textarea(layout={**wide, "height": "4em"}),
            "source": ipywidgets.Text(),
            "kind": ipywidgets.Dropdown(layout={"width": "auto", "max_width": "100%"}),
            "channel": ipywidgets.Text(),
            "date": ipywidgets.Text(placeholder="2020-08-05"),
        }
        for name, widget in self.fields.items():
            self.field(widget, f"notebook.new-{name}")
            if name in _OWN:
                widget.style.description_width = "8em"
        for name in ("clause", "quote", "channel"):
            self.worded(self.fields[name], "placeholder", f"notebook.new-{name}-hint")
        self._saved = saved
        self.told = Line()
        row = {"flex_flow": "row wrap"}
        own = (self.fields[name] for name in _OWN)
        self._form = (
            self.fields["on"],
            *own,
            ipywidgets.HBox(
                [self.fields[name] for name in ("source", "kind", "channel", "date")], layout=row
            ),
            self.button("notebook.new-save", self._save, line=self.told, button_style="primary", icon="save"),
            self.told,
        )
        self._none = Line()
        desk.watch(self.fields["on"], self._offer_clauses)

    def fill(self) -> None:
        """Offers versions, clauses and kinds of the draft in hand; what was typed stays."""
        versions = versions_of(self.desk)
        if not versions:
            self._none.tell("plain", too_few(0))
            self.children = (self._none,)
            return
        options = list(zip(names_of(versions), (version.sha for version in versions), strict=True))
        on, kind = self.fields["on"], self.fields["kind"]
        known = on.value in {version.sha for version in versions}
        self.desk.offer(on, options, on.value if known else versions[-1].sha)
        kinds = [(kind_label(each), each) for each in KINDS]
        self.desk.offer(kind, kinds, kind.value or KINDS[0])
        self._offer_clauses()
        self.children = self._form

    def _offer_clauses(self) -> None:
        from lawtrack.store.opinion_clauses import Clauses

        version = self.desk.workspace.version(self.desk.draft, self.fields["on"].value)
        self.fields["clause"].options = clause_names(Clauses(self.desk.workspace.instrument(version)))

    def _save(self) -> None:
        opinions = self.desk.workspace.opinions(self.desk.draft)
        told = {name: widget.value for name, widget in self.fields.items()}
        new = opinions.new(told.pop("text"), **told)
        (saved,) = opinions.add(new, when=self.desk.now())
        for name in _OWN:
            self.fields[name].value = ""
        remarks = [] if new.anchor.known else [say("notebook.new-no-clause", clause=told["clause"] or "–")]
        self._saved(saved.id)
        self.desk.note(
            "notebook.new-saved" if saved.fresh else "notebook.new-there",
            *remarks,
            clause=saved.anchor.label or "–",
            id=saved.id,
        )
