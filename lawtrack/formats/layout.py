"""How a document is laid out, chosen by its writer: what it shows, on which paper, and from which versions it comes."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, get_args

from lawtrack.errors import UnusableInput
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lawtrack.drafts import Table

Marks = Literal["print", "frame", "colour"]
MARKS: Final[tuple[Marks, ...]] = get_args(Marks)
"""print: new words in 黑体, deleted ones shaded; frame: deleted ones boxed; colour: green underlined, red struck."""
Paper = Literal["auto", "A4", "A3"]
PAPERS: Final[tuple[Paper, ...]] = get_args(Paper)
"""auto: A4, and A3 for tables of more columns than A4 holds."""


COLUMNS: Final = {
    "old": ("修改前", "现行", "现行条文", "原条文"),
    "new": ("修改后", "草案", "修改后条文", "草案条文"),
    "remark": ("修改依据/说明", "说明", "备注"),
    "basis": ("上位法依据", "依据"),
    "reason": ("修改理由", "理由"),
}
"""Column of a 对照表 → what offices call it; basis and reason are empty where nothing is recorded."""


@cache
def column_kind(name: str) -> str:
    """The column that a name means. Raises UnusableInput, which lists the names, for any other.

    >>> column_kind("现行"), column_kind("basis")
    ('old', 'basis')
    """
    kind = next((kind for kind, names in COLUMNS.items() if name in names), name)
    checked("columns", kind, (*COLUMNS, *(names[0] for names in COLUMNS.values())))
    return kind


@dataclass(frozen=True, slots=True)
class Office:
    """What an office sets once for all its documents.

    `fonts` gives, by a font of the standard (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体, 宋体), the one that is
    used in its place. `mark` stands at the head of every page, as 内部资料. `unit` is who makes the documents.
    Raises UnusableInput for a value of `paper` or `marks` that there is not, with those that there are.

    >>> Office(unit="某市人大常委会法工委", paper="A3").paper
    'A3'
    """

    fonts: tuple[tuple[str, str], ...] = ()
    mark: str = ""
    unit: str = ""
    paper: Paper = "auto"
    marks: Marks = "print"
    widths: tuple[int, ...] = ()
    """Shares of the columns of a 对照表: before, after, remarks."""
    templates: str = ""
    """The folder, below the workspace, of the office's own .docx with fields."""

    def __post_init__(self) -> None:
        checked("paper", self.paper, PAPERS)
        checked("marks", self.marks, MARKS)


_OFFICE: ContextVar[Callable[[], Office]] = ContextVar("office", default=Office)


@contextmanager
def use_office(source: Callable[[], Office]) -> Iterator[None]:
    """For as long as it lasts a Layout that names no office has the one that `source` gives; it is asked when it is needed.

    >>> with use_office(lambda: Office(mark="内部资料")):
    ...     Layout().office.mark
    '内部资料'
    """
    token = _OFFICE.set(source)
    try:
        yield
    finally:
        _OFFICE.reset(token)


def current_office() -> Office:
    """The office in use: the standard's layout, unless `use_office` set another.

    >>> from lawtrack.formats import Office, current_office
    >>> current_office() == Office()
    True
    """
    return _OFFICE.get()()


def _current_marks() -> Marks:
    return current_office().marks


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from: its draft and the hashes of its versions, which go into its properties.

    `stages` name those versions on paper (二审稿 2020年8月28日), `author` wrote the last of them on `day` (ISO 8601).

    >>> Origin(kind="comparison", draft="clean-air", stages=("一审稿 2020年7月30日",)).stages
    ('一审稿 2020年7月30日',)
    """

    kind: str = ""
    draft: str = ""
    versions: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    author: str = ""
    day: str = ""
    seen: str = ""
    """The commit up to which a table of opinions knows the answers, so that later ones are not overwritten by it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What a document shows and how.

    `changed_only` leaves out clauses whose words stay where they stood. `noise` marks also what differs only in width
    or white space. `heads` name the versions (一审稿 2020年7月30日); where there are none, the titles do. `tracked`
    asks for the new text over the old with Word's own tracked changes, which `author` and `date` (ISO 8601, UTC) sign;
    without them the author and the day of the version do. Marks and office are those in use unless given (`use_office`).

    Raises UnusableInput for a value of `marks` that there is not, with those that there are.

    >>> Layout(changed_only=True, heads=("一审稿", "二审稿")).heads
    ('一审稿', '二审稿')
    >>> Layout(marks="colour").marks
    'colour'
    """

    changed_only: bool = False
    marks: Marks = field(default_factory=_current_marks)
    noise: bool = False
    heads: tuple[str, ...] = ()
    tracked: bool = False
    author: str = ""
    date: str = ""
    columns: tuple[str, ...] = ("old", "new", "remark")
    """Columns of a 对照表 in Word, by the keys or the names of COLUMNS; a name heads its column."""
    office: Office = field(default_factory=current_office)
    origin: Origin = field(default_factory=Origin)
    tables: tuple[Table, ...] = ()
    """The tables of the files that the texts came from (`ReadText.tables`): widths and merged cells are taken from them."""

    def __post_init__(self) -> None:
        checked("marks", self.marks, MARKS)
        for name in self.columns:
            column_kind(name)

    @property
    def signed(self) -> str:
        """Who signs what is written: the author, the version's author, the office; else Word's own word for nobody."""
        return self.author or self.origin.author or self.office.unit or translate("formats.nobody")

    @property
    def moment(self) -> str:
        """When it was written, as Word wants it; "" where only a month or nothing is known."""
        day = self.origin.day
        return self.date or (f"{day}T00:00:00Z" if len(day) == len("2020-08-28") else "")


def checked(option: str, value: str, known: tuple[str, ...]) -> None:
    """Nothing where `value` is one of `known`. Raises UnusableInput, which lists them, for any other."""
    if value not in known:
        raise UnusableInput("formats.no-value", option=option, value=value, known=known)
