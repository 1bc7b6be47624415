"""The sample workspace: the shape of its texts, that they are our own, and the drafter's lists of what changed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from ruamel.yaml import YAML

import lawtrack
from lawtrack.law import parse, render, to_int

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lawtrack.law import Instrument

ROOT = Path(__file__).resolve().parents[2]
DRAFTS = ROOT / "drafts"
HEALTH = DRAFTS / "patriotic-health"
MARK = "示例文本，非正式文本"
THIN = [
    "cattle-sheep-slaughter",
    "clean-air",
    "elderly-rights",
    "pig-slaughter",
    "police-auxiliary",
    "street-committees",
]
SHAPES = {
    "01-in-force-text": (31, "总则 管理 监督 奖惩 附则"),
    "02-first-reading": (
        46,
        "总则 组织管理 健康教育和健康促进 环境卫生治理 卫生创建与健康建设 病媒生物预防控制 监督考核管理 法律责任 附则",
    ),
    "03-passed": (
        47,
        "总则 组织管理 健康教育和健康促进 环境卫生治理 卫生创建与健康建设 病媒生物预防控制 监督考核管理 法律责任 附则",
    ),
}
STEPS = {
    "changes_1_2": ("01-in-force-text", "02-first-reading"),
    "changes_2_3": ("02-first-reading", "03-passed"),
}
# Names, acts with their dates, citations and closing formulae: nobody can write these in words of their own.
FORMULAE = re.compile(
    r"(?:年月日)?(?:昆明市|云南省)第[一二三四五六七八九十]+届人民代表大会常务委员会第[一二三四五六七八九十]+次会议(?:通过|批准)?"
    "|昆明市人民代表大会常务委员会关于修改昆明市旅游业监察条例等四件地方性法规有关条文的决定|昆明市爱国卫生工作管理条例同时废止"
    "|中华人民共和国(?:基本医疗卫生与健康促进|治安管理处罚|传染病防治)法|有关法律法规结合本市实际制定本条例"
    r"|违反本条例(?:第[一二三四五六七八九十]+[条款项])+规定|违反本条例规定有下列情形之一的|给予处分构成犯罪的依法追究刑事责任"
    "|国家机关社会团体企业事业单位|爱国卫生运动委员会以下简称爱卫会|有关爱国卫生工作的法律法规"
    "|由县市区卫生健康主管部门责令(?:限期)?改正|市县市区人民政府应当|乡镇人民政府和街道办事处"
)
NOT_HAN = re.compile(r"[^一-鿿]")
LABEL = re.compile(r"^(?:第[一二三四五六七八九十]+条|（[一二三四五六七八九十]+）)")
CITED = re.compile(r"本条例((?:[、和至]?第[一二三四五六七八九十]+[条款项])+)")
STEP = re.compile(r"第[一二三四五六七八九十]+[条款项]")


class Change(NamedTuple):
    """One row of a drafter's list."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    kind: str
    moved: bool


def record(slug: str) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(DRAFTS / slug / "draft.yaml")
    return found


def text(name: str) -> str:
    return (HEALTH / "stages" / f"{name}.md").read_text(encoding="utf-8")


def changes(name: str) -> list[Change]:
    listed = (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in listed.splitlines() if line.startswith(("| 第", "| —"))]
    return [_change([cell.strip() for cell in row]) for row in rows]


def _change(cells: list[str]) -> Change:
    old, new = (tuple(STEP.findall(cell)) for cell in cells[:2])
    return Change(old, new, cells[2], cells[3] == "moved")


def words(doc: Instrument) -> dict[str, str]:
    return {article.label: article.words for article in doc.articles}


@pytest.mark.parametrize("name", SHAPES)
def test_a_stage_text_has_the_shape_of_the_real_one(name: str) -> None:
    doc = parse(text(name))
    articles, chapters = SHAPES[name]
    assert len(doc.articles) == articles
    assert [heading.heading for heading in doc.headings] == chapters.split()
    assert [article.eid for article in doc.articles] == [f"art_{n}" for n in range(1, articles + 1)]
    assert doc.problems == ()


@pytest.mark.parametrize("name", SHAPES)
def test_a_stage_text_is_canonical_and_says_that_it_is_a_sample(name: str) -> None:
    doc = parse(text(name))
    header, contents = doc.block("header"), doc.block("contents")
    assert header is not None
    assert header.text.startswith(f"（{MARK}。")
    assert contents is not None
    assert contents.lines[1:] == tuple(f"{node.label}　{node.heading}" for node in doc.headings)
    assert render(doc) == text(name)


