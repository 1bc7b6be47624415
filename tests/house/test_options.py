"""Every option that takes one of a few values, given another: refused in both languages, with the values that there are."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import lawtrack
from lawtrack import amend
from lawtrack.collection import Collection, compare_pairs
from lawtrack.compare import align_units, comparison_table, concordance, summary_sentence
from lawtrack.drafts import Author, stage_id, stage_label
from lawtrack.errors import LawtrackError
from lawtrack.formats import (
    Layout,
    Office,
    comparison_columns,
    comparison_in,
    front_end_words,
    read_comparison,
    read_data,
    read_tables_data,
    read_text,
    write_comparison,
    write_document,
)
from lawtrack.merge import merge
from lawtrack.messages import set_language, use_language
from lawtrack.notebook import ComparisonViewer, ConcordanceViewer, PlanPictures, PlanTable, Workbench
from lawtrack.opinions import kind_label, new_answer, result_label
from lawtrack.plan import Plan
from lawtrack.store import Rounds, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLD = "某市公园条例\n第一条　为了管理公园，制定本条例。\n第二条　公园开放。\n"
NEW = OLD.replace("开放", "免费开放")
CLERK = Author("某某", "clerk@example.cn")
WRONG: Any = "wrnog"
DOSSIER: Any = None  # never looked at
PARK = (OLD.replace("公园", "河道"), NEW.replace("公园", "河道"))
PLAN = Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")


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
    "amend.write(share)": (lambda: amend.write(OLD, NEW, share=WRONG), "1"),
    "amend.compose(share)": (lambda: amend.compose(OLD, NEW, share=WRONG), "1"),
    "amend.write_package(share)": (lambda: amend.write_package([(OLD, NEW), PARK], share=WRONG), "1"),
    "amend.compose_package(share)": (lambda: amend.compose_package([(OLD, NEW), PARK], share=WRONG), "1"),
    "compare(trust)": (lambda: lawtrack.compare(OLD, NEW, trust=WRONG), "0.9"),
    "align_units(trust)": (lambda: align_units([OLD], [NEW], trust=WRONG), "0.9"),
    "compare_pairs(trust)": (lambda: compare_pairs([("公园", OLD, NEW)], trust=WRONG), "0.9"),
    "comparison_columns(lang)": (lambda: comparison_columns(("", ""), WRONG), "zh"),
    "front_end_words(lang)": (lambda: front_end_words(WRONG), "zh"),
    "kind_label(kind)": (lambda: kind_label(WRONG), "department"),
    "result_label(result)": (lambda: result_label(WRONG), None),
    "new_answer(result)": (lambda: new_answer(WRONG), None),
    "ComparisonViewer(lang)": (lambda: ComparisonViewer(lawtrack.compare(OLD, NEW), lang=WRONG), "zh"),
    "ComparisonViewer.lang": (
        lambda: setattr(ComparisonViewer(lawtrack.compare(OLD, NEW)), "lang", WRONG), "zh"
    ),
    "ConcordanceViewer(lang)": (lambda: ConcordanceViewer(concordance([OLD, NEW]), lang=WRONG), "zh"),
    "PlanTable(lang)": (lambda: PlanTable(PLAN, "2020-09-01", lang=WRONG), "zh"),
    "PlanPictures(lang)": (lambda: PlanPictures(PLAN, "2020-09-01", lang=WRONG), "zh"),
    "Workbench(lang)": (lambda: Workbench(DOSSIER, lang=WRONG), "zh"),
    "PlanTable(as_of)": (lambda: PlanTable(PLAN, WRONG), None),
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


OPTIONS = {"columns", "depth", "form", "kind", "lang", "layout", "level", "marks", "page", "paper", "records",
           "result", "share", "spot", "stage", "take", "tracked", "trust"}  # fmt: skip
"""What an option that takes one of a few values is called."""
TRIED_ON_FILES = {
    "comparison_in(tracked)", "read(tracked)", "read_comparison(tracked)", "read_data(tracked)", "read_tables_data(tracked)",
    "read_text(tracked)", "write_document(kind)",
}  # fmt: skip
TRIED_ON_A_WORKSPACE = {
    "Asides.decide(take)",
    "Rounds.decide(decision)",
    "Rounds.suggest(spot)",
    "Workspace.save(stage)",
}
TRIED_ON_A_COLLECTION = {"Collection.search(kind)", "Collection.search(level)"}
ELSEWHERE = {
    "Instrument.block(kind)": "a question, whose answer is None for a kind that the text has not",
    "Memory.name(kind)": "a word of the name of a file in the cache",
    "Progress.may_have_been(stage)": "a stage of the profile, whichever it has",
    "Progress.overtaken(stage)": "a stage of the profile, whichever it has",
    "Rounds.close(stage)": "as Workspace.save",
    "Workspace.adopt(stage)": "as Workspace.save",
    "Workspace.amend(stage)": "as Workspace.save",
    "Workspace.correct(stage)": "as Workspace.save",
    "Workspace.import_version(stage)": "as Workspace.save",
    "Workspace.merge(stage)": "as Workspace.save",
    "Workspace.restore(stage)": "as Workspace.save",
    "Workspace.merge(depth)": "as merge(depth)",
    "Workspace.merge(take)": "as Merge.resolve",
    "checked_trust(trust)": "what checks it",
    "made(kind)": "as Opinions.new",
    "new_answer(stage)": "as stage_id, which takes the office's own words",
    "origin_of(kind)": "a name of ours for what a file was made from",
    "stage_label(stage)": "a stage of the office's own is shown by its own words",
}
"""Options that are no choice of the caller's, or are checked where another is."""


def options() -> Iterator[str]:
    """Every option of a public function or method, and of a widget, that takes one of a few values."""
    rooms = ("amend", "check", "collection", "compare", "drafts", "formats", "law", "merge", "notebook", "opinions", "plan",
             "powers", "records", "store")  # fmt: skip
    for room in rooms:
        face = import_module(f"lawtrack.{room}")
        for name in face.__all__:
            public = getattr(face, name)
            calls = {name: public} if inspect.isfunction(public) or room == "notebook" else {}
            if inspect.isclass(public):
                methods = {each: getattr(one, "__func__", one) for each, one in vars(public).items()}
                calls |= {f"{name}.{each}": one for each, one in methods.items()
                          if inspect.isfunction(one) and not each.startswith("_")}  # fmt: skip
            for said, call in calls.items():
                for option in inspect.signature(call).parameters.values():
                    words = str(option.annotation)
                    plain = not any(
                        kind in words
                        for kind in ("Layout", "Source", "AmendingInstrument", "tuple", "Sequence[tuple")
                    )
                    if "Literal" in words or (option.name in OPTIONS and plain):
                        yield f"{said}({option.name})"


def test_every_option_of_a_public_call_is_tried() -> None:
    """A new option that takes one of a few values has to join one of the tables above."""
    tried = {name.removeprefix("amend.") for name in OF_TEXTS} | TRIED_ON_FILES | TRIED_ON_A_WORKSPACE
    assert sorted(set(options()) - tried - TRIED_ON_A_COLLECTION - set(ELSEWHERE)) == []
    assert sorted(set(ELSEWHERE) - set(options())) == []
