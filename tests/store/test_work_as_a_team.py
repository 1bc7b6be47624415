"""Sync at a meeting point, in a folder and over HTTP; clashes put aside; words for what goes wrong."""

from __future__ import annotations

import os
import subprocess

import pytest

from benchmarks.kills import kill_saves
from benchmarks.meetings import BACKEND, served_over
from benchmarks.team import sync_loops, team
from lawtrack.cli import main
from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.records import merge_records
from lawtrack.store import Author, Workspace
from tests.texts import DRAFTER, FIRST, SECOND

COLLEAGUE = Author("李小红", "li@example.cn")


@pytest.fixture
def pair(workspace, save, git, tmp_path):
    """Two workspaces of two people that meet in a folder."""
    save()
    workspace.share(str(tmp_path / "meeting.git"), author=DRAFTER)
    git("clone", "-q", str(tmp_path / "meeting.git"), str(tmp_path / "other"))
    return workspace, Workspace.open(tmp_path / "other")


def imported(workspace: Workspace, text: str, date: str, author: Author = COLLEAGUE):
    return workspace.import_version("smoke-ban", text, stage="second-reading", date=date, author=author)


def test_what_both_did_is_one_version_on_both_sides(pair):
    mine, other = pair
    imported(mine, FIRST.replace("为了预防", "为了预防和控制"), "2020-08-01", DRAFTER)
    imported(other, FIRST.replace("在室内吸烟", "在室内、电梯内吸烟"), "2020-08-02")
    assert other.sync(author=COLLEAGUE).sent == 1
    done = mine.sync(author=DRAFTER)
    assert (done.aside, done.received) == ((), 1)
    other.sync(author=COLLEAGUE)
    for one in pair:
        assert "为了预防和控制" in one.text("smoke-ban")
        assert "电梯内" in one.working_text("smoke-ban")
        assert one.verify() == ()
    assert mine.versions() == other.versions()
    assert mine.versions()[-1].origin == "merged"
    assert "Lawtrack-" not in mine.versions()[-1].message


def test_a_meeting_point_that_fails_leaves_the_one_that_works(pair, tmp_path):
    mine, other = pair
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("a", encoding="utf-8")
    with pytest.raises(Conflict, match=r"仍是 .*meeting\.git"):
        mine.share(str(tmp_path / "full"), author=DRAFTER)
    imported(mine, FIRST.replace("为了预防", "为了预防和控制"), "2020-08-01", DRAFTER)
    assert mine.sync(author=DRAFTER).sent == 1
    assert other.sync(author=COLLEAGUE).received == 1


def test_clashing_words_are_put_aside_and_everything_else_is_shared(pair):
    mine, other = pair
    theirs = FIRST.replace("在公共交通工具内吸烟", "在公共汽车内吸烟")
    ours = FIRST.replace("在公共交通工具内吸烟", "在出租车内吸烟").replace("为了预防", "为了预防和控制")
    imported(other, theirs, "2020-08-02")
    other.sync(author=COLLEAGUE)
    imported(mine, ours, "2020-08-01", DRAFTER)
    (aside,) = mine.sync(author=DRAFTER).aside
    assert (aside.draft, "出租车" in aside.ours, "公共汽车" in aside.theirs) == ("smoke-ban", True, True)
    assert "公共汽车" in mine.text("smoke-ban")
    assert "为了预防和控制" in mine.text("smoke-ban")
    other.sync(author=COLLEAGUE)
    held = other.rounds("smoke-ban").get("aside")
    (one,) = held.suggestions
    assert "出租车" in one.text
    assert held.tally["open"] == 1
    other.rounds("smoke-ban").decide("aside", [one.id], "accepted", author=COLLEAGUE)
    version = other.rounds("smoke-ban").close("aside", author=COLLEAGUE)
    assert "出租车" in other.text(version)
    before, after = (other.instrument(each) for each in (other.versions()[-2], version))
    assert [one.label for one in after.articles] == [one.label for one in before.articles]
    assert other.verify() == ()


