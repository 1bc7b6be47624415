"""导入: a file becomes a version of a draft; or two files are compared and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import ipywidgets

from lawtrack.errors import UnusableInput
from lawtrack.messages import catalogue, translate
from lawtrack.notebook.desk import Panel, uploaded
from lawtrack.notebook.viewer_box import ComparisonBox

if TYPE_CHECKING:
    from lawtrack.formats import ReadText
    from lawtrack.notebook.desk import Desk
    from lawtrack.store import Version

_ACCEPT: Final = ".docx,.doc,.wps,.txt,.md,.html,.htm"
_NO_TEXT: Final = frozenset({"unknown", "suspended", "withdrawn", "carried-over", "terminated"})
_NEW: Final = ""


class ImportPanel(Panel):
    """A form for one version, and below it two files to compare at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.file, file = self.upload("notebook.files", _ACCEPT)
        self.target = self.field(ipywidgets.Dropdown(), "notebook.target")
        self.slug = self.field(ipywidgets.Text(), "notebook.slug")
        self.worded(self.slug, "placeholder", "notebook.slug-hint")
        self.stage = self.field(ipywidgets.Dropdown(), "notebook.stage")
        self.date = self.field(ipywidgets.DatePicker(), "notebook.date")
        self.meeting = self.field(ipywidgets.Text(layout={"width": "36em"}), "notebook.meeting")
        self.old_file, old_file = self.upload("notebook.old-file", _ACCEPT)
        self.new_file, new_file = self.upload("notebook.new-file", _ACCEPT)
        self._correct = self.button("notebook.correct", self._put_right)
        self._correct.layout.display = "none"
        self._there: Version | None = None
        self._box = ComparisonBox(desk)
        row = {"flex_flow": "row wrap"}
        self.children = (
            self.heading("notebook.import-heading"),
            ipywidgets.HBox([file, self.target, self.slug], layout=row),
            ipywidgets.HBox([self.stage, self.date, self.meeting], layout=row),
            ipywidgets.HBox(
                [self.button("notebook.save", self._save, button_style="primary", icon="save"), self._correct]
            ),
            self.heading("notebook.quick-heading"),
            ipywidgets.HBox(
                [old_file, new_file, self.button("notebook.compare-files", self._compare)],
                layout=row,
            ),
            self._box,
        )
        desk.watch(self.target, self._ask_for_slug)
        desk.follow(self._fill, "changed")
        desk.follow(self._aim, "draft")

    def set_language(self) -> None:
        """As every panel, and what is on offer anew."""
        super().set_language()
        self._fill()

    def _fill(self) -> None:
        """Offers drafts and stages in the language in use; choices stay."""
        drafts = [(draft.title, draft.slug) for draft in self.desk.workspace.drafts()]
        stages = [code.partition(".")[2] for code in catalogue("stages")]
        offers = (
            (self.target, [*drafts, (translate("notebook.new-draft"), _NEW)], self.desk.draft),
            (
                self.stage,
                [(translate(f"stages.{each}"), each) for each in stages if each not in _NO_TEXT],
                "first-reading",
            ),
        )
        for choice, options, otherwise in offers:
            kept = choice.value in [value for _, value in options]
            self.desk.offer(choice, options, choice.value if kept else otherwise)
        self._ask_for_slug()

    def _aim(self) -> None:
        """The draft in hand is the likely one to import into."""
        if self.desk.draft in [value for _, value in self.target.options]:
            self.target.value = self.desk.draft

    def _ask_for_slug(self) -> None:
        self.slug.layout.display = None if self.target.value == _NEW else "none"

    def _save(self) -> None:
        from lawtrack.store import Source

        found = _read(self.file)
        date, meeting = self._typed()
        version = self.desk.workspace.import_version(
            self.target.value or self.slug.value.strip(),
            found.text,
            stage=self.stage.value,
            date=date,
            meeting=meeting,
            source=Source(found.source_name, found.sha256),
            when=self.desk.now(),
        )
        told = [warning.message() for warning in found.warnings]
        alike = {(version.date, version.meeting), (version.date, "")}  # an empty meeting contradicts none
        differs = not version.fresh and (date, meeting) not in alike
        self._offer_correction(version if differs else None)
        if differs:
            told.append(translate("notebook.may-correct"))
        self._show(version, "notebook.saved" if version.fresh else "notebook.already", *told)

    def _put_right(self) -> None:
        """The version that was found to be there takes date and meeting of the form."""
        if self._there is None:
            return
        date, meeting = self._typed()
        version = self.desk.workspace.correct(
            self._there, date=date, meeting=meeting or None, when=self.desk.now()
        )
        self._offer_correction(None)
        self._show(version, "notebook.corrected")

    def _typed(self) -> tuple[str, str]:
        """Date and meeting as the form has them. Raises UnusableInput without a date."""
        if self.date.value is None:
            raise UnusableInput("notebook.no-date")
        return self.date.value.isoformat(), self.meeting.value.strip()

    def _offer_correction(self, version: Version | None) -> None:
        self._there = version
        self._correct.layout.display = "none" if version is None else None

    def _show(self, version: Version, code: str, *remarks: str) -> None:
        """Takes the version's draft in hand and says what was done with it."""
        title = self.desk.workspace.draft(version.draft).title
        self.desk.changed += 1
        self.desk.draft = version.draft
        self.desk.note(code, *remarks, title=title, stage=version.stage_label, date=version.date)

    def _compare(self) -> None:
        from lawtrack.compare import compare

        old, new = _read(self.old_file), _read(self.new_file)
        names = old.source_name, new.source_name
        self._box.show(compare(old.text, new.text), names, " ".join(names))
        if remarks := [warning.message() for warning in (*old.warnings, *new.warnings)]:
            self.desk.status.tell("notice", "\n".join(remarks))


def _read(upload: Any) -> ReadText:
    """The text of the file that was chosen. Raises UnusableInput where there is none, or what the reader raises."""
    from lawtrack.formats import read_data

    return read_data(*uploaded(upload))
