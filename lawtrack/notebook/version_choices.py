"""Choices among the versions of the draft in hand, and what is shown of those that are chosen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.viewer_box import ComparisonBox, ConcordanceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.notebook.desk import Desk
    from lawtrack.store import Version

_AT_ONCE: Final = 4
"""So many versions, the latest, are ticked to begin with: as many as a screen shows without moving sideways."""


class TwoVersions(Panel):
    """Two choices and the comparison of what is chosen; the last two versions to begin with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.old = self.field(ipywidgets.Dropdown(), "notebook.old-version")
        self.new = self.field(ipywidgets.Dropdown(), "notebook.new-version")
        self.hint = Line()
        self.box = ComparisonBox(desk)
        self._versions: dict[str, Version] = {}
        choices = ipywidgets.HBox([self.old, self.new], layout={"flex_flow": "row wrap"})
        self.children = (choices, self.hint, self.box)
        for choice in (self.old, self.new):
            desk.watch(choice, self._compare)

    def fill(self) -> None:
        """Offers the versions of the draft in hand; a choice that is still there stays."""
        versions = versions_of(self.desk)
        chosen = self.old.value, self.new.value
        self._versions = {version.sha: version for version in versions}
        options = list(zip(names_of(versions), self._versions, strict=True))
        last = list(self._versions)[-2:]
        latest = (last[0], last[-1]) if last else (None, None)
        for choice, before, otherwise in zip((self.old, self.new), chosen, latest, strict=True):
            self.desk.offer(choice, options, before if before in self._versions else otherwise)
        self._compare()

    def _compare(self) -> None:
        self.hint.tell("plain", too_few(len(self._versions)))
        if self.hint.sentence:
            self.box.clear()
            return
        from lawtrack.compare import compare

        pair = self._versions[self.old.value], self._versions[self.new.value]
        texts = [self.desk.workspace.instrument(version) for version in pair]
        self.box.show(compare(*texts), names_of(pair), f"{pair[0].draft} {pair[0].stage} {pair[1].stage}")


class ManyVersions(Panel):
    """A box to tick for each version, oldest first, and the concordance of those that are ticked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.ticks: dict[str, Any] = {}
        """The tick box of each version, by its commit."""
        self.hint = Line()
        self.box = ConcordanceBox(desk)
        self._versions: dict[str, Version] = {}
        self._row = ipywidgets.HBox(layout={"flex_flow": "row wrap"})
        self.children = (self.heading("notebook.tick-versions"), self._row, self.hint, self.box)

    def fill(self) -> None:
        """Offers the versions of the draft in hand; what was ticked stays so, and a version just saved is ticked."""
        versions = sorted(versions_of(self.desk), key=lambda version: version.date)
        self._versions = {version.sha: version for version in versions}
        before = {sha: tick.value for sha, tick in self.ticks.items() if sha in self._versions}
        otherwise = dict.fromkeys(list(self._versions)[-_AT_ONCE:], True) if not before else {}
        for tick in self.ticks.values():
            tick.close()
        self.ticks = {
            sha: self._tick(name, ticked={**otherwise, **before}.get(sha, bool(before)))
            for sha, name in zip(self._versions, names_of(versions), strict=True)
        }
        self._row.children = tuple(self.ticks.values())
        self._show()

    def _tick(self, name: str, *, ticked: bool) -> Any:
        box = ipywidgets.Checkbox(
            description=name,
            value=ticked,
            indent=False,
            layout={"width": "auto", "margin": "2px 18px 2px 2px"},
        )
        self.desk.watch(box, self._show)
        return box

    def _show(self) -> None:
        from lawtrack.compare import FEWEST, MOST, concordance

        chosen = [version for sha, version in self._versions.items() if self.ticks[sha].value]
        count = len(chosen)
        ask = (
            ""
            if FEWEST <= count <= MOST
            else translate("notebook.tick-count", count=count, fewest=FEWEST, most=MOST)
        )
        self.hint.tell("plain", too_few(len(self._versions)) or ask)
        if self.hint.sentence:
            self.box.clear()
            return
        texts = [self.desk.workspace.instrument(version) for version in chosen]
        stages = " ".join(version.stage for version in chosen)
        self.box.show(concordance(texts), names_of(chosen, "\n"), f"{chosen[0].draft} versions {stages}")


def versions_of(desk: Desk) -> tuple[Version, ...]:
    """The versions of the draft in hand, in the order in which they were saved."""
    return desk.workspace.log(desk.draft) if desk.draft else ()


def too_few(count: int) -> str:
    """What to say to a reader who has only so many versions; "" where they suffice."""
    code = {0: "notebook.no-text", 1: "notebook.one-version"}.get(count)
    return translate(code) if code else ""


def names_of(versions: Sequence[Version], between: str = " ") -> list[str]:
    """The versions' names for a reader: stage and date, and the commit where these two are shared by several."""
    names = [f"{version.stage_label}{between}{version.date}".strip() for version in versions]
    shared = Counter(names)
    pairs = zip(names, versions, strict=True)
    return [f"{name} {version.sha[:7]}" if shared[name] > 1 else name for name, version in pairs]
