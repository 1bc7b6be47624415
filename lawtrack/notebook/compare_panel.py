"""对照: two versions of the draft in hand, clause by clause."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import ipywidgets

from lawtrack.messages import say
from lawtrack.notebook.comparison_box import ComparisonBox
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.pieces import Line

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk
    from lawtrack.store import Version


class ComparePanel(Panel):
    """Two choices and the comparison of what is chosen; the last two versions to begin with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.old = self.field(ipywidgets.Dropdown(), "notebook.old-version")
        self.new = self.field(ipywidgets.Dropdown(), "notebook.new-version")
        self._hint = Line()
        self._box = ComparisonBox(desk)
        self._versions: dict[str, Version] = {}
        self.children = (
            ipywidgets.HBox([self.old, self.new], layout={"flex_flow": "row wrap"}),
            self._hint,
            self._box,
        )
        for choice in (self.old, self.new):
            desk.watch(choice, self._compare)
        desk.follow(self._fill, "draft", "changed")

    def speak(self) -> None:
        """As every panel, and the names of versions anew."""
        super().speak()
        self._fill()

    def _fill(self) -> None:
        """Offers the versions of the draft in hand; a choice that is still there stays."""
        versions = self.desk.workspace.log(self.desk.draft) if self.desk.draft else ()
        chosen = self.old.value, self.new.value
        self._versions = {version.sha: version for version in versions}
        options = list(zip(names_of(versions), self._versions, strict=True))
        last = list(self._versions)[-2:]
        latest = (last[0], last[-1]) if last else (None, None)
        for choice, before, otherwise in zip((self.old, self.new), chosen, latest, strict=True):
            self.desk.offer(choice, options, before if before in self._versions else otherwise)
        self._compare()

    def _compare(self) -> None:
        few = {0: "notebook.no-text", 1: "notebook.one-version"}.get(len(self._versions))
        self._hint.tell("plain", say(few) if few else "")
        if few:
            self._box.clear()
            return
        from lawtrack.compare import compare

        pair = self._versions[self.old.value], self._versions[self.new.value]
        texts = [self.desk.workspace.instrument(version) for version in pair]
        before, after = names_of(pair)
        self._box.show(compare(*texts), (before, after), f"{pair[0].draft} {pair[0].stage} {pair[1].stage}")


def names_of(versions: tuple[Version, ...]) -> list[str]:
    """The versions' names for a reader: stage and date, and the commit where these two are shared by several."""
    names = [f"{version.stage_label} {version.date}".strip() for version in versions]
    shared = Counter(names)
    pairs = zip(names, versions, strict=True)
    return [f"{name} {version.sha[:7]}" if shared[name] > 1 else name for name, version in pairs]
