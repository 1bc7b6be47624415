"""A comparison table (对照表) that comes back: ours or a colleague's, read as the texts of its columns.

    条号 | 现行条例 | 修订草案 | 修改理由

It is no instrument; read as one it would hold every clause twice. Its columns are found by their heads, or by the
clauses that stand in them. docs/comparison.md says what is understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from lawtrack.errors import UnusableInput
from lawtrack.formats.kinds import TRACKED, Tracked, bytes_of, kind_of
from lawtrack.formats.layout import checked
from lawtrack.formats.tables_in import read_tables_data
from lawtrack.law import NUMERAL_CLASS, number_of, parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from lawtrack.drafts import Table
    from lawtrack.formats.word.reading import Note

_CLAUSE: Final = re.compile(rf"\s*第[{NUMERAL_CLASS}]{{1,12}}[ 　]?[条條]")
_HEADING: Final = re.compile(rf"\s*第[{NUMERAL_CLASS}]{{1,12}}[ 　]?[编章节]")
_LABELS: Final = re.compile(r"条号|条款号?|条目|条次|条序|序号|条文序号|编号|章节")
_OLD: Final = re.compile(
    r"现行|原条|原文|原法|原规定|原办法|修改前|修订前|修正前|改前|旧|现有|现条|上一稿|(?:一审|初审|征求意见|送审)稿?$"
)
_NEW: Final = re.compile(
    r"修改后|修订后|修正后|改后|新|修订(?:草案|稿)|修正(?:草案|案)|修改(?:稿|草案|建议稿|意见稿)|草案|送审稿|表决稿|审议稿|二审|三审|拟修|拟改|(?:修改|改|表述|调整)为$|建议(?:条文|文本)|建议稿|征求意见稿"
)
_REMARK: Final = re.compile(r"理由|依据|说明|备注|附注|原因|变化|情况|意见(?!稿)")
_NOTHING: Final = re.compile(
    r"\s*[（(【\[〔]?(?:(?:此|本|该|整)[条款项章节])?(?:拟|建议|全部|整体)?(?:新增加?|增加|新设|增设|删除|删去|删掉|取消|删)"
    r"(?:(?:此|本|该|整|一|原)?(?:条文?|款|项|章|节|内容|条款|规定)?)?[）)】\]〕]?[。]?\s*"
    r"|\s*[（(【\[]?(?:(?:原)?无(?:此|该|相[关应]|对应)?(?:规定|条款?|内容|条文)?|空|/|—+|－|-+|⸺)[）)】\]]?[条章节款项]?\s*"
)
"""A cell that only says that the other side has nothing here."""
_GONE_ELSEWHERE: Final = re.compile(
    r"\s*[（(【\[〔](?:(?:此|本|该|原)[条款项章节]?)?(?:拟|建议)?(?:删除|删去|删掉|取消|合并|并入|移至|移入|移到|调整至|整合|拆分|改为|作为)"
    r"[^（()）。]{1,60}[）)】\]〕][。]?\s*"
)
"""A cell that says in brackets where the clause went: （删除，内容并入第三条）; a remark, no words of a text."""
_SAME: Final = re.compile(
    r"\s*[（(【\[〔]?(?:内容|条文|文字|本条|本款|此条)?(?:同(?:左|前|上|原|现行|修[改订正]前|改前)[^。；，第]{0,6}|(?:与|和|同)[^。；，第]{1,8}(?:一致|相同)|同[^。；，第]{1,12}(?:条例|规定|办法|条文|草案|稿|法)|保留(?:原文)?|沿用原?条?文?"
    r"|(?:不|未|无|没有|保持|维持)(?:作|做|予|予以|任何|进行|实质|实质性)*(?:修改|改动|变动|变化|变更|调整|改|变|不变|原文|原样|原条文|原规定))[）)】\]]?[。]?\s*"
)
_LEFT_OUT: Final = re.compile(
    r"\s*[（(【\[]?(?:略|以下略|第?.{0,12}条?(?:未修改)?，?略|……|\.{3,}|…)[）)】\]]?\s*"
    r"|.{0,40}未修改[^。]{0,12}略.{0,6}"
)
_TITLE_WORDS: Final = re.compile(
    r"(?:(?:修改|修订|修正|条文|新旧|前后|内容|主要)*(?:对照|比较|对比)表?|修改前后.*)(?:[（(].*[）)])?$"
)
_SHEETS: Final = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
_MOVED: Final = re.compile(r"\s*(?:改为|修改|删[去除]|移至|调整|合并|拆分|新增|作为)")
"""After a clause's number: a remark on the clause."""
_SPOKEN_OF: Final = re.compile(r"[ 　]*(?:的|至|、|和|中|是|对|规定|修改|第)")
_HEAD_ROWS: Final = 6
_LONGEST_HEAD: Final = 20
_NUMBERS: Final = re.compile(r"序号|编号|No\.?$|\d*$", re.IGNORECASE)
"""The head of a column that only counts the rows, or none."""
_OTHER_LAW: Final = re.compile(
    r"上位法|立法例|外[地省市]|参考|兄弟|国家法|^法律$|行政法规|^(?:本?省|自治区)(?:条例|法规|规定|办法)"
)
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_SHARE: Final = 0.3
"""Of the cells of a text column that say something at least so many begin with 第X条 and words."""


