"""Rows of a table become powers: whatever the order of the columns, with titles, group rows and sums between."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.powers.model import FIELDS, Doubt, Power, columns, kinds, spelled_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SUM: Final = re.compile(r"^(?:合计|总计|小计|共计|合 ?计|填表|审核人|注[:：]|备注[:：]|说明[:：])")
_BODY: Final = re.compile(r"(?:局|委|委员会|办公室|厅|部|署|院|政府|办事处|支队|大队|中心|管委会|办)$")
_NUMBERING: Final = re.compile(
    r"^[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]\s*|[（(]\s*(?:共|计)?\s*\d+\s*[项条][)）]?$|[:：]?共?\d+项$"
)
_TITLE: Final = re.compile(r"^[^。；，]{2,40}(?:清单|目录)(?:[（(][^（）()]*[）)])?$")
_OWNED: Final = re.compile(
    r"(?:[0-9]{4}年(?:度)?)?(?P<body>[^0-9（(]{3,20}?)(?:[0-9]{4}年(?:度)?)?(?:的)?(?:行政)?(?:权责|权力|职权|责任|执法事项)[^。]{0,8}(?:清单|目录)"
)
"""A title that names a department: 某市水务局权责清单（2020年版）."""
_BLANK: Final = re.compile(r"[ \t　\u00a0]+")


class Reading:
    """Takes tables in and gives the powers; what it cannot place is among the doubts.

    >>> from lawtrack.powers import Reading
    >>> reading = Reading()
    >>> reading.table([["序号", "事项名称", "类型"], ["1", "养犬登记", "行政确认"]], name="市公安局")
    >>> [(power.name, power.body) for power in reading.items], reading.doubts
    ([('养犬登记', '市公安局')], [])
    """

    def __init__(self) -> None:
        self.items: list[Power] = []
        self.doubts: list[Doubt] = []
        self.title = ""
        self.row = 0

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        name: str = "",
        below: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Take one table in; `name` is its sheet's, `below` the places whose words come from a merged cell further up."""
        heads: Mapping[str, int] = {}
        others: Mapping[str, int] = {}
        kind, body = "", _body_of(name)
        for at, cells in enumerate(rows):
            self.row += 1
            words = [_BLANK.sub(" ", cell).strip() for cell in cells]
            if not any(words):
                continue
            columns = _heads(words)
            if columns:
                heads, others = columns
                continue
            if len(set(filter(None, words))) == 1 and sum(map(bool, words)) > (1 if heads else 0):
                kind, body = self._group(next(filter(None, words)), kind, body, titled=bool(heads))
                continue
            if not heads:
                self.doubts += [Doubt("powers.before-heads", self.row, " ".join(filter(None, words))[:60])]
                continue
            goes_on = (
                "name" in heads and (at, heads["name"]) in below and self._same_sub(words, heads, at, below)
            )
            self._item(words, heads, others, kind, body, goes_on=goes_on)

    def _same_sub(
        self, words: Sequence[str], heads: Mapping[str, int], at: int, below: frozenset[tuple[int, int]]
    ) -> bool:
        """Does the row go on with the item above: nothing of its own but more of its basis or duties?"""
        own = [field for field in ("code", "sub", "kind", "body") if field in heads and words[heads[field]]]
        return all((at, heads[field]) in below for field in own)

    def _group(self, words: str, kind: str, body: str, *, titled: bool) -> tuple[str, str]:
        """A row of one cell: a kind, a body, or the title of the list."""
        plain = _NUMBERING.sub("", words).strip()
        if spelled_kind(plain) in kinds():
            return spelled_kind(plain), body
        if _BODY.search(plain) and len(plain) <= 30 and "清单" not in plain:
            return kind, plain
        if not self.title and not titled:
            self.title = words
        elif not _SUM.match(words):
            self.doubts.append(Doubt("powers.stray-row", self.row, words[:60]))
        return kind, body

    def _item(
        self,
        words: Sequence[str],
        heads: Mapping[str, int],
        others: Mapping[str, int],
        kind: str,
        body: str,
        *,
        goes_on: bool,
    ) -> None:
        said = {field: words[column] for field, column in heads.items() if column < len(words)}
        if goes_on and self.items:
            self.items[-1] = _joined(self.items[-1], said)
            return
        name, main = said.get("name", ""), said.get("main", "")
        if said.get("sub") and said["sub"] not in {"无", "/", "—", "-"}:
            name, main = said["sub"], main or (name if name != said["sub"] else "")
        name = name or main
        if _SUM.match(said.get("serial", "") or name) or _SUM.match(next(filter(None, words))):
            return
        if not name:
            self.doubts.append(Doubt("powers.no-name", self.row, " ".join(filter(None, words))[:60]))
            return
        power = Power(
            name=name,
            main="" if main == name else main,
            kind=spelled_kind(said.get("kind", "")) or kind,
            body=said.get("body", "") or body,
            more=tuple((head, words[column]) for head, column in others.items() if words[column]),
            **{
                field: said.get(field, "")
                for field in FIELDS
                if field not in {"name", "main", "kind", "body"}
            },
        )
        self.items.append(power)

    def headed(self, lines: Sequence[str]) -> None:
        """Take the lines over a table: a kind or a title, and whose list the title says it is."""
        for line in lines:
            words = line.strip()
            if not self.title and _TITLE.search(words):
                self.title = words

    @property
    def owner(self) -> str:
        """Whose list the title says it is: 某市水务局权责清单; "" where it says a city's or nothing."""
        named = _OWNED.match(_BLANK.sub("", self.title))
        return named["body"] if named and _BODY.search(named["body"]) else ""

    def contradictions(self) -> list[Doubt]:
        """A code used for two powers, and the same power of the same kind in two departments."""
        codes: defaultdict[str, dict[str, None]] = defaultdict(dict)
        places: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for item in self.items:
            if item.code:
                codes[item.code][f"{item.name}（{item.body}）"] = None
            places[item.name, item.kind][item.body] = None
        doubts = [
            Doubt("powers.code-twice", 0, f"{code}：{'、'.join(names)}")
            for code, names in codes.items()
            if len(names) > 1
        ]
        return doubts + [
            Doubt("powers.two-bodies", 0, f"{name}：{'、'.join(bodies)}")
            for (name, _), bodies in places.items()
            if len(bodies) > 1
        ]


