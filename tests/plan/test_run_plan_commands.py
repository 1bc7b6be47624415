from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawtrack.cli.plan.status import plan
from lawtrack.errors import LawtrackError
from lawtrack.plan import Plan

SAMPLE = Path(__file__).parents[2] / "plans" / "2020.yaml"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with plans/2020.yaml, and a git that knows only what the test tells it."""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "2020.yaml").write_bytes(SAMPLE.read_bytes())
    config = tmp_path.parent / f"{tmp_path.name}-gitconfig"
    config.write_text("[user]\nname = 测试\nemail = test@lawtrack.invalid\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(plan, arguments, catch_exceptions=True)


def test_status_of_the_workspace_on_screen_and_as_json(workspace: Path) -> None:
    screen = run("status", "--as-of", "2020-09-01")
    assert screen.exit_code == 0
    assert "立法法（2015）第七十二条" in screen.output
    told = json.loads(run("status", "--year", "2020", "--as-of", "2020-09-01", "--json").output)
    assert told == Plan.load(SAMPLE).status("2020-09-01").to_dict("records")


def test_without_a_day_the_clock_is_asked(workspace: Path) -> None:
    assert str(date.today().year) in run("status").output.splitlines()[0]  # noqa: DTZ011 -- the day of this machine


def test_status_is_found_from_a_folder_below(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace / "plans")
    assert run("status", "--as-of", "2020-09-01").exit_code == 0


def test_no_plan_says_what_to_do_and_shows_no_sample(workspace: Path) -> None:
    (workspace / "plans" / "2020.yaml").unlink()
    failure = run("status").exception
    assert isinstance(failure, LawtrackError)
    assert "--plan" in failure.message("zh")
    assert "lawtrack demo" in failure.message("en")


def test_status_goes_to_a_file(workspace: Path) -> None:
    result = run("status", "--as-of", "2020-09-01", "-o", "执行情况.csv")
    assert result.exit_code == 0
    assert (workspace / "执行情况.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_check_exits_with_one_for_warnings_only_when_asked(workspace: Path) -> None:
    assert run("check", "--as-of", "2020-09-01").exit_code == 0
    found = run("check", "--as-of", "2020-09-01", "--exit-code")
    assert found.exit_code == 1
    assert "少于一般要求的30日" in found.output
    assert run("check", "--as-of", "2020-01-01", "--exit-code").exit_code == 0


def test_project_is_added_followed_and_changed_from_the_command_line(workspace: Path) -> None:
    file = str(workspace / "plans" / "2020.yaml")
    assert run("add", "--plan", file, "noise", "昆明市噪声条例").exit_code == 0
    assert (
        run(
            "record", "--plan", file, "noise", "introduced", "3月", "--certainty", "A", "--source", "KD"
        ).exit_code
        == 0
    )
    assert run("change", "--plan", file, "noise", "postponed", "2020-06-20", "--to", "8月底前").exit_code == 0
    assert run("set", "--plan", file, "noise", "drafting_unit=某局").exit_code == 0
    made = Plan.load(file)
    assert (made.item("noise").milestones[0].date.iso, made.item("noise").drafting_unit) == (
        "2020-03",
        "某局",
    )
    assert made.changes[0].kind == "postponed"
    assert run("record", "--plan", file, "noise", "introduced", "某时").exit_code == 2


def test_a_plan_cannot_steer_the_terminal(workspace: Path) -> None:
    file = workspace / "plans" / "2020.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: \u202e"), encoding="utf-8")
    for command in (["status"], ["check"], ["agenda", "--on", "2020-09-01"]):
        told = run(*command).output
        assert "\\u202e" in told
        assert "\u202e" not in told


def test_published_plan_is_imported_and_never_over_another(workspace: Path) -> None:
    Path("计划.txt").write_text("1.某市市容条例（市城管局起草；视情况）\n", encoding="utf-8")
    about = [
        "计划.txt",
        "--year",
        "2024",
        "--title",
        "计划",
        "--jurisdiction",
        "昆明市",
        "-o",
        "plans/2024.yaml",
    ]
    said = run("import", *about)
    assert said.exit_code == 0
    assert "视情况" in said.output
    assert Plan.load("plans/2024.yaml").items[0].drafting_unit == "市城管局"
    assert isinstance(run("import", *about).exception, LawtrackError)


def committed(workspace: Path, day: str) -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T10:00:00", "GIT_COMMITTER_DATE": f"{day}T10:00:00"}
    for command in (["add", "plans"], ["commit", "-qm", day]):
        subprocess.run(["git", *command], cwd=workspace, check=True, env={**os.environ, **when})


def test_plan_as_it_stood_is_the_same_from_entries_and_from_git(workspace: Path) -> None:
    from lawtrack.store import Author, Workspace

    file = workspace / "plans" / "2020.yaml"
    Workspace.create(workspace, author=Author("测试", "test@lawtrack.invalid"))
    text = file.read_text(encoding="utf-8").replace(
        "    draft: clean-air\n",
        "    draft: clean-air\n    targets:\n      - {stage: introduced, date: 6月底前}\n",
    )
    file.write_text(text, encoding="utf-8")
    committed(workspace, "2020-03-01")
    for day, entry in [
        ("2020-06-20", "- {date: 2020-06-20, item: clean-air, kind: postponed, to: 8月底前}"),
        ("2020-11-05", "- {date: 2020-11-05, item: police-auxiliary, kind: carried-over}"),
        ("2020-11-20", "- {date: 2020-11-20, item: clean-air, kind: renamed, title: 空气条例}"),
    ]:
        text = text.replace("changes: []", "changes:")
        text = f"{text.rstrip()}\n  {entry}\n"
        file.write_text(text, encoding="utf-8")
        committed(workspace, day)
    told = {}
    for day in (
        "2020-03-01",
        "2020-06-19",
        "2020-06-20",
        "2020-11-04",
        "2020-11-05",
        "2020-11-19",
        "2020-12-31",
    ):
        entries, git = run("agenda", "--on", day), run("agenda", "--on", day, "--from-git")
        assert git.exit_code == 0, git.exception
        assert entries.output == git.output
        told[day] = entries.output.partition("\n")[2]
    assert len(set(told.values())) == 4
    assert "空气条例" in told["2020-12-31"]
    assert isinstance(run("agenda", "--on", "2020-02-01", "--from-git").exception, LawtrackError)


def test_edit_in_a_workspace_is_one_commit(workspace: Path) -> None:
    from lawtrack.store import Workspace

    Workspace.create(workspace)
    committed(workspace, "2020-03-01")
    file = workspace / "plans" / "2020.yaml"
    assert run("set", "--plan", str(file), "clean-air", "committee=城环委").exit_code == 0
    git = ["git", "log", "-1", "--format=%s", "--name-only"]
    assert subprocess.run(git, cwd=workspace, check=True, capture_output=True, text=True).stdout.split(
        "\n"
    ) == [
        "plan: set committee of clean-air",
        "",
        "plans/2020.yaml",
        "",
    ]
    clean = subprocess.run(["git", "status", "--porcelain"], cwd=workspace, check=True, capture_output=True)
    assert clean.stdout == b""


def test_stages_of_a_draft_s_versions_show_without_being_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lawtrack.store import replay, sample_root

    replay(sample_root(), tmp_path / "示例")
    file = tmp_path / "示例" / "plans" / "2020.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text(
        "".join(line for line in lines if "第十四届人大常委会第三十次会议, source: T-health" not in line),
        encoding="utf-8",
    )
    monkeypatch.chdir(file.parent)
    told = json.loads(run("status", "--as-of", "2020-09-01", "--json").output)
    found = next(record for record in told if record["id"] == "patriotic-health")
    assert (found["stage"], found["stage_date"], found["source"]) == (
        "passed",
        "2020-08-28",
        "drafts/patriotic-health",
    )
