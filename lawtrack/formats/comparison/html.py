"""A comparison as a page of its own that opens from disk, alive with the front end of the workbench's viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lawtrack.compare import viewer_rows
from lawtrack.formats.web.live_page import Column, live_page
from lawtrack.messages import language, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.compare import Comparison

Row = dict[str, Any]
Sides = tuple[list[list[str]], list[list[str]]]


def page(
    comparison: Comparison | Mapping[str, Any],
    *,
    title: str,
    heads: tuple[str, str] = ("", ""),
    lang: str | None = None,
) -> str:
    """A self-contained page with the live viewer, from a Comparison or its `to_dict()`.

    `title` names the page, `heads` the two texts (一审稿 2020-07-30). Loads nothing, works from a USB stick, prints.

    >>> html = page({"rows": [], "other": [], "summary": {}}, title="<b>", lang="zh")
    >>> "default-src 'none'" in html, "<b>" in html
    (True, False)
    """
    lang = lang or language()
    return live_page(viewer_rows(comparison), comparison_columns(heads, lang), title=title, lang=lang)


def comparison_columns(heads: tuple[str, str], lang: str) -> list[Column]:
    """Before and after, each with the name of its text.

    >>> [head for _, head in comparison_columns(("一审稿", "二审稿"), "zh")]
    ['一审稿', '二审稿']
    """
    titles = (translate(f"viewer.column-{side}", lang) for side in ("old", "new"))
    return list(zip(titles, heads, strict=True))
