"""The head of a comparison table, and what its columns hold: texts, older or newer, numbers of clauses, remarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lawtrack.formats.returned.cells import CLAUSE, HEADING, NOTHING, SAME, holds_clause
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELS: Final = re.compile(r"条号|条款号?|条目|条次|条序|序号|条文序号|编号|章节")
_OLD: Final = re.compile(
    r"现行|^原(?!因)|原条|原文|修改前|修订前|修正前|改前|旧|现有|现条|上一稿|(?:一审|初审|征求意见|送审)稿?$"
)
_NEW: Final = re.compile(
    r"修改后|修订后|修正后|改后|新|修订(?:草案|稿)|修正(?:草案|案)|修改(?:稿|草案|建议稿|意见稿)|草案|送审稿|表决稿|审议稿|二审|三审|拟修|拟改|修[订正改]条文|(?:修改|改|表述|调整)为$|建议(?:条文|文本)|建议稿|征求意见稿"
)
REMARK: Final = re.compile(r"理由|依据|说明|备注|附注|原因|变化|情况|意见(?!稿)")
_TITLE_WORDS: Final = re.compile(
    r"(?:(?:修改|修订|修正|条文|新旧|前后|内容|主要)*(?:对照|比较|对比)表?|修改前后.*)(?:[（(].*[）)])?$"
)
_HEAD_ROWS: Final = 6
_LONGEST_HEAD: Final = 20
NUMBERS: Final = re.compile(r"序号|编号|No\.?$|\d*$", re.IGNORECASE)
"""The head of a column that only counts the rows, or none."""
OTHER_LAW: Final = re.compile(
    r"上位法|立法例|外[地省市]|参考|兄弟|国家法|^法律$|行政法规|^(?:本?省|自治区)(?:条例|法规|规定|办法)"
)
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_SHARE: Final = 0.3
"""Of the cells of a text column that say something at least so many begin with 第X条 and words."""


def head_of(rows: Sequence[Sequence[str]]) -> int:
    """The row that heads the columns: the last that names texts, else the one right above the first clause; -1 for none."""
    first = next((at for at, row in enumerate(rows) if any(map(CLAUSE.match, row))), len(rows))
    named = [at for at, row in enumerate(rows[:first]) if _is_head(row)]
    if named:
        return named[-1]
    while first > 1 and (_is_titles(rows[first - 1]) or _is_chapter(rows[first - 1])):
        first -= 1
    likely = [cell.strip() for cell in rows[first - 1]] if 0 < first < len(rows) else []
    short = all(0 < len(cell) <= _LONGEST_HEAD and not HEADING.match(cell) for cell in likely)
    return first - 1 if likely and short and len(set(likely)) == len(likely) else -1


def _is_head(row: Sequence[str]) -> bool:
    """Does the row name an old and a new text, or two columns and no clause?"""
    if _is_titles(row):
        return False
    cells = [cell for cell in row if cell.strip()]
    short = all(len(cell) <= 40 and not CLAUSE.match(cell) for cell in cells)
    named = sum(bool(_OLD.search(cell) or _NEW.search(cell)) for cell in cells)
    return short and len(set(cells)) > 1 and (named > 1 or (named > 0 and len(set(cells)) == len(cells)))


def _is_titles(row: Sequence[str]) -> bool:
    """Do the cells say one title, perhaps with how far it has come: 某市甲条例 | 某市甲条例（修订草案）?"""
    cells = [re.sub(r"[（(][^（()）]*[)）]|[《》\s]", "", cell) for cell in row if cell.strip()]
    return len(cells) > 1 and len(set(cells)) == 1 and parse(f"{cells[0]}\n第一条　甲。").title == cells[0]


def _is_chapter(row: Sequence[str]) -> bool:
    return all(HEADING.match(cell) for cell in row if cell.strip()) and any(cell.strip() for cell in row)


def names_text(head: str) -> bool:
    """Does the head of a column name a text: 现行条例, 修订草案, 2015年版本?"""
    return (
        any(words.search(head) for words in (_OLD, _NEW))
        or re.fullmatch(r"[0-9]{4}年?版?本?", head) is not None
    )


def is_newer(first: str, last: str) -> bool:
    """Does the left head name the newer text: 修订草案 | 现行条例, 2025年版本 | 2015年版本?"""
    if _OLD.search(last) and not _NEW.search(last):
        return not (_OLD.search(first) and not _NEW.search(first))
    if _NEW.search(first) and not _OLD.search(first) and _YEAR.search(last) and not _NEW.search(last):
        return True
    years = [_YEAR.search(head) for head in (first, last)]
    left, right = (year[0] if year else "" for year in years)
    return bool(left and right) and left > right


def is_labels(cells: list[str]) -> bool:
    """Do the cells hold nothing but the numbers of clauses and headings?"""
    return len(cells) > 1 and all(
        ((match := CLAUSE.match(cell)) and match.end() == len(cell.rstrip())) or HEADING.match(cell)
        for cell in cells
    )


def is_text(cells: list[str], rows: int) -> bool:
    """Do the cells hold the clauses of a text, rather than their numbers or remarks on them?"""
    said = [cell for cell in cells if not NOTHING.fullmatch(cell) and not SAME.fullmatch(cell)]
    placed = [cell for cell in said if not HEADING.match(cell)]
    clauses = [cell for cell in placed if holds_clause(cell)]
    return bool(clauses) and len(clauses) >= _SHARE * len(placed) and len(cells) * 4 >= rows


def title_of(above: list[list[str]], lines: tuple[str, ...]) -> str:
    """The title of the text, out of 《……》修改前后对照表 above the table; "" where nothing says it."""
    said = [*lines[:6], *(cell for row in above for cell in dict.fromkeys(row))]
    for words in said:
        plain = re.sub(r"^附[件表]?[0-9一二三四五六七八九十]{0,2}[:：.、]?", "", "".join(words.split()))
        if _TITLE_WORDS.search(plain):
            named = re.search(r"《([^《》]+(?:《[^《》]*》[^《》]*)?)》", plain)
            rest = named[1] if named else _TITLE_WORDS.sub("", plain).strip("《》:：-—")
            return rest if parse(f"{rest}\n第一条　甲。").title == rest and rest else ""
    return ""
