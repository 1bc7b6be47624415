"""What is said about the languages themselves."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "languages.none": (
        "没有“{given}”这种语言。可用：{known}。",
        "There is no language {given!r}. There are: {known}.",
    ),
}
