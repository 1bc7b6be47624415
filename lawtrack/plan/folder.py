"""Where the plans of a workspace lie: `plans/<year>.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.errors import UnusableInput

if TYPE_CHECKING:
    from pathlib import Path


def plans_in(root: Path, year: int | None = None) -> list[Path]:
    """The plans in the folder `root`, of one year or all, in the order of the years; [] where there is none.

    Raises UnusableInput for one that is a link out of the folder: a workspace that somebody sent shows no other file.

    >>> from pathlib import Path
    >>> [file.name for file in plans_in(Path("."), 2020)]
    ['2020.yaml']
    """
    pattern = f"{year}.yaml" if year else "[0-9][0-9][0-9][0-9].yaml"
    files = sorted((root / "plans").glob(pattern))
    for file in files:
        if not file.resolve().is_relative_to(root.resolve()):
            raise UnusableInput("plan.outside", path=f"plans/{file.name}")
    return files