def test_appended_milestones_and_opinions_never_clash(pair):
    mine, other = pair
    plan = "year: 2026\nitems:\n  - id: a\n    milestones:\n      - {stage: drafting, date: 2026-01}\n"
    mine.commit_files({"plans/2026.yaml": plan.encode()}, "plan\n", author=DRAFTER)
    mine.sync(author=DRAFTER)
    other.sync(author=COLLEAGUE)
    for one, author, stage in ((mine, DRAFTER, "submitted"), (other, COLLEAGUE, "introduced")):
        told = plan + f"      - {{stage: {stage}, date: 2026-02}}  # 据公报\n"
        one.commit_files({"plans/2026.yaml": told.encode()}, "plan\n", author=author)
        opinions = one.opinions("smoke-ban")
        opinions.add(opinions.new(f"建议{stage}。", source="某局"), author=author)
    other.sync(author=COLLEAGUE)
    assert mine.sync(author=DRAFTER).aside == ()
    text = (mine.root / "plans/2026.yaml").read_text("utf-8")
    assert [text.count(f"stage: {stage}") for stage in ("drafting", "submitted", "introduced")] == [1, 1, 1]
    assert "# 据公报" in text
    assert len(mine.opinions("smoke-ban").register().opinions) == 2


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted", "clashes"),
    [
        ("a: 1\n", "a: 1\nb: 2\n", "a: 3\n", "a: 3\nb: 2\n", 0),
        ("a: 1\n", "a: 2\n", "a: 3\n", "a: 3\n", 1),
        ("a: 1\nb: 1\n", "a: 1\n", "a: 1\nb: 1\nc: 1\n", "a: 1\nc: 1\n", 0),
        ("a: [{id: x, n: 1}]\n", "a: [{id: x, n: 2}]\n", "a: [{id: x, n: 1, m: 1}, {id: y, n: 1}]\n",
         "a: [{id: x, n: 2, m: 1}, {id: y, n: 1}]\n", 0),
        ("a: [1, 2]\n", "a: [2]\n", "a: [1, 2, 3]\n", "a: [2, 3]\n", 0),
        ("a: [1, 2]\n", "a: [1, 2, 4]\n", "a: [2]\n", "a: [2, 4]\n", 0),
        ("", "a: 1\n", "b: 1\n", "a: 1\nb: 1\n", 0),
    ],
)  # fmt: skip
def test_records_are_joined_field_by_field(base, ours, theirs, wanted, clashes):
    merged, told = merge_records(base, ours, theirs, "x.yaml")
    assert (merged, len(told)) == (wanted, clashes)


def test_the_meeting_point_only_grows(pair, git):
    mine, _ = pair
    imported(mine, SECOND, "2020-08-02", DRAFTER)
    mine.sync(author=DRAFTER)
    for command in (("push", "-f", "origin", "HEAD~1:main"), ("push", "origin", ":main")):
        with pytest.raises(subprocess.CalledProcessError):
            git(*command)


def test_an_unsaved_edit_is_not_overwritten(pair):
    mine, other = pair
    imported(other, SECOND, "2020-08-02")
    other.sync(author=COLLEAGUE)
    (mine.root / "drafts/smoke-ban/text.md").write_text("尚未保存", "utf-8")
    with pytest.raises(Conflict, match="尚未保存"):
        mine.sync(author=DRAFTER)
    assert (mine.root / "drafts/smoke-ban/text.md").read_text("utf-8") == "尚未保存"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1:9/x.git", "team.remote-no-network"),
        ("http://nowhere.invalid/x.git", "team.remote-no-network"),
        ("ssh://127.0.0.1:9/x.git", "team.remote-no-network"),
    ],
)
def test_what_stands_in_the_way_is_said_in_words(workspace, save, url, code):
    save()
    with pytest.raises(Conflict) as caught:
        workspace.share(url, author=DRAFTER)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "url", ["ext::sh -c id", "-oProxyCommand=id", "git://x/y", "ssh://-oProxyCommand=id/x", ""]
)
def test_an_address_that_could_start_a_program_is_refused(workspace, save, url):
    save()
    with pytest.raises(UnusableInput):
        workspace.share(url, author=DRAFTER)
    workspace.repository.configure({"remote.origin.url": url or "ext::id"})
    with pytest.raises(NotFound):
        workspace.sync(author=DRAFTER)


