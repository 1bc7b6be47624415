"""A plan's status as HTML: a plain table for saved notebooks, and a page of its own that opens from disk.

JupyterLab strips style sheets and scripts from a notebook that it does not trust, so the table carries its few styles
inline. What a reader must not miss stands there in words; colour only repeats it. Every word of the plan is escaped.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.formats.plan.columns import SHORT, dates_in_words, headings, row
from lawtrack.messages import language, translate
from lawtrack.plan import status_records

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.formats.plan.columns import Row
    from lawtrack.plan import Plan

_CELL: Final = "text-align:left;vertical-align:top;padding:4px 8px"
_UNBROKEN: Final = frozenset({"action", "stage_label", "stage_date", "next_label", "due"})
_WHOLE: Final = ";white-space:nowrap"
_LATE: Final = "background-color:rgba(200,62,52,.18)"
_SOON: Final = "background-color:rgba(214,158,46,.20)"
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
)


def status_table(plan: Plan, as_of: date | str) -> str:
    """Where every item of `plan` stands at the end of `as_of`, as one `<table>` without style sheet or script.

    >>> from lawtrack.plan.loading import read_plan
    >>> status_table(read_plan("{year: 2020, title: '<计划>', jurisdiction: 昆明市}"), "2020-09-01")[:50]
    '<table lang="zh-CN"><caption>&lt;计划&gt; 2020-09-01'
    """
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(name)}</th>' for name in headings(SHORT))
    body = "".join(_row(row(record, SHORT)) for record in status_records([plan], as_of))
    return (
        f'<table lang="{_tag()}"><caption>{escape(plan.title)} {as_of}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def status_page(plans: Sequence[Plan], as_of: date | str, pictures: str = "") -> str:
    """A plan's status as a self-contained page, one table a plan; `pictures` is markup to show above (`plan_pictures`)."""
    title = escape(translate("plan.report-title", day=as_of))
    tables = "".join(status_table(plan, as_of) for plan in plans)
    return (
        f'<!doctype html><html lang="{_tag()}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"><title>{title}</title>'
        "<style>body{font-family:system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:2rem}"
        "table{border-collapse:collapse;margin:1rem 0}caption{font-weight:bold;text-align:left;padding:.5rem 0}"
        "th,td{border:1px solid #999}thead{background-color:#eee}"
        "@media print{@page{size:A4 landscape}body{margin:0;font-size:9pt}thead{display:table-header-group}"
        "tr{break-inside:avoid}}</style></head>"
        f"<body><h1>{title}</h1>{pictures}{tables}</body></html>\n"
    )


def status_html(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """The page's bytes, with the pictures above the tables, and dates as they are written on paper."""
    from lawtrack.formats.plan.pictures import pictures_html

    return dates_in_words(status_page(plans, as_of, pictures_html(plans, as_of))).encode()


def _row(shown: Row) -> str:
    style = _LATE if shown.late else _SOON if shown.soon else ""
    first, *rest = (escape(str(cell)).replace("\n", "<br>") for cell in shown.cells)
    cells = "".join(
        f'<td style="{_CELL}{_WHOLE if name in _UNBROKEN else ""}">{cell}</td>'
        for name, cell in zip(SHORT[1:], rest, strict=True)
    )
    mark = f' style="{style}"' if style else ""
    return f'<tr{mark}><th scope="row" style="{_CELL}">{first}</th>{cells}</tr>'


def _tag() -> str:
    return "en" if language() == "en" else "zh-CN"
