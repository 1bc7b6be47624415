"""Random calls until the time is over: texts nobody would write, through everything that reads texts.

    python benchmarks/fuzz.py --seconds 600 --seed 1
    python benchmarks/fuzz.py --calls 141418
    python benchmarks/fuzz.py --again 1:2801

What may come out is an answer or a `LawtrackError`; the laws of the house hold: `parse` never raises and loses nothing, a
comparison can be undone, a decision that was written applies. The tests keep a fixed budget of the same in each room
(`tests/amend/test_fuzz.py`, `tests/check/test_survive_anything.py`); this is the long one, by hand.

A call is stopped, and told with the place where it was, when it has used its limit of the processor, and the whole may not
use more memory than its limit: nothing can hang or grow unseen. What is at work is told each minute.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawtrack import amend
from lawtrack.check import check
from lawtrack.compare import compare
from lawtrack.errors import LawtrackError
from lawtrack.law import citations, parse, read_history, render, to_chinese
from lawtrack.merge import merge
from lawtrack.plan import Plan
from lawtrack.store import Author

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

PIECES = (
    "第{n}条", "第{n}条之{n}", "第{n}章", "第{n}节", "第{n}编", "（{n}）", "{n}、", "第{n}款", "第{n}项",
    "总则", "附则", "附件", "目录", "某市条例", "的决定", "关于修改《某市条例》的决定", "甲", "乙丙丁",
    "市人民政府负责。", "违反本条例第{n}条规定的，处{n}元罚款。", "将", "改为", "修改为：", "删去",
    "增加一条，作为", "“", "”", "《", "》", "〖", "〗", "：", "；", "。", "\n", "\n\n", "\r", "\r\n",
    "\u2028", "\u2029", "\x85", "\x00", "\x1f", " ", "　", "\t", "# ", "## ", "|", "<b>", "</b>", "&nbsp;",
    "<<<<<<< ", "\ue000", "\uf8ff", "\U000f0000", "\ufeff", "\u202e", "\u200b", "𠮷", "〇〇〇〇", "零", "1",
    "１", "99999999999", "自2026年2月30日起施行。", "2024-01-01", "本条例自公布之日起施行。", "前款", "本条",
)  # fmt: skip
"""What texts are made of; {n} is a number, most of them small."""


def text_of(chance: random.Random) -> str:
    """A text of some pieces, now and then one of them very long or one line very often."""
    told = "".join(
        chance.choice(PIECES).replace("{n}", _number(chance)) for _ in range(chance.randrange(1, 60))
    )
    if chance.random() < 0.02:
        told += chance.choice(PIECES).replace("{n}", _number(chance)) * chance.randrange(1000, 20000)
    return told


def _number(chance: random.Random) -> str:
    number = chance.choice((chance.randrange(1, 12), chance.randrange(1, 12), chance.randrange(10**6)))
    return chance.choice(
        (to_chinese(min(number, 9999)), str(number), "〇" * chance.randrange(1, 9), "十百千")
    )


def _parse(chance: random.Random) -> None:
    text = text_of(chance)
    assert parse(text).text == text
    parse(text).to_dict()


def _compare(chance: random.Random) -> None:
    old = text_of(chance)
    new = _edited(old, chance) if chance.random() < 0.7 else text_of(chance)
    for row in compare(old, new).rows:
        ops = list(row.ops)
        assert "".join(text for op, text in ops if op != "insert") == row.old_text or not ops
        assert "".join(text for op, text in ops if op != "delete") == row.new_text or not ops


def _edited(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text_of(chance)[:20] + text[at + chance.randrange(10) :]


def _read(chance: random.Random) -> None:
    amend.read(text_of(chance)).to_dict()


def _apply(chance: random.Random) -> None:
    amend.apply(text_of(chance), text_of(chance)).to_dict()


def _write(chance: random.Random) -> None:
    old = text_of(chance)
    amend.apply(old, amend.write(old, _edited(old, chance))).to_dict()


def _merge(chance: random.Random) -> None:
    base = text_of(chance)
    joined = merge(base, _edited(base, chance), _edited(base, chance))
    assert parse(joined.text).text == joined.text


def _render(chance: random.Random) -> None:
    doc = parse(text_of(chance))
    assert parse(render(doc)).text == render(doc)
    citations(doc)
    read_history(doc)


def _check(chance: random.Random) -> None:
    for one in check(parse(text_of(chance))):
        assert one.message


def _author(chance: random.Random) -> None:
    name, mail = text_of(chance)[:30], text_of(chance)[:30]
    plain = Author(name, mail).as_git()
    assert not set(f"{plain.name}{plain.email}") & set("\0\n<>")
    Author.parse(f"{name} <{mail}>")


def _plan(chance: random.Random) -> None:
    day = date.min + timedelta(days=chance.randrange((date.max - date.min).days + 1))
    day = chance.choice((day, date.max, date.min, date(2026, 3, 5)))
    stages = (
        "proposed",
        "drafting",
        "submitted",
        "introduced",
        "passed",
        "approved",
        "promulgated",
        text_of(chance)[:8],
    )
    dates = ("2026-01-05", "2026", "9999-12-31", "0001-01-01", "≤2026-03", "≥2020", text_of(chance)[:10])
    steps = "".join(
        f"      - {{stage: {chance.choice(stages[:-1])}, date: '{chance.choice(dates[:-1])}'}}\n"
        for _ in range(chance.randrange(5))
    )
    told = f"year: 2026\ntitle: 计划\nitems:\n  - id: a\n    title: 某市条例\n    milestones:\n{steps or '      []'}\n"
    if chance.random() < 0.3:
        told = _edited(told, chance)
    file = Path(_folder().name, "2026.yaml")
    file.write_text(told, "utf-8", errors="replace")
    Plan.load(file).status(as_of=day)


@cache
def _folder() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="lawtrack-fuzz-")


CALLS: tuple[Callable[[random.Random], None], ...] = (
    _parse, _compare, _read, _apply, _check, _author, _plan, _write, _merge, _render,
)  # fmt: skip
LIMIT = 10.0
"""Seconds of the processor after which a call is stopped and counts as a fault."""
MEMORY = 6 << 30
"""Bytes of address space that all of it may take."""


class Unbounded(BaseException):
    """A call has used up its limit; no code under test may catch it by `except Exception`."""


@dataclass(slots=True)
class Told:
    """What came of the calls so far: how many of each kind, the longest of each kind, and the faults."""

    made: Counter[str] = field(default_factory=Counter)
    longest: dict[str, tuple[float, str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        longest = ", ".join(
            f"{name} {took:.1f} s ({own})" for name, (took, own) in sorted(self.longest.items())
        )
        return f"{sum(self.made.values())} calls, {len(self.faults)} faults, {memory} MB at most; longest: {longest}"


def _stopped(_number: int, _frame: FrameType | None) -> None:
    raise Unbounded


def one(own: str, told: Told, *, limit: float = LIMIT) -> None:
    """Make one call again by its seed and number, and note what came of it."""
    call = CALLS[int(own.partition(":")[2]) % len(CALLS)]
    name = call.__name__.strip("_")
    told.made[name] += 1
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        call(random.Random(own))
    except LawtrackError:
        pass
    except (Exception, Unbounded):  # noqa: BLE001 - whatever it is, it is a fault
        told.faults.append(f"{name} {own} {traceback.format_exc(limit=-12)}")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - began
    told.longest[name] = max(told.longest.get(name, (0.0, "")), (took, own))


def fuzz(numbers: range, seconds: float, seed: int) -> Told:
    """Make the calls of these numbers until the time is over; say each minute, and with each fault, how far it is."""
    signal.signal(signal.SIGPROF, _stopped)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    told, began = Told(), time.monotonic()
    spoke = began
    for number in numbers:
        before = len(told.faults)
        one(f"{seed}:{number}", told)
        for fault in told.faults[before:]:
            print(fault, flush=True)
        if time.monotonic() - spoke > 60:
            spoke = time.monotonic()
            print(told, flush=True)
        if time.monotonic() - began > seconds:
            break
    return told


def main() -> None:
    """Print what was called and what went wrong; exit with 1 where something did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="stop after so long")
    parser.add_argument("--calls", type=int, help="make so many, however long it takes")
    parser.add_argument("--first", type=int, default=1, help="number of the first call")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", help="make one call again: SEED:NUMBER")
    asked = parser.parse_args()
    if asked.again:
        seed, _, first = asked.again.partition(":")
        told = fuzz(range(int(first), int(first) + 1), 1e9, int(seed))
    elif asked.calls:
        told = fuzz(range(asked.first, asked.first + asked.calls), 1e9, asked.seed)
    else:
        told = fuzz(range(asked.first, sys.maxsize), asked.seconds, asked.seed)
    print(told)
    print(dict(told.made))
    sys.exit(bool(told.faults))


if __name__ == "__main__":
    main()
