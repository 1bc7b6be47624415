"""Rows of a table become powers: whatever the order of the columns, with titles, group rows and sums between."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from lawtrack.powers.heads import Head, head_at
from lawtrack.powers.model import FIELDS, Doubt, Power, kinds, spelled_kind
from lawtrack.powers.stated import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SUM: Final = re.compile(r"^(?:合 ?计|总 ?计|小 ?计|共 ?计|总 ?数)(?=$|[0-9共为:：（( ])")
_FOOT: Final = re.compile(
    r"^(?:填表|填报|制表|审核|联系)(?:人|单位|部门|日期|时间|电话)(?=[:： ]|$)|^(?:注|备注|说明)[0-9]?[:：]"
)
_BODY: Final = re.compile(r"(?:局|委|委员会|办公室|厅|部|署|院|政府|办事处|支队|大队|中心|管委会|办)$")
_NUMBERING: Final = re.compile(
    r"^(?:第[一二三四五六七八九十0-9]{1,3}(?:部分|类|篇)|[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．])\s*"
    r"|[（(]\s*(?:共|计)?\s*\d+\s*[项条]?\s*[)）]?$|[:：]?\s*共?\d+项$"
)
_TITLE: Final = re.compile(r"^[^。；，]{2,40}(?:清单|目录)(?:[（(][^（）()]*[）)])?$")
_OWNED: Final = re.compile(
    r"(?:附件[一二三四五六七八九十0-9]*[:：]?)?(?:[0-9]{4}年(?:度)?)?(?P<body>[^0-9（(]{3,20}?)(?:[0-9]{4}年(?:度)?)?(?:的)?"
    r"(?:行政)?(?:权责|权力|职权|责任|执法事项)[^。]{0,8}(?:清单|目录)"
)
"""A title that names a department: 某市水务局权责清单（2020年版）."""
_BLANK: Final = re.compile(r"[ \t　\u00a0]+")
ENOUGH: Final = 200
"""Rows by which a column is known for one of kinds."""
LONGEST: Final = 30
"""Characters of a department's name."""
_ISSUER: Final = re.compile(r"编制|人民政府$")
"""Whose name over a table says who published it, not whose powers follow."""
_COUNTED: Final = re.compile(r"共?[0-9]{1,5}项?")
_ORDINAL: Final = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?")
_NO_SUB: Final = frozenset({"无", "/", "—", "-", "——", "\\"})
_IDENTITY: Final = ("serial", "code", "sub", "name", "main")
_GOES_ON: Final = ("basis", "duties", "duties_basis", "accountability", "accountability_basis", "note")
"""What an item may say in several rows."""


