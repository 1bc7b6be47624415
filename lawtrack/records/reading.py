"""YAML as plain data: mappings, lists and strings, with the line of every field for whoever needs it.

Read by events through libyaml, because a scalar here is a string and nothing else: `2020-08` stays what was typed,
and twenty years of plans load in a second. Anchors, tags and twice-used keys are refused: a record says what it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml import events as event_types

from lawtrack.errors import InvalidRecord, UnusableInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Place = tuple[str | int, ...]


def read_file(path: Path) -> str:
    """The text of the file, line ends as they are. Raises UnusableInput where there is none or it is not UTF-8.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.yaml").write_text("title: 某市条例", encoding="utf-8")
    ...     read_file(Path(folder, "a.yaml"))
    'title: 某市条例'
    """
    try:
        return decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise UnusableInput("records.no-file", file=str(path), reason=error.strerror or str(error)) from error


def decoded(content: bytes, name: str) -> str:
    """The text in `content`, without a mark of its byte order. Raises UnusableInput where it is not UTF-8.

    >>> decoded("标题".encode(), "plan.yaml")
    '标题'
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInput("records.not-utf8", file=name) from error


def read_record(text: str, name: str, lines: dict[Place, int] | None = None) -> Any:
    r"""The data in the YAML `text`; scalars are str, or None where empty or `null`.

    `name` is the file's name for messages. `lines`, where given, receives the line (from 1) of every field by its
    place in the data. Raises InvalidRecord for what is not YAML.

    >>> lines = {}
    >>> read_record("year: 2020\nitems: [a, null]", "2020.yaml", lines)
    {'year': '2020', 'items': ['a', None]}
    >>> lines[("items", 1)]
    2
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        # one call into libyaml an event; yaml.parse would be a generator around two
        return _Reader(iter(loader(text).get_event, None), name, lines).document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InvalidRecord("records.not-yaml", file=name, line=line, problem=str(error.problem)) from error
    except yaml.YAMLError as error:
        raise InvalidRecord(
            "records.not-yaml", file=name, line=1, problem=str(error).splitlines()[0]
        ) from error


class _Reader:
    """Builds the data from the event stream; events of PyYAML, which has no stubs, are Any."""

    def __init__(self, events: Iterator[Any], name: str, lines: dict[Place, int] | None) -> None:
        self.events, self.name, self.lines = events, name, lines

    def document(self) -> Any:
        for event in self.events:
            if isinstance(event, event_types.NodeEvent):
                return self.value(event, ())
        return None

    def value(self, event: Any, place: Place) -> Any:
        if self.lines is not None:
            self.lines.setdefault(place, event.start_mark.line + 1)
        if event.anchor is None:
            if isinstance(event, event_types.ScalarEvent):
                return event.value if event.style or event.value not in {"", "null", "~"} else None
            if isinstance(event, event_types.MappingStartEvent):
                return self.mapping(place)
            if isinstance(event, event_types.SequenceStartEvent):
                return self.sequence(place)
        raise InvalidRecord("records.anchor", file=self.name, line=event.start_mark.line + 1)

    def mapping(self, place: Place) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, event_types.MappingEndEvent):
                break
            key = event.value if isinstance(event, event_types.ScalarEvent) and event.anchor is None else None
            if key is None or key in values:
                line = event.start_mark.line + 1
                raise InvalidRecord("records.key", file=self.name, line=line, key=key)
            below = (*place, key)
            if self.lines is not None:
                self.lines[below] = event.start_mark.line + 1
            values[key] = self.value(next(self.events), below)
        return values

    def sequence(self, place: Place) -> list[Any]:
        values: list[Any] = []
        for event in self.events:
            if isinstance(event, event_types.SequenceEndEvent):
                break
            values.append(self.value(event, (*place, len(values))))
        return values
