"""Random calls until the time is over: texts nobody would write, through everything that reads texts.

    python benchmarks/fuzz.py --seconds 600 --seed 1

What may come out is an answer or a `LawtrackError`; the laws of the house hold: `parse` never raises and loses nothing, a
comparison can be undone, a decision that was written applies. The tests keep a fixed budget of the same in each room
(`tests/amend/test_fuzz.py`, `tests/check/test_survive_anything.py`); this is the long one, by hand.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lawtrack import amend
from lawtrack.check import check
from lawtrack.compare import compare
from lawtrack.errors import LawtrackError
from lawtrack.law import parse, to_chinese
from lawtrack.plan import Plan
from lawtrack.store import Author

if TYPE_CHECKING:
    from collections.abc import Callable

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
    _parse, _compare, _read, _apply, _check, _author, _plan,
)  # fmt: skip
SLOW = 20.0
"""Seconds after which a call counts as a fault."""


def fuzz(seconds: float, seed: int) -> tuple[Counter[str], list[str]]:
    """How many calls of each kind were made, and the faults: the kind, the seed that makes it again, what was raised."""
    made: Counter[str] = Counter()
    faults: list[str] = []
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number += 1
        call, own = CALLS[number % len(CALLS)], f"{seed}:{number}"
        made[call.__name__] += 1
        began = time.process_time()
        try:
            call(random.Random(own))
        except LawtrackError:
            pass
        except Exception:  # noqa: BLE001 - whatever it is, it is a fault
            faults.append(f"{call.__name__} {own} {traceback.format_exc(limit=-3)}")
        if time.process_time() - began > SLOW:
            faults.append(f"{call.__name__} {own} took {time.process_time() - began:.1f} s")
    return made, faults


def main() -> None:
    """Print what was called and what went wrong; exit with 1 where something did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    made, faults = fuzz(told.seconds, told.seed)
    print(sum(made.values()), dict(made))
    for fault in faults[:20]:
        print(fault)
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
