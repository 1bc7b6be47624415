"""A long history at hand: blame and opinions through 500 versions of 100 articles, first and again.

    python benchmarks/history.py --versions 500 --articles 100 --opinions 500

Each question is asked in a process of its own, so that only what lies on the disk is remembered.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.team import PEOPLE, instrument
from lawtrack.law import article_label
from lawtrack.store import Workspace

BEGAN = datetime(2001, 1, 1, 9, tzinfo=UTC)


def long_history(folder: Path, *, versions: int, articles: int, opinions: int, seed: int = 1) -> Workspace:
    """A workspace with one draft, changed in some articles each time, and opinions on versions all along the way."""
    chance = random.Random(seed)
    workspace = Workspace.create(folder, author=PEOPLE[0])
    lines = [
        f"{line.partition('　')[2]}\n\n另有第{at}项规定：\n\n（一）{at}甲；\n\n（二）{at}乙。"
        for at, line in enumerate(instrument(articles))
    ]
    given = []
    for number in range(versions):
        for _ in range(chance.choice((1, 1, 2, 4))):
            at = chance.randrange(len(lines))
            lines[at] = lines[at].replace("规定", f"新{number}规定", 1)
        if number % 25 == 24:
            lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
        when = BEGAN + timedelta(days=number)
        version = workspace.import_version(
            "long",
            "\n\n".join(
                ["某市长条例", *(f"{article_label((at, 0))}　{line}" for at, line in enumerate(lines, 1))]
            ),
            stage="drafting",
            date=str(when.date()),
            author=PEOPLE[number % 2],
            when=when,
        )
        given.append(version.sha)
    book = workspace.opinions("long")
    labels = [article.label for article in workspace.instrument("long").articles]
    book.add(
        *(
            book.new(
                f"建议{at}。",
                clause=chance.choice(labels) + chance.choice(("", "第一款")),
                on=given[at * versions // opinions],
                source=f"单位{at}",
            )
            for at in range(opinions)
        ),
        author=PEOPLE[0],
    )
    return workspace


ASKED = {
    "blame": "w.blame('long')",
    "blame one": "w.blame('long', '第三条')",
    "follow": "w.opinions('long').follow()",
    "log": "w.log('long')",
    "text": "w.text('long')",
}


def asked(root: Path, what: str) -> tuple[float, float]:
    """Seconds that a question takes in a new process, without the imports: by the clock, and of the processor."""
    code = (
        "import sys, time, pydantic, lawtrack.compare, lawtrack.store.history.blaming; from lawtrack.store import Workspace\n"
        "w = Workspace.open(sys.argv[1]); at, own = time.perf_counter(), time.process_time()\n"
        f"{ASKED[what]}; print(time.perf_counter() - at, time.process_time() - own)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=True)
    clock, own = map(float, done.stdout.split())
    return round(clock, 3), round(own, 3)


def measured(root: Path, what: str) -> dict[str, tuple[float, float]]:
    """Seconds the first time and the second, by the clock and of the processor."""
    return {time_: asked(root, what) for time_ in ("first", "again")}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--versions", type=int, default=500)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--opinions", type=int, default=500)
    parser.add_argument("--keep", type=Path, help="build it here, or ask what was built here")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = told.keep or Path(folder)
        if not (root / ".git").exists():
            began = time.perf_counter()
            long_history(root, versions=told.versions, articles=told.articles, opinions=told.opinions)
            print(f"built in {time.perf_counter() - began:.1f} s")
        for what in ("log", "text", "blame", "blame one", "follow"):
            print(what, json.dumps(measured(root, what)))


if __name__ == "__main__":
    main()
