"""Twenty years of a hundred projects with fifteen milestones each: how long loading and status take.

    python benchmarks/plan_scale.py

Floors of the project: loading under 1.5 s, status of all as of a day under 0.3 s.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lawtrack.plan import Plan, deadline_frame
from lawtrack.plan.frames import status_frame
from lawtrack.plan.procedure import library

STAGES = [stage for stage in library()["kunming-ordinance"].order if stage != "unified-review"]
if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
YEARS = range(2006, 2026)


def one_year(year: int) -> str:
    lines = [f"year: {year}", "title: 计划", "jurisdiction: 昆明市", "sources: {S1: {title: 公告}}", "items:"]
    for number in range(100):
        lines += [
            f"  - id: item-{number}",
            f"    title: 昆明市某某条例{number}",
            "    instrument: local-regulation",
        ]
        lines += ["    action: enact", "    milestones:"]
        for place, stage in enumerate(STAGES):
            day = f"{year + place // 12}-{place % 12 + 1:02d}-11"
            lines.append(
                f"      - {{stage: {stage}, date: {day}, meeting: 第二十九次会议, source: S1, certainty: A}}"
            )
    return "\n".join(lines) + "\n"


def timed(what: str, action: Callable[[], T]) -> T:
    began, worked = time.perf_counter(), time.process_time()
    result = action()
    print(
        f"{what:<10} {time.perf_counter() - began:.2f} s, of which at work {time.process_time() - worked:.2f} s"
    )
    return result


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{year}.yaml" for year in YEARS]
        for year, file in zip(YEARS, files, strict=True):
            file.write_text(one_year(year), encoding="utf-8")
        Plan.load(files[0]).status("2020-01-01")  # libraries load on first use
        plans = timed("load", lambda: [Plan.load(file) for file in files])
        frame = timed("status", lambda: status_frame(plans, "2020-09-01"))
        timed("deadlines", lambda: deadline_frame(plans, "2020-09-01"))
        print(
            f"{len(frame)} items, {sum(len(item.milestones) for plan in plans for item in plan.items)} milestones"
        )


if __name__ == "__main__":
    main()
