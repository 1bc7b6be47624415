"""`blame`: for each clause the version that last changed its words.

A clause is followed by its content through the comparisons of neighbouring versions, never by its number and never by
lines: a renumbered or moved clause keeps its date, a reworded, split or merged one gets a new one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lawtrack.compare import compare
from lawtrack.errors import NotFound
from lawtrack.law import parse

if TYPE_CHECKING:
    from lawtrack.law import Instrument
    from lawtrack.store.version import Version

Ages = dict[tuple[str, str], "Version"]
"""By label and text whole: which version last changed the words."""


@dataclass(frozen=True, slots=True)
class Blame:
    """One article of the last version, and the version that gave it its present words."""

    label: str
    eid: str
    text: str
    version: Version

    def to_dict(self) -> dict[str, Any]:
        """The clause, and of the version the stage, date and commit."""
        version = self.version
        return {
            "label": self.label,
            "eid": self.eid,
            "stage": version.stage,
            "stage_label": version.stage_label,
            "date": version.date,
            "author": version.author.name,
            "sha": version.sha,
            "text": self.text,
        }


def blame(
    versions: tuple[Version, ...], texts: tuple[str, ...], clause: str | None = None
) -> tuple[Blame, ...]:
    """The articles of the last of `texts`, each with its version; only the one named by `clause` if given.

    `clause` is a label (第三条), an eid (art_3) or a number (3). Raises NotFound.
    """
    if not versions:
        return ()
    instruments = [parse(text) for text in texts]
    ages: Ages = {(article.label, article.text): versions[0] for article in instruments[0].articles}
    for version, old, new in zip(versions[1:], instruments, instruments[1:], strict=False):
        ages = _aged(ages, old, new, version)
    found = tuple(
        Blame(article.label, article.eid, article.text, ages.get((article.label, article.text), versions[-1]))
        for article in instruments[-1].articles
    )
    return found if clause is None else _only(found, clause, versions[-1].draft)


def _aged(ages: Ages, old: Instrument, new: Instrument, version: Version) -> Ages:
    aged: Ages = {}
    for row in compare(old, new).to_dict()["rows"]:
        if row["kind"] == "unchanged":
            before = ages.get((row["old"][0], row["old_text"]), version)
            aged[row["new"][0], row["new_text"]] = before
    return {
        (article.label, article.text): aged.get((article.label, article.text), version)
        for article in new.articles
    }


def _only(found: tuple[Blame, ...], clause: str, slug: str) -> tuple[Blame, ...]:
    number = re.sub(r"\D", "", clause)
    wanted = {clause.strip(), f"art_{number}" if number and clause.strip() == number else ""}
    named = tuple(one for one in found if one.label in wanted or one.eid in wanted)
    if not named:
        known = f"{found[0].label}–{found[-1].label}" if found else "–"
        raise NotFound("store.no-clause", slug=slug, clause=clause, known=known)
    return named
