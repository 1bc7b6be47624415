"""The Chinese help of the command line: `command` or `command --option` → what it says. The English is in the commands."""

from __future__ import annotations

from typing import Final

HELP: Final[dict[str, str]] = {}
