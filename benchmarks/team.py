"""Two people on one workspace, measured: plain git, `lawtrack sync`, kills.

python benchmarks/team.py pull --rounds 200              # two clones under plain `git pull`, without the driver
python benchmarks/team.py pull --rounds 200 --lawtrack   # the same with lawtrack's merge driver
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from lawtrack.law import parse
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
        f"第{_numeral(at)}条　{WORDS[at % 10]}是第{at}项工作的原则，由主管部门负责。"
        for at in range(1, articles + 1)
    ]


def _numeral(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else digits[tens] + "十"
    return head + (digits[ones] if ones else "")


def edited(text: str, at: int, mark: str) -> str:
    """The text with a sentence more in the article number `at`."""
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if line.startswith("第")]
    place = places[at % len(places)]
    lines[place] += f"{mark}应当记录。"
    return "\n".join(lines)


def git(folder: Path, *arguments: str, lawtrack: bool = False, status: int = 0) -> str:
    """One git command as a person runs it."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
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
    parser.add_argument("what", choices=["pull"])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lawtrack", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(pull_rounds(Path(folder, "team"), rounds=told.rounds, seed=told.seed, lawtrack=told.lawtrack))


if __name__ == "__main__":
    main()
