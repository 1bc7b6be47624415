"""Every option that takes one of a few values, given another: refused in both languages, with the values that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import lawtrack
from lawtrack import amend
from lawtrack.collection import Collection
from lawtrack.compare import comparison_table, summary_sentence
from lawtrack.drafts import Author, stage_id, stage_label
from lawtrack.errors import LawtrackError
from lawtrack.formats import (
    Layout,
    Office,
    comparison_in,
    read_comparison,
    read_data,
    read_tables_data,
    read_text,
    write_comparison,
    write_document,
)
from lawtrack.merge import merge
from lawtrack.messages import set_language, use_language
from lawtrack.opinions import new_answer
from lawtrack.store import Rounds, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = "某市公园条例\n第一条　为了管理公园，制定本条例。\n第二条　公园开放。\n"
NEW = OLD.replace("开放", "免费开放")
CLERK = Author("某某", "clerk@example.cn")
WRONG: Any = "wrnog"
DOSSIER: Any = None  # never looked at


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("options")
    (folder / "a.txt").write_text(OLD, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def workspace(place: Path) -> Workspace:
    made = Workspace.create(place / "工作区", author=CLERK)
    made.import_version("park", OLD, stage="一审", date="2020", author=CLERK)
    made.rounds("park").open("first", "怎样改？", author=CLERK)
    return made


@pytest.fixture(scope="module")
def rounds(workspace: Workspace) -> Rounds:
    return workspace.rounds("park")


def refused(call: Callable[[], Any]) -> list[str]:
    """What the refusal says in Chinese and in English."""
    told = []
    for lang in ("zh", "en"):
        with use_language(lang), pytest.raises((LawtrackError, ValueError)) as refusal:
            call()
        with use_language(lang):
            told.append(str(refusal.value))
    return told


OF_TEXTS = {
    "merge(depth)": (lambda: merge(OLD, OLD, NEW, depth=WRONG), "words"),
    "amend.write(form)": (lambda: amend.write(OLD, NEW, form=WRONG), "decision"),
    "amend.compose(form)": (lambda: amend.compose(OLD, NEW, form=WRONG), "decision"),
    "amend.write_package(layout)": (lambda: amend.write_package([(OLD, NEW)], layout=WRONG), "listed"),
    "amend.compose_package(layout)": (lambda: amend.compose_package([(OLD, NEW)], layout=WRONG), "listed"),
    "Layout(marks)": (lambda: Layout(marks=WRONG), "colour"),
    "Layout(columns)": (lambda: Layout(columns=("old", WRONG)), "remark"),
    "Office(marks)": (lambda: Office(marks=WRONG), "colour"),
    "Office(paper)": (lambda: Office(paper=WRONG), "A4"),
    "read_data(tracked)": (lambda: read_data(b"x", "a.txt", tracked=WRONG), "accepted"),
    "read_tables_data(tracked)": (lambda: read_tables_data(b"x", "a.csv", tracked=WRONG), "accepted"),
    "comparison_in(tracked)": (lambda: comparison_in(b"x", "a.docx", tracked=WRONG), "accepted"),
    "new_answer(result)": (lambda: new_answer(WRONG), None),
    "stage_id": (lambda: stage_id("frist-reading"), "first-reading"),
    "stage_label(lang)": (lambda: stage_label("passed", WRONG), "zh"),
    "set_language": (lambda: set_language(WRONG), "zh"),
    "comparison_table(lang)": (lambda: comparison_table(lawtrack.compare(OLD, NEW), lang=WRONG), "zh"),
    "summary_sentence(lang)": (lambda: summary_sentence(lawtrack.compare(OLD, NEW).to_dict(), lang=WRONG), "zh"),
    "check(config)": (lambda: lawtrack.check(OLD, config={"checks": {WRONG: "x"}}), "must"),
}  # fmt: skip


@pytest.mark.parametrize("name", OF_TEXTS)
def test_an_option_on_texts_says_which_values_there_are(name: str):
    call, value = OF_TEXTS[name]
    chinese, english = refused(call)
    assert value is None or (value in chinese and value in english)
    assert chinese != english
    if name != "Layout(columns)":  # whose heads are Chinese in either language
        assert not any("一" <= sign <= "鿿" or sign == "、" for sign in english)


def test_an_option_on_files_says_which_values_there_are(place: Path):
    file = place / "a.txt"
    calls: dict[str, Callable[[], Any]] = {
        "accepted": lambda: lawtrack.read(file, tracked=WRONG),
        "rejected": lambda: read_text(file, tracked=WRONG),
        "accepted、": lambda: read_comparison(file, tracked=WRONG),
        ".docx": lambda: write_comparison(lawtrack.compare(OLD, NEW), place / "a.wrnog"),
        "explanation": lambda: write_document(WRONG, DOSSIER, place / "a.docx"),
    }
    for value, call in calls.items():
        assert value in refused(call)[0]


def test_an_option_of_a_workspace_says_which_values_there_are(workspace: Workspace, rounds: Rounds):
    before = workspace.repository.run("for-each-ref")
    calls: dict[str, Callable[[], Any]] = {
        "first-reading": lambda: workspace.save(
            "park", NEW, stage="frist-reading", date="2020", author=CLERK
        ),
        "department": lambda: workspace.opinions("park").new("好。", source="某局", date="2020", kind=WRONG),
        "instead": lambda: rounds.suggest("first", "第一条", "略。", spot=WRONG, author=CLERK),
        "accepted": lambda: rounds.decide("first", ["s-1"], WRONG, author=CLERK),
        "theirs": lambda: workspace.asides().decide("a-1", WRONG, author=CLERK),
    }
    for value, call in calls.items():
        assert all(value in told for told in refused(call))
    assert workspace.repository.run("for-each-ref") == before


def test_an_option_of_a_collection_says_which_values_there_are(place: Path):
    collection = Collection.build([place / "a.txt"], place / "法规库")
    assert "paragraph" in refused(lambda: collection.search("公园", level=WRONG))[0]
    assert "local-regulation" in refused(lambda: collection.search("公园", kind=WRONG))[1]
