"""What the page asks and the kernel answers, without a browser: the year and every change of it."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.messages import catalogue
from lawtrack.notebook import workbench
from lawtrack.notebook.page.bench import ACTIONS, answer
from lawtrack.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.notebook.page.desk import Desk

    Ask = Callable[..., dict[str, Any]]


def head(desk: Desk) -> str:
    done = subprocess.run(
        ["git", "log", "-1", "--format=%s"], cwd=desk.workspace.root, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout.strip()


def row_of(reply: dict[str, Any], item: str) -> dict[str, Any]:
    return next(row for row in reply["result"]["rows"] if row["id"] == item)


def test_the_year_opens_on_today_while_it_runs_and_on_its_last_fact_afterwards(ask: Ask, desk: Desk) -> None:
    assert ask("year.show")["result"]["as_of"] == "2020-09-01"
    desk.today = lambda: date(2026, 11, 28)
    shown = ask("year.show")["result"]
    facts = [held.date.latest for item in Plan.load(desk.plan_file(2020)).items for held in item.milestones]
    assert shown["as_of"] == max(day for day in facts if day).isoformat()
    assert len(shown["rows"]) == 12


def test_what_presses_comes_first_and_unknown_is_not_late(ask: Ask) -> None:
    rows = ask("year.show")["result"]["rows"]
    order = ["late", "soon", "running", "silent", "open", "unknown", "ended", "done"]
    places = [order.index(row["timeliness"]) for row in rows]
    assert places == sorted(places)
    unknown = next(row for row in rows if row["stage"] == "unknown")
    assert unknown["timeliness"] == "unknown"
    assert not unknown["overdue"]


def test_a_stage_is_recorded_as_one_commit_and_taken_back(ask: Ask, desk: Desk) -> None:
    before = desk.plan_file(2020).read_bytes()
    reply = ask("year.record", year=2020, item="clean-air", stage="second-reading", date="2020-08-30")
    assert reply["ok"], reply
    assert "二审" in reply["say"]
    assert head(desk) == "计划2020：昆明市大气污染防治条例 二审"
    assert row_of(ask("year.show"), "clean-air")["track"][4]["date"] == "2020-08-30"
    assert ask("undo", token=reply["undo"])["ok"]
    assert desk.plan_file(2020).read_bytes() == before
    assert head(desk) == "撤销：计划2020：昆明市大气污染防治条例 二审"
    assert not ask("undo", token=reply["undo"])["ok"], "once only"


def test_undo_refuses_when_somebody_changed_the_plan_since(ask: Ask) -> None:
    first = ask("year.record", year=2020, item="clean-air", stage="second-reading", date="2020-08-30")
    ask("year.postpone", year=2020, item="elderly-rights", to="2020-12", reason="待调研")
    refused = ask("undo", token=first["undo"])
    assert not refused["ok"]
    assert "改动" in refused["say"]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("year.record", {"item": "clean-air", "stage": "passed", "date": "2030-01-01"}, "还没有到"),
        ("year.record", {"item": "clean-air", "stage": "public-comment", "date": "2020-09-01"}, "已经登记过"),
        ("year.record", {"item": "clean-air", "stage": "passed", "date": "明天吧"}, "明天吧"),
        ("year.record", {"item": "clean-air", "stage": "", "date": "2020-08-30"}, "环节"),
        ("year.record", {"item": "nobody", "stage": "passed", "date": "2020-08-30"}, "nobody"),
        ("year.postpone", {"item": "clean-air", "to": "2020-12"}, "理由"),
        ("year.take-out", {"item": "clean-air"}, "理由"),
        ("year.add", {"title": "昆明市大气污染防治条例", "instrument": "local-regulation", "action": "enact"}, "已经在"),
        ("year.add", {"title": "某条例", "instrument": "x", "action": "enact"}, "类别"),
        ("undo", {"token": "u99"}, "不能撤销"),
        ("no.such", {}, "不存在"),
        ("year.take", {"title": "计划", "place": "某市"}, "文件"),
        ("year.take", {"title": "计划", "place": "某市", "file": {"name": "公告.txt", "data": "5peg"}}, "公告.txt"),
    ],
)  # fmt: skip
def test_a_refusal_says_why_and_changes_nothing(
    ask: Ask, desk: Desk, name: str, given: dict[str, Any], words: str
) -> None:
    before = desk.workspace.repository.head()
    reply = ask(name, **{"year": 2020, **given})
    assert not reply["ok"]
    assert words in reply["say"]
    assert desk.workspace.repository.head() == before


def test_projects_are_added_postponed_renamed_and_taken_out(ask: Ask, desk: Desk) -> None:
    added = ask(
        "year.add", year=2020, title="《昆明市噪声防治条例》", instrument="local-regulation", action="enact"
    )
    item = added["result"]["item"]
    assert row_of(ask("year.show"), item)["title"] == "昆明市噪声防治条例"
    assert ask("year.postpone", year=2020, item=item, to="12月底前", reason="待上位法")["ok"]
    assert ask("year.rename", year=2020, item=item, title="昆明市噪声条例", date="2020-09-01")["ok"]
    assert row_of(ask("year.show"), item)["title"] == "昆明市噪声条例"
    assert ask("year.take-out", year=2020, item=item, reason="并入他法", date="2020-09-01")["ok"]
    assert row_of(ask("year.show"), item)["timeliness"] == "ended"


def test_a_carried_over_project_stands_in_both_plans_and_undo_takes_it_out_of_both(
    ask: Ask, desk: Desk
) -> None:
    published = "一、地方性法规\n1．昆明市湿地保护条例（制定）\n"
    file = {"name": "计划.txt", "data": base64.b64encode(published.encode()).decode()}
    given = {"year": 2021, "title": "昆明市2021年度立法计划", "place": "昆明市", "file": file}
    assert [item["title"] for item in ask("year.preview", **given)["result"]["items"]] == [
        "昆明市湿地保护条例"
    ]
    assert ask("year.take", **given)["ok"]
    moved = ask("year.carry-over", year=2020, item="clean-air", date="2020-09-01")
    assert moved["ok"], moved
    assert Plan.load(desk.plan_file(2021)).item("clean-air").continues == 2020
    assert ask("undo", token=moved["undo"])["ok"]
    assert "clean-air" not in Plan.load(desk.plan_file(2021)).by_id
    assert not Plan.load(desk.plan_file(2020)).changes


@pytest.mark.parametrize("request_", [None, 7, "x", {}, {"do": None}, {"do": "year.show", "given": [1]}])
def test_whatever_the_page_sends_is_answered(desk: Desk, request_: object) -> None:
    assert "ok" in answer(desk, request_)


def test_every_word_that_the_front_end_uses_stands_in_the_catalogue(root: Path) -> None:
    front = root / "lawtrack" / "notebook" / "front"
    text = "".join(
        file.read_text(encoding="utf-8") for file in front.glob("**/*.js") if "vendor" not in file.parts
    )
    used = set(re.findall(r"\bt\(\"([a-z-]+)\"", text))
    known = {code.partition(".")[2] for room in ("screen", "panels") for code in catalogue(room)}
    assert used - known == set()
    rooms = "year|project|clause|out|file|edit|opinion|register|apply|merge|share|round|library|lists|returned|proof|record|who"
    assert set(re.findall(rf"\"((?:{rooms})\.[a-z-]+)\"", text)) <= set(ACTIONS)


def test_the_same_page_stands_in_a_notebooks_cell(desk: Desk, tmp_path: Path) -> None:
    shown = workbench(desk.workspace.root, as_of=date(2020, 9, 1))
    assert repr(shown) == "<Workbench>"
    assert "Shift+Enter" in shown._repr_mimebundle_()[0]["text/html"]
    names = [name for name, _ in shown.front["modules"]]
    assert names[-1] == "main.js"
    assert names.index("preact.js") < names.index("ui.js") < names.index("year.js")
    advice = workbench(tmp_path)
    assert "lawtrack init" in repr(advice)


def test_a_number_that_is_pasted_with_an_article_stands_once(ask: Ask) -> None:
    draft = ask("year.show")["result"]["rows"]
    slug = next(row["draft"] for row in draft if row["draft"])
    version = ask("project.show", draft=slug)["result"]["newest"]
    given = {"draft": slug, "version": version}
    plain = ask("edit.preview", **given, rewritten={"art_2": "本市适用本条例。"})["result"]
    pasted = ask("edit.preview", **given, rewritten={"art_2": "第二条　本市适用本条例。"})["result"]
    assert pasted["rows"] == plain["rows"]
    cited = ask("edit.preview", **given, rewritten={"art_2": "第三条的规定，适用于本市。"})["result"]
    assert "第三条的规定" in json.dumps(cited["rows"], ensure_ascii=False)


def test_a_part_of_the_history_says_so(ask: Ask, desk: Desk) -> None:
    assert not ask("year.show")["result"]["shallow"]
    repository = desk.workspace.repository
    (repository.place.common / "shallow").write_text(f"{repository.head()}\n", encoding="ascii")
    desk = type(desk)(type(desk.workspace).open(desk.workspace.root), desk.today)
    for name in ("year.show", "project.show", "lists.show"):
        assert answer(desk, {"id": 1, "do": name, "lang": "zh", "given": {}})["result"]["shallow"], name
