"""What a command is given: a file name, or `-` for standard input."""

from __future__ import annotations

import sys
import warnings

from lawtrack.formats import ReadText, read_text
from lawtrack.law import Instrument, parse


def text_of(name: str) -> ReadText:
    """The text of the file `name` (`-`: standard input); what its reader should know goes to standard error."""
    found = read_text(sys.stdin.buffer, name="-") if name == "-" else read_text(name)
    for warning in found.warnings:
        warnings.warn(warning, stacklevel=2)
    return found


def instrument_of(name: str) -> Instrument:
    """The instrument in the file `name`."""
    return parse(text_of(name).text)
