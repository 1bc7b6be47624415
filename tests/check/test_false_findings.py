"""How many findings are false, recomputed from 207 that were judged by hand one by one, each read in its text.

`labels/findings.tsv` holds places and verdicts, no sentences: every finding of the 56 local texts among the corpus's
single instruments, and of more local texts till there were
207 (the one in `single/s302.txt` came when a rule was mended). A finding that is no longer made counts no more; one that
is made and was not judged counts as false.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from lawtrack.check import check
from lawtrack.law import parse

if TYPE_CHECKING:
    from collections.abc import Callable

LABELS: Final = Path(__file__).with_name("labels") / "findings.tsv"
MOST_FALSE: Final = {"error": 0.02, "warning": 0.10, "hint": 0.20}
WHOLE: Final = "single/"
"""Of these texts every finding was judged; of the others those that are listed."""


@pytest.mark.corpus
def test_few_findings_are_false(corpus: Path, record_property: Callable[[str, object], None]) -> None:
    verdicts = judged()
    told: Counter[str] = Counter()
    false: Counter[str] = Counter()
    of_rules: list[str] = []
    for name in sorted({place[0] for place in verdicts}):
        doc = parse((corpus / name).read_text(encoding="utf-8"))
        for finding in check(doc):
            start = doc.by_eid[finding.eid].start if finding.eid else 0
            place = (name, finding.code, finding.eid or "-", str(finding.start - start))
            if place not in verdicts and not name.startswith(WHOLE):
                continue
            told[str(finding.severity)] += 1
            if verdicts.get(place) != "right":
                false[str(finding.severity)] += 1
                of_rules.append(f"{finding.code} at {name} {finding.eid}")
    report = "; ".join(f"{name}: {false[name]} of {told[name]} false" for name in MOST_FALSE)
    record_property("false findings", report)
    for name, most in MOST_FALSE.items():
        assert false[name] <= most * told[name], f"{report}\n" + "\n".join(of_rules)


def judged() -> dict[tuple[str, ...], str]:
    """The verdict on each place: file, rule, clause, offset in the clause."""
    rows = [line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines()[1:]]
    return {tuple(row[:4]): row[5] for row in rows}
