"""HEAD is the truth: what git merged or somebody committed by hand is a version, told as what it is."""

from __future__ import annotations

import pytest

from lawtrack.law import parse, render
from lawtrack.store import Workspace
from tests.texts import DRAFTER, FIRST, SECOND

FILE = "drafts/smoke-ban/text.md"
THEIRS = FIRST.replace("在室内吸烟", "在室内、电梯内吸烟")
OURS = FIRST.replace("为了预防", "为了预防和控制")


def texts_agree(workspace: Workspace, git) -> None:
    """Every view speaks of the text that HEAD shows, and no version is there twice."""
    for slug in workspace.slugs():
        shown = git("show", f"HEAD:drafts/{slug}/text.md", cwd=workspace.root)
        versions = workspace.versions(slug)
        assert workspace.text(slug) == shown == workspace.text(versions[-1])
        assert len({version.sha for version in versions}) == len(versions)
        blamed = workspace.blame(slug)
        assert [one.text for one in blamed] == [article.text for article in parse(shown).articles]


@pytest.fixture
def pulled(workspace, save, git, tmp_path):
    """Two clones that both went on with one draft; one pulls the other by plain git."""

    def run(mine: str, yours: str, *options: str) -> Workspace:
        save()
        git("clone", "-q", str(workspace.root), str(tmp_path / "clone"))
        other = Workspace.open(tmp_path / "clone")
        save(mine, date="2020-08-01")
        other.import_version("smoke-ban", yours, stage="second-reading", date="2020-08-02", author=DRAFTER)
        git("-c", "merge.lawtrack.driver=git merge-file %A %O %B", "pull", "-q", "--no-rebase", "--no-edit",
            *options, str(other.root), "main")  # fmt: skip
        return workspace

    return run


def test_a_plain_pull_is_a_version_of_both_lines(pulled, git):
    workspace = pulled(OURS, THEIRS)
    first, mine, yours, merged = workspace.versions("smoke-ban")
    assert merged.origin == "merged"
    assert merged.predecessors == (mine.sha, yours.sha)
    assert merged.merges == (mine.sha, yours.sha, first.sha)
    assert len(merged.parents) == 2
    assert (merged.stage, merged.date) == ("second-reading", "2020-08-02")
    texts_agree(workspace, git)
    blamed = {one.path: one.version.sha for one in workspace.blame("smoke-ban")}
    assert blamed == {"第一条": mine.sha, "第二条": yours.sha, "第三条": first.sha, "第四条": first.sha}
    assert workspace.verify() == ()
    following = workspace.save(
        "smoke-ban", SECOND, stage="passed", date="2020-09-01", on=merged, author=DRAFTER
    )
    assert workspace.versions("smoke-ban")[-1] == following


def test_a_merge_that_takes_one_side_is_a_version_too(pulled, git):
    workspace = pulled(OURS, FIRST.replace("为了预防", "为防止"), "-s", "ours")
    assert workspace.versions("smoke-ban")[-1].origin == "merged"
    texts_agree(workspace, git)


def test_a_pull_that_only_goes_forward_makes_no_version(workspace, save, git, tmp_path):
    save()
    git("clone", "-q", str(workspace.root), str(tmp_path / "clone"))
    other = Workspace.open(tmp_path / "clone")
    other.import_version("smoke-ban", SECOND, stage="passed", date="2020-08-02", author=DRAFTER)
    workspace.import_version("clean-air", FIRST, stage="drafting", date="2020", author=DRAFTER)
    git("pull", "-q", "--no-rebase", "--no-edit", str(other.root), "main")
    assert [one.origin for one in workspace.versions()] == ["saved"] * 3
    texts_agree(workspace, git)


def test_an_edit_without_trailers_is_told_with_its_author_and_day(workspace, save, git):
    first = save()
    (workspace.root / FILE).write_text(render(parse(OURS)), "utf-8", newline="\n")
    git("commit", "-qam", "改了第一条")
    told = workspace.versions("smoke-ban")[-1]
    assert (told.origin, told.author.name, told.stage, told.message) == (
        "outside",
        "Somebody",
        "first-reading",
        "改了第一条",
    )
    assert told.predecessors == (first.sha,)
    texts_agree(workspace, git)
    saved = workspace.save("smoke-ban", SECOND, stage="passed", date="2020-09-01", on=told, author=DRAFTER)
    assert saved.predecessors == (told.sha,) or workspace.versions()[-1].predecessors == (told.sha,)


def test_a_text_that_was_begun_outside_is_a_draft(workspace, git):
    (workspace.root / "drafts/parking").mkdir(parents=True)
    (workspace.root / "drafts/parking/text.md").write_text(render(parse(FIRST)), "utf-8", newline="\n")
    git("add", ".")
    git("commit", "-qm", "new")
    (told,) = workspace.versions("parking")
    assert (told.origin, told.stage) == ("outside", "drafting")
    texts_agree(workspace, git)


@pytest.mark.parametrize("lawtrack", [False, True])
def test_rounds_of_two_clones_lose_nothing_and_double_nothing(workspace, save, git, tmp_path, lawtrack):
    """Two people, plain `git pull` and `git push`; `benchmarks/team.py` runs hundreds of rounds."""
    from benchmarks.team import pull_rounds

    report = pull_rounds(tmp_path / "team", rounds=4, seed=12, lawtrack=lawtrack)
    assert report == {"rounds": 4, "merges": report["merges"], "missing": 0, "twice": 0, "views": 0}
    assert report["merges"] >= 2
