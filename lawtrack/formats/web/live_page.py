"""A page of its own around the front end of the notebook: one file that opens from disk, and fetches nothing.

It carries the front end, the rows as data, and a content security policy under which nothing can be fetched.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.formats.web.assets import front_end
from lawtrack.messages import catalogue, translate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Column = tuple[str, str]
"""The head of a text's column: a title, and beside it in a lighter hand what else names the text, or ""."""

_POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def live_page(
    rows: Sequence[Mapping[str, object]], columns: Sequence[Column], *, title: str, lang: str
) -> str:
    """The page's HTML: `rows` as the front end takes them, under the heads `columns`, named `title`.

    >>> html = live_page([], [("修改前", ""), ("修改后", "")], title="<b>", lang="zh")
    >>> "default-src 'none'" in html, "<b>" in html
    (True, False)
    """
    state = {
        "rows": rows,
        "columns": columns,
        "messages": front_end_words(lang),
        "lang": lang,
        "filters": [],
        "collapsed": [],
        "selected": "",
        "show_unchanged": False,
    }
    parts = {
        "lang": "en" if lang == "en" else "zh-CN",
        "policy": _POLICY,
        "title": escape(title),
        "style": front_end("look.css", "comparison.css"),
        "state": _script_json(state),
        "module": _script_json(front_end("comparison.js")),
    }
    html = front_end("page.html")
    for name, value in parts.items():
        html = html.replace(f"<!--{name}-->", value, 1)
    return html


def front_end_words(lang: str) -> dict[str, str]:
    """Every sentence of the viewer in one language, by its name without the room.

    >>> front_end_words("en")["kind-added"]
    'added'
    """
    return {code.partition(".")[2]: translate(code, lang) for code in catalogue("viewer")}


def _script_json(value: object) -> str:
    """JSON that may stand in a script element: no `<`, no line separators of JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
