"""Saves killed at a random moment: versions, opinions, the plan, sync.

    python benchmarks/kills.py --kills 1000
    python benchmarks/kills.py --steps        # instead of at random: before every file and every program that a save touches

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
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.team import PEOPLE, edited, instrument
from lawtrack.store import Workspace

WHEN = datetime(2026, 1, 5, 9, tzinfo=UTC)
KINDS = ("version", "opinion", "plan", "sync")


def kill_saves(folder: Path, *, kills: int, seed: int) -> Counter[str]:
    """What was lost, half or in need of repair in so many kills, and how many saves were acknowledged before.

    The moments are spread over twice the time that a save takes, which is learned from kill to kill, so that about half
    of the saves are acknowledged whatever the machine is busy with, and every part of a save is met alike.
    """
    chance = random.Random(seed)
    workspace = _begun(folder)
    takes = {kind: _measured(workspace, kind, at) for at, kind in enumerate(KINDS)}
    report: Counter[str] = Counter(kills=0, acknowledged=0, lost=0, half=0, repair=0)
    for number in range(kills):
        kind = KINDS[number % len(KINDS)]
        acknowledged = _killed(workspace, kind, number + 10, chance.uniform(0, 2 * takes[kind]))
        takes[kind] *= 1 / LEARNT if acknowledged else LEARNT
        report["kills"] += 1
        report["acknowledged"] += acknowledged
        report[f"{kind} acknowledged"] += acknowledged
        for name, wrong in _after(workspace, kind, number + 10, acknowledged=acknowledged).items():
            report[name] += wrong
    report["repair"] += _out_of_order(workspace, kills + 100)
    return report


LEARNT: Final = 1.05
"""By how much the time that a save is thought to take grows when it was killed first, and shrinks when it was not."""


def _begun(folder: Path) -> Workspace:
    """A workspace with a draft, and a meeting point."""
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
    return workspace


def _after(workspace: Workspace, kind: str, number: int, *, acknowledged: bool) -> dict[str, bool]:
    """What is wrong once the next command has opened the workspace."""
    try:
        opened = Workspace.open(workspace.root)
    except Exception as problem:  # noqa: BLE001 - whatever it is, somebody has to repair it
        print(number, kind, problem)
        return {"repair": True}
    wrong = _disorder(opened.root)
    for name, told in wrong.items():
        if told:
            print(number, kind, name, told)
    lost = acknowledged and not _there(opened, kind, number)
    return {"lost": lost, **{name: bool(told) for name, told in wrong.items()}}


def _out_of_order(workspace: Workspace, number: int) -> bool:
    """Is anything wrong with the record, or the next save, at the end?"""
    try:
        _save(workspace, "version", number)
        wrong = [one.code for one in workspace.verify() if one.code != "store.verify-unsaved"]
    except Exception as problem:  # noqa: BLE001 - as above
        wrong = [str(problem)]
    if wrong:
        print(wrong)
    return bool(wrong)


def kill_at_steps(folder: Path, *, kinds: tuple[str, ...] = KINDS, every: int = 1) -> Counter[str]:
    """As `kill_saves`, but each save dies before its first, second, third … step, until one has no step left."""
    workspace = _begun(folder)
    report: Counter[str] = Counter(kills=0, lost=0, half=0, repair=0)
    for kind in kinds:
        step, number = 0, 100
        while True:
            step, number = step + every, number + 1
            done = _dies_at(workspace, kind, number + KINDS.index(kind) * 10**6, step)
            report["kills"] += 1
            for name, wrong in _after(workspace, kind, number, acknowledged=False).items():
                report[name] += wrong
            if done:
                break
    report["repair"] += _out_of_order(workspace, 10**7)
    return report


STEPS = frozenset(
    {
        "open",
        "os.mkdir",
        "os.rename",
        "os.remove",
        "os.rmdir",
        "os.link",
        "os.chmod",
        "subprocess.Popen",
        "shutil.copyfile",
    }
)
"""What Python tells of before it happens (its audit events) and what changes a file or starts git."""


def _dies_at(workspace: Workspace, kind: str, number: int, step: int) -> bool:
    """A save in a process that is gone before its step number `step`; was it done before?"""
    child = os.fork()
    if child == 0:
        left = [step]

        def hook(event: str, told: tuple[object, ...]) -> None:
            if event not in STEPS or (event == "open" and not _writes(told)):
                return
            left[0] -= 1
            if left[0] == 0:
                os._exit(9)

        status = 1
        try:
            sys.addaudithook(hook)
            _save(workspace, kind, number)
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _writes(told: tuple[object, ...]) -> bool:
    """Is a file opened to be written?"""
    flags = told[2] if len(told) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


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
    parser.add_argument("--steps", action="store_true", help="before every step instead of at random")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if told.steps:
            print(dict(kill_at_steps(Path(folder))))
            return
        print(dict(kill_saves(Path(folder), kills=told.kills, seed=told.seed)))


if __name__ == "__main__":
    main()