def read_rows(tables: Iterable[Sequence[Sequence[str]]]) -> tuple[tuple[Power, ...], tuple[Doubt, ...], str]:
    """(items, doubts, title) of tables given as rows of words.

    >>> rows = [["市城市管理局权责清单"], ["序号", "事项名称", "类型"], ["1", "对乱倒垃圾的处罚", "处罚"]]
    >>> items, doubts, title = read_rows([rows])
    >>> items[0].name, items[0].kind, title
    ('对乱倒垃圾的处罚', '行政处罚', '市城市管理局权责清单')
    """
    reading = Reading()
    for rows in tables:
        reading.table(rows)
    return tuple(reading.items), (*reading.doubts, *reading.contradictions()), reading.title


def _heads(words: Sequence[str]) -> tuple[dict[str, int], dict[str, int]] | None:
    """The columns of a row of headings: field → column, and other heading → column; None for a row that is none."""
    columns: dict[str, int] = {}
    others: dict[str, int] = {}
    for column, word in enumerate(words):
        plain = re.sub(r"[\s　（）()*]|（.*?）", "", word)
        field = _FIELD_OF.get(plain)
        if field and field not in columns:
            columns[field] = column
        elif plain and not field:
            others.setdefault(word, column)
    named = {"name", "main", "sub"} & set(columns)
    return (columns, others) if named and len(columns) >= 2 and len(columns) >= len(others) else None


def _joined(item: Power, said: Mapping[str, str]) -> Power:
    """An item whose row goes on below: what is new in it is added on a line of its own."""
    more: dict[str, Any] = {}
    for field in ("basis", "duties", "duties_basis", "accountability", "accountability_basis", "note"):
        words, before = said.get(field, ""), getattr(item, field)
        if words and words not in before.split("\n"):
            more[field] = f"{before}\n{words}" if before else words
    return replace(item, **more)


def _body_of(name: str) -> str:
    """A sheet's name where it is a department's."""
    return name if _BODY.search(name) and "清单" not in name else ""


_FIELD_OF: Final = {heading: field for field, headings in columns().items() for heading in headings}
