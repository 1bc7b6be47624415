"""公布前校对: the text that is to be published, held against a decision and the text that it amends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import parse
from lawtrack.notebook.page.library.listings import listing_shown
from lawtrack.notebook.page.project import version_of

if TYPE_CHECKING:
    from lawtrack.law import Instrument
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Proof


def proof(desk: Desk, given: Given) -> Proof:
    """Each clause that differs, as a table: decided and not done, or done and not decided; with `file` the file too.

    Base and published text are versions of the draft, or files (`base-file`, `published-file`); the decision is a file or
    pasted. `faithful` says that all is as decided. Raises NotFound and UnusableInput for what did not come.
    """
    from lawtrack.amend import verify
    from lawtrack.formats import verified_listing

    base, published = (_given(desk, given, name) for name in ("base", "published"))
    verified = verify(base, given.text("text") or _read(given, "decision"), published)
    return {**listing_shown(desk, given, verified_listing(verified)), "faithful": verified.faithful}


def _given(desk: Desk, given: Given, name: str) -> Instrument:
    if given.words(name):
        return desk.instrument(version_of(desk, given, name))
    return parse(_read(given, f"{name}-file"))


def _read(given: Given, name: str) -> str:
    from lawtrack.formats import read_data

    return read_data(*given.file(name)).text


ACTIONS: Final = {"proof.show": proof}
