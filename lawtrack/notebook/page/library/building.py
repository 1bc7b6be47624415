"""A collection that is being gathered while the page goes on."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from lawtrack.errors import LawtrackError


class Stopped(LawtrackError):
    """Somebody asked to stop."""


@dataclass
class Building:
    """A collection being gathered in a thread of its own: how far it is, and whether it shall stop."""

    folder: str
    done: int = 0
    all: int = 0
    state: str = "running"
    problem: str = ""
    stop: threading.Event = field(default_factory=threading.Event)

    def progress(self, done: int, all_: int) -> None:
        """Told by the collection after each batch."""
        self.done, self.all = done, all_
        if self.stop.is_set():
            raise Stopped("bench.stopped")
