"""One document of every kind that somebody reads, made from the sample, with a table in its annex.

Most come from the writers; those that speak of a workspace, a collection or a list of powers from the commands. All of
them are made in the language in use, of the texts that one gives.
"""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack import amend
from lawtrack.cli import main
from lawtrack.compare import compare, concordance
from lawtrack.formats import DOCUMENTS, Layout
from lawtrack.formats.comparison.concordance_docx import concordance_docx
from lawtrack.formats.comparison.concordance_html import to_html as concordance_html
from lawtrack.formats.comparison.docx import comparison_docx
from lawtrack.formats.comparison.files import to_html as comparison_html
from lawtrack.formats.comparison.files import to_markdown as comparison_markdown
from lawtrack.formats.comparison.merge_files import to_docx as merge_docx
from lawtrack.formats.comparison.merge_files import to_html as merge_html
from lawtrack.formats.comparison.merge_files import to_markdown as merge_markdown
from lawtrack.formats.comparison.tracked import tracked_docx
from lawtrack.formats.comparison.xlsx import comparison_xlsx, concordance_xlsx
from lawtrack.formats.instruments.decision_files import to_docx as decision_docx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.instruments.files import to_markdown as copy_markdown
from lawtrack.formats.instruments.html import to_html as copy_html
from lawtrack.formats.layout import Office, Origin
from lawtrack.formats.plan.html import status_html
from lawtrack.formats.plan.report import status_docx
from lawtrack.formats.plan.text import status_markdown
from lawtrack.formats.plan.xlsx import status_xlsx
from lawtrack.law import parse
from lawtrack.merge import merge
from lawtrack.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

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
WRITTEN = (
    "copy", "comparison", "changed", "framed", "coloured", "columns", "concordance", "wide", "tracked", "decision",
    "merge", "plan",
)  # fmt: skip
"""Word files that a writer makes from texts."""
COMMANDED = (*DOCUMENTS, "opinions", "powers", "cleaning", "verified", "duties", "beside")
"""Word files that a command makes from what is recorded."""
SHEETS = (
    "comparison", "concordance", "plan", "opinions", "powers", "cleaning", "verified", "duties", "beside",
)  # fmt: skip
"""Workbooks."""
MADE_BY = {
    "instruments.docx:docx_bytes": ("copy",),
    "comparison.docx:comparison_docx": ("comparison", "changed", "framed", "coloured", "columns"),
    "comparison.concordance_docx:concordance_docx": ("concordance", "wide"),
    "comparison.tracked:tracked_docx": ("tracked",),
    "instruments.decision_files:to_docx": ("decision",),
    "comparison.merge_files:to_docx": ("merge",),
    "plan.report:status_docx": ("plan",),
    "procedure.files:document_docx": DOCUMENTS,
    "opinions.docx:report_docx": ("opinions",),
    "listing.files:listing_docx": ("powers", "cleaning", "verified", "duties", "beside"),
}
"""Writer of Word files, as the tables of writers name it → the kinds that it makes."""
SHEETS_BY = {
    "comparison.xlsx:comparison_xlsx": ("comparison",),
    "comparison.xlsx:concordance_xlsx": ("concordance",),
    "plan.xlsx:status_xlsx": ("plan",),
    "opinions.xlsx:report_xlsx": ("opinions",),
    "listing.xlsx:listing_xlsx": ("powers", "cleaning", "verified", "duties", "beside"),
}
"""The same for workbooks."""
NAMES = (
    *(f"{name}.docx" for name in (*WRITTEN, *COMMANDED)),
    *(f"{name}.xlsx" for name in SHEETS),
)
LISTED = {
    "opinions": ("opinion", "export", "health"),
    "powers": ("powers", "diff", "city", "2019-06-30", "2020-06-30"),
    "cleaning": ("collection", "affected", "law.txt", "now.txt", "--in", "lib"),
    "beside": ("collection", "beside", "c.txt", "--with", "某市卫生条例", "--in", "lib"),
    "verified": ("amend", "verify", "b.txt", "decision.txt", "c.txt"),
    "duties": ("duties", "c.txt"),
}
"""Kind → the command that makes it as a Word file, a workbook, a page and Markdown, without -o."""
LAW = "某国卫生法\n第一条　为了卫生，制定本法。\n第二条　单位应当清扫责任区。\n第三条　本法自2010年1月1日起施行。\n"
LAW_NOW = LAW.replace("第三条", "第四条").replace("第二条", "第二条　国务院负责全国的卫生工作。\n第三条", 1)
BY_LAW = (
    "某市卫生条例\n（2015年1月1日某市人民代表大会常务委员会通过）\n第一条　为了卫生，根据《某国卫生法》，制定本条例。\n"
    "第二条　违反《某国卫生法》第二条规定，不清扫责任区的，由市城管局处五十元以上二百元以下罚款。\n"
    "第三条　单位应当清扫责任区。\n第四条　本条例自2015年5月1日起施行。\n"
)
POWERS = (
    (
        "编码,事项名称,类型,实施主体,实施依据\nA1,对乱倒垃圾的处罚,处罚,市城管局,《某市卫生条例》第二条\n"
        "A2,养犬登记,确认,市公安局,《某市卫生条例》第三条\n"
    ),
    (
        "编码,事项名称,类型,实施主体,实施依据\nA1,对乱倒垃圾的处罚,处罚,市环卫局,《某市卫生条例》第二条\n"
        "A9,烟花燃放许可,许可,市公安局,《某市卫生条例》第三条\n"
    ),
)


