"""What a caller may ask of a written decision, checked before anything is composed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawtrack.errors import Told, UnusableInput

FORMS: Final = ("decision", "amendment", "instructions", "revision")
"""修改决定 (or a 修订 where most of the text is new); 修正案; a 修改决定 however much is new; a 修订 in any case."""


class WritingWarning(Told, UserWarning):
    """What the drafter should know about a decision that was written: where it had to reprint, what form is usual.

    >>> from lawtrack.amend import WritingWarning
    >>> warning = WritingWarning("amend.revision-advised")
    >>> isinstance(warning, UserWarning), warning.code
    (True, 'amend.revision-advised')
    """


@dataclass(frozen=True, slots=True)
class Options:
    """The form, the share of a unit up to which words are changed, and what the frame prints."""

    form: str = "decision"
    share: float | None = None
    body: str = ""
    meeting: str = ""
    adopted: str = ""
    effective: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no value of an option, naming those that are."""
        if self.form not in FORMS:
            raise UnusableInput("amend.no-such-form", given=self.form, known=tuple(FORMS))
        number = isinstance(self.share, int | float) and not isinstance(self.share, bool)
        if self.share is not None and not (number and 0 <= self.share <= 1):
            raise UnusableInput("amend.no-such-share", given=self.share)
        for name in ("body", "meeting", "adopted", "effective"):
            value = getattr(self, name)
            if not isinstance(value, str) or "\n" in value:
                raise UnusableInput("amend.option-words", option=name, given=value)
