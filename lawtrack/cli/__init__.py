"""The command line: thin commands over the same calls as the API."""

from lawtrack.cli.main import main

__all__ = ["main"]
