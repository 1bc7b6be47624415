"""Opinions are followed from what is remembered to the same place as from nothing."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from lawtrack.drafts import Draft
from lawtrack.law import parse
from lawtrack.messages import use_language
from lawtrack.opinions import Clauses, Memory, Opinion, Register, Story, Texts, anchored, made, report
from lawtrack.opinions import register as registers
from lawtrack.store import Author, Workspace
from lawtrack.store.git.repository import Repository
from lawtrack.store.history import following, registering, remembering
from tests.store.test_blame_at_hand import history

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTHOR = Author("王小明", "wang@example.cn")


def opinions_on(versions, texts, seed) -> tuple[Opinion, ...]:
    """Opinions on clauses of all kinds of all versions, on the whole text and its title, some on what is not there."""
    chance, given = random.Random(seed), []
    for at in range(40):
        place = chance.randrange(len(versions))
        doc = parse(texts[place])
        nodes = chance.sample(doc.provisions, 2 if at % 7 == 0 else 1)
        clause = {3: "全文", 11: "标题", 12: "第九十九条"}.get(at % 13, " ".join(node.eid for node in nodes))
        anchor = anchored(versions[place], Clauses(doc), clause, "")
        given.append(
            made(
                f"建议{at}。", anchor, source="某局", kind="other", channel="", date="", suggestion="",
                grounds="", note="",
            )
        )  # fmt: skip
    return tuple(given)


def told(opinions, versions, texts, known=None):
    """What is said of each opinion, and what was used to say it."""
    registers._follower.cache_clear()
    names = tuple(f"{version.sha} {hash(text)}" for version, text in zip(versions, texts, strict=True))
    memory = Memory(names, known or {})
    files = {one.id: "anchor: {eids: [a]}" for one in opinions}
    register = Register("a", opinions, files=files)
    rows = report(register, Draft("a", title="某市条例"), Story(versions, texts, memory), versions[-1]).rows
    return [(row.to_dict(), row.label, row.steps, row.remarks, row.ended) for row in rows], memory.used


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_says_what_is_worked_out(seed, monkeypatch):
    versions, texts = history(20, 12, seed)
    opinions = opinions_on(versions, texts, seed)
    first, used = told(opinions, versions, texts)
    monkeypatch.setattr(Texts, "sheet", lambda *_: pytest.fail("a text was cut up again"))
    readable = tuple(one for one in opinions if one.anchor.label != "第九十九条")
    again, _ = told(readable, versions, texts, used)
    assert again == [row for row in first if row[0]["clause"] != "第九十九条"]


@pytest.mark.parametrize("seed", range(8))
def test_the_next_versions_go_on_from_what_is_remembered(seed):
    versions, texts = history(20, 12, seed)
    opinions = opinions_on(versions[:15], texts[:15], seed)
    _, used = told(opinions, versions[:16], texts[:16])
    assert told(opinions, versions, texts, used) == told(opinions, versions, texts)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_remembered_wrongly_is_not_believed(seed):
    versions, texts = history(12, 8, seed)
    opinions, chance = opinions_on(versions, texts, seed), random.Random(seed)
    right, used = told(opinions, versions, texts)
    for _ in range(8):
        known = deepcopy(used)
        for name in known:
            known[name] = _spoilt(known[name], chance)
        assert told(opinions, versions, texts, known)[0] == right


def _spoilt(value, chance):
    """A trail whose end is told otherwise, or no trail at all; a row of another shape; anything else is taken away."""
    if isinstance(value, list) and len(value) == 5:
        return chance.choice((value, value[:4], [None] * 5, [999, *value[1:]], [*value[:4], ["x", "y"]], "x"))
    if not (isinstance(value, list) and len(value) == 3 and isinstance(value[0], list)):
        return None
    kind, wrong = chance.randrange(6), deepcopy(value)
    if kind == 0:
        return chance.choice(["", 7, [], {}, [1, 2, 3], [[], [], []], [None] * 3])
    if kind == 1:
        wrong[1] = [*wrong[1], [1, "unchanged", False, ["第一条"]]]
    elif kind == 2 and wrong[2][0]:
        wrong[2][0][0][chance.randrange(3)] += "x"
    elif kind == 3 and wrong[2][0]:
        wrong[2][1] = "0" * 32
    elif kind == 4:
        wrong[1] = wrong[1][:-1] if wrong[1] else [["x"]]
    else:
        wrong[2] = [[["art_999", "第九百九十九条", "某。"]], "0"]
    return wrong


def test_a_workspace_remembers_from_one_process_to_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "_folder", lambda: tmp_path / "cache")
    _, texts = history(6, 8, 1)
    workspace = Workspace.create(tmp_path / "w", author=AUTHOR)
    for at, text in enumerate(texts):
        workspace.import_version("a", text, stage="drafting", date=f"2026-01-{at + 1:02}", author=AUTHOR)
        if at == 0:
            book = workspace.opinions("a")
            book.add(*(book.new(f"建议{one}。", clause=one) for one in ("第一条", "第四条")), author=AUTHOR)
    shown = [row.to_dict() for row in book.follow().rows]
    registers._follower.cache_clear()
    asked: list[str] = []
    read = Repository.blobs

    def listened(own: Repository, shas: Sequence[str]) -> list[bytes | None]:
        asked.extend(shas)
        return read(own, shas)

    monkeypatch.setattr(Repository, "blobs", listened)
    assert [row.to_dict() for row in book.follow().rows] == shown
    assert len(asked) == 1, "only the last text is read"
    registers._follower.cache_clear()
    for file in (tmp_path / "cache").iterdir():
        file.write_text("{}")
    assert [row.to_dict() for row in book.follow().rows] == shown


def test_nothing_is_kept_of_a_text_that_is_not_what_git_says(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "_folder", lambda: tmp_path / "cache")
    workspace = Workspace.create(tmp_path / "w", author=AUTHOR)
    version = workspace.import_version(
        "a", "某市条例\n\n第一条　甲。\n", stage="drafting", date="2026", author=AUTHOR
    )
    story, past = following.story_of(workspace.repository, "a", version)
    past.sound = False
    story.memory.used["x"] = 1
    following.keep(past, "a", version, story.memory)
    assert not (tmp_path / "cache").exists()


def _clean(report):
    """All that a report says."""
    rows = [
        (row.to_dict(), row.label, row.steps, row.remarks, row.ended, row.opinion.seen) for row in report.rows
    ]
    return report.to_dict(), rows, report.seen


DOINGS = {
    "a new opinion": lambda w, at: w.opinions("a").add(w.opinions("a").new(f"又议{at}。", clause="第三条"), author=AUTHOR),
    "one on the whole": lambda w, at: w.opinions("a").add(w.opinions("a").new(f"议{at}。", clause="全文"), author=AUTHOR),
    "an answer": lambda w, at: w.opinions("a").answer(_any(w, at), "adopted", reason="有理", author=AUTHOR),
    "carried out elsewhere": lambda w, at: w.opinions("a").answer(
        _any(w, at), "adopted", reason="有理", clause="第五条", author=AUTHOR
    ),
    "another clause": lambda w, at: w.opinions("a").correct(_any(w, at), clause="第六条", author=AUTHOR),
    "a new version": lambda w, at: w.import_version(
        "a", w.text("a").replace("第二条　", f"第二条　又{at}、", 1), stage="drafting", date=f"2026-03-{at + 1:02}", author=AUTHOR
    ),
    "another stage": lambda w, _: [w.correct(one, stage="passed", author=AUTHOR) for one in w.versions("a")[:4]],
    "another date": lambda w, at: w.correct(w.versions("a")[0], date=f"2026-04-{at + 1:02}", author=AUTHOR),
    "another title": lambda w, at: w.commit_files(
        {"drafts/a/draft.yaml": f"title: 某市{at}条例\nnotice: 内部{at}\n".encode()}, "题", author=AUTHOR
    ),
    "an opinion typed by hand": lambda w, at: w.commit_files(
        {f"drafts/a/opinions/{_any(w, at)}.yaml": f"text: 手写{at}\n".encode()}, "手", author=AUTHOR
    ),
    "one that cannot be read": lambda w, _: w.commit_files({"drafts/a/opinions/kx1.yaml": b"tex: 1\n"}, "坏", author=AUTHOR),
    "an address that is not there": lambda w, _: w.commit_files(
        {"drafts/a/opinions/kx2.yaml": f"text: 缺\nanchor: {{commit: {w.versions('a')[0].sha}, eids: [art_99]}}\n".encode()},
        "缺", author=AUTHOR,
    ),
    "one taken away": lambda w, at: w.commit_files({f"drafts/a/opinions/{_any(w, at)}.yaml": None}, "删", author=AUTHOR),
}  # fmt: skip


def _any(workspace, at):
    opinions = workspace.opinions("a").register().opinions
    return opinions[at % len(opinions)].id


def test_an_answer_is_never_stale(tmp_path, monkeypatch):
    kept, chance = tmp_path / "cache", random.Random(1)
    monkeypatch.setattr(remembering, "_folder", lambda: kept)
    _, texts = history(4, 8, 1)
    workspace = Workspace.create(tmp_path / "w", author=AUTHOR)
    for at, text in enumerate(texts):
        workspace.import_version("a", text, stage="drafting", date=f"2026-01-{at + 1:02}", author=AUTHOR)
    book = workspace.opinions("a")
    given = zip("一二四五", workspace.versions("a"), strict=True)
    book.add(
        *(book.new(f"建议{one}。", clause=f"第{one}条", on=told.sha) for one, told in given), author=AUTHOR
    )
    for at, doing in enumerate(chance.sample(sorted(DOINGS), len(DOINGS))):
        DOINGS[doing](workspace, at)
        lang = "zh" if at < len(DOINGS) - 1 else "en"
        with use_language(lang):
            registers._follower.cache_clear()
            shown = _clean(book.follow())
            monkeypatch.setattr(remembering, "recall", lambda _: None)
            monkeypatch.setattr(following, "recall", lambda _: None)
            registers._follower.cache_clear()
            assert shown == _clean(book.follow()), doing
            monkeypatch.undo()
            monkeypatch.setattr(remembering, "_folder", lambda: kept)


def test_an_opinion_told_before_is_not_read_again(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "_folder", lambda: tmp_path / "cache")
    workspace = Workspace.create(tmp_path / "w", author=AUTHOR)
    workspace.import_version("a", "某市条例\n\n第一条　甲。\n", stage="drafting", date="2026", author=AUTHOR)
    book = workspace.opinions("a")
    book.add(book.new("建议一。", clause="第一条"), book.new("建议二。", clause="全文"), author=AUTHOR)
    shown = _clean(book.follow())
    registers._follower.cache_clear()
    monkeypatch.setattr(registering, "read_opinion", lambda *_: pytest.fail("an opinion was read again"))
    monkeypatch.setattr(registering, "read_draft", lambda *_: pytest.fail("the record was read again"))
    monkeypatch.setattr(registers, "remarks", lambda *_: pytest.fail("an opinion was followed again"))
    assert _clean(book.follow()) == shown


def test_nothing_is_kept_of_an_opinion_that_is_not_what_git_says(tmp_path, monkeypatch):
    workspace = Workspace.create(tmp_path / "w", author=AUTHOR)
    workspace.import_version("a", "某市条例\n\n第一条　甲。\n", stage="drafting", date="2026", author=AUTHOR)
    book = workspace.opinions("a")
    book.add(book.new("建议一。"), author=AUTHOR)
    head = book.register().seen
    monkeypatch.setattr(registering, "is_blob", lambda *_: False)
    records = registering.Records(workspace.repository, "a", head)
    assert [one.text for one in records.register()] == ["建议一。"]
    records.draft()
    assert not records.memory.used