def test_the_draft_lists_its_texts_in_order_of_time() -> None:
    draft = record("patriotic-health")
    stages = draft["stages"]
    assert draft["sample"] is True
    assert draft["notice"] == MARK
    assert [stage["stage"] for stage in stages] == ["in-force-text", "first-reading", "passed"]
    assert [str(stage["date"]) for stage in stages] == ["2013-06-28", "2020-07-30", "2020-08-28"]
    assert [stage["file"] for stage in stages] == [f"stages/{name}.md" for name in SHAPES]


def test_only_the_patriotic_health_draft_carries_text() -> None:
    assert sorted(path.name for path in DRAFTS.iterdir()) == sorted([*THIN, "patriotic-health"])
    for slug in THIN:
        assert [path.name for path in (DRAFTS / slug).iterdir()] == ["draft.yaml"]
        assert "stages" not in record(slug)


@pytest.mark.parametrize("slug", ["patriotic-health", *THIN])
def test_a_draft_agrees_with_its_plan_item(slug: str) -> None:
    draft = record(slug)
    plan = YAML(typ="safe").load(ROOT / "plans" / "2020.yaml")
    item = next(item for item in plan["items"] if item["id"] == draft["plan_item"])
    assert item["draft"] == slug
    assert {key: draft[key] for key in ("title", "instrument", "action")} == {
        key: item[key] for key in ("title", "instrument", "action")
    }


@pytest.mark.parametrize("name", SHAPES)
def test_every_citation_of_the_ordinance_itself_points_at_a_provision(name: str) -> None:
    doc = parse(text(name))
    cited = [run for article in doc.articles for run in CITED.findall(article.words)]
    assert len(cited) >= 3
    assert [address for run in cited for address in addresses(run) if address not in doc.by_eid] == []


def addresses(run: str) -> Iterator[str]:
    """The eid of each provision that 第十条第三款第一项、第二项 names."""
    levels = {"条": "art", "款": "para", "项": "item"}
    path: dict[str, str] = {}
    for step in STEP.findall(run):
        unit = step[-1]
        path = {key: path[key] for key in "条款项"[: "条款项".index(unit)] if key in path}
        if unit == "项" and "款" not in path:
            path["款"] = "para_1"
        path[unit] = f"{levels[unit]}_{to_int(step[1:-1])}"
        yield "__".join(path.values())


@pytest.mark.corpus
def test_no_sentence_is_taken_from_a_real_text(corpus: Path) -> None:
    real = "\n".join(
        line for path in (corpus / "kunming").glob("*.txt") for line in han(path.read_text("utf-8"))
    )
    ours = [piece for name in SHAPES for line in han(text(name)) for piece in own_words(line)]
    shared = {piece[at : at + 14] for piece in ours for at in range(len(piece) - 13)}
    assert sorted(run for run in shared if run in real) == []


def han(raw: str) -> list[str]:
    """The Chinese characters of each line, without labels and punctuation."""
    return [NOT_HAN.sub("", LABEL.sub("", line.strip("# 　"))) for line in raw.splitlines()]


def own_words(line: str) -> list[str]:
    """What is left of a line between the formulae."""
    return FORMULAE.sub("\n", line).split("\n")


@pytest.mark.parametrize("name", STEPS)
def test_a_change_list_holds_every_article_once(name: str) -> None:
    old, new = (words(parse(text(stage))) for stage in STEPS[name])
    listed = changes(name)
    assert sorted(label for row in listed for label in row.old) == sorted(old)
    assert [label for row in listed for label in row.new] == list(new)
    for row in listed:
        if row.kind in {"unchanged", "amended"}:
            assert (old[row.old[0]] == new[row.new[0]]) == (row.kind == "unchanged"), row


@pytest.mark.parametrize("name", STEPS)
def test_a_comparison_finds_what_the_drafter_did(name: str) -> None:
    old, new = (text(stage) for stage in STEPS[name])
    rows = lawtrack.compare(old, new).to_dict()["rows"]
    found = {Change(tuple(row["old"]), tuple(row["new"]), row["kind"], row["moved"]) for row in rows}
    assert found ^ set(changes(name)) == set()
