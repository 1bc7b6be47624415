"""What the opinions of one letter have in common: the version that they are on, from whom, how and when they came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.version_choices import names_of, versions_of
from lawtrack.opinions import KINDS, kind_label

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk


class OpinionOrigin(Panel):
    """Five fields, named as the arguments of `Opinions.new` are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        wide = {"width": "auto", "max_width": "100%"}
        self.fields: dict[str, Any] = {
            "on": ipywidgets.Dropdown(layout=wide),
            "source": ipywidgets.Text(),
            "kind": ipywidgets.Dropdown(layout=wide),
            "channel": ipywidgets.Text(),
            "date": ipywidgets.Text(placeholder="2020-08-05"),
        }
        for name, widget in self.fields.items():
            self.field(widget, f"notebook.new-{name}")
        self.worded(self.fields["channel"], "placeholder", "notebook.new-channel-hint")
        self.children = (
            ipywidgets.HBox([self.fields[name] for name in ("on", "date")], layout={"flex_flow": "row wrap"}),
            ipywidgets.HBox(
                [self.fields[name] for name in ("source", "kind", "channel")],
                layout={"flex_flow": "row wrap"},
            ),
        )

    @property
    def values(self) -> dict[str, str]:
        """What the fields say; a kind that nobody chose is ""."""
        return {name: widget.value for name, widget in self.fields.items()}

    def fill(self) -> bool:
        """Offers the versions of the draft in hand, and kinds of sources; are there versions at all?"""
        versions = versions_of(self.desk)
        shas = [version.sha for version in versions]
        on, kind = self.fields["on"], self.fields["kind"]
        self.desk.offer(
            on,
            list(zip(names_of(versions), shas, strict=True)),
            on.value if on.value in shas else next(reversed(shas), None),
        )
        kinds = [(translate("notebook.new-kind-by-name"), ""), *((kind_label(each), each) for each in KINDS)]
        self.desk.offer(kind, kinds, kind.value)
        return bool(versions)