def test_a_folder_in_use_or_another_workspace_is_refused(workspace, save, tmp_path):
    save()
    (tmp_path / "used").mkdir()
    (tmp_path / "used/a.docx").touch()
    with pytest.raises(Conflict, match="已有别的文件"):
        workspace.share(str(tmp_path / "used"), author=DRAFTER)
    stranger = Workspace.create(tmp_path / "stranger", author=COLLEAGUE)
    imported(stranger, SECOND, "2020")
    stranger.share(str(tmp_path / "theirs.git"), author=COLLEAGUE)
    with pytest.raises(Conflict, match="没有共同的历史"):
        workspace.share(str(tmp_path / "theirs.git"), author=DRAFTER)


@pytest.fixture
def served(tmp_path):
    """The address of an empty meeting point over HTTP."""
    with served_over("http", tmp_path) as url:
        yield url


@pytest.mark.skipif(not BACKEND.exists(), reason="git has no HTTP server here")
def test_two_writers_over_http_lose_nothing(tmp_path, served):
    team(tmp_path, served)
    report = sync_loops(tmp_path, seconds=1)
    assert report == {"saves": report["saves"], "failed": 0, "missing": 0, "twice": 0, "apart": 0}
    assert report["saves"] >= 4


@pytest.mark.parametrize("over", ["folder", "ssh"])
def test_two_writers_lose_nothing(tmp_path, over):
    with served_over(over, tmp_path) as url:
        team(tmp_path, url)
        report = sync_loops(tmp_path, seconds=1)
    assert report == {"saves": report["saves"], "failed": 0, "missing": 0, "twice": 0, "apart": 0}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process group")
def test_killed_saves_finish_or_vanish(tmp_path):
    report = kill_saves(tmp_path, kills=16, seed=3)
    assert (report["lost"], report["half"], report["repair"]) == (0, 0, 0)


def test_words_put_aside_after_the_first_were_settled_can_be_decided_too(pair):
    mine, other = pair
    for turn, (theirs, ours) in enumerate((("公共汽车", "出租车"), ("地铁", "轮渡"), ("飞机", "高铁"))):
        day = f"2020-08-0{2 + turn}"
        now = mine.text("smoke-ban")
        place = next(each for each in ("公共交通工具", "出租车", "轮渡") if f"在{each}内吸烟" in now)
        imported(other, now.replace(f"在{place}内吸烟", f"在{theirs}内吸烟"), day)
        other.sync(author=COLLEAGUE)
        imported(mine, now.replace(f"在{place}内吸烟", f"在{ours}内吸烟"), day, DRAFTER)
        assert len(mine.sync(author=DRAFTER).aside) == 1
        rounds = mine.rounds("smoke-ban")
        (one,) = rounds.get("aside").open
        rounds.decide("aside", [one.id], "accepted", author=DRAFTER)
        rounds.close("aside", author=DRAFTER)
        assert f"在{ours}内吸烟" in mine.text("smoke-ban")
        if turn != 1:  # the second time it is settled here and not yet shared
            mine.sync(author=DRAFTER)
            other.sync(author=COLLEAGUE)


PLAN = "year: 2026\nitems:\n  - id: air\n    title: 某市清洁空气条例\n    lead: 甲局\n"


@pytest.mark.parametrize(("take", "lead"), [("ours", "丙局"), ("theirs", "乙局")])
def test_a_field_of_the_plan_that_both_changed_waits_for_a_decision(pair, take, lead):
    mine, other = pair
    mine.commit_files({"plans/2026.yaml": PLAN.encode()}, "计划\n", author=DRAFTER)
    mine.sync(author=DRAFTER)
    other.sync(author=COLLEAGUE)
    other.commit_files({"plans/2026.yaml": PLAN.replace("甲局", "乙局").encode()}, "乙\n", author=COLLEAGUE)
    other.sync(author=COLLEAGUE)
    mine.commit_files({"plans/2026.yaml": PLAN.replace("甲局", "丙局").encode()}, "丙\n", author=DRAFTER)
    (aside,) = mine.sync(author=DRAFTER).aside
    assert aside.place == "items[air].lead"
    other.sync(author=COLLEAGUE)
    (one,) = other.asides().all()
    assert (one.path, one.place, one.base, one.ours, one.theirs, one.author) == (
        "plans/2026.yaml", "items[air].lead", '"甲局"', '"丙局"', '"乙局"', DRAFTER.name,
    )  # fmt: skip
    other.asides().decide(one.id, take, why="以通知为准", author=COLLEAGUE)
    other.sync(author=COLLEAGUE)
    mine.sync(author=DRAFTER)
    for each in pair:
        assert f"lead: {lead}" in (each.root / "plans/2026.yaml").read_text("utf-8")
        assert each.asides().all() == ()
        assert each.verify() == ()


