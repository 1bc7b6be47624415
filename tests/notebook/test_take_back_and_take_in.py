"""What can be taken back, what two people do at once, and what comes back filled in; without a browser."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from lawtrack.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lawtrack.notebook.page.desk import Desk

    Ask = Callable[..., dict[str, Any]]

DRAFT = "patriotic-health"


def sent(name: str, data: bytes) -> dict[str, str]:
    return {"name": name, "data": base64.b64encode(data).decode()}


@pytest.fixture
def newest(ask: Ask) -> str:
    return str(ask("project.show", draft=DRAFT)["result"]["newest"])


@pytest.fixture
def opinion(ask: Ask, newest: str) -> dict[str, Any]:
    given = {
        "draft": DRAFT,
        "version": newest,
        "eid": "art_3",
        "text": "建议写明牵头单位。",
        "source": "某局",
    }
    assert ask("opinion.add", **given)["ok"]
    return opinions(ask, newest)[-1]


def opinions(ask: Ask, version: str) -> list[dict[str, Any]]:
    rows = ask("register.show", draft=DRAFT, version=version)["result"]["rows"]
    return [row for row in rows if "牵头单位" in row["text"]]


def test_a_published_plan_that_was_taken_in_is_taken_back(ask: Ask, desk: Desk) -> None:
    file = sent("计划.txt", "一、地方性法规\n1．甲市湿地保护条例（制定）\n".encode())
    taken = ask("year.take", year=2021, title="甲市2021年度立法计划", place="甲市", file=file)
    assert taken["ok"], taken
    assert (desk.plan_folder / "2021.yaml").exists()
    assert ask("undo", token=taken["undo"])["ok"]
    assert not (desk.plan_folder / "2021.yaml").exists()


def test_an_opinion_its_answer_and_what_was_taken_in_are_taken_back(ask: Ask, newest: str) -> None:
    given = {"draft": DRAFT, "version": newest, "eid": "art_3", "text": "建议写明牵头单位。"}
    added = ask("opinion.add", **given)
    (one,) = opinions(ask, newest)
    answered = ask("opinion.answer", draft=DRAFT, opinion=one["id"], seen=one["seen"], result="adopted")
    assert opinions(ask, newest)[0]["result"] == "adopted"
    assert not ask("undo", token=added["undo"])["ok"], "it was answered since"
    assert ask("undo", token=answered["undo"])["ok"]
    assert opinions(ask, newest)[0]["result"] == ""
    assert ask("undo", token=added["undo"])["ok"]
    assert opinions(ask, newest) == []
    taken = ask(
        "register.take", draft=DRAFT, version=newest, text="条款\t意见内容\n第四条\t建议写明牵头单位。\n"
    )
    assert taken["ok"], taken
    assert len(opinions(ask, newest)) == 1
    assert ask("undo", token=taken["undo"])["ok"]
    assert opinions(ask, newest) == []


def test_the_second_of_two_answers_is_refused_and_says_the_first(ask: Ask, opinion: dict[str, Any]) -> None:
    both = {"draft": DRAFT, "opinion": opinion["id"], "seen": opinion["seen"]}
    assert ask("opinion.answer", **both, result="adopted", reason="有道理", by="李小红")["ok"]
    refused = ask("opinion.answer", **both, result="not-adopted", reason="与上位法一致")
    assert not refused["ok"]
    assert all(words in refused["say"] for words in ("李小红", "采纳", "有道理"))
    assert ask("opinion.answer", draft=DRAFT, opinion=opinion["id"], result="not-adopted")["ok"], "knowingly"


def test_the_clause_of_an_opinion_is_put_right_and_the_chapter_follows(
    ask: Ask, newest: str, opinion: dict[str, Any]
) -> None:
    shown = ask("register.show", draft=DRAFT, version=newest)["result"]
    assert opinion["chapter"] in shown["chapters"]
    last = shown["clauses"][-1]
    moved = ask("opinion.correct", draft=DRAFT, version=newest, opinion=opinion["id"], eid=last[0])
    assert moved["ok"], moved
    (now,) = opinions(ask, newest)
    assert (now["clause"], now["chapter"]) == (last[1], shown["chapters"][-1])
    assert ask("opinion.correct", draft=DRAFT, version=newest, opinion=opinion["id"], eid="")["ok"]
    assert opinions(ask, newest)[0]["eid"] == ""


def test_a_form_that_was_filled_in_is_recognised_and_taken_in_for_its_version(ask: Ask) -> None:
    versions = [version["sha"] for version in ask("project.show", draft=DRAFT)["result"]["versions"]]
    made = ask("out.make", draft=DRAFT, versions=versions[-2:-1], purpose="solicitation", file=True)
    document = Document(io.BytesIO(base64.b64decode(made["result"]["file"]["data"])))
    row = next(row for row in document.tables[0].rows if row.cells[1].text == "第三条")
    row.cells[3].text = "建议写明牵头单位。"
    filled = io.BytesIO()
    document.save(filled)
    file = sent("表.docx", filled.getvalue())
    seen = ask("returned.look", draft=DRAFT, file=file)["result"]
    assert seen["kind"] == "opinions"
    assert seen["version"] == versions[-2]
    assert len(ask("register.preview", draft=DRAFT, file=file)["result"]["rows"]) == 1
    assert ask("register.take", draft=DRAFT, version=seen["version"], file=file)["ok"]
    assert len(opinions(ask, versions[-1])) == 1


@pytest.mark.parametrize("rows", ["", "条款,意见,理由,单位\n", "条款,意见,理由,单位\n第一条,,,\n第二条,,,\n"])
def test_a_form_that_nobody_filled_in_is_called_what_it_is(ask: Ask, rows: str) -> None:
    version = ask("project.show", draft=DRAFT)["result"]["newest"]
    made = ask("out.make", draft=DRAFT, versions=[version], purpose="solicitation", file=True)
    ours = {"name": "表.docx", "data": made["result"]["file"]["data"]}
    file = sent("表.csv", rows.encode()) if rows else ours
    assert ask("returned.look", draft=DRAFT, file=file)["result"]["kind"] == "opinions"
    for name in ("register.preview", "register.take"):
        refused = ask(name, draft=DRAFT, version=version, file=file)
        assert not refused["ok"]
        assert "还是空的" in refused["say"]
    shown = ask("file.preview", draft="", file=file)
    assert not shown["ok"] or "征求意见表，不是法规文本" in shown["result"]["warnings"][0]


def test_a_comparison_table_that_was_edited_becomes_a_version_with_its_reasons(ask: Ask) -> None:
    rows = "条号,现行条例,修订草案,修改理由\n,第一条　甲事由乙办。,第一条　甲事由丙办。,机构改革\n,第二条　丁。,第二条　丁。,\n"
    file = sent("对照表.csv", rows.encode())
    assert ask("returned.look", draft=DRAFT, file=file)["result"]["kind"] == "comparison"
    shown = ask("file.preview", draft="", file=file)["result"]
    assert [head for _, head in shown["columns"]] == ["现行条例", "修订草案"]
    assert shown["lines"][0].endswith("甲事由丙办。")
    assert any("修订草案" in words for words in shown["warnings"])
    assert shown["reasons"] == ["第一条　修改理由：机构改革"]
    old = ask("file.preview", draft="", file=file, column=shown["columns"][0][0])["result"]
    assert old["lines"][0].endswith("甲事由乙办。")
    assert old["reasons"] == []
    saved = ask("file.save", draft="", file=file, title="甲市条例", stage="first-reading", date="2020-07-01")
    assert saved["ok"], saved
    (version,) = ask("project.show", draft=saved["result"]["draft"])["result"]["versions"]
    assert "机构改革" in version["message"]


@pytest.mark.parametrize("name", ["稿.txt", "稿.docx", "稿.csv"])
def test_what_is_no_table_is_taken_for_a_text(ask: Ask, name: str) -> None:
    assert ask("returned.look", draft=DRAFT, file=sent(name, b"abc"))["result"]["kind"] == "text"


def test_a_file_that_falls_on_the_year_goes_where_its_title_belongs(ask: Ask, desk: Desk) -> None:
    def belongs(title: str) -> dict[str, Any]:
        file = sent("稿.txt", f"{title}\n第一条　为了规范，制定本条例。\n".encode())
        told: dict[str, Any] = ask("file.belongs", file=file, year=2020)["result"]
        return told

    plan = Plan.load(desk.plan_file(2020))
    drafts = {draft.slug: draft.title for draft in desk.workspace.drafts()}
    for item in plan.items:
        for title in (item.title, f"{item.title}（草案）", f"{item.title}（修订草案征求意见稿）"):
            told = belongs(title)
            assert told["item"] == item.id, title
            assert told["draft"] in {
                item.draft or "",
                *(slug for slug in drafts if drafts[slug] == item.title),
            }
    assert belongs("没有这样的条例") == {"title": "没有这样的条例", "draft": "", "item": ""}
    assert not ask("file.belongs", year=2020)["ok"]


def test_who_is_not_known_is_asked_for_and_signs_from_then_on(
    ask: Ask, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "nobody"))
    for name in ("user.name", "user.email"):
        desk.workspace.repository.attempt("config", "--local", "--unset-all", name)
    assert ask("start")["result"]["unsigned"]
    given = {"year": 2020, "item": "clean-air", "stage": "second-reading", "date": "2020-08-31"}
    refused = ask("year.record", **given)
    assert not refused["ok"]
    assert "请在本页上方写下姓名" in refused["say"]
    assert not ask("who.sign", name="  ")["ok"]
    assert ask("who.sign", name="王小明")["ok"]
    assert not ask("start")["result"]["unsigned"]
    assert ask("year.record", **given)["ok"]
    assert ask("who.sign", name="李小红", mail="li@example.cn")["ok"]
    who = desk.workspace.repository.identity()
    assert (who.name, who.email) == ("李小红", "li@example.cn")
