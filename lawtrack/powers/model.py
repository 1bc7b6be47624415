"""One power of one department, and a list of them: what an establishment office keeps (权责清单)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import yaml

from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDING: Final = "…"
_NOTED: Final = re.compile(r"[（(][^（）()]*[）)]$")
_COUNTED: Final = re.compile(r"[（(]共?[0-9]+[项条][）)]$")
_AS_GROUP: Final = re.compile(r"(?:类|事项|类事项)$")


@dataclass(frozen=True, slots=True)
class Power:
    """One item as the list has it; "" is what it does not say.

    `kind` is the kind as this room spells it (行政处罚), or as written where the list has one of its own. `main` is the
    主项 of an item that is a 子项. `more` are the columns that nobody foresaw, as (heading, words).

    >>> Power("养犬登记", kind="行政确认", body="市公安局").body
    '市公安局'
    """

    name: str
    kind: str = ""
    body: str = ""
    code: str = ""
    main: str = ""
    unit: str = ""
    level: str = ""
    basis: str = ""
    duties: str = ""
    duties_basis: str = ""
    accountability: str = ""
    accountability_basis: str = ""
    note: str = ""
    more: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data, what is not said left out."""
        said = {name: getattr(self, name) for name in FIELDS if getattr(self, name)}
        return {**said, **({"more": dict(self.more)} if self.more else {})}


FIELDS: Final = tuple(one.name for one in fields(Power) if one.name != "more")
"""The fields that are words, in the order in which a file has them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in a list that somebody should look at: a code of the catalogue, the row of the table, and its words.

    >>> from lawtrack.powers import read_rows
    >>> _, doubts, _ = read_rows([[["甲", "乙"], ["序号", "事项名称"], ["1", "养犬登记"]]])
    >>> doubts[0].row, doubts[0].message
    (1, '第1行在表头之前，未收入：甲 乙')
    """

    code: str
    row: int
    words: str

    @property
    def message(self) -> str:
        """The sentence in the language in use."""
        return translate(self.code, row=self.row, words=self.words)


@dataclass(frozen=True)
class PowersData:
    """A list of powers, its items in order; users meet it as `PowersList`.

    `doubts` are rows that could not be read and what contradicts itself (a code used twice, the same power in two
    departments).

    >>> from lawtrack.powers import Power
    >>> PowersData((Power("养犬登记", kind="行政确认"),), title="权责清单").items[0].kind
    '行政确认'
    """

    items: tuple[Power, ...]
    doubts: tuple[Doubt, ...] = ()
    title: str = ""
    date: str = ""
    notice: str = field(default="", repr=False)

    @cached_property
    def by_kind(self) -> dict[str, int]:
        """How many of each kind, the usual kinds in their order, others after them."""
        counts = Counter(item.kind or translate("powers.no-kind") for item in self.items)
        order = {kind: at for at, kind in enumerate(kinds())}
        return dict(sorted(counts.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0])))

    @cached_property
    def by_body(self) -> dict[str, int]:
        """How many each body has, in the order of the list."""
        return dict(Counter(item.body or translate("powers.no-body") for item in self.items))

    def __len__(self) -> int:
        return len(self.items)


def spelled_kind(words: str) -> str:
    """The kind that `words` name, as it is spelled here; words that name none are kept.

    >>> spelled_kind("处罚"), spelled_kind("其它行政权力"), spelled_kind("许可类"), spelled_kind("行政指导（3项）")
    ('行政处罚', '其他职权', '行政许可', '行政指导')
    """
    plain = "".join(words.split()).replace("其它", "其他")
    bare = _AS_GROUP.sub("", _NOTED.sub("", plain))
    return _spellings().get(plain) or _spellings().get(bare) or _COUNTED.sub("", plain)


@cache
def kinds() -> tuple[str, ...]:
    """The usual kinds, in their order."""
    return tuple(_data("kinds.yaml"))


@cache
def columns() -> Mapping[str, tuple[str, ...]]:
    """Field → the headings under which lists have it, the printed one first."""
    return {
        name: tuple(heading for heading in headings if not heading.startswith(_ENDING))
        for name, headings in _data("columns.yaml").items()
    }


@cache
def endings() -> Mapping[str, tuple[str, ...]]:
    """Field → how headings that are not among those of `columns` end where they name it (…依据)."""
    return {
        name: tuple(heading[1:] for heading in headings if heading.startswith(_ENDING))
        for name, headings in _data("columns.yaml").items()
        if any(heading.startswith(_ENDING) for heading in headings)
    }


@cache
def _spellings() -> dict[str, str]:
    return {word: kind for kind, others in _data("kinds.yaml").items() for word in (kind, *others)}


def _data(name: str) -> Any:
    return yaml.safe_load(files("lawtrack.powers").joinpath(name).read_text(encoding="utf-8"))
