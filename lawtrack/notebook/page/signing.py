"""Whose name stands under what is saved: asked for on the page where git knows none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.drafts import Author
from lawtrack.messages import translate
from lawtrack.notebook.page.answers import Done

if TYPE_CHECKING:
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk


def unsigned(desk: Desk) -> bool:
    """Does git know nobody under whose name it could be saved?"""
    return desk.workspace.repository.identity() is None


def sign(desk: Desk, given: Given) -> Done[None]:
    """Signs what is saved in this workspace from here on; a mail address that is left out is the name at this machine."""
    name = given.words("name", needed=True)
    author = Author(name, given.words("mail") or f"{name}@localhost").as_git()
    desk.workspace.repository.configure({"user.name": author.name, "user.email": author.email})
    return Done(translate("bench.signed", name=author.name), None)


ACTIONS: Final = {"who.sign": sign}