def test_a_field_of_a_draft_s_record_waits_with_the_draft(pair):
    mine, other = pair
    path = "drafts/smoke-ban/draft.yaml"
    for one, place, author in ((other, "乙市", COLLEAGUE), (mine, "丙市", DRAFTER)):
        text = (one.root / path).read_text("utf-8") + f"jurisdiction: {place}\n"
        one.commit_files({path: text.encode()}, f"{place}\n", author=author)
        one.sync(author=author)
    (one,) = mine.asides().all()
    assert (one.draft, one.place, one.base) == ("smoke-ban", "jurisdiction", "")
    mine.asides().decide(one.id, "ours", author=DRAFTER)
    assert "丙市" in (mine.root / path).read_text("utf-8")


def test_a_decision_says_what_is_not_there(pair):
    with pytest.raises(NotFound, match="a-1"):
        pair[0].asides().decide("a-1", "ours", author=DRAFTER)
    with pytest.raises(UnusableInput, match="mine"):
        pair[0].asides().decide("a-1", "mine", author=DRAFTER)


def test_what_sync_put_aside_is_decided_by_command(pair, capsys):
    mine, other = pair
    for one, note, author in ((other, "乙", COLLEAGUE), (mine, "丙", DRAFTER)):
        one.commit_files(
            {"plans/2026.yaml": f"year: 2026\ntitle: {note}\n".encode()}, "计划\n", author=author
        )
        one.sync(author=author)
    (one,) = mine.asides().all()
    assert main(["aside", "list", "-C", str(mine.root)]) == 0
    assert all(words in capsys.readouterr().out for words in (one.id,))
    decide = ["aside", "decide", one.id, "ours", "--author", "王小明 <wang@example.cn>", "-C", str(mine.root)]
    assert main(decide) == 0
    assert "丙" in (mine.root / "plans/2026.yaml").read_text("utf-8")


def test_a_merge_with_a_branch_stands_on_both_lines(workspace, save, git):
    save()
    git("switch", "-q", "-c", "harbour")
    workspace.opinions("smoke-ban").add(
        workspace.opinions("smoke-ban").new("建议保留。", source="某局"), author=COLLEAGUE
    )
    imported(workspace, FIRST.replace("在室内吸烟", "在室内、电梯内吸烟"), "2020-08-02")
    git("switch", "-q", "main")
    imported(workspace, FIRST.replace("为了预防", "为了预防和控制"), "2020-08-01", DRAFTER)
    version, _, three = workspace.merge("smoke-ban", "", "harbour", author=DRAFTER)
    assert version is not None
    made = workspace.versions("smoke-ban")[-1]
    assert made.sha == version.sha
    assert set(made.predecessors) == {three.ours.sha, three.theirs.sha}
    assert len(made.parents) == 2
    assert len(workspace.opinions("smoke-ban").register()) == 1, "what else was saved there comes along"
    assert workspace.verify() == ()
    assert not git("status", "--porcelain")


@pytest.fixture
def shallow(workspace, save, git, tmp_path):
    """A clone with the last commit only, which saved another draft than the one asked about."""
    save()
    save(SECOND, stage="passed", date="2021")
    workspace.import_version("parking", FIRST, stage="drafting", date="2021", author=COLLEAGUE)
    git("clone", "-q", "--depth", "1", f"file://{workspace.root}", str(tmp_path / "shallow"))
    return Workspace.open(tmp_path / "shallow")


