"""Two revisions of one YAML record become one: fields by name, entries by id, lists of notes by what they say.

What only one side changed is taken from it. Both may append to a list, and both entries stand. A field that both made
different is a clash: theirs stands, and ours is told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.records.editing import read_mapping, write_mapping

_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class Clash:
    r"""A field that both sides made different: where it is, and what it said in the base, ours and theirs.

    >>> from lawtrack.records import merge_records
    >>> _, clashes = merge_records("due: 5月\n", "due: 6月\n", "due: 7月\n", "plan.yaml")
    >>> clashes[0].place, clashes[0].ours, clashes[0].theirs
    ('due', '"6月"', '"7月"')
    """

    place: str
    base: str
    ours: str
    theirs: str


def merge_records(base: str, ours: str, theirs: str, file: str) -> tuple[str, tuple[Clash, ...]]:
    r"""The text of ours with what theirs changed since base, and the clashes; comments and order are those of ours.

    Raises InvalidRecord for a text that is no YAML mapping.

    >>> merged, clashes = merge_records("a: [1]\nb: 1\n", "a: [1, 2]\nb: 1\n", "a: [1, 3]\nb: 5\n", "x.yaml")
    >>> print(merged, end="")
    a: [1, 3, 2]
    b: 5
    >>> clashes
    ()
    """
    data = read_mapping(ours, file)
    clashes: list[Clash] = []
    before = read_mapping(base, file) if base.strip() else {}
    _merge_fields(before, data, read_mapping(theirs, file), "", clashes)
    return write_mapping(data), tuple(clashes)


def settled(text: str, place: str, value: str, file: str) -> str:
    r"""The record with `value` (JSON, as a clash tells it) at the `place` of a clash; comments and order stay.

    A `value` of "" takes the field away. Raises InvalidRecord for a text that is no YAML mapping, NotFound where the
    mapping that holds the field is not there, UnusableInput for a value that is no JSON.

    >>> print(settled("items:\n  - id: a\n    stage: drafting # so far\n", "items[a].stage", '"review"', "x.yaml"), end="")
    items:
      - id: a
        stage: review   # so far
    """
    data = read_mapping(text, file) if text.strip() else {}
    holder, name = _holder(data, place, "")
    if holder is None:
        raise NotFound("records.no-place", place=place, file=file)
    try:
        _put(holder, name, json.loads(value) if value else _ABSENT)
    except ValueError:
        raise UnusableInput("records.no-value", value=value, file=file) from None
    return write_mapping(data)


def told_at(text: str, place: str, file: str) -> str:
    r"""What a record says at the `place` of a clash, as the clash tells it; "" where nothing stands there.

    >>> told_at("items:\n- id: air\n  stage: drafting\n", "items[air].stage", "plan.yaml")
    '"drafting"'
    """
    holder, name = _holder(read_mapping(text, file), place, "")
    return _told(_ABSENT if holder is None else holder.get(name, _ABSENT))


def _merge_fields(base: Any, ours: Any, theirs: Any, place: str, clashes: list[Clash]) -> None:
    """Bring what `theirs` changed into `ours`, field by field."""
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        was, mine, other = (side.get(name, _ABSENT) for side in (base, ours, theirs))
        here = f"{place}.{name}" if place else str(name)
        if _same(mine, other) or _same(other, was):
            continue
        if _same(mine, was):
            _put(ours, name, other)
        elif isinstance(mine, dict) and isinstance(other, dict):
            _merge_fields(was if isinstance(was, dict) else {}, mine, other, here, clashes)
        elif isinstance(mine, list) and isinstance(other, list):
            _merge_lists(was if isinstance(was, list) else [], mine, other, here, clashes)
        elif other is not _ABSENT:
            if mine is not _ABSENT:
                clashes.append(Clash(here, *(_told(side) for side in (was, mine, other))))
            _put(ours, name, other)


def _holder(data: Any, place: str, above: str) -> tuple[Any, str]:
    """The mapping whose field is at `place`, and the field's name; (None, "") where there is no such mapping."""
    prefix = f"{above}." if above else ""
    if not place.startswith(prefix):
        return None, ""
    for name, held in data.items():
        here = f"{prefix}{name}"
        if here == place:
            return data, name
        for below, inner in _below(held, here):
            if place.startswith(f"{below}."):
                holder, last = _holder(inner, place, below)
                if holder is not None:
                    return holder, last
    rest = place.removeprefix(prefix)
    return (data, rest) if rest and "." not in rest and "[" not in rest else (None, "")


def _below(held: Any, here: str) -> list[tuple[str, Any]]:
    if isinstance(held, dict):
        return [(here, held)]
    entries = held if isinstance(held, list) else []
    return [(f"{here}[{_key(one)}]", one) for one in entries if isinstance(one, dict)]


def _merge_lists(base: Any, ours: Any, theirs: Any, place: str, clashes: list[Clash]) -> None:
    """Bring the entries that `theirs` added, changed or took away into `ours`; entries with an id are known by it."""
    before, there = {_key(one): one for one in base}, {_key(one): one for one in theirs}
    mine = {_key(one): one for one in ours}
    for key, one in before.items():
        if key not in there and key in mine and _same(mine[key], one):
            ours.remove(mine[key])
    last = -1
    for one in theirs:
        key = _key(one)
        at = next((at for at, held in enumerate(ours) if _key(held) == key), None)
        if at is None and (key not in before or not _same(before[key], one)):
            last += 1
            ours.insert(last, one)
        elif at is not None:
            last = at
            if isinstance(one, dict) and isinstance(ours[at], dict):
                _merge_fields(before.get(key, {}), ours[at], one, f"{place}[{key}]", clashes)


def _put(data: Any, name: Any, value: Any) -> None:
    if value is _ABSENT:
        data.pop(name, None)
    else:
        data[name] = value


def _key(one: Any) -> str:
    """What makes an entry that entry: its id, else all that it says."""
    return str(one["id"]) if isinstance(one, dict) and "id" in one else _told(one)


def _same(one: Any, other: Any) -> bool:
    if one is _ABSENT or other is _ABSENT:
        return one is other
    return _told(one) == _told(other)


def _told(value: Any) -> str:
    """A value in one line, whatever its order and style."""
    return "" if value is _ABSENT else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
