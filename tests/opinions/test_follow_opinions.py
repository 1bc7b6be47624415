"""Opinions follow their clause through the versions, by content and never by number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from lawtrack.law import parse
from lawtrack.opinions import Clauses
from lawtrack.opinions.quotes import find_quote
from lawtrack.opinions.sheets import Texts
from lawtrack.opinions.tracing import Tracer
from tests.texts import DRAFTER

if TYPE_CHECKING:
    from lawtrack.store import Workspace

HEALTH = "drafts/patriotic-health/stages"
WHEN = datetime(2020, 8, 10, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def texts(root):
    return [parse(path.read_text("utf-8")) for path in sorted((root / HEALTH).glob("*.md"))]


def tracer_of(docs) -> Tracer:
    return Tracer(Texts([doc.text for doc in docs]))


def way(start: int, end: int) -> tuple[int, ...]:
    return tuple(range(start, end + 1) if start <= end else range(start, end - 1, -1))


def trace(texts, start: int, end: int, words: str) -> tuple[str, list[str]]:
    named = Clauses(texts[start]).named(words)
    assert named.eids, words
    *_, (at, successors) = tracer_of(texts).follow(way(start, end), named.eids)
    return successors.kind, [Clauses(texts[at]).label(node.eid) for node in successors.nodes]


@pytest.mark.parametrize(
    ("words", "kind", "now"),
    [
        ("第三条", "amended", ["第三条"]),
        ("第十九条", "unchanged", ["第二十一条"]),
        ("第四十条", "unchanged", ["第三十一条"]),  # moved into another chapter
        ("第二十六条", "deleted", []),
        ("第二十八条", "merged", ["第三十条"]),
        ("第二十八条第一款", "unchanged", ["第三十条第一款"]),
        ("第四十四条", "split", ["第四十四条", "第四十五条"]),
        ("第四十四条第三项", "amended", ["第四十五条"]),  # an item that became an article
        ("第四条第二款", "unchanged", ["第四条第三款"]),
        ("第十条第四项", "unchanged", ["第十条第五项"]),
        ("第十七条第二款", "unchanged", ["第十七条第二款"]),
        ("第三条第一款", "amended", ["第三条"]),  # the only paragraph of its article
        ("第三十五条第二款", "amended", ["第三十七条第二款"]),
        ("第二章", "amended", ["第二章"]),
        ("第六章", "amended", ["第六章"]),
    ],
)
def test_a_clause_is_found_by_its_content(texts, words, kind, now):
    assert trace(texts, 1, 2, words) == (kind, now)


def test_a_clause_is_followed_through_versions_and_back(texts):
    assert trace(texts, 0, 2, "第二十六条") == ("unchanged", ["第三十一条"])
    assert trace(texts, 2, 0, "第三十一条") == ("unchanged", ["第二十六条"])


def test_a_paragraph_that_went_into_another_article_is_found_there():
    old = "第一条　本市实行垃圾分类。\n市政府设立文物保护专项资金，专款专用。\n第二条　文物分为三级。\n第三条　本条例公布后施行。"
    new = "第一条　本市实行垃圾分类。\n第二条　文物分为三级。\n市政府设立文物保护专项资金，专款专用。\n第三条　本条例公布后施行。"
    texts = [parse(old), parse(new)]
    assert trace(texts, 0, 1, "第一条第二款") == ("unchanged", ["第二条第二款"])


def test_every_provision_of_the_sample_can_be_followed_both_ways(texts):
    tracer = tracer_of(texts)
    for start, end in ((0, 2), (2, 0), (1, 1)):
        for node in texts[start].provisions:
            for at, successors in tracer.follow(way(start, end), [node.eid]):
                assert all(heir.eid in texts[at].by_eid for heir in successors.nodes)
                assert (successors.kind == "deleted") == (not successors.nodes)


@pytest.mark.parametrize(
    ("words", "eids", "label"),
    [
        ("第3条", ("art_3",), "第三条"),
        ("8", ("art_8",), "第八条"),
        ("草案第八条第二款", ("art_8__para_2",), "第八条第二款"),
        ("第十条（三）", ("art_10__para_1__item_3",), "第十条第三项"),
        ("第三条、第五条", ("art_3", "art_5"), "第三条、第五条"),
        ("第三条至第五条", ("art_3", "art_4", "art_5"), "第三条至第五条"),
        ("总则", ("chp_1",), "第一章"),
        ("第二章 组织管理", ("chp_2",), "第二章"),
        ("art_22__para_3__item_2", ("art_22__para_3__item_2",), "第二十二条第三款第二项"),
        ("全文", (), "全文"),
        ("草案名称", (), "标题"),
        ("第九十九条", (), "第九十九条"),
        ("第三条、第九十九条", (), "第三条、第九十九条"),
        ("第八条第九款", (), "第八条第九款"),
        ("前款", (), "前款"),
        ("", (), ""),
    ],
)
def test_a_clause_is_named_in_the_words_of_departments(texts, words, eids, label):
    assert Clauses(texts[1]).named(words) == (eids, label)


@pytest.mark.parametrize(
    ("quote", "text", "state", "words"),
    [
        ("部门协作", "坚持部门协作、属地管理。", "same", "部门协作"),
        ("“爱卫会”", '简称"爱卫会"。', "same", "“爱卫会”"),
        ("部门协作、属地管理", "坚持政府主导、部门协同、属地管理的原则。", "changed", "部门协同、属地管理"),
        ("配备相适应的人员", "应当配备相适应的专职人员，承担工作。", "changed", "配备相适应的专职人员"),
        ("部门协作", "本条例自公布之日起施行。", "gone", ""),
        ("长" * 500, "短", "gone", ""),
        ("甲", "", "gone", ""),
        ("", "甲", "", ""),
    ],
)
def test_quoted_words_are_found_again_or_said_to_be_gone(quote, text, state, words):
    found = find_quote(quote, (text,))
    assert (found.state, found.words) == (state, words)


@pytest.fixture
def register(workspace: Workspace, root):
    """The opinions on the sample's ordinance, whose three texts are imported, the first one last."""
    stages = [
        ("first-reading", "2020-07-30", 2),
        ("passed", "2020-08-28", 3),
        ("in-force-text", "2013-06-28", 1),
    ]
    files = sorted((root / HEALTH).glob("*.md"))
    for stage, date, number in stages:
        text = files[number - 1].read_text("utf-8")
        workspace.import_version("health", text, stage=stage, date=date, author=DRAFTER)
    return workspace.opinions("health")


