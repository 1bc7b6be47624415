"""Precision and recall on 759 references of real texts, labelled by hand; 247 of penalty articles of local ordinances.

`citations_labelled.tsv` holds places and targets, no sentences: file, article, offset in the article (characters),
target (eids, or 《title》 and label). An article with "-" holds words that look like a reference and are none.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lawtrack.law import Citation, citations, parse

if TYPE_CHECKING:
    from collections.abc import Callable

LABELS = Path(__file__).with_name("citations_labelled.tsv")
FLOOR = 0.99


@pytest.mark.corpus
def test_references_are_found_and_resolved(
    corpus: Path, record_property: Callable[[str, object], None]
) -> None:
    right = found = wanted = 0
    wrong: list[str] = []
    for name, rows in groupby(labels(), key=lambda row: row[0]):
        listed = list(rows)
        expected = {row[1:] for row in listed if row[2] != "-"}
        read = read_places(corpus / name, {row[1] for row in listed})
        right, found, wanted = right + len(read & expected), found + len(read), wanted + len(expected)
        wrong += [f"{name}: {sorted(read ^ expected)}"] if read != expected else []
    precision, recall = right / found, right / wanted
    report = f"precision {precision:.3f}, recall {recall:.3f} of {wanted}\n" + "\n".join(wrong)
    record_property("precision and recall", report)
    assert wanted >= 600
    assert min(precision, recall) >= FLOOR, report


def labels() -> list[tuple[str, ...]]:
    return [tuple(line.split("\t")) for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]]


def read_places(path: Path, articles: set[str]) -> set[tuple[str, str, str]]:
    doc = parse(path.read_text(encoding="utf-8"))
    chosen = [doc.by_eid[eid] for eid in articles]
    return {
        (article.eid, str(cited.start - article.start), target(cited))
        for cited in citations(doc)
        for article in chosen
        if article.start <= cited.start < article.end
    }


def target(cited: Citation) -> str:
    if cited.instrument:
        return f"《{cited.instrument}》{cited.label}"
    return ",".join(cited.targets) or f"?{cited.label}"