@pytest.mark.parametrize("command", [["log"], ["blame"], ["opinion", "list"], ["show"]])
def test_a_shallow_clone_says_so_in_every_answer(shallow, capsys, command):
    assert shallow.shallow
    assert "shallow" in shallow.opinions("smoke-ban").follow().notice
    main([*command, "smoke-ban", "-C", str(shallow.root)])
    assert "shallow" in capsys.readouterr().err


def test_what_a_shallow_clone_begins_with_is_told_as_cut(shallow):
    (own,) = shallow.log("parking")
    assert (own.cut, own.origin, own.author) == (True, "saved", COLLEAGUE)
    (other,) = shallow.log("smoke-ban")
    assert (other.cut, other.origin, other.author.name) == (True, "cut", ""), "who wrote it is not known"
    assert shallow.text("smoke-ban")
    assert all(one.version.cut and one.to_dict()["cut"] for one in shallow.blame("smoke-ban"))
    version = shallow.import_version("smoke-ban", FIRST, stage="filed", date="2022", author=DRAFTER)
    assert not version.cut
    assert [one.version.cut for one in shallow.blame("smoke-ban")].count(False)
    assert {one.code for one in shallow.verify()} == {"shallow"}


def test_the_commands_say_what_is_cut(shallow, capsys):
    main(["log", "smoke-ban", "-C", str(shallow.root)])
    assert "谁写的" in capsys.readouterr().out
    main(["log", "parking", "-C", str(shallow.root)])
    assert "更早的稿次不在" in capsys.readouterr().out
    main(["blame", "smoke-ban", "-C", str(shallow.root)])
    assert "或更早" in capsys.readouterr().out


def test_a_past_that_is_completed_is_read_at_once(shallow, workspace, git):
    assert len(shallow.log("smoke-ban")) == 1
    git("fetch", "-q", "--unshallow", cwd=shallow.root)
    assert shallow.log("smoke-ban") == workspace.log("smoke-ban")
    assert shallow.verify(workspace.seal()) == ()


def test_no_receipt_is_given_or_judged_where_the_past_is_cut_off(shallow, workspace):
    with pytest.raises(Conflict, match="shallow"):
        shallow.seal()
    found = shallow.verify(workspace.seal())
    assert {one.code for one in found} == {"shallow", "store.verify-receipt-unknown"}
    with pytest.raises(UnusableInput):
        shallow.verify("lawtrack-seal 1 x")


def test_a_sync_counts_every_save_and_says_what_was_never_saved(pair, capsys):
    mine, other = pair
    other.rounds("smoke-ban").open("first", "如何？", author=COLLEAGUE)
    other.rounds("smoke-ban").suggest("first", "第一条", "为了健康，制定本条例。", author=COLLEAGUE)
    sent = other.sync(author=COLLEAGUE)
    assert (sent.sent, sent.came, sent.went) == (0, 0, 2)
    came = mine.sync(author=DRAFTER)
    assert (came.received, came.came, came.went) == (0, 2, 0)
    again = mine.sync(author=DRAFTER).to_dict()
    assert (again["came"], again["went"]) == (0, 0)
    file = mine.root / "drafts/smoke-ban/text.md"
    file.write_text(file.read_text("utf-8").replace("为了预防", "为了预防和控制"), "utf-8", newline="\n")
    assert mine.edited() == ("smoke-ban",)
    assert other.edited() == ()
    who = ["--author", "王小明 <wang@example.cn>", "-C", str(mine.root)]
    assert main(["sync", *who]) == 0
    assert "没有送出" in capsys.readouterr().err
    assert (
        main(
            ["import", str(file), "--draft", "smoke-ban", "--stage", "二审", "--date", "2020-08-02", *who],
        )
        == 0
    )
    assert main(["sync", *who]) == 0
    told = capsys.readouterr()
    assert "没有送出" not in told.err
    assert "送出 1 次" in told.out


def test_a_sync_on_no_branch_says_how_to_go_back(pair, git):
    git("checkout", "-q", "--detach")
    with pytest.raises(Conflict) as caught:
        pair[0].sync(author=DRAFTER)
    assert caught.value.code == "store.detached-head"
