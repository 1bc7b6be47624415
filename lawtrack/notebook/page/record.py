"""The record of the workspace: verified, and sealed by a receipt that proves it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import RecordSealed, RecordVerified


def verify(desk: Desk, given: Given) -> RecordVerified:
    """What is wrong with the record, a sentence each, or that nothing is; with a `receipt` also whether it holds.

    Raises UnusableInput for what is no receipt.
    """
    receipt = given.words("receipt") or None
    problems = [finding.message for finding in desk.workspace.verify(receipt)]
    well = [] if problems else [translate("drafts.all-well", versions=len(desk.workspace.log()))]
    if receipt and not problems:
        well.append(translate("drafts.receipt-holds"))
    return {"problems": problems, "well": well}


def seal(desk: Desk, _given: Given) -> RecordSealed:
    """The line that proves the record as it is now. Raises NotFound before the first version, Conflict for a cut-off past."""
    return {"receipt": desk.workspace.seal(desk.today())}


ACTIONS: Final = {"record.verify": verify, "record.seal": seal}
