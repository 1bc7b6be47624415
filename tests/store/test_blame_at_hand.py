"""Blame through a long history: quick, and the same as by comparing every text whole."""

from __future__ import annotations

import random
import time

import pytest

from benchmarks.team import instrument
from lawtrack.drafts import Author, Version
from lawtrack.store.history import blaming

AUTHOR = Author("王小明", "wang@example.cn")


def history(count: int, articles: int, seed: int) -> tuple[tuple[Version, ...], tuple[str, ...]]:
    """Versions each on the one before it, most with one article changed, some with one moved, added or deleted."""
    chance = random.Random(seed)
    lines = [
        f"{line}\n\n另有第{at}款规定。\n\n（一）{at}甲；\n\n（二）{at}乙。"
        for at, line in enumerate(instrument(articles))
    ]
    texts = ["\n\n".join(["某市条例", *lines])]
    while len(texts) < count:
        parts = texts[-1].split("\n\n第")
        at = chance.randrange(1, len(parts))
        kind = chance.random()
        if kind < 0.1 and len(parts) > 5:
            del parts[at]
        elif kind < 0.2:
            parts.insert(at, parts[at].replace("规定", f"新规定{len(texts)}"))
        elif kind < 0.3:
            parts[at], parts[-1] = parts[-1], parts[at]
        else:
            mark = f"乙{len(texts)}" if kind < 0.5 else f"改{len(texts)}乙"
            parts[at] = parts[at].replace("乙", mark)
        texts.append("\n\n第".join(parts))
    shas = [f"{at:040x}" for at in range(count)]
    versions = [
        Version(
            "a",
            "drafting",
            "2026",
            "",
            None,
            AUTHOR,
            sha,
            "",
            "",
            predecessors=tuple(shas[at - 1 : at] if at else ()),
        )
        for at, sha in enumerate(shas)
    ]
    return tuple(versions), tuple(texts)


@pytest.mark.parametrize("seed", range(6))
def test_the_quick_way_tells_what_comparing_tells(seed, monkeypatch):
    versions, texts = history(25, 12, seed)
    quick = blaming.blame(versions, texts)
    blaming._ages.cache_clear()
    monkeypatch.setattr(blaming, "_in_place", lambda *_: False)
    slow = blaming.blame(versions, texts)
    assert [(one.path, one.version.sha) for one in quick] == [(one.path, one.version.sha) for one in slow]


def test_a_second_time_it_comes_from_memory():
    versions, texts = history(60, 60, 1)
    blaming._ages.cache_clear()
    blaming.blame(versions, texts)
    began = time.perf_counter()
    blaming.blame(versions, texts)
    assert time.perf_counter() - began < 0.2
