"""One document of every kind that is printed, made from the sample, with a table in its annex."""

from __future__ import annotations

from pathlib import Path

from lawtrack import amend
from lawtrack.compare import compare, concordance
from lawtrack.formats import Layout
from lawtrack.formats.comparison.concordance_docx import concordance_docx
from lawtrack.formats.comparison.docx import comparison_docx
from lawtrack.formats.comparison.merge_files import to_docx as merge_docx
from lawtrack.formats.comparison.tracked import tracked_docx
from lawtrack.formats.instruments.decision_files import to_docx as decision_docx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.layout import Office, Origin
from lawtrack.formats.plan.report import status_docx
from lawtrack.law import parse
from lawtrack.merge import merge
from lawtrack.plan import Plan

ROOT = Path(__file__).resolve().parents[2]
STAGES = ROOT / "drafts" / "patriotic-health" / "stages"
ANNEX = "\n附件：\n收费表\n序号\t事项\t金额\n1\t登记\t{}元\n2\t占用场地（每100m²）\t免费\n"
TEXTS = [
    path.read_text(encoding="utf-8") + ANNEX.format(10 + at)
    for at, path in enumerate(sorted(STAGES.glob("*.md")))
]
LAYOUT = Layout(
    office=Office(mark="内部资料", unit="某市人大常委会法工委"),
    origin=Origin(
        kind="comparison",
        draft="patriotic-health",
        versions=("1" * 40, "2" * 40),
        stages=("一审稿 2020年7月30日", "表决稿 2020年8月28日"),
        author="王小明",
        day="2020-08-28",
    ),
)


def every_kind() -> dict[str, bytes]:
    """The bytes of each kind, by its name."""
    first, second, third = TEXTS
    return {
        "copy": docx_bytes(parse(third), LAYOUT),
        "comparison": comparison_docx(compare(first, third), LAYOUT),
        "concordance": concordance_docx(concordance(TEXTS), LAYOUT),
        "wide": concordance_docx(concordance([*TEXTS, *TEXTS, first, second]), LAYOUT),
        "tracked": tracked_docx(compare(first, third), LAYOUT),
        "decision": decision_docx(amend.write(second, third), LAYOUT),
        "merge": merge_docx(merge(first, second, third), layout=LAYOUT),
        "plan": status_docx([Plan.load(ROOT / "plans" / "2020.yaml")], "2020-09-01"),
    }
