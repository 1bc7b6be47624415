"""Saves killed at a random moment: versions, opinions, the plan, sync.

    python benchmarks/kills.py --kills 1000

Each kill takes a whole process group, so git's own commands die too. Then the next command opens the workspace, and
everything has to be in order without anybody's help: 0 lost (acknowledged and not there), 0 half (HEAD, index and
working tree disagree), 0 in need of repair (a lock, litter, a refused save).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.team import PEOPLE, edited, instrument
from lawtrack.store import Workspace

WHEN = datetime(2026, 1, 5, 9, tzinfo=UTC)
KINDS = ("version", "opinion", "plan", "sync")


def kill_saves(folder: Path, *, kills: int, seed: int, longest: float = 0.0) -> Counter[str]:
    """What was lost, half or in need of repair in so many kills, none of them after `longest` seconds (0: measured)."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    workspace = Workspace.create(folder / "work")
    workspace.import_version(
        "team",
        "\n\n".join(["某市条例", *instrument(20)]),
        stage="drafting",
        date="2026-01-01",
        author=PEOPLE[0],
    )
    workspace.share(str(folder / "meeting.git"), author=PEOPLE[0])
    took = {kind: longest or _measured(workspace, kind, at) for at, kind in enumerate(KINDS)}
    report: Counter[str] = Counter(kills=0, acknowledged=0, lost=0, half=0, repair=0)
    for number in range(kills):
        kind = KINDS[number % len(KINDS)]
        acknowledged = _killed(workspace, kind, number + 10, chance.uniform(0, took[kind] * 1.2))
        report["kills"] += 1
        report["acknowledged"] += acknowledged
        try:
            opened = Workspace.open(workspace.root)
        except Exception:  # noqa: BLE001 - whatever it is, somebody has to repair it
            report["repair"] += 1
            continue
        report["lost"] += acknowledged and not _there(opened, kind, number + 10)
        for name, wrong in _disorder(opened.root).items():
            if wrong:
                report[name] += 1
                print(number, kind, name, wrong)
    try:
        _save(workspace, "version", kills + 100)
        wrong = [one.code for one in workspace.verify() if one.code != "store.verify-unsaved"]
    except Exception as problem:  # noqa: BLE001 - as above
        wrong = [str(problem)]
    report["repair"] += bool(wrong)
    if wrong:
        print(wrong)
    return report


def _save(workspace: Workspace, kind: str, number: int) -> None:
    mark = f"标{number}号"
    if kind == "opinion":
        opinions = workspace.opinions("team")
        opinions.add(opinions.new(f"建议{mark}。", source="某局"), author=PEOPLE[0], when=WHEN)
    elif kind == "plan":
        workspace.commit_files(
            {"plans/2026.yaml": f"year: 2026\nnote: {mark}\n".encode()}, mark, author=PEOPLE[0]
        )
    else:
        text = edited(workspace.text("team"), number, mark)
        workspace.import_version("team", text, stage="drafting", date="2026-01-05", author=PEOPLE[0])
        if kind == "sync":
            workspace.sync(author=PEOPLE[0])


def _there(workspace: Workspace, kind: str, number: int) -> bool:
    mark = f"标{number}号"
    if kind == "opinion":
        return any(mark in one.text for one in workspace.opinions("team").register())
    if kind == "plan":
        return mark in (workspace.root / "plans/2026.yaml").read_text("utf-8")
    return mark in workspace.text("team")


def _measured(workspace: Workspace, kind: str, number: int) -> float:
    began = time.monotonic()
    _save(workspace, kind, number)
    return time.monotonic() - began


def _killed(workspace: Workspace, kind: str, number: int, after: float) -> bool:
    """Save in a process of its own and kill it, and all it started; was the save acknowledged before?"""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.setsid()
        status = 1
        try:
            _save(workspace, kind, number)
            os.write(writer, b"x")
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    time.sleep(after)
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = os.read(reader, 1)
    os.close(reader)
    return told == b"x"


def _disorder(root: Path) -> dict[str, list[str]]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=root, env=env, capture_output=True, text=True, check=True
    ).stdout
    locks = [str(path) for path in (root / ".git").rglob("*.lock") if path.name != "lawtrack.lock"]
    litter = [
        *(root / ".git").glob("lawtrack-*"),
        *(root / "drafts").rglob("*.part"),
        *(root / "plans").rglob("*.part"),
    ]
    return {"half": status.splitlines(), "repair": locks + [str(path) for path in litter]}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(dict(kill_saves(Path(folder), kills=told.kills, seed=told.seed)))


if __name__ == "__main__":
    main()
