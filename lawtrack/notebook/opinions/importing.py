"""Opinions out of a file that a department sent, or out of pasted text: looked at first, then kept in one commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.errors import UnusableInput
from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel, uploaded
from lawtrack.notebook.opinions.origin import OpinionOrigin
from lawtrack.notebook.pieces import Line, TextTable
from lawtrack.notebook.version_choices import too_few

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lawtrack.notebook.desk import Desk
    from lawtrack.opinions import Intake, Leftover

_ACCEPT = ".docx,.doc,.wps,.xlsx,.csv,.json,.txt,.md"


class OpinionImport(Panel):
    """A file or pasted text, what was read in it, and what was not understood; `saved` is told when it is kept."""

    def __init__(self, desk: Desk, saved: Callable[[], None]) -> None:
        super().__init__(desk)
        self.origin = OpinionOrigin(desk)
        self.file, file = self.upload("notebook.files", _ACCEPT)
        self.text = self.field(
            ipywidgets.Textarea(layout={"width": "min(60em, 96%)", "height": "9em"}), "notebook.intake-text"
        )
        self.worded(self.text, "placeholder", "notebook.intake-hint")
        self._saved = saved
        self.told, self._none = Line(), Line()
        self.read, self.left = TextTable(), TextTable()
        look = self.button("notebook.intake-look", self._look, line=self.told, icon="search")
        save = self.button(
            "notebook.intake-save", self._save, line=self.told, button_style="primary", icon="save"
        )
        self._form = (
            self.heading("notebook.intake-heading"),
            file,
            self.text,
            self.heading("notebook.intake-origin"),
            self.origin,
            ipywidgets.HBox([look, save], layout={"flex_flow": "row wrap"}),
            self.told,
        )

    def fill(self) -> None:
        """Offers the versions of the draft in hand; what was typed stays."""
        self._none.tell("plain", "" if self.origin.fill() else too_few(0))
        self.children = (self._none,) if self._none.sentence else self._form

    def _intake(self) -> Intake:
        """What the file says, or else the pasted text. Raises what the reader raises."""
        from lawtrack.formats import read_opinions_data, read_opinions_text

        source = self.origin.values["source"]
        if not self.text.value.strip():
            return read_opinions_data(*uploaded(self.file), source)
        found = read_opinions_text(self.text.value, source)
        if not found.received:
            raise UnusableInput("opinions.none-read", file=translate("notebook.intake-text"))
        return found

    def _look(self) -> None:
        found = self._intake()
        self.read.caption = translate("notebook.intake-read", count=len(found.received))
        self.read.columns = [
            translate(f"notebook.opinion-column-{name}") for name in ("clause", "words", "source")
        ]
        self.read.rows = [
            [one.clause, "\n".join(filter(None, (one.text, one.suggestion))), one.source]
            for one in found.received
        ]
        self._show_left(found.leftovers, self.read)

    def _save(self) -> None:
        from lawtrack.opinions import Usual

        opinions = self.desk.workspace.opinions(self.desk.draft)
        taken = opinions.take(self._intake(), Usual(**self.origin.values), when=self.desk.now())
        self.text.value, self.file.value = "", ()
        self._saved()
        self._show_left(taken.leftovers)
        loose = [translate("notebook.intake-loose", count=len(taken.loose))] if taken.loose else []
        self.desk.note(
            "opinions.taken",
            *loose,
            added=len(taken.added),
            answered=len(taken.answered),
            same=len(taken.same),
        )

    def _show_left(self, leftovers: Sequence[Leftover], *above: TextTable) -> None:
        """Lists what was not understood, below what was."""
        self.left.caption = translate("notebook.intake-left", count=len(leftovers))
        self.left.columns = [translate(f"notebook.intake-{name}") for name in ("line", "words", "why")]
        self.left.rows = [[str(one.line), one.words, one.why] for one in leftovers]
        self.children = (*self._form, *above, *([self.left] if leftovers else []))
