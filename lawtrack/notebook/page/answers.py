"""Requests and answers between the page and the kernel: plain data, so that both ends are tested alone.

A request is `{"id": 7, "do": "year.show", "lang": "zh", "given": {…}}`. Its answer has the same id and

    {"ok": true,  "result": …}                                 what was asked for
    {"ok": true,  "result": …, "say": "…", "undo": "u3"}       something was done, which `undo` takes back
    {"ok": false, "say": "…", "kind": "refused"}               it was not done, and why; kind "failed" where lawtrack erred,
                                                               "unsigned" where nobody is named who could sign it
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypedDict, TypeVar

from lawtrack.errors import UnusableInput
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from lawtrack.drafts import Saved
    from lawtrack.notebook.page.desk import Desk


Result = TypeVar("Result")


class Answer(TypedDict, total=False):
    """What goes back for one request; which of it, says the head of this page."""

    id: object
    ok: bool
    result: object
    say: str
    undo: str
    kind: Literal["refused", "failed", "unsigned"]


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """Something that was done: the sentence that says so, what to show next, and the token that takes it back."""

    say: str
    result: Result
    undo: str = ""


class Given:
    """What came with a request, each read as what it should be. The page is not believed: wrong kinds are refused."""

    def __init__(self, values: object) -> None:
        self._values = values if isinstance(values, dict) else {}

    def words(self, name: str, *, needed: bool = False) -> str:
        """Words in one line, without blanks around them; "" where there are none. Raises UnusableInput where `needed`."""
        value = self._values.get(name) or ""
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if needed and not text:
            raise UnusableInput("bench.needed", field=translate(f"bench.field-{name}"))
        return text

    def text(self, name: str) -> str:
        """Text as it is, with its lines."""
        value = self._values.get(name) or ""
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """A whole number, None where there is none."""
        value = self._values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool:
        """Was it ticked?"""
        return self._values.get(name) is True

    def many(self, name: str) -> list[str]:
        """A list of words."""
        value = self._values.get(name)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []

    def mapping(self, name: str) -> dict[str, str]:
        """Names and what stands behind each, words both."""
        value = self._values.get(name)
        pairs = value.items() if isinstance(value, dict) else ()
        return {key: each for key, each in pairs if isinstance(key, str) and isinstance(each, str)}

    def saved(self, when: datetime) -> Saved:
        """What the form of a save says of the new version: stage, date, meeting, reason. Raises UnusableInput."""
        return {
            "stage": self.words("stage", needed=True),
            "date": self.words("date", needed=True),
            "meeting": self.words("meeting"),
            "message": self.words("reason"),
            "when": when,
        }

    def file(self, name: str) -> tuple[bytes, str]:
        """Content and name of a file, sent as `{"name": …, "data": base64}`. Raises UnusableInput where none came."""
        value = self._values.get(name)
        if not isinstance(value, dict) or not isinstance(value.get("data"), str):
            raise UnusableInput("bench.no-file")
        try:
            content = base64.b64decode(value["data"], validate=True)
        except binascii.Error:
            raise UnusableInput("bench.no-file") from None
        return content, str(value.get("name") or "")


if TYPE_CHECKING:
    Action = Callable[[Desk, Given], object]
