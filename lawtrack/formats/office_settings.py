"""`layout.yaml`, in which an office says once how its documents look; and the versions that a document comes from."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.formats.layout import MARKS, PAPERS, Office, Origin
from lawtrack.messages import language
from lawtrack.records import Record, read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from pydantic import BaseModel, TypeAdapter

    from lawtrack.drafts import Version

FILE: Final = "layout.yaml"
"""Its name at the root of a workspace."""
_EXAMPLE: Final = "mark: 内部资料"


def read_office(path: str | PathLike[str]) -> Office:
    """What the file at `path` says; the standard's layout where there is no such file. Raises InvalidRecord.

    >>> from lawtrack.formats import Office, read_office
    >>> read_office("no-such-file.yaml") == Office()
    True
    """
    place = Path(path)
    return office_from(read_file(place), place.name) if place.is_file() else Office()


def office_from(text: str, name: str = FILE) -> Office:
    r"""The office that `text` describes. Raises InvalidRecord, which names file, line, field and remedy.

    >>> office_from("mark: 内部资料\nfonts: {仿宋_GB2312: 仿宋}\nwidths: [20, 20, 12]").widths
    (20, 20, 12)
    """
    record = Record.read(text, name, _EXAMPLE)
    told = record.checked(
        _schema(), record.data, ("unit", "mark", "paper", "marks", "fonts", "widths", "templates")
    )
    fields: dict[str, Any] = told.model_dump()
    return Office(**{**fields, "fonts": tuple(fields["fonts"].items())})


def origin_of(kind: str, versions: Sequence[Version]) -> Origin:
    """Where a document of that kind comes from: the draft's versions, oldest first.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import origin_of
    >>> by = Author("王小明", "wang@example.cn")
    >>> version = Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", "")
    >>> origin_of("comparison", [version]).stages
    ('一审 2020年7月30日',)
    """
    last = versions[-1]
    return Origin(
        kind=kind,
        draft=last.draft,
        versions=tuple(version.sha for version in versions),
        stages=tuple(stage_and_day(version) for version in versions),
        author=last.author.name,
        day=last.date,
    )


def stage_and_day(version: Version) -> str:
    """A version as it is named on paper: 一审 2020年7月30日.

    >>> from lawtrack.drafts import Author, Version
    >>> from lawtrack.formats import stage_and_day
    >>> by = Author("王小明", "wang@example.cn")
    >>> stage_and_day(Version("park", "first-reading", "2020-07-30", "", None, by, "3f2a9c41", "", ""))
    '一审 2020年7月30日'
    """
    day = written_day(version.date) if language() == "zh" else version.date
    return f"{version.stage_label} {day}".strip()


def written_day(date: str) -> str:
    """A day, month or year as Chinese documents write it.

    >>> written_day("2020-07-30"), written_day("2020-08"), written_day("2020"), written_day("")
    ('2020年7月30日', '2020年8月', '2020年', '')
    """
    parts = [part for part in date.split("-") if part.isdecimal()]
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


@cache
def _schema() -> TypeAdapter[BaseModel]:
    from typing import Annotated, Literal

    from pydantic import ConfigDict, Field, TypeAdapter, create_model

    words = Annotated[str, Field(max_length=100)]
    share = Annotated[int, Field(gt=0, le=1000)]
    fields: dict[str, Any] = {
        "unit": (words, ""),
        "mark": (words, ""),
        "paper": (Literal[PAPERS], "auto"),
        "marks": (Literal[MARKS], "print"),
        "fonts": (dict[words, words], {}),
        "widths": (tuple[()] | tuple[share, share, share], ()),
        "templates": (words, ""),
    }
    return TypeAdapter(create_model("Office", __config__=ConfigDict(extra="forbid"), **fields))
