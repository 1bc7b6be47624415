"""One opinion in full, its clause then and now, and the form that answers it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import ipywidgets

from lawtrack.drafts import stage_label
from lawtrack.errors import Conflict, UnusableInput
from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinions.rows import clause_label, clause_names, clause_row, record
from lawtrack.notebook.pieces import Line, TextTable
from lawtrack.notebook.version_choices import names_of, versions_of
from lawtrack.notebook.viewer import ComparisonViewer
from lawtrack.opinions import RESULTS, result_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.notebook.desk import Desk
    from lawtrack.opinions import Followed, Opinion

_FIELDS: Final = ("result", "reason", "by", "date", "clause", "stage")


class OpinionAnswer(Panel):
    """Empty until `show` is called. What is typed about one opinion stays with it until it is saved."""

    def __init__(self, desk: Desk, saved: Callable[[], None]) -> None:
        super().__init__(desk)
        wide = {"width": "min(60em, 96%)"}
        self.fields: dict[str, Any] = {
            "result": ipywidgets.Dropdown(),
            "reason": ipywidgets.Textarea(layout={**wide, "height": "6em"}),
            "by": ipywidgets.Text(),
            "date": ipywidgets.Text(placeholder="2020-08-20"),
            "clause": ipywidgets.Combobox(),
            "stage": ipywidgets.Dropdown(),
        }
        for name, widget in self.fields.items():
            self.field(widget, f"notebook.answer-{name}")
        self.worded(self.fields["clause"], "placeholder", "notebook.answer-clause-hint")
        self._saved = saved
        self._row: Followed | None = None
        self._typed: dict[str, dict[str, Any]] = {}
        self._by = ""
        self.right = self.field(ipywidgets.Combobox(), "notebook.correct-clause")
        self.worded(self.right, "placeholder", "notebook.new-clause-hint")
        self._title, self._warnings, self.told = Line(tone="heading"), Line(), Line()
        self._record = TextTable()
        self._clause: ComparisonViewer | None = None
        row = {"flex_flow": "row wrap"}
        self._form = (
            self.heading("notebook.answer-heading"),
            ipywidgets.HBox([self.fields[name] for name in ("result", "by", "date")], layout=row),
            self.fields["reason"],
            ipywidgets.HBox([self.fields[name] for name in ("clause", "stage")], layout=row),
            self.button(
                "notebook.answer-save", self._save, line=self.told, button_style="primary", icon="save"
            ),
            self.told,
            ipywidgets.HBox(
                [self.right, self.button("notebook.correct-save", self._correct, line=self.told)],
                layout={**row, "margin": "10px 0 0 0"},
            ),
        )

    def show(self, row: Followed | None) -> None:
        """Shows `row` and the form for it; nothing for None."""
        self._keep()
        if row is None or self._row is None or row.opinion.id != self._row.opinion.id:
            self.told.tell("plain", "")
            self.right.value = ""
        self._row = row
        if row is None:
            self.children = ()
            return
        self._title.tell("heading", clause_label(row))
        self._warnings.tell("notice", "\n".join(remark.message for remark in row.remarks))
        self._record.rows = record(row)
        self._offer(row)
        self.children = (self._title, self._warnings, self._record, *self._viewers(row), *self._form)

    def _viewers(self, row: Followed) -> tuple[ComparisonViewer, ...]:
        """The clause then and now, as the comparison shows clauses."""
        found = clause_row(row)
        if found is None or row.anchored is None or row.anchored == row.version:
            return ()
        then, now = names_of((row.anchored, row.version))
        if self._clause is None:
            self._clause = ComparisonViewer({"rows": [found]}, heads=(then, now), lang=self.desk.lang)
            self._clause.bare = self._clause.show_unchanged = True
        else:
            self._clause.lang = self.desk.lang
            self._clause.show({"rows": [found]}, (then, now))
        return (self._clause,)

    def _offer(self, row: Followed) -> None:
        """What can be chosen in the form, and what was typed there before, or else is saved."""
        from lawtrack.opinions import Clauses

        values = self._typed.get(row.opinion.id) or self._values_of(row.opinion)
        stages = dict.fromkeys((*(version.stage for version in versions_of(self.desk)), values["stage"]))
        workspace = self.desk.workspace
        self.fields["clause"].options = clause_names(Clauses(workspace.instrument(row.version)))
        self.right.options = clause_names(Clauses(workspace.instrument(row.anchored or row.version)))
        offers: dict[str, list[tuple[str, Any]]] = {
            "result": [
                (translate("notebook.answer-choose"), ""),
                *((result_label(result), result) for result in RESULTS),
            ],
            "stage": [
                (translate("notebook.answer-no-stage"), ""),
                *((stage_label(stage), stage) for stage in stages if stage),
            ],
        }
        for name, value in values.items():
            if name in offers:
                self.desk.offer(self.fields[name], offers[name], value)
            else:
                self.fields[name].value = value

    def _values_of(self, opinion: Opinion) -> dict[str, Any]:
        """What the form says of an opinion before anybody types."""
        if answer := opinion.answer:
            return {name: getattr(answer, name) for name in _FIELDS}
        return {**dict.fromkeys(_FIELDS, ""), "by": self._by, "date": self.desk.now().date().isoformat()}

    def _keep(self) -> None:
        """Remembers what was typed about the opinion at hand."""
        if self._row is None:
            return
        values = {name: self.fields[name].value for name in _FIELDS}
        if values == self._values_of(self._row.opinion):
            self._typed.pop(self._row.opinion.id, None)
        else:
            self._typed[self._row.opinion.id] = values

    def _save(self) -> None:
        row = self._row
        if row is None:
            return
        values = {name: self.fields[name].value for name in _FIELDS}
        if not values["result"]:
            raise UnusableInput("notebook.answer-no-result")
        opinions = self.desk.workspace.opinions(self.desk.draft)
        with self._reading_anew():
            answered = opinions.answer(row.opinion, values.pop("result"), **values, when=self.desk.now())
        self._by = answered.answer.by if answered.answer else ""
        self._row = None
        self._typed.pop(answered.id, None)
        self._saved()
        self.desk.note(
            "notebook.answer-saved" if answered.fresh else "notebook.answer-same",
            result=answered.result_label,
        )

    @contextmanager
    def _reading_anew(self) -> Iterator[None]:
        """A save; where somebody else was first, what they saved is shown, and the form keeps what was typed here."""
        try:
            yield
        except Conflict as problem:
            self._saved()
            raise Conflict("notebook.answer-overtaken", reason=problem) from problem

    def _correct(self) -> None:
        """The opinion is on the clause that is named beside the button."""
        if self._row is None:
            return
        opinions = self.desk.workspace.opinions(self.desk.draft)
        with self._reading_anew():
            right = opinions.correct(self._row.opinion, clause=self.right.value, when=self.desk.now())
        self.right.value = ""
        self._saved()
        self.desk.note(
            "notebook.correct-saved", clause=right.anchor.label or translate("notebook.opinion-no-clause")
        )
