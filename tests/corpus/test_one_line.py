"""Real texts without their line breaks have the articles and headings that they have with them; skipped without a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.corpus


def outline(doc: Instrument) -> list[tuple[str, str]]:
    return [(node.label, node.heading) for node in (*doc.articles, *doc.headings)]


@pytest.mark.parametrize(("gap", "least"), [(" ", 0.92), ("", 0.9)])
def test_a_text_in_one_line_keeps_its_outline(corpus: Path, gap: str, least: float) -> None:
    docs = [parse(file.read_text(encoding="utf-8")) for file in sorted((corpus / "single").glob("*.txt"))]
    docs = [doc for doc in docs if "第" in "".join(node.label for node in doc.articles[:1])]
    docs = [doc for doc in docs if not any(block.kind == "annex" for block in doc.blocks)]
    kept = [
        outline(parse(gap.join(line.strip() for line in doc.text.split("\n") if line.strip())))
        == outline(doc)
        for doc in docs
    ]
    assert len(docs) > 50
    assert sum(kept) >= least * len(docs), f"{sum(kept)} of {len(docs)}"