def followed(register, to: str = "passed", text: str = "建议修改。", **told):
    told = {"on": "first-reading"} | told
    answer = told.pop("answer", None)
    [made] = register.add(register.new(text, **told), author=DRAFTER, when=WHEN)
    if answer:
        register.answer(made, **answer, author=DRAFTER)
    return register.follow(to).by_id[made.id]


def codes(row) -> list[str]:
    return [remark.code for remark in row.remarks]


def test_what_changed_at_the_clause_is_the_evidence(register):
    row = followed(register, clause="第三条", quote="部门协作", answer={"result": "采纳", "by": "法制委员会"})
    assert (row.fate, row.label, row.label_now, row.renumbered) == ("amended", "第三条", "第三条", False)
    assert ("delete", "协作") in row.ops or ("delete", "作") in row.ops
    assert (row.quote.state, row.quote.words) == ("changed", "部门协同")
    assert codes(row) == []


def test_a_clause_that_only_got_another_number_did_not_change(register):
    row = followed(register, clause="第十九条")
    assert (row.fate, row.renumbered, row.label_now, row.ops) == ("unchanged", True, "第二十一条", ())


def test_adopted_without_any_effect_is_told_unless_it_was_carried_out_elsewhere(register):
    plain = followed(register, clause="第十七条", text="甲", answer={"result": "采纳"})
    there = followed(register, clause="第十七条", text="乙", answer={"result": "采纳", "clause": "第十八条"})
    false = followed(register, clause="第十七条", text="丙", answer={"result": "采纳", "clause": "第十四条"})
    nowhere = followed(
        register, clause="第十七条", text="丁", answer={"result": "采纳", "clause": "第九十条"}
    )
    assert codes(plain) == ["opinions.warn-no-effect"]
    assert codes(there) == []
    assert codes(false) == ["opinions.warn-not-carried-out"]
    assert codes(nowhere) == ["opinions.warn-no-clause"]
    assert "第十七条" in plain.remarks[0].message


