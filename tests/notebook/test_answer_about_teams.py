"""What the page asks about working together: sharing, clashes, rounds of review; without a browser."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.notebook.page.bench import answer
from lawtrack.notebook.page.desk import Desk
from lawtrack.plan import Plan
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., dict[str, Any]]

DRAFT = "patriotic-health"


def asker(desk: Desk) -> Ask:
    return lambda name, **given: answer(desk, {"id": 1, "do": name, "lang": "zh", "given": given})


@pytest.fixture
def colleague(ask: Ask, desk: Desk, tmp_path: Path) -> Ask:
    """The page of a colleague who cloned the meeting point."""
    shared = ask("share.share", address=str(tmp_path / "共享.git"))
    assert shared["ok"], shared
    subprocess.run(["git", "clone", "-q", str(tmp_path / "共享.git"), str(tmp_path / "同事")], check=True)
    for name, value in (("user.name", "李小红"), ("user.email", "li@example.cn")):
        subprocess.run(["git", "config", name, value], cwd=tmp_path / "同事", check=True)
    return asker(Desk(Workspace.open(tmp_path / "同事"), lambda: date(2020, 9, 1)))


def newest(ask: Ask) -> str:
    return str(ask("project.show", draft=DRAFT)["result"]["newest"])


def edited(ask: Ask, words: str) -> dict[str, Any]:
    """The third article with these words, as a version."""
    typed = {"version": newest(ask), "rewritten": {"art_3": words}}
    return ask("edit.save", draft=DRAFT, **typed, stage="third-reading", date="2020-09-01")


def test_without_a_meeting_point_there_is_nothing_to_sync(ask: Ask) -> None:
    assert ask("share.state")["result"]["place"] == ""
    assert ask("share.look")["result"]["place"] == ""
    refused = ask("share.sync")
    assert not refused["ok"]
    assert "共享点" in refused["say"]
    assert "共享点" in ask("share.share", address="")["say"]


def test_what_a_colleague_saved_is_told_before_it_comes(ask: Ask, colleague: Ask) -> None:
    assert (ask("share.look")["result"]["waiting"], ask("share.look")["result"]["unsent"]) == (0, 0)
    done = colleague("year.record", year=2020, item="clean-air", stage="second-reading", date="2020-08-30")
    assert done["ok"], done
    assert colleague("share.state")["result"]["unsent"] == 1
    assert colleague("share.sync")["ok"]
    told = ask("share.look")["result"]
    assert (told["waiting"], told["by"], told["problem"]) == (1, ["李小红"], "")
    assert ask("share.sync")["ok"]
    assert ask("share.look")["result"]["waiting"] == 0


@pytest.mark.usefixtures("colleague")
def test_a_meeting_point_that_is_gone_is_a_sentence_beside_what_is_known(ask: Ask, tmp_path: Path) -> None:  # fmt: skip
    (tmp_path / "共享.git").rename(tmp_path / "别处")
    told = ask("share.look")["result"]
    assert told["place"]
    assert "共享点" in told["problem"]
    assert not ask("share.sync")["ok"]


def test_a_field_of_the_plan_that_clashed_is_decided_and_taken_back(ask: Ask, desk: Desk, colleague: Ask) -> None:  # fmt: skip
    for each, title in ((colleague, "昆明市空气条例"), (ask, "昆明市清洁空气条例")):
        before = desk.plan_file(2020).read_text(encoding="utf-8") if each is ask else ""
        root = desk.workspace.root if each is ask else desk.workspace.root.parent / "同事"
        file = root / "plans" / "2020.yaml"
        text = before or file.read_text(encoding="utf-8")
        workspace = Workspace.open(root)
        plan = Plan.load(file)
        old = plan.item("clean-air").title
        changed = text.replace(f"title: {old}\n", f"title: {title}\n")
        assert changed != text
        workspace.commit_files({"plans/2020.yaml": changed.encode()}, "改题名")
        done = each("share.sync")
        assert done["ok"], done
    (clash,) = done["result"]["clashes"]
    assert clash["shown"]["aside"] == "昆明市清洁空气条例"
    assert clash["shown"]["stands"] == "昆明市空气条例"
    assert "2020 年计划《昆明市空气条例》的“题名”" in clash["where"]
    assert ask("share.state")["result"]["clashes"] == [clash], "it is read from the workspace"
    decided = ask("share.decide", **clash, take="ours")
    assert decided["ok"], decided
    assert Plan.load(desk.plan_file(2020)).item("clean-air").title == "昆明市清洁空气条例"
    assert not ask("share.decide", **clash, take="ours")["ok"], "it is settled"
    assert ask("undo", token=decided["undo"])["ok"]
    assert Plan.load(desk.plan_file(2020)).item("clean-air").title == "昆明市空气条例"
    assert ask("share.state")["result"]["clashes"] == [clash], "it waits again"
    assert ask("share.sync")["ok"]
    assert colleague("share.sync")["ok"]
    assert colleague("share.state")["result"]["clashes"] == [clash], "whoever opens the page may decide"
    assert colleague("share.decide", **clash, take="theirs")["ok"]
    assert colleague("share.state")["result"]["clashes"] == []


def waits(desk: Desk, path: str, place: str = "title") -> str:
    """The id of something that a file of the workspace says was put aside."""
    told = f"path: {path}\nplace: {place}\nours: '\"甲\"'\nauthor: 某人\n"
    desk.workspace.commit_files({"plans/aside/a-0000000001.yaml": told.encode()}, "搁置")
    return "a-0000000001"


@pytest.mark.parametrize("path", ["../x.yaml", "plans/none.yaml", ".git/config", "drafts/x/text.md"])
def test_only_records_of_the_workspace_are_decided(ask: Ask, desk: Desk, path: str) -> None:
    assert not ask("share.decide", id=waits(desk, path), take="ours", stands="")["ok"]
    assert not ask("share.decide", id="a-none", take="ours", stands="")["ok"]


def test_a_field_that_somebody_changed_meanwhile_is_not_overruled(ask: Ask, desk: Desk) -> None:
    waiting = waits(desk, "plans/2020.yaml", "items[clean-air].title")
    (clash,) = ask("share.state")["result"]["clashes"]
    assert ask("year.rename", year=2020, item="clean-air", title="昆明市空气条例", date="2020-09-01")["ok"]
    refused = ask("share.decide", **clash, take="ours")
    assert (clash["id"], refused["ok"]) == (waiting, False)
    assert "又有人改过" in refused["say"]


def test_words_of_a_text_that_clashed_are_decided_in_the_round_aside(ask: Ask, colleague: Ask) -> None:
    assert edited(colleague, "第三条　同事的写法。")["ok"]
    assert colleague("share.sync")["ok"]
    assert edited(ask, "第三条　自己的写法。")["ok"]
    synced = ask("share.sync")
    assert synced["ok"], synced
    assert "1 处条文" in synced["say"]
    (told,) = synced["result"]["aside"]
    assert (told["draft"], told["open"]) == (DRAFT, 1)
    shown = ask("round.show", draft=DRAFT)["result"]["rounds"][0]
    assert shown["aside"]
    (one,) = shown["suggestions"]
    own = {"suggestion": one["id"], "text": "第三条　两人商定的写法。"}
    assert ask("round.instead", draft=DRAFT, round="aside", **own)["ok"]
    made = ask("round.close", draft=DRAFT, round="aside", stage="third-reading", date="2020-09-02")
    assert made["ok"], made
    text = ask("project.read", draft=DRAFT, version=newest(ask))["result"]
    assert any("两人商定" in line for row in text["rows"] for line in row["lines"])
    assert ask("share.state")["result"]["aside"] == []


def test_a_round_from_the_question_to_the_version(ask: Ask, desk: Desk) -> None:
    asked = {"draft": DRAFT, "version": newest(ask), "question": "第三条怎样写？"}
    refused = ask("round.open", **asked, due="2020-08-30")
    assert not refused["ok"], "that day is past"
    assert "2020-08-30" in refused["say"]
    opened = ask("round.open", **asked, due="2020-09-05")
    assert opened["ok"], opened
    desk.today = lambda: date(2020, 9, 6)
    round_ = {"draft": DRAFT, "round": opened["result"]["round"]}
    words = ask("round.clause", **round_, eid="art_3")["result"]["words"]
    assert not ask("round.suggest", **round_, eid="art_3", text=words)["ok"], "the same words"
    assert ask("round.suggest", **round_, eid="art_3", text=words + "并公开。", reason="便于监督")["ok"]
    assert ask("round.suggest", **round_, eid="art_2", text="第三条　每年四月为宣传月。", after=True)["ok"]
    assert ask("round.suggest", **round_, eid="art_5", text="")["ok"]
    held = ask("round.show", draft=DRAFT)["result"]["rounds"][0]
    assert held["late"]
    assert held["tally"]["open"] == 3
    assert ask("project.show", draft=DRAFT)["result"]["suggestions"] == 3
    ids = {one["clause"]: one["id"] for one in held["suggestions"]}
    assert ask("round.say", **round_, suggestion=ids["第五条"], words="为何删去？")["ok"]
    refused = ask("round.close", **round_, stage="third-reading", date="2020-09-01")
    assert not refused["ok"]
    done = ask("round.decide", **round_, suggestions=[ids["第三条"], ids["第二条"]], decision="accepted")
    assert "2 条" in done["say"]
    assert ask("undo", token=done["undo"])["ok"]
    assert ask("round.show", draft=DRAFT)["result"]["rounds"][0]["tally"]["open"] == 3
    assert ask("round.decide", **round_, suggestions=[ids["第三条"], ids["第二条"]], decision="accepted")[
        "ok"
    ]
    assert ask("round.decide", **round_, suggestions=[ids["第五条"]], decision="rejected", why="仍需要")["ok"]
    assert ask("round.preview", **round_)["result"]["threads"] == 1
    assert ask("round.resolve", **round_, suggestion=ids["第五条"])["ok"]
    made = ask("round.close", **round_, stage="third-reading", date="2020-09-01")
    assert made["ok"], made
    assert made["undo"]
    assert ask("project.show", draft=DRAFT)["result"]["suggestions"] == 0
    assert not ask("round.decide", **round_, suggestions=[ids["第五条"]], decision="open")["ok"], (
        "it is closed"
    )


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("round.open", {"question": ""}, "要问的问题"),
        ("round.open", {"question": "怎样？", "due": "后天"}, "后天"),
        ("round.decide", {"round": "round-9", "suggestions": ["x"], "decision": "accepted"}, "round-9"),
        ("round.suggest", {"round": "round-9", "eid": "art_1"}, "round-9"),
    ],
)
def test_what_cannot_be_done_in_a_round_is_refused(ask: Ask, name: str, given: dict[str, Any], words: str) -> None:  # fmt: skip
    reply = ask(name, draft=DRAFT, version=newest(ask), **given)
    assert not reply["ok"]
    assert words in reply["say"]


def test_the_record_is_verified_and_sealed_and_a_receipt_held_against_it(ask: Ask, desk: Desk) -> None:
    well = ask("record.verify")["result"]
    assert well["problems"] == []
    assert len(well["well"]) == 1
    receipt = ask("record.seal")["result"]["receipt"]
    assert receipt == desk.workspace.seal(desk.today())
    assert len(ask("record.verify", receipt=receipt)["result"]["well"]) == 2
    changed = receipt[:-1] + ("0" if receipt[-1] != "0" else "1")
    assert ask("record.verify", receipt=changed)["result"]["problems"]
    assert not ask("record.verify", receipt="没有这样的回执")["ok"]
