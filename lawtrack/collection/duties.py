"""The table of duty and penalty (义务与法律责任对照表) of one text, to be written as any listing is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lawtrack.formats import Listing
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.check import DutyRow, DutyTable

HEADS: Final = ("number", "duty", "duty-text", "penalty", "penalty-text", "note")
WIDTHS: Final = (7, 12, 41, 12, 41, 15)


def duties_listing(table: DutyTable) -> Listing:
    r"""One row a duty and a penalty, in the order of the text; what lacks the other is said in the last column.

    >>> from lawtrack.check import duty_table
    >>> table = duty_table("某市养犬条例\n第一条　养犬人应当登记犬只。\n第二条　违反本条例第一条规定的，处二百元罚款。")
    >>> duties_listing(table).rows[0][1:4:2]
    ('第一条', '第二条')
    """
    rows: list[tuple[Any, ...]] = []
    before = ""
    for number, row in enumerate(table.rows, 1):
        duty, penalty = row.duty, row.penalty
        eid = duty.eid if duty else ""
        again = bool(eid) and eid == before
        before = eid
        words = (
            translate("collection.as-above")
            if again
            else duty.words
            if duty
            else translate("collection.no-duty")
        )
        rows.append(
            (number, duty.label if duty else "—", words, penalty.label if penalty else "—",
             penalty.words if penalty else translate("collection.no-penalty"),
             tie_words(row))
        )  # fmt: skip
    heads = tuple(translate(f"collection.duties-{head}") for head in HEADS)
    lacking = sum(1 for row in table.rows if row.penalty is None)
    free = sum(1 for row in table.rows if row.duty is None)
    notes = [translate("collection.duties-counted", count=len(table.rows), lacking=lacking, free=free)]
    notes += aside_words(table)
    title = translate("collection.duties-title", title=table.title)
    return Listing(title, heads, WIDTHS, rows, (*notes, translate("collection.duties-caution")))


def aside_words(table: DutyTable) -> list[str]:
    r"""What stands in no row, in sentences: clauses for every breach, for people in office, and what was not read.

    >>> from lawtrack.check import duty_table
    >>> aside_words(duty_table("第一条　单位应当报告。\n第二条　行政机关工作人员玩忽职守的，依法给予处分。"))
    ['第二条追究公职人员的责任，不在表中。']
    """
    told = (
        ("rest", [sanction.label for sanction in table.rest]),
        ("official", [sanction.label for sanction in table.official]),
        ("unread", list(table.unread)),
    )
    return [
        translate(f"collection.duties-{kind}", places="、".join(dict.fromkeys(labels)))
        for kind, labels in told
        if labels
    ]


def tie_words(row: DutyRow) -> str:
    """What joins a duty and its penalty, or what is lacking, in words.

    >>> from lawtrack.check import duty_table
    >>> tie_words(duty_table("第一条　养犬人应当登记犬只。").rows[0])
    '缺责任'
    """
    if row.duty is not None and not row.duty.binds and row.tie == "cited":
        return translate("collection.tie-no-rule")
    return translate(f"collection.tie-{row.tie or ('no-duty' if row.penalty else 'no-penalty')}")
