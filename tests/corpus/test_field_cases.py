"""The inputs of the shared field cases give what their README says; skipped where the cases are not beside the project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lawtrack.amend import apply as amend
from lawtrack.amend import read as read_decision
from lawtrack.check import apply_fixes, check
from lawtrack.cli import main
from lawtrack.compare import compare
from lawtrack.formats import read, read_comparison, read_published
from lawtrack.law import citations, instruments_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.corpus, pytest.mark.filterwarnings("ignore::UserWarning")]


@pytest.fixture
def field(corpus: Path) -> Path:
    folder = corpus.parent / "cases" / "field"
    if not folder.is_dir():
        pytest.skip("no field cases beside the project")
    return folder


@pytest.mark.parametrize(
    ("name", "articles", "headings"),
    [
        ("approved-by-province.txt", 5, 2),
        ("consultation-notice.txt", 3, 2),
        ("chapter-over-numerals.txt", 3, 2),
        ("traditional.txt", 2, 0),
        ("front-matter.md", 2, 0),
        ("saved-page.html", 3, 0),
        ("order-under-title.txt", 2, 0),
    ],
)
def test_structure(field: Path, name: str, articles: int, headings: int) -> None:
    doc = read(field / name)
    assert (len(doc.articles), len(doc.headings)) == (articles, headings)
    assert doc.title


def test_items_in_one_line(field: Path) -> None:
    doc = read(field / "items-in-one-line.txt")
    assert [len(doc.articles[at].children[0].children) for at in (0, 2)] == [3, 3]


@pytest.mark.parametrize("name", ["penalty-references.txt", "ordinary-words.txt"])
def test_no_finding(field: Path, name: str) -> None:
    assert check(read(field / name)) == []


def test_ordinary_words(field: Path) -> None:
    doc = read(field / "ordinary-words.txt")
    holders = {cited.holder.partition("__")[0] for cited in citations(doc)}
    assert holders == {"art_5", "art_6"}


@pytest.mark.parametrize("name", ["fix-wording.txt", "fix-roles.txt"])
def test_fixes_change_references_to_items_only(field: Path, name: str) -> None:
    doc = read(field / name)
    found = check(doc)
    assert {finding.code for finding in found} <= {"item-brackets"}
    assert len(check(apply_fixes(doc.text, found))) == 0


def test_the_note_of_an_approving_province(field: Path) -> None:
    found = check(read(field / "approved-by-province.txt"))
    assert {finding.code for finding in found} == {"half-width-brackets"}


def test_a_notice_is_not_compared(field: Path) -> None:
    found = compare(read(field / "consultation-notice.txt"), read(field / "consultation-clean.txt"))
    assert found.to_dict()["summary"]["amended"] == 1


def test_line_numbers(field: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = []
    for name in ("line-numbers.md", "line-numbers.txt"):
        main(["check", "--json", str(field / name)])
        lines.append([finding["line"] for finding in json.loads(capsys.readouterr().out)])
    assert lines == [[7], [7]]


def test_decisions(field: Path) -> None:
    title = read_decision((field / "decision-title-three-lines.txt").read_text(encoding="utf-8")).title
    assert title == read(field / "decision-title-three-lines.txt").title
    assert title.startswith("某市人民代表大会常务委员会关于修改")
    base, decision = (
        (field / f"new-section-{name}.txt").read_text(encoding="utf-8") for name in ("base", "decision")
    )
    assert amend(base, decision).text.index("第一节") < amend(base, decision).text.index("第二节")


@pytest.mark.parametrize(
    ("name", "actions"),
    [
        ("plan-list.txt", ["amend", "amend", "amend", "enact", "enact", "repeal"]),
        ("plan-table.html", ["enact", "enact", "repeal", "revise"]),
        ("plan-prose.txt", ["enact"] * 3 + ["repeal"] + ["revise"] * 4),
    ],
)
def test_plans(field: Path, name: str, actions: list[str]) -> None:
    found = read_published(field / name, year=2024, title="计划", jurisdiction="某市")
    assert sorted(item.action for item in found.plan.items) == actions


def test_two_instruments(field: Path) -> None:
    both = instruments_in((field / "two-instruments.txt").read_text(encoding="utf-8"))
    assert [len(doc.articles) for doc in both] == [2, 2]
    assert read(field / "two-instruments.txt", title=both[1].title).text == both[1].text


def test_a_returned_table(field: Path) -> None:
    table = read_comparison(field / "returned-table.csv")
    assert [len(read(field / "returned-table.csv", column=side).articles) for side in ("old", "new")] == [
        3,
        4,
    ]
    assert [one.label for one in table.remarks()] == ["第一条", "第三条"]
