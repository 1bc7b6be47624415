"""Opinions in files: what is written reads back, what people type stays, what is wrong is told, nothing is lost."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.errors import Conflict, InvalidRecord, NotFound, NotSaved, UnusableInput
from lawtrack.opinions import Answer, Opinion, edit_opinion, opinion_path, read_opinion, write_opinion
from lawtrack.opinions.model import Anchor, opinion_id, tidy
from lawtrack.store import Workspace
from lawtrack.store.git.repository import Repository
from tests.texts import DRAFTER, SECOND

PLACES = st.sampled_from(["", "art_2", "art_2__para_1__item_1"])
WORDS = st.text(max_size=40).map(tidy)
HOSTILE = [
    "=1+1",
    "- a",
    "a: b",
    "#x",
    "'",
    '"',
    "null",
    "2020-08-05",
    "1e5",
    "|",
    "&a",
    "*a",
    "!!python/x y",
    "　首行\n  二行\n\n末行",
    "%",
    "---",
]


def opinion(**more) -> Opinion:
    found = Opinion(
        "", **({"text": "建议将“协作”修改为“协同”。", "source": "某局", "kind": "department"} | more)
    )
    return replace(found, id=opinion_id(found))


@settings(max_examples=30)
@given(text=WORDS.filter(bool), note=WORDS, grounds=st.sampled_from(HOSTILE), quote=WORDS, eid=PLACES)
def test_what_is_written_reads_back(text, note, grounds, quote, eid):
    told = opinion(
        text=text,
        note=note,
        grounds=tidy(grounds),
        date="2020-08",
        anchor=Anchor("first-reading", "2020-07-30", "ab" * 20, (eid,) if eid else (), "第二条", quote),
        answer=Answer("partly-adopted", tidy(grounds), "法制委员会", "2020-08-20", "第三条", "passed"),
    )
    assert read_opinion("smoke-ban", told.id, write_opinion(told)) == told


@pytest.mark.parametrize("words", HOSTILE)
def test_words_that_yaml_knows_otherwise_stay_words(words):
    told = opinion(text=tidy(words), source=words.split("\n")[0])
    assert read_opinion("smoke-ban", told.id, write_opinion(told)) == told


def test_a_file_reads_as_a_person_would_type_it():
    told = opinion(
        text="建议分两款：\n一款写市级。",
        date="2020-08-05",
        anchor=Anchor("first-reading", eids=("art_2",), label="第二条"),
    )
    assert write_opinion(told) == (
        "text: |-\n  建议分两款：\n  一款写市级。\n"
        "anchor:\n  stage: first-reading\n  eids: [art_2]\n  label: 第二条\n"
        "source: 某局\nkind: department\ndate: '2020-08-05'\n"
    )


def test_an_answer_leaves_comments_order_and_dates_as_they_were_typed():
    typed = (
        "# 电话核实过\nsource: 某局   # 二处\ndate: 2020-08-05\ntext: 建议删去。\n"
        "anchor:\n  label: 第二条\n  # 见附件\n  eids: [art_2]\n"
    )
    held = read_opinion("smoke-ban", "kd2", typed)
    assert (held.date, held.anchor.eids) == ("2020-08-05", ("art_2",))
    answered = replace(held, answer=Answer("not-adopted", "上位法有规定。"))
    assert (
        edit_opinion("smoke-ban", typed, answered)
        == typed + "answer:\n  result: not-adopted\n  reason: 上位法有规定。\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "field", "word"),
    [
        ("source: 某局\n", 1, "text", "必填"),
        ("text: 甲\nsuggesion: 乙\n", 2, "suggesion", "suggestion"),
        ("text: 甲\nkind: 部门\n", 2, "kind", "department"),
        ("text: 甲\n\nanswer:\n  result: yes\n", 4, "answer.result", "not-adopted"),
        ("text: 甲\nanswer:\n  reason: 乙\n", 2, "answer.result", "必填"),
        ("text: 甲\nanswer:\n  result: adopted\n  who: 乙\n", 4, "answer.who", "reason"),
        ("text: 甲\ndate: 八月\n", 2, "date", "2020-07-30"),
        ("text: 甲\nanchor: {date: 昨天}\n", 2, "anchor.date", "2020-07-30"),
        ("text: [甲]\n", 1, "text", "文字"),
        ("text: 甲\nid: abc\n", 2, "id", "没有这个字段"),
    ],
)
def test_a_field_that_is_wrong_is_told_with_file_line_and_remedy(text, line, field, word):
    with pytest.raises(InvalidRecord) as caught:
        read_opinion("smoke-ban", "kd2", text)
    told = str(caught.value)
    assert told.startswith(f"drafts/smoke-ban/opinions/kd2.yaml 第 {line} 行，字段 {field}：")
    assert word in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("text: 甲\nsource: [乙\n", 3),
        ("text: 甲\ntext: 乙\n", 2),
        ("a: &x [甲]\nb: [*x, *x]\n", 1),
        ("text: 甲\n\tsource: 乙\n", 2),
    ],
)
def test_yaml_that_is_broken_is_told_with_its_line(text, line):
    with pytest.raises(InvalidRecord, match=f"kd2.yaml 第 {line} 行"):
        read_opinion("smoke-ban", "kd2", text)


def test_an_id_is_made_of_content_and_date_alone():
    one = opinion(date="2020-08-05")
    assert one.id == opinion(date="2020-08-05", channel="函", note="后补", kind="other").id
    others = [opinion(), opinion(date="2020-08-06"), opinion(text="乙", date="2020-08-05")]
    assert len({one.id, opinion_id(one, 1), *(other.id for other in others)}) == 5
    assert one.id[0].isalpha()
    assert len(one.id) == 8


@pytest.fixture
def ready(workspace: Workspace, save):
    """Two versions of smoke-ban, and its opinions."""
    save()
    save(SECOND, stage="passed", date="2020-08-28")
    return workspace.opinions("smoke-ban")


def add(ready, *texts: str, **more):
    new = [ready.new(text, on="first-reading", source="某局", date="2020-08-05", **more) for text in texts]
    return ready.add(*new, author=DRAFTER)


def test_an_opinion_is_saved_in_one_commit_and_read_by_everybody(ready, workspace, git):
    before = git("rev-list", "--count", "HEAD")
    made = add(
        ready, "建议删去第（一）项。", "建议增加一项。", clause="第二条第二款第（一）项", quote="在室内吸烟"
    )

    assert [one.fresh for one in made] == [True, True]
    assert int(git("rev-list", "--count", "HEAD")) == int(before) + 1
    assert git("log", "-1", "--format=%an %s") == "王小明 意见：smoke-ban 新增 2 条\n"
    assert git("status", "--short") == ""
    held = Workspace.open(workspace.root).opinions("smoke-ban").register()
    assert set(held) == set(made)
    anchor = held.by_id[made[0].id].anchor
    assert (anchor.stage, anchor.date, anchor.label) == ("first-reading", "2020-07-30", "第二条第二款第一项")
    assert anchor.eids == ("art_2__para_2__item_1",)
    assert workspace.verify() == ()
    assert len(workspace.log("smoke-ban")) == 2


def test_the_same_opinion_twice_is_one_and_the_same_words_in_one_letter_are_several(ready, git):
    first = add(ready, "同样的话。", "同样的话。")
    head = git("rev-parse", "HEAD")
    again = add(ready, "同样的话。", "同样的话。")

    assert len({one.id for one in first}) == 2
    assert [one.id for one in again] == [one.id for one in first]
    assert not any(one.fresh for one in again)
    assert git("rev-parse", "HEAD") == head


def test_an_answer_replaces_the_one_before_and_stays_in_history(ready, git):
    [made] = add(ready, "建议删去。", clause="第三条")
    ready.answer(made.id, "不予采纳", reason="上位法有规定。", by="法工委", date="2020-08-20", author=DRAFTER)
    answered = ready.answer(made.id, "采纳", author=DRAFTER)

    assert ready.get(made.id).answer == answered.answer == Answer("adopted")
    assert not ready.answer(made.id, "adopted", author=DRAFTER).fresh
    told = git("log", "-p", "--format=%s", "--", opinion_path("smoke-ban", made.id))
    assert "not-adopted" in told


def test_an_answer_given_meanwhile_is_not_overwritten(ready):
    [made] = add(ready, "建议删去。", clause="第三条")
    add(ready, "另一条。")  # somebody else's opinion is no obstacle
    opened = made
    ready.answer(opened, "采纳", author=DRAFTER)
    with pytest.raises(Conflict, match="unsaved") as caught:
        ready.answer(opened, "未采纳", reason="手滑", author=DRAFTER)

    assert ready.get(made.id).answer.result == "adopted"
    assert "手滑" in caught.value.details["kept"].read_text("utf-8")


def test_another_clause_can_be_named_later(ready):
    [made] = add(ready, "建议改写。", clause="第九十九条")
    assert not made.anchor.known
    right = ready.correct(made.id, clause="第3条", kind="public", author=DRAFTER)

    assert (right.anchor.eids, right.anchor.label, right.kind) == (("art_3",), "第三条", "public")
    assert (right.id, right.anchor.stage) == (made.id, "first-reading")
    assert ready.get(made.id) == right


def test_one_bad_file_hides_no_other(ready, workspace, git):
    [made] = add(ready, "建议删去。")
    folder = workspace.root / "drafts/smoke-ban/opinions"
    (folder / "broken.yaml").write_text("text: [", encoding="utf-8")
    (folder / "张三.yaml").write_text("text: 甲", encoding="utf-8")
    (folder / "bad2.yaml").write_bytes(b"text: \xff\xfe\nkind: nobody\n")
    git("add", "-A")
    git("commit", "-qm", "x")

    held = ready.register()
    assert list(held) == [made]
    assert sorted(str(problem).split("opinions/")[1][:6] for problem in held.problems) == [
        "bad2.y",
        "broken",
        "张三.yam",
    ]
    with pytest.raises(InvalidRecord):
        ready.answer("broken", "采纳", author=DRAFTER)


def test_edits_by_hand_that_no_commit_holds_are_not_overwritten(ready, workspace):
    [made] = add(ready, "建议删去。")
    file = workspace.root / opinion_path("smoke-ban", made.id)
    file.write_text(file.read_text("utf-8") + "note: 手写\n", encoding="utf-8")
    with pytest.raises(Conflict, match="git restore"):
        ready.answer(made.id, "采纳", author=DRAFTER)
    assert "手写" in file.read_text("utf-8")


@pytest.mark.parametrize("verb", ["hash-object", "write-tree", "commit-tree", "update-ref"])
def test_a_save_that_fails_changes_nothing_and_keeps_the_words(ready, workspace, git, monkeypatch, verb):
    before = git("rev-parse", "HEAD")
    real = Repository.run

    def run(self, *arguments, **more):
        if arguments[0] == verb and not (verb == "update-ref" and "-m" not in arguments):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, *arguments, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Repository, "run", run)
        with pytest.raises(NotSaved, match="No space left") as caught:
            add(ready, "一条不能丢的意见。")

    assert git("rev-parse", "HEAD") == before
    assert len(ready.register()) == 0
    assert "一条不能丢的意见。" in caught.value.details["kept"].read_text("utf-8")
    assert workspace.unsaved() == (caught.value.details["kept"],)
    caught.value.details["kept"].unlink()
    assert add(ready, "一条不能丢的意见。")[0].fresh


def test_nobody_whom_git_does_not_know_signs(ready):
    new = ready.new("建议删去。")
    with pytest.raises(NotSaved, match=r"user\.name"):
        ready.add(new)


def test_two_people_in_two_clones_never_collide(ready, workspace, tmp_path, git):
    other = tmp_path / "clone"
    git("clone", "-q", str(workspace.root), str(other))
    theirs = Workspace.open(other).opinions("smoke-ban")
    add(ready, "甲的意见。", "两人都收到的意见。")
    add(theirs, "乙的意见。", "两人都收到的意见。")

    git("pull", "-q", "--no-rebase", "--no-edit", str(other), "main")
    assert sorted(one.text for one in ready.register()) == ["两人都收到的意见。", "乙的意见。", "甲的意见。"]


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"text": " \n"}, UnusableInput),
        ({"text": "甲", "kind": "nobody"}, UnusableInput),
        ({"text": "甲", "date": "昨天"}, UnusableInput),
        ({"text": "甲", "on": "third-reading"}, NotFound),
    ],
)
def test_what_cannot_be_an_opinion_is_refused_before_anything_is_written(ready, told, error):
    with pytest.raises(error):
        ready.new(**told)


def test_a_draft_without_text_and_an_opinion_that_is_not_there(workspace):
    workspace.add_draft("clean-air", "大气条例", author=DRAFTER)
    with pytest.raises(NotFound, match="还没有文本"):
        workspace.opinions("clean-air").new("甲")
    with pytest.raises(NotFound, match="kd2"):
        workspace.opinions("clean-air").answer("kd2", "采纳")
    with pytest.raises(NotFound):
        workspace.opinions("no-such")


def test_the_register_is_a_table(ready):
    add(ready, "甲。", "乙。", clause="第三条")
    frame = ready.register().to_frame()
    assert list(frame["text"]) == [one.text for one in ready.register()]
    assert set(frame["stage_label"]) == {"一审"}
    assert set(frame["result_label"]) == {"未答复"}


def test_verify_tells_of_a_file_that_cannot_be_read(ready, workspace, git):
    add(ready, "建议删去。")
    assert workspace.verify() == ()
    (workspace.root / "drafts/smoke-ban/opinions/kd2.yaml").write_text(
        "text: 甲\nkind: 谁\n", encoding="utf-8"
    )
    git("add", "-A")
    git("commit", "-qm", "x")
    [finding] = workspace.verify()
    assert "kd2.yaml 第 2 行" in finding.message