@dataclass(slots=True)
class _Place:
    """Under which kind and department the rows stand; `open` says that an item stands above that a row may go on with.

    `said` are the kind and department of the rows above, for cells that are left empty below them.
    """

    kind: str = ""
    body: str = ""
    open: bool = False
    said: dict[str, str] = field(default_factory=dict)

    def begins(self, *, kind: str = "", body: str = "") -> None:
        """A group begins; a department's begins without a kind."""
        self.kind, self.body, self.open = kind, body or self.body, False
        self.said = {} if body else {"body": self.said.get("body", "")}


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
        self.above = _Place()
        self.row = 0
        self.tally = Tally()
        self.filled: list[int] = []
        self.before: tuple[int, Head, _Place] | None = None

    def table(
        self,
        rows: Sequence[Sequence[str]],
        *,
        name: str = "",
        below: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Take one table in; `name` is its sheet's, `below` the places whose words come from a merged cell further up."""
        last = -1
        plain = _NUMBERING.sub("", name).strip()
        place = _Place(_kind_of(plain) or self.above.kind, _body_of(plain) or self.above.body)
        self.tally.table(len(self.items))
        every = [[_BLANK.sub(" ", cell).strip() for cell in cells] for cells in rows]
        head = self._going_on(every, place)
        for at, words in enumerate(every):
            self.row += 1
            if at <= last or not any(words):
                continue
            if found := head_at(every, at):
                last = at + found.rows - 1
                head = _with_kinds(found, every[last + 1 : last + 1 + ENOUGH])
                self.before = (len(words), head, place)
                continue
            alone = _alone(words, numbered=head is not None)
            if alone and self._heads_a_group(alone, words, head):
                self._group(alone, place, titled=head is not None)
                continue
            if _sum_or_foot(words):
                self._foot(words)
            elif head is None:
                self.doubts += [Doubt("powers.before-heads", self.row, " ".join(filter(None, words))[:60])]
            else:
                self._item(words, head, place, at, below)

    def _going_on(self, rows: Sequence[Sequence[str]], place: _Place) -> Head | None:
        """The head of the table before, where this one has none and as many columns: a table that goes on overleaf."""
        if self.before is None or any(head_at(rows, at) for at in range(len(rows))):
            return None
        wide, head, above = self.before
        if not rows or len(rows[0]) != wide or (place.body and place.body != above.body):
            return None
        place.kind, place.body, place.said = above.kind, above.body, above.said
        return head

    def _heads_a_group(self, alone: str, words: Sequence[str], head: Head | None) -> bool:
        """Does a row that says one thing stand over others: merged across, or a kind, a department or a title?"""
        plain = _NUMBERING.sub("", alone).strip()
        across = sum(word == alone for word in words) > 1
        named = bool(_kind_of(plain) or _body_of(plain)) or bool(_TITLE.match(alone))
        return not _sum_or_foot([alone]) and (head is None or across or named)

    def _foot(self, words: Sequence[str]) -> None:
        """A sum, which is held against what was read, or a footnote."""
        if _SUM.match(next(filter(None, words))):
            self.tally.total(self.row, words, len(self.items))

    def _group(self, words: str, place: _Place, *, titled: bool) -> None:
        """A row that says one thing: a kind, a body, the title of the list, or whose list begins here."""
        plain = _NUMBERING.sub("", words).strip()
        owner = _owner(words)
        if kind := _kind_of(plain):
            self.tally.group(self.row, words, len(self.items), deep=True)
            place.begins(kind=kind)
        elif (_body_of(plain) and len(plain) <= LONGEST) or owner:
            self.tally.group(self.row, words, len(self.items), deep=False)
            place.begins(body=owner or plain)
            self.title = self.title or (words if owner else "")
        elif not self.title and not titled:
            self.title = words
        else:
            self.doubts.append(Doubt("powers.stray-row", self.row, words[:60]))

    def _item(
        self, words: Sequence[str], head: Head, place: _Place, at: int, below: frozenset[tuple[int, int]]
    ) -> None:
        said = {field: words[column] for field, column in head.columns.items() if column < len(words)}
        fresh = {
            field for field, column in head.columns.items() if (at, column) not in below and said.get(field)
        }
        if place.open and self._goes_on(said, fresh):
            self.items[-1] = _joined(self.items[-1], said)
            return
        name, main = said.get("name", ""), said.get("main", "")
        if said.get("sub") and said["sub"] not in _NO_SUB:
            name, main = said["sub"], main or (name if name != said["sub"] else "")
        name = name or main
        if not name:
            self.doubts.append(Doubt("powers.no-name", self.row, " ".join(filter(None, words))[:60]))
            return
        power = Power(
            name=name,
            main="" if main == name else main,
            kind=self._under("kind", said, place),
            body=self._under("body", said, place),
            more=tuple((heading, words[column]) for heading, column in head.others.items() if words[column]),
            **{
                field: said.get(field, "")
                for field in FIELDS
                if field not in {"name", "main", "kind", "body"}
            },
        )
        self.items.append(power)
        place.open = True

    def _goes_on(self, said: Mapping[str, str], fresh: set[str]) -> bool:
        """Does the row go on with the item above: nothing of its own but more of its basis or duties?"""
        return not fresh & {*_IDENTITY, "kind", "body"} and any(said.get(field) for field in _GOES_ON)

    def _under(self, field: str, said: Mapping[str, str], place: _Place) -> str:
        """The kind or department of an item: its own, its group's, or, where the cell is empty, that of the row above; told."""
        words = said.get(field, "")
        if field == "kind":
            words = _kind_of(_NUMBERING.sub("", words).strip()) or spelled_kind(words)
        words = words or (place.kind if field == "kind" else place.body)
        if not words and field in said and place.said.get(field):
            words = place.said[field]
            self.filled.append(self.row)
        place.said[field] = words
        return words

    def headed(self, lines: Sequence[str]) -> None:
        """Take the lines over a table: its title, whose list it is, and the kind or department that stands right over it."""
        said = [line.strip() for line in lines if line.strip()]
        for words in said:
            if _TITLE.search(words):
                self.title = self.title or words
                self.above = _Place(body=_owner(words) or self.above.body)
        for words in said[-2:]:
            plain = _NUMBERING.sub("", words).strip()
            if _kind_of(plain):
                self.above.kind = _kind_of(plain)
            elif _body_of(plain) and len(plain) <= LONGEST and not _ISSUER.search(plain):
                self.above = _Place(body=plain)

    @property
    def owner(self) -> str:
        """Whose list the title says it is: 某市水务局权责清单; "" where it says a city's or nothing."""
        return _owner(self.title)

    def contradictions(self) -> list[Doubt]:
        """A code used for two powers, the same power of the same kind in two departments, numbers that do not agree."""
        codes: defaultdict[str, dict[str, None]] = defaultdict(dict)
        places: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for item in self.items:
            if item.code:
                codes[item.code][f"{item.name}（{item.body}）"] = None
            places[item.name, item.kind][item.body] = None
        doubts = self.tally.doubts(self.items)
        if self.filled:
            doubts.append(Doubt("powers.filled-down", self.filled[0], str(len(set(self.filled)))))
        doubts += [
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


def _joined(item: Power, said: Mapping[str, str]) -> Power:
    """An item whose row goes on below: what is new in it is added on a line of its own."""
    more: dict[str, Any] = {}
    for name in _GOES_ON:
        words, before = said.get(name, ""), getattr(item, name)
        if words and words not in before.split("\n"):
            more[name] = f"{before}\n{words}" if before else words
    return replace(item, **more)


def _kind_of(words: str) -> str:
    """The usual kind that a name of a sheet or a group names, "" for none."""
    kind = spelled_kind(words)
    return kind if kind in kinds() else ""


def _with_kinds(head: Head, rows: Sequence[Sequence[str]]) -> Head:
    """The head with the column that says kinds and nothing else, under whatever heading, where none is known for them."""
    if "kind" in head.columns:
        return head
    for heading, column in head.others.items():
        said = {row[column] for row in rows if column < len(row) and row[column]} - {heading}
        if said and all(_kind_of(_NUMBERING.sub("", words).strip()) for words in said):
            others = {other: at for other, at in head.others.items() if other != heading}
            return Head(head.rows, {**head.columns, "kind": column}, others)
    return head


def _body_of(name: str) -> str:
    """A name of a sheet or a group where it is a department's."""
    return name if _BODY.search(name) and "清单" not in name else ""


def _owner(title: str) -> str:
    """The department that a title names, "" for a city's list or none."""
    named = _OWNED.match(_BLANK.sub("", title))
    return named["body"] if named and _BODY.search(named["body"]) else ""


def _alone(words: Sequence[str], *, numbered: bool) -> str:
    """What a row says where it says one thing, below a head a number of items and its own number aside; else ""."""
    said = list(dict.fromkeys(filter(None, words)))
    if numbered and sum(bool(_COUNTED.fullmatch(word)) for word in said) == 1 < len(said):
        said = [word for word in said if not _COUNTED.fullmatch(word)]
    if numbered and len(said) > 1:
        said = [word for word in said if not _ORDINAL.fullmatch(word)]
    return said[0] if len(said) == 1 else ""


def _sum_or_foot(words: Sequence[str]) -> bool:
    first = next(filter(None, words))
    return bool(_SUM.match(first) or _FOOT.match(first))