def test_what_is_not_answered_when_the_next_text_is_there_is_told(register):
    row = followed(register, clause="第五条")
    assert codes(row) == ["opinions.warn-unanswered"]
    assert "一审" in row.remarks[0].message
    assert "表决通过" in row.remarks[0].message
    assert codes(register.follow("first-reading").rows[0]) == []  # nothing came after it yet


def test_no_reason_no_clause_no_quote_are_told(register):
    refused = followed(register, clause="第五条", text="甲", answer={"result": "未采纳"})
    lost = followed(register, "first-reading", clause="第九十九条", text="乙")
    silent = followed(register, "first-reading", text="丙")
    misquoted = followed(register, "first-reading", clause="第五条", quote="没有的话", text="丁")
    nothing = followed(register, text="无意见")
    assert codes(refused) == ["opinions.warn-no-reason"]
    assert (codes(lost), lost.fate) == (["opinions.warn-no-clause"], "unknown")
    assert codes(silent) == ["opinions.warn-no-clause-given"]
    assert codes(misquoted) == ["opinions.warn-no-quote"]
    assert codes(nothing) == []


def test_opinions_on_the_whole_text_its_title_and_a_chapter(register):
    whole = followed(register, clause="全文", text="甲")
    title = followed(register, "in-force-text", clause="名称", text="乙")
    chapter = followed(register, clause="第六章", text="丙")
    assert (whole.fate, whole.label_now) == ("amended", "全文")
    assert (title.fate, title.before[-7:], title.after[-9:]) == (
        "amended",
        "条例（修订草案）"[-7:],
        "爱国卫生工作管理条例"[-9:],
    )
    assert (chapter.fate, chapter.label_now) == ("amended", "第六章")


def test_the_report_is_in_the_order_of_the_clauses_with_the_gone_where_they_stood(register):
    for clause in ("第四十条", "第二十六条", "第三条", "全文", "第二十五条", "第二十七条", "第九十九条"):
        register.add(register.new(f"对{clause}", on="first-reading", clause=clause), author=DRAFTER)
    report = register.follow("passed")
    assert [row.label for row in report.rows] == [
        "全文", "第三条", "第二十五条", "第二十六条", "第二十七条", "第四十条", "第九十九条",
    ]  # fmt: skip
    assert [row.label_now for row in report.rows][3:6] == ["", "第二十九条", "第三十一条"]
    gone = report.rows[3]
    assert gone.fate == "deleted"
    assert gone.ended.stage == "passed"
    assert report.tally.total == 7


def test_versions_are_taken_in_the_order_of_their_dates_not_of_saving(register):
    row = followed(register, clause="第二十六条", on="in-force-text")
    assert [step.version.stage for step in row.steps] == ["first-reading", "passed"]
    assert [step.labels for step in row.steps] == [("第四十条",), ("第三十一条",)]
    assert (row.fate, row.moved) == ("unchanged", True)


def test_an_anchor_outlives_a_rewritten_history_by_stage_and_date(register, workspace, git, monkeypatch):
    monkeypatch.setenv("FILTER_BRANCH_SQUELCH_WARNING", "1")
    [made] = register.add(register.new("甲", on="first-reading", clause="第三条"), author=DRAFTER)
    git("filter-branch", "--env-filter", "export GIT_COMMITTER_DATE=@1600000000", "--", "--all")
    assert made.anchor.commit not in {version.sha for version in workspace.log("health")}
    assert register.follow("passed").by_id[made.id].fate == "amended"


def test_an_address_that_its_version_does_not_have_is_told_with_file_and_line(register, workspace, git):
    file = workspace.root / "drafts/health/opinions/kd2.yaml"
    file.parent.mkdir()
    file.write_text("text: 甲\nanchor:\n  stage: first-reading\n  eids: [art_3, art_99]\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "x")
    report = register.follow("passed")
    assert [row.fate for row in report.rows] == ["unknown"]
    [problem] = report.problems
    assert "kd2.yaml 第 4 行" in str(problem)
    assert "art_99" in str(problem)
    assert "art_3 " not in str(problem)


def test_the_report_is_a_table_and_plain_data(register):
    followed(register, clause="第三条")
    report = register.follow("passed")
    frame = report.to_frame()
    assert list(frame["clause_now"]) == ["第三条"]
    assert list(frame["warnings"]) == [report.rows[0].remarks[0].message]
    assert report.to_dict()["opinions"][0]["fate_label"] == "已修改"
    assert report.to_dict()["tally"]["total"] == 1
