"""Two people on one workspace, measured: plain git, `lawtrack sync`, kills.

python benchmarks/team.py pull --rounds 200              # two clones under plain `git pull`, without the driver
python benchmarks/team.py pull --rounds 200 --lawtrack   # the same with lawtrack's merge driver
python benchmarks/team.py sync --seconds 180 --over http  # two people in loops: over http, ssh or in a folder
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.meetings import served_over
from lawtrack.law import parse, to_chinese
from lawtrack.store import Author, Workspace

WORDS = [
    "统筹协调",
    "分级负责",
    "属地管理",
    "公众参与",
    "信息公开",
    "科学规划",
    "综合治理",
    "源头预防",
    "协同推进",
    "依法监督",
]
PEOPLE = (Author("甲", "jia@example.cn"), Author("乙", "yi@example.cn"))


def instrument(articles: int) -> list[str]:
    """The articles of a made-up ordinance."""
    return [
        f"第{to_chinese(at)}条　{WORDS[at % 10]}是第{at}项工作的原则，由主管部门负责。"
        for at in range(1, articles + 1)
    ]


def edited(text: str, at: int, mark: str) -> str:
    """The text with a sentence more in the article number `at`."""
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if line.startswith("第")]
    place = places[at % len(places)]
    lines[place] += f"{mark}应当记录。"
    return "\n".join(lines)


def git(folder: Path, *arguments: str, lawtrack: bool = False, status: int = 0) -> str:
    """One git command as a person runs it."""
    env = {name: told for name, told in os.environ.items() if not name.startswith("GIT_") or "_SSH" in name}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    if lawtrack:
        env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    else:
        arguments = ("-c", "merge.lawtrack.driver=git merge-file %A %O %B", *arguments)
    who = ("-c", "user.name=人", "-c", "user.email=ren@example.cn")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, env=env, capture_output=True, check=False, text=True
    )
    if done.returncode != status:
        raise RuntimeError(f"git {arguments}: {done.stdout}{done.stderr}")
    return done.stdout


def pull_rounds(folder: Path, *, rounds: int, seed: int, lawtrack: bool) -> dict[str, int]:
    """Both people save in each round, one pulls and pushes by plain git, the other pulls; what was lost or doubled."""
    chance = random.Random(seed)
    meeting, homes = _team(folder)
    marks: list[str] = []
    report = {"rounds": rounds, "merges": 0, "missing": 0, "twice": 0, "views": 0}
    for number in range(rounds):
        first = chance.randrange(2)
        for turn, who in enumerate((first, 1 - first)):
            workspace = Workspace.open(homes[who])
            # articles of their own: whoever has the same line in hand as a colleague has a conflict, not a loss
            mark = f"标{number}号{turn}"
            marks.append(mark)
            at = chance.randrange(10) * 2 + who
            text = edited(workspace.text("team"), at * 2, mark)
            workspace.import_version("team", text, stage="drafting", date="2026-01-05", author=PEOPLE[who])
        for who in (first, 1 - first, first):
            git(homes[who], "pull", "-q", "--no-rebase", "--no-edit", str(meeting), "main", lawtrack=lawtrack)
            git(homes[who], "push", "-q", str(meeting), "HEAD:main")
        _judge(homes, marks, report)
    report["merges"] = sum(one.origin == "merged" for one in Workspace.open(homes[0]).versions("team"))
    return report


def sync_writer(home: str, who: int, seconds: float, seed: int) -> list[str]:
    """One person saving and syncing in a loop; the marks of what was saved."""
    marks: list[str] = []
    chance, until = random.Random(seed), time.monotonic() + seconds
    workspace = Workspace.open(home)
    while time.monotonic() < until or len(marks) < 2:
        mark = f"人{who}标{len(marks)}号"
        text = edited(workspace.text("team"), chance.randrange(10) * 4 + who * 2, mark)
        workspace.import_version("team", text, stage="drafting", date="2026-01-05", author=PEOPLE[who])
        opinions = workspace.opinions("team")
        opinions.add(opinions.new(f"建议{mark}。", source="某局"), author=PEOPLE[who])
        plan = workspace.root / "plans/2026.yaml"
        line = f"      - {{stage: drafting, date: 2026-01-05, note: {mark}}}\n"
        workspace.commit_files(
            {"plans/2026.yaml": plan.read_bytes() + line.encode()}, mark, author=PEOPLE[who]
        )
        marks.append(mark)
        workspace.sync(author=PEOPLE[who])
    return marks


def sync_loops(folder: Path, *, seconds: float, seed: int = 1) -> dict[str, int]:
    """Two people saving a text, an opinion and a milestone each time, and syncing; what was lost or doubled."""
    homes = [folder / "jia", folder / "yi"]
    code = (
        "import sys; from benchmarks.team import sync_writer as write; a = sys.argv; "
        "print('\\n'.join(write(a[1], int(a[2]), float(a[3]), int(a[4]))))"
    )
    env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(home), str(who), str(seconds), str(seed + who)],
            env=env, stdout=subprocess.PIPE, encoding="utf-8",
        )
        for who, home in enumerate(homes)
    ]  # fmt: skip
    told = [writer.communicate()[0].split() for writer in writers]
    failed = sum(writer.returncode != 0 for writer in writers)
    workspaces = [Workspace.open(home) for home in homes]
    for who in (0, 1, 0):
        workspaces[who].sync(author=PEOPLE[who])
    report = {"saves": sum(map(len, told)), "failed": failed, "missing": 0, "twice": 0, "apart": 0}
    heads = {workspace.repository.head() for workspace in workspaces}
    report["apart"] = len(heads) - 1
    for mark in (mark for marks in told for mark in marks):
        for shown in (
            workspaces[0].text("team"),
            (homes[0] / "plans/2026.yaml").read_text("utf-8"),
            "\n".join(one.text for one in workspaces[0].opinions("team").register()),
        ):
            report["missing"] += mark not in shown
            report["twice"] += shown.count(f"{mark}应当") > 1
    return report


def team(folder: Path, url: str) -> None:
    """Two workspaces with one draft and one plan that meet at `url`."""
    start = Workspace.create(folder / "jia")
    text = "\n\n".join(["某市团队条例", *instrument(40)])
    start.import_version("team", text, stage="drafting", date="2026-01-01", author=PEOPLE[0])
    plan = "year: 2026\ntitle: 计划\nitems:\n  - id: team\n    title: 某市团队条例\n    milestones:\n"
    plan += "      - {stage: proposed, date: 2026-01-01}\n"
    start.commit_files({"plans/2026.yaml": plan.encode()}, "计划\n", author=PEOPLE[0])
    start.share(url, author=PEOPLE[0])
    git(folder, "clone", "-q", url, "yi")


def _team(folder: Path) -> tuple[Path, list[Path]]:
    """A meeting point and two clones of it, with one draft."""
    folder.mkdir(parents=True, exist_ok=True)
    start = Workspace.create(folder / "start")
    text = "\n\n".join(["某市团队条例", *instrument(40)])
    start.import_version("team", text, stage="drafting", date="2026-01-01", author=PEOPLE[0])
    meeting = folder / "meeting.git"
    git(folder, "clone", "-q", "--bare", str(start.root), str(meeting))
    homes = [folder / "jia", folder / "yi"]
    for home in homes:
        git(folder, "clone", "-q", str(meeting), str(home))
    return meeting, homes


def _judge(homes: list[Path], marks: list[str], report: dict[str, int]) -> None:
    for home in homes:
        workspace = Workspace.open(home)
        shown = git(home, "show", "HEAD:drafts/team/text.md")
        report["missing"] += sum(
            mark not in shown for mark in marks[:-1] if home == homes[0] or mark in shown
        )
        versions = workspace.versions("team")
        report["twice"] += len(versions) - len({version.sha for version in versions})
        report["twice"] += sum(shown.count(f"{mark}应当") > 1 for mark in marks)
        told = [workspace.text(versions[-1]), workspace.text("team"), workspace.working_text("team")]
        blamed = [one.text for one in workspace.blame("team")] if len(marks) < 20 else None
        report["views"] += sum(text != shown for text in told)
        report["views"] += blamed is not None and blamed != [one.text for one in parse(shown).articles]


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["pull", "sync"])
    parser.add_argument("--over", choices=["folder", "http", "ssh"], default="folder")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lawtrack", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if told.what == "sync":
            with served_over(told.over, Path(folder)) as url:
                team(Path(folder), url)
                print(told.over, sync_loops(Path(folder), seconds=told.seconds, seed=told.seed))
            return
        print(pull_rounds(Path(folder, "team"), rounds=told.rounds, seed=told.seed, lawtrack=told.lawtrack))


if __name__ == "__main__":
    main()
