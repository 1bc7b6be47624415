"""Every way lawtrack can say no.

    LawtrackError
    ├── UnusableInput    a file or text that cannot be read: empty, binary, encrypted, cut off, wrong encoding
    ├── InvalidRecord    YAML that breaks its schema: which file, line and field, and the remedy
    ├── NotFound         a draft, version, clause, plan item or workspace that is not there
    ├── Conflict         somebody else saved meanwhile, or the thing is there already
    ├── NotSaved         a save that failed; says where the unsaved text lies
    ├── NotApplied       an amending decision that could not be applied whole; the exit status is 3
    └── MissingTool      something that has to be installed first: git, LibreOffice, the workbench

An error is made with a code of the message catalogue and the details that its sentence names, so that each
face can say it in its user's language:

>>> error = NotFound("store.no-draft", slug="clean-air", known="patriotic-health")
>>> error.code, error.details["slug"]
('store.no-draft', 'clean-air')
"""

from __future__ import annotations

from typing import Any

from lawtrack.messages import translate


class Told(Exception):
    """What an error and a warning share: a `code` of the catalogue, its `details`, and the sentence they make."""

    def __init__(self, code: str, /, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details

    def message(self, lang: str | None = None) -> str:
        """The sentence in `lang` ("zh" or "en"), or in the language in use."""
        return translate(self.code, lang=lang, **self.details)

    def __str__(self) -> str:
        return self.message()


class LawtrackError(Told):
    """A failure that a user can act on; `str(error)` says what was wrong, where, and what to do.

    >>> from lawtrack.compare import compare
    >>> try:
    ...     compare("第一条　甲。", "第一条　乙。", trust=7)
    ... except LawtrackError as error:
    ...     error.code, error.exit_status
    ('compare.trust', 2)
    """

    exit_status = 2


class UnusableInput(LawtrackError):
    """A file or a text that cannot be read."""


class InvalidRecord(LawtrackError):
    """A YAML record that breaks its schema."""


class NotFound(LawtrackError):
    """Something named by the user that is not there."""


class Conflict(LawtrackError):
    """Somebody else was there first."""


class NotSaved(LawtrackError):
    """A save that failed; the details name where the unsaved text lies."""


class NotApplied(LawtrackError):
    """An amending decision that could not be applied whole; the details give the reasons."""

    exit_status = 3


class MissingTool(LawtrackError):
    """A program or package that has to be installed first."""
