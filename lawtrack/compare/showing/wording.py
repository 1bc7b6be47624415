"""The paragraph in words that explanations (说明, 审议结果报告) carry, every number counted from the rows.

It is the draft of a legal document and so in Chinese, whatever language the interface speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lawtrack.law import Level, to_chinese
from lawtrack.patterns import compile_on_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.compare.model import ComparisonData
    from lawtrack.law import Instrument

_KIND: Final = compile_on_use(
    r"(法典|法|条例|规定|办法|规则|细则|解释|意见|决定|章程|准则)(?:[（(][^（）()]*[）)])?$"
)

_COUNTED: Final = ((Level.PART, "编"), (Level.CHAPTER, "章"))


def in_words(comparison: ComparisonData) -> str:
    r"""What changed, as a sentence: 新增…条，删去…条，修改…条……；条例由五章三十一条改为九章四十七条。

    >>> from lawtrack.compare import compare
    >>> old = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　学校内禁止吸烟。"
    >>> print(in_words(compare(old, old + "\n第三条　本条例自公布之日起施行。")))
    新增一条；其余两条未作修改；条例由两条改为三条。
    """
    clauses = [*_counted(comparison), _structure(comparison)]
    said = [clause for clause in clauses if clause]
    return "；".join(said) + "。"


def count(number: int, unit: str) -> str:
    """A number of things as it is said; above 9999, which Chinese numerals of labels do not reach, in digits.

    >>> count(2, "条"), count(31, "条")
    ('两条', '三十一条')
    """
    if number == 2:
        return f"两{unit}"
    return f"{to_chinese(number)}{unit}" if number <= 9999 else f"{number}{unit}"


def _counted(comparison: ComparisonData) -> Iterator[str]:
    kinds = comparison.summary
    unit = "条"
    said = [
        f"{verb}{count(kinds[kind], unit)}"
        for kind, verb in (("added", "新增"), ("deleted", "删去"), ("amended", "修改"))
        if kinds[kind]
    ]
    for kind, verb in (("merged", "合并"), ("split", "拆分")):
        rows = [row for row in comparison.rows if row.kind == kind]
        if rows:
            olds, news = sum(len(row.old) for row in rows), sum(len(row.new) for row in rows)
            said.append(f"将{count(olds, unit)}{verb}为{count(news, unit)}")
    if said:
        yield "，".join(said)
    moved = sum(row.moved and not row.changed for row in comparison.rows)
    if moved:
        yield f"调整{count(moved, unit)}的位置"
    unchanged = kinds["unchanged"] - moved
    renumbered = sum(row.renumbered and not row.changed and not row.moved for row in comparison.rows)
    if unchanged:
        rest = f"{'其余' if said or moved else ''}{count(unchanged, unit)}"
        if renumbered == unchanged:
            yield f"{rest}仅条序改变"
        else:
            yield f"{rest}未作修改" + (f"，其中{count(renumbered, unit)}仅条序改变" if renumbered else "")


def _structure(comparison: ComparisonData) -> str:
    old, new = _size(comparison.old), _size(comparison.new)
    named = _KIND.search(comparison.new.title or comparison.old.title)
    name = named[1] if named else "文本"
    name = f"本{name}" if name.startswith("法") else name
    return f"{name}由{old}改为{new}" if old != new else f"{name}仍为{new}"


def _size(doc: Instrument) -> str:
    """七编八十四章一千二百六十条; sections are not counted, as explanations do not count them."""
    levels = [(sum(node.level is level for node in doc.headings), unit) for level, unit in _COUNTED]
    return "".join(count(number, unit) for number, unit in levels if number) + count(len(doc.articles), "条")