@dataclass(frozen=True, slots=True)
class ClauseRemark:
    """What a column of remarks says beside a clause: the clause's label in the new text, else in the old; the head, the words.

    >>> from lawtrack.formats import ClauseRemark
    >>> ClauseRemark("第三条", "说明", "与上位法一致").eid
    'art_3'
    """

    label: str
    head: str
    words: str

    @property
    def eid(self) -> str:
        """The clause's address, as opinions and comparisons have it: art_3 for 第三条."""
        main, branch = number_of(self.label)
        return f"art_{main}" + (f"-{branch}" if branch else "")

    def to_dict(self) -> dict[str, str]:
        """The record: label, eid, head, words."""
        return {"label": self.label, "eid": self.eid, "head": self.head, "words": self.words}


@dataclass(frozen=True, slots=True)
class ReturnedTable:
    r"""A comparison table: `title`, the `heads` of its columns, the `rows` of cells below them; `texts` are columns of texts.

    `labels` is the column of clause numbers, -1 where there is none. `notes` are the comments of a Word file.

    >>> from lawtrack.formats import ReturnedTable
    >>> rows = (("第一条　公园开放。", "第一条　公园全天开放。"),)
    >>> ReturnedTable("对照表", ("现行条文", "修改后"), rows, texts=(0, 1)).text("new")[0]
    '对照表\n第一条\u3000公园全天开放。\n'
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: tuple[int, ...]
    labels: int = -1
    notes: tuple[Note, ...] = ()

    @property
    def heads_shown(self) -> str:
        """The columns that hold a text, as a message names them."""
        ends = {self.texts[0]: "old", self.texts[-1]: "new"}
        if _OTHER_LAW.search(self.heads[self.texts[0]]):
            del ends[self.texts[0]]  # the superior law is no earlier version
        return "、".join(
            f"“{self.heads[at] or at + 1}”" + (f"（{ends[at]}）" if at in ends else "") for at in self.texts
        )

    def column(self, which: str) -> int:
        """The column meant by old, new, a head or a number from 1. Raises UnusableInput for none of these."""
        if which == "old" and _OTHER_LAW.search(self.heads[self.texts[0]]):
            raise UnusableInput("formats.no-column", column=which, heads=self.heads_shown)
        if which in ("old", "new"):
            return self.texts[0 if which == "old" else -1]
        if which.isdecimal() and 0 < int(which) <= len(self.heads):
            return int(which) - 1
        named = [at for at in self.texts if which and which in self.heads[at]]
        if len(named) == 1:
            return named[0]
        raise UnusableInput("formats.no-column", column=which, heads=self.heads_shown)

    def text(self, which: str) -> tuple[str, tuple[tuple[str, int], ...]]:
        """The text of a column, and what its reader should know: (code of the catalogue, how often).

        Raises UnusableInput for a column that there is not.
        """
        at = self.column(which)
        said = next((row[at] for row in self.rows if row[at].strip()), "")
        lines = [self.title] if self.title and "".join(said.split()) != self.title else []
        same = left = 0
        for row in self.rows:
            words = row[at]
            if _LEFT_OUT.fullmatch(words):
                left += 1
                continue
            label = match.group() if (match := _CLAUSE.match(words)) else ""
            behind = words.removeprefix(label)
            if _SAME.fullmatch(words) or (label and _SAME.fullmatch(behind)):
                words, same = _renamed(row[self.texts[0]], label), same + 1
            elif (
                label and (_NOTHING.fullmatch(behind) or _GONE_ELSEWHERE.fullmatch(behind)) and behind.strip()
            ):
                continue  # 第二条　（删除）
            if not (_NOTHING.fullmatch(words) or _GONE_ELSEWHERE.fullmatch(words)) and words.strip():
                lines += self._labelled(row, words, at).split("\n")
        told = (("formats.table-left-out", left), ("formats.table-same", same))
        return "\n".join([*lines, ""]), tuple(one for one in told if one[1])

    def remarks(self) -> tuple[ClauseRemark, ...]:
        """What the columns beside the texts say, each with the clause that it stands beside."""
        beside = [
            at
            for at, head in enumerate(self.heads)
            if at not in (*self.texts, self.labels)
            and (_REMARK.search(head) or not (_NUMBERS.match(head) or _OTHER_LAW.search(head)))
        ]
        told: list[ClauseRemark] = []
        label = ""
        for row in self.rows:
            on = "" if any(_HEADING.match(row[at]) for at in self.texts) else label
            label = self._label(row) or on  # the second paragraph of the clause above
            said = [at for at in (*beside, *self.texts) if at in beside or _went(row[at])]
            told += [
                ClauseRemark(label, self.heads[at], row[at].strip())
                for at in said
                if row[at].strip() and label
            ]
        return tuple(told)

    def _labelled(self, row: tuple[str, ...], words: str, at: int) -> str:
        """The words with the number that only the column of numbers has."""
        label = row[self.labels].strip() if self.labels >= 0 else ""
        alone = _CLAUSE.fullmatch(label) and not _CLAUSE.match(words) and not _HEADING.match(words)
        bare = not any(_CLAUSE.match(other[at]) for other in self.rows)
        return f"{label}　{words.lstrip()}" if alone and bare else words

    def _label(self, row: tuple[str, ...]) -> str:
        for at in (self.texts[-1], self.texts[0], self.labels):
            if at >= 0 and (match := _CLAUSE.match(row[at])):
                return "".join(match.group().split())
        return ""


def read_comparison(source: str | PathLike[str], *, tracked: Tracked = "accepted") -> ReturnedTable:
    r"""The comparison table in a file. Raises NotFound, and UnusableInput for a file that holds none.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.compare import compare
    >>> from lawtrack.formats import read_comparison, write_comparison
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = write_comparison(compare("第一条　公园开放。", "第一条　公园全天开放。"), Path(folder, "对照表.docx"))
    ...     read_comparison(file).text("new")[0]
    '（无标题）\n第一条\u3000公园全天开放。\n'
    """
    from pathlib import Path

    path = Path(source)
    table = comparison_in(bytes_of(path), path.name, tracked=tracked)
    if table is None:
        raise UnusableInput("formats.no-comparison", name=path.name)
    return table


def comparison_in(data: bytes, name: str, *, tracked: Tracked = "accepted") -> ReturnedTable | None:
    r"""The comparison table that a file is; None for an instrument, whatever tables it has.

    >>> rows = "现行条例,修订草案\n第一条　甲。,第一条　乙。\n第二条　丙。,（删除）\n"
    >>> table = comparison_in(rows.encode(), "对照表.csv")
    >>> table.text("new")[0]
    '第一条　乙。\n'
    """
    checked("tracked", tracked, TRACKED)
    suffix = PurePath(name).suffix.lower()
    if suffix in {".json", ".xml"} or (suffix not in _SHEETS and not _may_hold_a_table(data, name)):
        return None
    file = read_tables_data(data, name, tracked=tracked)
    read: ReturnedTable | None = None
    for table in file.tables:
        more = _comparison(table, file.lines, file.notes)
        if read is None:
            read = more
        elif more is not None and (len(more.heads), more.texts) == (len(read.heads), read.texts):
            read = replace(
                read, rows=read.rows + more.rows
            )  # goes on on the next page, in a table of its own
    return read


def _may_hold_a_table(data: bytes, name: str) -> bool:
    """Is there a table at all? Cheap, so that texts without one are read once only."""
    kind = kind_of(data, name)
    if kind == "docx":
        from lawtrack.formats.packages import Package

        package = Package(data, name)
        main = package.related("", "officeDocument")
        return main is not None and b"<w:tbl>" in package.read(main)
    if kind in {"html", "archive"}:
        return b"<table" in data.lower()
    return kind in {"markdown", "text"} and (b"\t" in data or b"|" in data)


def _comparison(table: Table, lines: tuple[str, ...], notes: tuple[Note, ...]) -> ReturnedTable | None:
    if not table.rows or len(table.rows[0]) < 2 or any(map(_is_article, lines)):
        return None  # articles outside the table: it stands within an instrument
    rows = [list(row) for row in table.rows]
    for at, column in table.below:
        rows[at][column] = ""  # said once, in the row where the cell begins
    wide = range(len(rows[0]))
    head = _head_of(table.rows[:_HEAD_ROWS])
    body = rows[head + 1 :]
    filled = [[row[column] for row in body if row[column].strip()] for column in wide]
    texts = [column for column in wide if _is_text(filled[column], len(body))]
    heads = [re.sub(r"\s+", "", cell) for cell in table.rows[head]] if head >= 0 else [""] * len(rows[0])
    named = [column for column in wide if _names_text(heads[column])]
    labels = next((column for column in wide if _LABELS.search(heads[column]) and column not in named), -1)
    if labels < 0:
        labels = next((column for column in wide if _is_labels(filled[column])), -1)
    beside = {labels, *(at for at in wide if at not in named and _REMARK.search(heads[at]))}
    texts = [column for column in texts if column not in beside]
    if len(texts) < 2 and head >= 0:
        texts = [column for column in named if not _REMARK.search(heads[column])]
    if len(texts) < 2 or not any(_CLAUSE.match(cell) for cells in filled for cell in cells):
        return None
    if len(texts) == 2 and _is_newer(heads[texts[0]], heads[texts[-1]]):
        texts.reverse()
    return ReturnedTable(
        _title(rows[: max(head, 0)], lines),
        tuple(heads),
        tuple(map(tuple, body)),
        tuple(texts),
        labels,
        notes,
    )


def _went(cell: str) -> bool:
    """Does a cell of a text only say where its clause went, behind the number or without it?"""
    match = _CLAUSE.match(cell)
    return _GONE_ELSEWHERE.fullmatch(cell[match.end() :] if match else cell) is not None


def _renamed(words: str, label: str) -> str:
    """The words of a clause under the number that the other column gives it; as they are where it gives none."""
    match = _CLAUSE.match(words)
    return label + words[match.end() :] if label and match else words


def _names_text(head: str) -> bool:
    """Does the head of a column name a text: 现行条例, 修订草案, 2015年版本?"""
    return (
        any(words.search(head) for words in (_OLD, _NEW))
        or re.fullmatch(r"[0-9]{4}年?版?本?", head) is not None
    )


def _is_newer(first: str, last: str) -> bool:
    """Does the left head name the newer text: 修订草案 | 现行条例, 2025年版本 | 2015年版本?"""
    if _OLD.search(last) and not _NEW.search(last):
        return not (_OLD.search(first) and not _NEW.search(first))
    if _NEW.search(first) and not _OLD.search(first) and _YEAR.search(last) and not _NEW.search(last):
        return True
    years = [_YEAR.search(head) for head in (first, last)]
    left, right = (year[0] if year else "" for year in years)
    return bool(left and right) and left > right


def _is_titles(row: Sequence[str]) -> bool:
    """Do the cells say one title, perhaps with how far it has come: 某市甲条例 | 某市甲条例（修订草案）?"""
    cells = [re.sub(r"[（(][^（()）]*[)）]|[《》\s]", "", cell) for cell in row if cell.strip()]
    return len(cells) > 1 and len(set(cells)) == 1 and parse(f"{cells[0]}\n第一条　甲。").title == cells[0]


def _head_of(rows: Sequence[Sequence[str]]) -> int:
    """The row that heads the columns: the last that names texts, else the one right above the first clause; -1 for none."""
    first = next((at for at, row in enumerate(rows) if any(map(_CLAUSE.match, row))), len(rows))
    named = [at for at, row in enumerate(rows[:first]) if _is_head(row)]
    if named:
        return named[-1]
    while first > 1 and (_is_titles(rows[first - 1]) or _is_chapter(rows[first - 1])):
        first -= 1
    likely = [cell.strip() for cell in rows[first - 1]] if 0 < first < len(rows) else []
    short = all(0 < len(cell) <= _LONGEST_HEAD and not _HEADING.match(cell) for cell in likely)
    return first - 1 if likely and short and len(set(likely)) == len(likely) else -1


def _is_chapter(row: Sequence[str]) -> bool:
    return all(_HEADING.match(cell) for cell in row if cell.strip()) and any(cell.strip() for cell in row)


def _is_article(line: str) -> bool:
    """Does the line begin an article, rather than speak of one (第一条的修改……)?"""
    start = _CLAUSE.match(line)
    return start is not None and not _SPOKEN_OF.match(line, start.end())


def _is_head(row: Sequence[str]) -> bool:
    """Does the row name an old and a new text, or two columns and no clause?"""
    if _is_titles(row):
        return False
    cells = [cell for cell in row if cell.strip()]
    short = all(len(cell) <= 40 and not _CLAUSE.match(cell) for cell in cells)
    named = sum(bool(_OLD.search(cell) or _NEW.search(cell)) for cell in cells)
    return short and len(set(cells)) > 1 and (named > 1 or (named > 0 and len(set(cells)) == len(cells)))


def _is_labels(cells: list[str]) -> bool:
    """Do the cells hold nothing but the numbers of clauses and headings?"""
    return len(cells) > 1 and all(
        ((match := _CLAUSE.match(cell)) and match.end() == len(cell.rstrip())) or _HEADING.match(cell)
        for cell in cells
    )


def _is_text(cells: list[str], rows: int) -> bool:
    """Do the cells hold the clauses of a text, rather than their numbers or remarks on them?"""
    said = [cell for cell in cells if not _NOTHING.fullmatch(cell) and not _SAME.fullmatch(cell)]
    placed = [cell for cell in said if not _HEADING.match(cell)]
    clauses = [cell for cell in placed if _holds_clause(cell)]
    return bool(clauses) and len(clauses) >= _SHARE * len(placed) and len(cells) * 4 >= rows


def _holds_clause(cell: str) -> bool:
    """Does the cell begin with a clause's number and go on with its words, not with what became of it?"""
    match = _CLAUSE.match(cell)
    return match is not None and len(cell.strip()) > match.end() + 1 and not _MOVED.match(cell, match.end())


def _title(above: list[list[str]], lines: tuple[str, ...]) -> str:
    """The title of the text, out of 《……》修改前后对照表 above the table; "" where nothing says it."""
    said = [*lines[:6], *(cell for row in above for cell in dict.fromkeys(row))]
    for words in said:
        plain = re.sub(r"^附[件表]?[0-9一二三四五六七八九十]{0,2}[:：.、]?", "", "".join(words.split()))
        if _TITLE_WORDS.search(plain):
            named = re.search(r"《([^《》]+(?:《[^《》]*》[^《》]*)?)》", plain)
            rest = named[1] if named else _TITLE_WORDS.sub("", plain).strip("《》:：-—")
            return rest if parse(f"{rest}\n第一条　甲。").title == rest and rest else ""
    return ""
