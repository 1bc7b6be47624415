"""The command line: thin commands over the same calls as the API."""

from lawtrack.cli.root import main
from lawtrack.faces import present

__all__ = [
    "main",
]

present(__name__)
