"""What the panels of the workbench share: the workspace, the language, the line that speaks, and how trouble is told."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

import ipywidgets
import traitlets

from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.messages import LANGUAGES, translate, use_language
from lawtrack.notebook.pieces import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from lawtrack.store import Workspace

_log = logging.getLogger(__name__)


class Desk(traitlets.HasTraits):
    """The state of one open workbench: the language, the draft in hand, and a count that grows with every import."""

    lang = traitlets.Enum(LANGUAGES, default_value="zh")
    draft = traitlets.Unicode("")
    changed = traitlets.Int(0)

    def __init__(self, workspace: Workspace, today: date, lang: str) -> None:
        super().__init__(lang=lang)
        self.workspace = workspace
        self.today = today
        self.status = Line()
        self._speaks = self.status
        self._offered: Any = None

    @contextmanager
    def attempt(self, line: Line | None = None) -> Iterator[None]:
        """A block that speaks the reader's language, and whose failure becomes a sentence.

        What is said in it stands in `line`, else where the attempt around it speaks, else in the status line.
        """
        before, self._speaks = self._speaks, line or self._speaks
        with use_language(self.lang):
            try:
                yield
            except LawtrackError as error:
                self.alarm(error.message(self.lang))
            except OSError as error:
                problem = error.strerror or str(error)
                self.alarm(translate("notebook.file-trouble", file=error.filename or "", problem=problem))
            except Exception as error:  # noqa: BLE001 -- the last line of defence: the form keeps what was typed
                _log.exception("the workbench failed")
                self.alarm(translate("notebook.unexpected", problem=type(error).__name__))
            finally:
                self._speaks = before

    def note(self, code: str, *remarks: str, **details: object) -> None:
        """Says that something is done, and what is to be remarked about it."""
        self._speaks.tell("note", "\n".join([translate(code, self.lang, **details), *remarks]))

    def alarm(self, sentence: str) -> None:
        """Says what went wrong."""
        self._speaks.tell("alarm", sentence)

    def now(self) -> datetime:
        """This moment with the local offset, by which what is saved is dated: a face may ask the clock."""
        return datetime.now().astimezone().replace(microsecond=0)

    def export_file(self, name: str) -> Path:
        """Where an export of that name goes: `exports/` in the workspace, made if need be."""
        folder = self.workspace.root / "exports"
        folder.mkdir(exist_ok=True)
        return folder / name

    def follow(self, act: Callable[[], None], *names: str) -> None:
        """Runs `act` as an attempt whenever one of the desk's traits of that name changes."""
        self.observe(lambda _change: self._try(act), names=list(names))

    def watch(self, widget: Any, act: Callable[[], None]) -> None:
        """Runs `act` as an attempt whenever the reader changes the value of `widget`."""
        widget.observe(lambda _change: None if self._offered is widget else self._try(act), names="value")

    def offer(self, choice: Any, options: Sequence[tuple[str, Any]], value: Any) -> None:
        """Puts `options` into a list of choices and chooses `value`, or the first where `value` is not among them.

        Nobody who watches the choice is told: ipywidgets would choose the first option in between.
        """
        self._offered = choice
        try:
            choice.options = list(options)
            values = [each for _, each in options]
            choice.value = value if value in values else next(iter(values), None)
        finally:
            self._offered = None

    def _try(self, act: Callable[[], None]) -> None:
        with self.attempt():
            act()


class Panel(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is untyped
    """A box of widgets whose words follow the desk's language."""

    children: tuple[Any, ...]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._worded: list[tuple[Any, str, str]] = []
        desk.follow(self.set_language, "lang")

    def worded(self, widget: Any, trait: str, code: str) -> Any:
        """`widget`, whose `trait` says the sentence behind `code` from here on."""
        self._worded.append((widget, trait, code))
        setattr(widget, trait, translate(code, self.desk.lang))
        return widget

    def field(self, widget: Any, code: str) -> Any:
        """`widget` with a label in front of it that has room for Chinese."""
        widget.style.description_width = "initial"
        return self.worded(widget, "description", code)

    def heading(self, code: str) -> Any:
        """A sentence of ours above a group of fields."""
        return self.worded(Line(tone="heading"), "sentence", code)

    def button(self, code: str, act: Callable[[], None], *, line: Line | None = None, **options: Any) -> Any:
        """A button that runs `act` as an attempt of the desk, which speaks in `line`, else in the status line."""
        widget = self.worded(
            ipywidgets.Button(layout={"width": "auto", "align_self": "flex-start"}, **options),
            "description",
            code,
        )

        def clicked(_button: Any) -> None:
            for each in {self.desk.status, line or self.desk.status}:
                each.tell("plain", "")
            with self.desk.attempt(line):
                act()

        widget.on_click(clicked)
        return widget

    def upload(self, code: str, accept: str) -> tuple[Any, Any]:
        """A button to choose a file with, and the same in a box with the chosen file's name beside it."""
        upload = self.worded(
            ipywidgets.FileUpload(accept=accept, layout={"width": "auto"}), "description", code
        )
        name = Line()
        self.desk.watch(upload, lambda: name.tell("plain", upload.value[0]["name"] if upload.value else ""))
        return upload, ipywidgets.HBox([upload, name], layout={"margin": "0 12px 0 0"})

    def set_language(self) -> None:
        """Says everything again in the desk's language."""
        for widget, trait, code in self._worded:
            setattr(widget, trait, translate(code, self.desk.lang))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def uploaded(upload: Any) -> tuple[bytes, str]:
    """Content and name of the file that was chosen. Raises UnusableInput where there is none."""
    if not upload.value:
        raise UnusableInput("notebook.no-file")
    chosen = upload.value[0]
    return bytes(chosen["content"]), str(chosen["name"])
