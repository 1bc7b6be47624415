"""A round of review: suggested, discussed, decided, made a version that names everybody."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.cli.root import main
from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.law import parse
from lawtrack.store import Author, Workspace
from tests.texts import DRAFTER, FIRST

if TYPE_CHECKING:
    from pathlib import Path

ZHANG, LI = Author("张三", "zhang@example.cn"), Author("李四", "li@example.cn")


@pytest.fixture
def rounds(workspace, save):
    save()
    held = workspace.rounds("smoke-ban")
    held.open("first", "第二条怎样修改？", due="2020-08-10", author=DRAFTER)
    return held


def test_suggestions_are_clause_changes_with_author_and_reason(rounds, workspace, git):
    one = rounds.suggest("first", "第一条", "为了保护公众健康，制定本条例。", reason="目的更准", author=ZHANG)
    assert (one.text, one.before, one.author, one.reason, one.decision) == (
        "第一条　为了保护公众健康，制定本条例。",
        parse(workspace.text("smoke-ban")).articles[0].text,
        "张三",
        "目的更准",
        "open",
    )
    assert rounds.get("first").tally == {"total": 1, "open": 1, "accepted": 0, "rejected": 0, "threads": 0}
    assert git("status", "--short") == ""
    assert len(workspace.versions()) == 1


def test_what_is_accepted_becomes_a_version_that_names_everybody(rounds, workspace, git):
    mine = rounds.suggest("first", "第一条", "为了保护公众健康，制定本条例。", author=ZHANG)
    gone = rounds.suggest("first", "第二条第二款第（二）项", "（二）在公共汽车内吸烟。", author=LI)
    new = rounds.suggest("first", "第三条", "第四条　违反本条例的，给予警告。", spot="after", author=LI)
    bad = rounds.suggest("first", "art_4", "", reason="不要", author=LI)
    rounds.say("first", bad.id, "施行日期不能没有。", author=ZHANG)
    with pytest.raises(Conflict, match="未决定"):
        rounds.close("first", author=DRAFTER)
    rounds.decide("first", [mine.id, gone.id, new.id], "accepted", author=DRAFTER)
    rounds.decide("first", [bad.id], "rejected", why="须有施行日期", author=DRAFTER)
    assert rounds.get("first").tally["threads"] == 1
    rounds.resolve("first", bad.id, author=LI)
    version = rounds.close("first", stage="second-reading", date="2020-08-12", author=DRAFTER)
    text = workspace.text(version)
    assert all(words in text for words in ("公众健康", "公共汽车", "给予警告", "第五条　本条例自"))
    told = git("log", "-1", "--format=%B")
    assert "Lawtrack-Round: first\nLawtrack-Suggested: " in told
    assert all(f"{name}" in told for name in ("张三", "李四", "Lawtrack-Decided: 王小明"))
    held = rounds.get("first")
    assert held.closed
    assert held.suggestions[0].thread or any(one.thread for one in held.suggestions)
    assert workspace.verify() == ()
    with pytest.raises(Conflict, match="已于"):
        rounds.suggest("first", "第一条", "x", author=LI)


def test_two_accepted_for_the_same_words_clash(rounds):
    ids = [
        rounds.suggest("first", "第一条", f"为了{words}，制定本条例。", author=ZHANG).id
        for words in ("健康", "卫生")
    ]
    rounds.decide("first", ids, "accepted", author=DRAFTER)
    with pytest.raises(Conflict, match="要改同一处"):
        rounds.close("first", author=DRAFTER)
    rounds.decide("first", ids[:1], "rejected", author=DRAFTER)
    assert rounds.close("first", author=DRAFTER).fresh


def test_the_main_line_may_go_on_meanwhile(rounds, workspace, save):
    one = rounds.suggest("first", "第一条", "为了保护公众健康，制定本条例。", author=ZHANG)
    save(FIRST.replace("在室内吸烟", "在室内、电梯内吸烟"), date="2020-08-01")
    rounds.decide("first", [one.id], "accepted", author=DRAFTER)
    version = rounds.close("first", author=DRAFTER)
    assert all(words in workspace.text(version) for words in ("公众健康", "电梯内"))


def test_two_people_hold_a_round_over_a_meeting_point(rounds, workspace, git, tmp_path):
    workspace.share(str(tmp_path / "m.git"), author=DRAFTER)
    git("clone", "-q", str(tmp_path / "m.git"), str(tmp_path / "li"))
    other = Workspace.open(tmp_path / "li")
    other.sync(author=LI)
    rounds.suggest("first", "第一条", "为了保护公众健康，制定本条例。", author=ZHANG)
    theirs = other.rounds("smoke-ban").suggest("first", "第三条", "", reason="删去", author=LI)
    workspace.sync(author=ZHANG)
    other.sync(author=LI)
    workspace.sync(author=ZHANG)
    assert {one.author for one in rounds.get("first").suggestions} == {"张三", "李四"}
    rounds.say("first", theirs.id, "为什么？", author=ZHANG)
    workspace.sync(author=ZHANG)
    other.sync(author=LI)
    assert other.rounds("smoke-ban").get("first").tally["threads"] == 1


def test_suggestions_come_in_the_order_of_their_clauses(rounds):
    for clause in ("art_3", "第二条", "4", "第一条", "第三条（二）", "第三条第一款"):
        rounds.suggest("first", clause, "某某。", author=LI)
    told = [one.clause for one in rounds.get("first").suggestions]
    assert told == ["第一条", "第二条", "art_3", "第三条第一款", "第三条（二）", "4"]


def test_what_is_not_there_is_told(rounds):
    for call in (
        lambda: rounds.get("second"),
        lambda: rounds.suggest("first", "第九条", "x", author=LI),
        lambda: rounds.say("first", "s-0", "x", author=LI),
    ):
        with pytest.raises(NotFound):
            call()
    with pytest.raises(Conflict):
        rounds.open("first", "again", author=LI)
    with pytest.raises(UnusableInput):
        rounds.decide("first", [], "perhaps", author=LI)


def test_the_walk_of_two_people_by_command(workspace, save, monkeypatch, capsys):
    save()
    monkeypatch.chdir(workspace.root)
    one, two = ["--author", "张三 <zhang@example.cn>"], ["--author", "李四 <li@example.cn>"]

    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main(list(arguments)) == 0
        return capsys.readouterr().out

    assert "第二条怎样修改" in run(
        "round", "open", "smoke-ban", "first", "--question", "第二条怎样修改？", *one
    )
    run(
        "round",
        "suggest",
        "smoke-ban",
        "first",
        "第一条",
        "--text",
        "为了健康，制定本条例。",
        "--reason",
        "短",
        *two,
    )
    (told,) = json.loads(run("round", "list", "smoke-ban", "--json"))
    name = told["suggestions"][0]["id"]
    run("round", "say", "smoke-ban", "first", name, "同意。", *one)
    assert "同意。" in run("round", "show", "smoke-ban", "first")
    run("round", "resolve", "smoke-ban", "first", name, *two)
    assert "采纳" in run("round", "decide", "smoke-ban", "first", "accepted", "--all", *one)
    run("round", "close", "smoke-ban", "first", "--date", "2020-08-12", *one)
    assert "为了健康" in run("show", "smoke-ban")
    assert "lawtrack-seal 1" in run("seal")
    run("undo", "smoke-ban", *one)
    run("restore", "smoke-ban@first-reading", *one)
    receipt = run("seal").strip()
    run("verify", "--against", receipt)


def test_the_walk_of_two_people_in_two_clones(workspace, save, git, tmp_path, capsys):
    """A round from the question to the version, one person in each clone, by command alone."""
    save()
    chair, clerk = ("张三 <zhang@example.cn>", workspace.root), ("李四 <li@example.cn>", tmp_path / "li")

    def run(who: tuple[str, Path], *arguments: str, author: bool = True) -> str:
        capsys.readouterr()
        signed = ["--author", who[0]] if author else []
        assert main([*arguments, *signed, "-C", str(who[1])]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    def round_of(who: tuple[str, Path]) -> dict[str, Any]:
        (held,) = json.loads(run(who, "round", "list", "smoke-ban", "--json", author=False))
        return held

    run(chair, "share", str(tmp_path / "meeting.git"))
    git("clone", "-q", str(tmp_path / "meeting.git"), str(clerk[1]))
    question = ["--question", "各条怎样修改？", "--due", "2020-08-20"]
    run(chair, "round", "open", "smoke-ban", "first", *question)
    run(chair, "sync")

    run(clerk, "sync")
    assert (round_of(clerk)["question"], round_of(clerk)["due"]) == ("各条怎样修改？", "2020-08-20")
    words = "为了保障公众健康，制定本条例。"
    run(clerk, "round", "suggest", "smoke-ban", "first", "第一条", "--text", words, "--reason", "目的更准")
    run(clerk, "round", "suggest", "smoke-ban", "first", "第三条", "--text", "", "--reason", "与上位法重复")
    run(clerk, "sync")

    run(chair, "round", "suggest", "smoke-ban", "first", "第二条", "--text", "室内公共场所禁止吸烟。")
    run(chair, "sync")
    assert round_of(chair)["tally"] == {"total": 3, "open": 3, "accepted": 0, "rejected": 0, "threads": 0}
    by_clause = {one["clause"]: one for one in round_of(chair)["suggestions"]}
    assert {clause: (one["author"], one["reason"]) for clause, one in by_clause.items()} == {
        "第一条": ("李四", "目的更准"), "第三条": ("李四", "与上位法重复"), "第二条": ("张三", ""),
    }  # fmt: skip
    assert "目的更准" in run(chair, "round", "show", "smoke-ban", "first", author=False)
    gone = by_clause["第三条"]["id"]
    run(chair, "round", "say", "smoke-ban", "first", gone, "上位法没有写明，建议保留。")
    run(chair, "sync")

    run(clerk, "sync")
    assert round_of(clerk)["tally"]["threads"] == 1
    run(clerk, "round", "say", "smoke-ban", "first", gone, "同意保留。")
    run(clerk, "round", "resolve", "smoke-ban", "first", gone)
    run(clerk, "sync")

    run(chair, "sync")
    run(chair, "round", "decide", "smoke-ban", "first", "rejected", gone, "--why", "须写明")
    assert main(["round", "close", "smoke-ban", "first", "--author", chair[0], "-C", str(chair[1])]) == 2
    run(chair, "round", "decide", "smoke-ban", "first", "accepted", "--all")
    assert round_of(chair)["tally"] == {"total": 3, "open": 0, "accepted": 2, "rejected": 1, "threads": 0}
    run(chair, "round", "close", "smoke-ban", "first", "--stage", "二审", "--date", "2020-08-25")
    run(chair, "sync")

    run(clerk, "sync")
    shown = run(clerk, "show", "smoke-ban", author=False)
    assert all(each in shown for each in (words, "室内公共场所禁止吸烟。", "第三条"))
    record = git("log", "-1", "--format=%B", cwd=clerk[1])
    assert "Lawtrack-Round: first" in record
    assert {"李四", "张三"} == set(re.search(r"Lawtrack-Suggested: (.*)", record)[1].split("、"))  # type: ignore[index]
    assert "Lawtrack-Decided: 张三" in record
    assert round_of(clerk)["closed"]
    for who in (chair, clerk):
        assert Workspace.open(who[1]).verify() == ()


@pytest.mark.parametrize(
    ("due", "told"), [("2020-08-20", True), ("2020", True), ("9999-01", False), ("", False)]
)
def test_a_due_day_that_is_over_is_told(workspace, save, capsys, due, told):
    save()
    signed = ["--author", "张三 <zhang@example.cn>", "-C", str(workspace.root)]
    assert main(["round", "open", "smoke-ban", "late", "--due", due, *signed]) == 0
    said = capsys.readouterr()
    assert ("已经过去" in said.err) is told
    assert workspace.rounds("smoke-ban").get("late").due == due


@pytest.mark.parametrize(("answer", "there"), [("n\n", 0), ("y\n", 1)])
def test_a_person_before_the_command_is_asked(workspace, save, monkeypatch, answer, there):
    save()
    monkeypatch.setattr("sys.stdin", Typed(answer))
    signed = ["--author", "张三 <zhang@example.cn>", "-C", str(workspace.root)]
    assert (main(["round", "open", "smoke-ban", "late", "--due", "2020-08-20", *signed]) == 0) is bool(there)
    assert len(workspace.rounds("smoke-ban").all()) == there


class Typed(StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True
