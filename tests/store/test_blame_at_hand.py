"""Blame through a long history: quick, and the same as by comparing every text whole."""

from __future__ import annotations

import hashlib
import os
import random

import pytest

from benchmarks.team import instrument
from lawtrack.drafts import Author, Version
from lawtrack.law import article_label
from lawtrack.opinions import Texts
from lawtrack.store.history import blaming, remembering
from lawtrack.store.history.past import Past

AUTHOR = Author("王小明", "wang@example.cn")


def history(count: int, articles: int, seed: int) -> tuple[tuple[Version, ...], tuple[str, ...]]:
    """Versions each on the one before it, most with some articles changed, some with one moved, added, deleted or twice.

    Now and then an article has a number out of turn, or a chapter begins: such texts are not cut up.
    """
    chance = random.Random(seed)
    lines = [
        f"{line.partition('　')[2]}\n\n另有第{at}款规定。\n\n（一）{at}甲；\n\n（二）{at}乙。"
        for at, line in enumerate(instrument(articles))
    ]
    texts: list[str] = []
    while len(texts) < count:
        at, other, kind = chance.randrange(len(lines)), chance.randrange(len(lines)), chance.random()
        if kind < 0.1 and len(lines) > 5:
            del lines[at]
        elif kind < 0.2:
            lines.insert(at, lines[other].replace("规定", f"新规定{len(texts)}"))
        elif kind < 0.25:
            lines.insert(other, lines.pop(at))
        elif kind < 0.3:
            lines.insert(at, lines[other])
        else:
            for at in chance.choices(range(len(lines)), k=chance.choice((1, 1, 2, 3))):
                mark = f"乙{len(texts)}" if kind < 0.5 else f"改{len(texts)}乙"
                lines[at] = lines[at].replace("乙", mark)
        skip = chance.random() < 0.1
        chapter = "# 第一章　总则\n\n" if chance.random() < 0.5 else ""
        numbered = [
            f"{article_label((at + (skip and at > 3), 0))}　{line}" for at, line in enumerate(lines, 1)
        ]
        texts.append("\n\n".join(["# 某市条例", chapter + numbered[0], *numbered[1:]]))
    shas = [f"{at:040x}" for at in range(count)]
    versions = [
        Version(
            "a", "drafting", "2026", "", None, AUTHOR, sha, "", "",
            predecessors=tuple(shas[at - 1 : at] if at else ()),
        )
        for at, sha in enumerate(shas)
    ]  # fmt: skip
    return tuple(versions), tuple(texts)


def past_of(versions: tuple[Version, ...], texts: tuple[str, ...]) -> Past:
    contents = [text.encode() for text in texts]
    blobs = [hashlib.sha1(b"blob %d\0%b" % (len(content), content)).hexdigest() for content in contents]
    held = dict(zip(blobs, contents, strict=True))
    return Past(versions, tuple(blobs), lambda shas: [held[sha] for sha in shas])


def listened(past: Past) -> tuple[Past, list[str]]:
    """The past as given, and the texts that it will be asked for."""
    asked: list[str] = []
    read = past.read

    def reading(shas):
        asked.extend(shas)
        return read(shas)

    past.read = reading
    return past, asked


def told(past: Past) -> list[tuple[str, str]]:
    return [(one.path, one.version.sha) for one in blaming.blame(past)]


@pytest.fixture(autouse=True)
def nothing_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(blaming, "_RECENT", {})
    return tmp_path / "cache"


@pytest.mark.parametrize("seed", range(12))
def test_the_quick_way_tells_what_comparing_tells(seed, monkeypatch):
    versions, texts = history(25, 12, seed)
    quick = told(past_of(versions, texts))
    monkeypatch.setattr(blaming, "recall", lambda _: None)
    monkeypatch.setattr(blaming, "_RECENT", {})
    monkeypatch.setattr(Texts, "sheet", lambda *_: None)
    assert quick == told(past_of(versions, texts))


def test_a_second_time_only_the_last_text_is_read(nothing_remembered, monkeypatch):
    versions, texts = history(30, 12, 1)
    first = told(past_of(versions, texts))
    monkeypatch.setattr(blaming, "_RECENT", {})
    past, asked = listened(past_of(versions, texts))
    assert told(past) == first
    assert asked == [past.blobs[-1]]


def test_another_version_is_worked_out_from_what_is_remembered(monkeypatch):
    versions, texts = history(30, 12, 2)
    told(past_of(versions[:29], texts[:29]))
    past, asked = listened(past_of(versions, texts))
    quick = told(past)
    assert set(asked) == set(past.blobs[-2:])
    monkeypatch.setattr(blaming, "recall", lambda _: None)
    monkeypatch.setattr(blaming, "_RECENT", {})
    assert told(past_of(versions, texts)) == quick


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "{",
        "[]",
        '{"versions": [], "ages": [[7]]}',
        '{"versions": ["x"], "ages": []}',
        '{"versions": [], "ages": []}',
    ],
)
def test_an_entry_that_does_not_fit_is_thrown_away(entry, nothing_remembered, monkeypatch):
    versions, texts = history(12, 8, 3)
    first = told(past_of(versions, texts))
    for file in nothing_remembered.iterdir():
        told_ = entry.encode()
        file.write_bytes(hashlib.sha256(told_).hexdigest().encode() + b"\n" + told_)
    monkeypatch.setattr(blaming, "_RECENT", {})
    assert told(past_of(versions, texts)) == first


def test_an_entry_whose_content_was_changed_is_not_read(nothing_remembered):
    remembering.remember("a", {"one": 1})
    file = nothing_remembered / "a.json"
    assert remembering.recall("a") == {"one": 1}
    for changed in (b"", file.read_bytes()[:-1], file.read_bytes().replace(b":1", b":2"), b'{"one":2}'):
        file.write_bytes(changed)
        assert remembering.recall("a") is None


def test_the_newest_entries_stay_where_there_are_too_many(nothing_remembered, monkeypatch):
    monkeypatch.setattr(remembering, "ROOM", 3000)
    for at in range(8):
        remembering.remember(f"{at}", "x" * 800)
        os.utime(nothing_remembered / f"{at}.json", (at, at))
    kept = sorted(file.stem for file in nothing_remembered.iterdir())
    assert kept[-1] == "7"
    assert sum(file.stat().st_size for file in nothing_remembered.iterdir()) <= 3000


def test_a_text_that_is_not_what_its_hash_says_leaves_nothing_behind(nothing_remembered):
    versions, texts = history(12, 8, 4)
    past = past_of(versions, texts)
    past.blobs = ("0" * 39 + "1", *past.blobs[1:])
    read = past.read
    past.read = lambda shas: [b"other" if sha.startswith("00") else read([sha])[0] for sha in shas]
    told(past)
    assert not nothing_remembered.exists()


def test_who_cannot_write_there_works_without_it(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(remembering, "_folder", lambda: tmp_path / "file")
    versions, texts = history(12, 8, 5)
    assert told(past_of(versions, texts))