def written_kinds(texts: Sequence[str] = TEXTS) -> dict[str, bytes]:
    """The bytes of each kind of WRITTEN and SHEETS that a writer makes from texts, and of pages and Markdown, by file name."""
    first, second, third = texts
    found, threads = compare(first, third), concordance(texts)
    merged, plan = merge(first, second, third), [Plan.load(ROOT / "plans" / "2020.yaml")]
    columns = ("上位法依据", "现行", "草案", "修改理由")
    return {
        "copy.docx": docx_bytes(parse(third), LAYOUT),
        "comparison.docx": comparison_docx(found, LAYOUT),
        "changed.docx": comparison_docx(found, _with(changed_only=True)),
        "framed.docx": comparison_docx(found, _with(marks="frame", noise=True)),
        "coloured.docx": comparison_docx(found, _with(marks="colour")),
        "columns.docx": comparison_docx(found, _with(columns=columns)),
        "concordance.docx": concordance_docx(threads, LAYOUT),
        "wide.docx": concordance_docx(concordance([*texts, *texts, first, second]), LAYOUT),
        "tracked.docx": tracked_docx(found, LAYOUT),
        "decision.docx": decision_docx(amend.write(second, third), LAYOUT),
        "merge.docx": merge_docx(merged, layout=LAYOUT),
        "plan.docx": status_docx(plan, "2020-09-01"),
        "comparison.xlsx": comparison_xlsx(found, LAYOUT),
        "concordance.xlsx": concordance_xlsx(threads, LAYOUT),
        "plan.xlsx": status_xlsx(plan, "2020-09-01"),
        "copy.html": copy_html(parse(third), LAYOUT),
        "comparison.html": comparison_html(found, LAYOUT),
        "concordance.html": concordance_html(threads, LAYOUT),
        "merge.html": merge_html(merged),
        "plan.html": status_html(plan, "2020-09-01"),
        "copy.md": copy_markdown(parse(third), LAYOUT),
        "comparison.md": comparison_markdown(found, LAYOUT),
        "merge.md": merge_markdown(merged),
        "plan.md": status_markdown(plan, "2020-09-01"),
    }


def _with(**told: Any) -> Layout:
    return replace(LAYOUT, **told)


def commanded_kinds(folder: Path, texts: Sequence[str] = TEXTS, lang: str = "zh") -> dict[str, bytes]:
    """The files that commands make in a workspace at `folder`, by their names with endings."""
    with pytest.MonkeyPatch.context() as patch, chdir(folder):
        (folder / "gitconfig").write_text("[user]\nname = 李娜\nemail = li@example.cn\n", encoding="utf-8")
        patch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
        patch.setenv("LAWTRACK_LANG", lang)
        _fill(folder, texts)
        out = folder / "out"
        out.mkdir()
        for kind in DOCUMENTS:
            _run("document", kind, "health", "-o", f"out/{kind}.docx")
        for ending in ("docx", "xlsx", "html", "md"):
            for name, command in LISTED.items():
                if (name, ending) != ("opinions", "html"):
                    _run(*command, "-o", f"out/{name}.{ending}")
    return {path.name: path.read_bytes() for path in out.iterdir()}


def _fill(folder: Path, texts: Sequence[str]) -> None:
    """A workspace with three versions, two opinions, two lists of powers; a collection of one instrument."""
    first, second, third = texts
    said = {"law.txt": LAW, "now.txt": LAW_NOW, "old.csv": POWERS[0], "new.csv": POWERS[1]}
    said |= {"a.txt": first, "b.txt": second, "c.txt": third, "decision.txt": amend.write(second, third)}
    for name, words in said.items():
        (folder / name).write_text(words, encoding="utf-8")
    (folder / "laws").mkdir()
    (folder / "laws" / "one.txt").write_text(BY_LAW, encoding="utf-8")
    _run("init", ".")
    for name, stage, day in (
        ("a", "一审", "2020-07-30"),
        ("b", "二审", "2020-08-20"),
        ("c", "表决稿", "2020-08-28"),
    ):
        _run("import", f"{name}.txt", "--draft", "health", "--stage", stage, "--date", day)
    for clause, words in (("第一条", "建议写明目的。"), ("第三条", "建议明确部门。")):
        _run("opinion", "add", "health", words, "--clause", clause, "--on", "一审", "--source", "某局",
             "--kind", "部门和单位")  # fmt: skip
    for name, day in (("old", "2019-06-30"), ("new", "2020-06-30")):
        _run("powers", "import", f"{name}.csv", "--list", "city", "--date", day)
    _run("collection", "build", "laws", "-o", "lib")


def _run(*command: str) -> None:
    assert main(list(command)) in (0, 1), command
