"""What `verify` found, as a file: one row a clause, what was decided beside what was published, the difference marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lawtrack.compare import Span, inline_ops
from lawtrack.formats.listing.files import write_listing
from lawtrack.formats.listing.model import Listing, ListingCell
from lawtrack.messages import known, translate

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from lawtrack.amend import CheckedClause, Verified

_HEADS = ("label", "verdict", "decided", "published", "reason")
_WIDTHS = (8, 12, 30, 30, 20)


def write_verified(verified: Verified, path: str | os.PathLike[str]) -> Path:
    r"""Write the table of differences to `path` (.docx .html .xlsx .csv .json .md), whole or not at all; the path.

    Raises UnusableInput for an ending that nobody writes, NotSaved where the system refuses.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from lawtrack.amend import verify
    >>> from lawtrack.formats import write_verified
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_verified(verify(base, decision, "某市公园条例\n第一条　公园开放。"), Path(folder, "核对.md")).name
    '核对.md'
    """
    return write_listing(verified_listing(verified), path)


def verified_listing(verified: Verified) -> Listing:
    r"""What `verify` found as a table: one row a clause, what was decided beside what was published, the difference marked.

    >>> from lawtrack.amend import verify
    >>> from lawtrack.formats import verified_listing
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> [row[:2] for row in verified_listing(verify(base, decision, base)).rows]
    [('第二条', '决定而未改')]
    """
    return Listing(
        translate("amend.verify-title", title=verified.title),
        tuple(translate(f"amend.verify-head-{head}") for head in _HEADS),
        _WIDTHS,
        [_row(clause) for clause in verified.articles],
        notes=summary_of(verified),
    )


def summary_of(verified: Verified) -> tuple[str, ...]:
    r"""What was found in sentences: that all is as decided or how much is not, and what could not be applied.

    >>> from lawtrack.amend import verify
    >>> from lawtrack.formats import summary_of
    >>> base = "某市公园条例\n第一条　公园开放。\n第二条　公园免费。"
    >>> decision = "关于修改《某市公园条例》的决定\n一、删去第二条。\n本决定自公布之日起施行。"
    >>> summary_of(verify(base, decision, "某市公园条例\n第一条　公园开放。"))
    ('公布的文本与决定一致。',)
    """
    counts = verified.to_dict()["summary"]
    lines = [
        translate("amend.verify-faithful")
        if verified.faithful
        else translate(
            "amend.verify-summary",
            decided=counts["as-decided"],
            other=counts["not-decided"],
            missing=counts["not-done"],
        )
    ]
    reasons = [one.reason for one in verified.applied.instructions if one.reason]
    reasons += [doubt.message for doubt in verified.applied.apart]
    if not verified.applied.complete:
        lines.append(translate("amend.verify-incomplete", words=" ".join(reasons)))
    return tuple(lines)


def _row(clause: CheckedClause) -> tuple[ListingCell, ...]:
    ops = inline_ops(clause.decided, clause.published)
    decided = tuple(Span(words, new=op == "delete") for op, words in ops if op != "insert")
    published = tuple(Span(words, new=op == "insert") for op, words in ops if op != "delete")
    verdict = translate(f"amend.verify-verdict-{clause.verdict}")
    part = f"viewer.level-{clause.label}"  # 标题, 题注: what has no number
    label = translate(part) if known(part) else clause.label
    return label, verdict, decided or "", published or "", clause.reason.message
