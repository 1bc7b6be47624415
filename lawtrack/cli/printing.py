"""How every command prints: JSON in one form, and the words of documents so that no terminal obeys them."""

from __future__ import annotations

import json
import sys
from typing import Any

import click


def print_json(data: Any) -> None:
    """`data` on standard output, to be read by people too."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_text(text: str) -> None:
    """A whole text on standard output: to the byte into a file or a pipe, `visible` on a terminal."""
    click.echo(visible(text) if sys.stdout.isatty() else text, nl=False)


def visible(text: str) -> str:
    r"""`text` with everything that could steer a terminal made visible: words of a git repository or a plan.

    What `inputs.text_of` reads has lost such characters already.

    >>> print(visible("第一条\x1b[2J"))
    第一条\x1b[2J
    """
    return "".join(
        char if char.isprintable() or char in "\n\t　" else char.encode("unicode_escape").decode()
        for char in text
    )
