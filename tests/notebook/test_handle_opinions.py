"""The tab of opinions without a browser: read, narrowed, answered, added, on a replayed sample."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.drafts import Author
from lawtrack.notebook import Workbench, workbench
from lawtrack.store import Workspace
from tests.notebook.conftest import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.notebook.pieces import ChoiceTable
    from lawtrack.opinions import Opinion

SLUG = "parks"
CLERK, WHEN = Author("王某", "wang@example.org"), datetime(2021, 3, 9, 9, tzinfo=UTC)
FIRST = """某市公园条例
第一章　总则
第一条　为了管理公园，制定本条例。
第二条　公园由主管部门协作管理。
第二章　罚则
第三条　违反本条例的，处五十元罚款。
第四条　本条例由市园林局解释。
"""
PASSED = """某市公园条例
第一章　总则
第一条　为了管理公园，制定本条例。
第二条　公园每日开放，不收门票，入园游客应当爱护花木。
第三条　公园由主管部门协同管理。
第二章　罚则
第四条　违反本条例的，处五十元罚款。
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two versions of a draft and five opinions on the first of them, one of them answered."""
    workspace = Workspace.create(tmp_path_factory.mktemp("opinions") / "ws", author=CLERK, when=WHEN)
    for stage, date, text in (("first-reading", "2021-01-10", FIRST), ("passed", "2021-03-01", PASSED)):
        workspace.import_version(SLUG, text, stage=stage, date=date, author=CLERK, when=WHEN)
    opinions = workspace.opinions(SLUG)
    told = (
        ("建议将“协作”修改为“协同”。", "第二条", "某局", "department"),
        ("罚款太少。", "第三条", "市民李某", "public"),
        (f"解释权不妥。{HOSTILE}", "第四条", "某大学法学院", "expert"),
        ("建议统一用语。", "全文", "", "other"),
        ("我局无意见。", "全文", "某水务局", "department"),
    )
    made = [
        opinions.new(text, clause=clause, on="first-reading", source=source, kind=kind, date="2021-01-20")
        for text, clause, source, kind in told
    ]
    saved = opinions.add(*made, author=CLERK, when=WHEN)
    opinions.answer(saved[1], "采纳", by="法制委员会", date="2021-02-01", author=CLERK, when=WHEN)
    return workspace.root


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may change."""
    return copytree(prepared, tmp_path / "ws")


@pytest.fixture
def bench(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    for name, value in (("GIT_AUTHOR", CLERK), ("GIT_COMMITTER", CLERK)):
        monkeypatch.setenv(f"{name}_NAME", value.name)
        monkeypatch.setenv(f"{name}_EMAIL", value.email)
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    opened = workbench(folder)
    assert isinstance(opened, Workbench)
    assert opened.desk.status.sentence == ""
    return opened


def tab(bench: Workbench) -> Any:
    return bench._panels["opinions"]


def shown(bench: Workbench) -> list[str]:
    """The clause cells of the rows that are to be seen."""
    table: ChoiceTable = tab(bench).list.table
    cells = dict(zip(table.ids, table.rows, strict=True))
    return [" ".join(words for _, words in cells[each][0]) for each in table.shown]


def choose(bench: Workbench, words: str) -> Opinion:
    """Chooses the opinion that has these words."""
    row = next(row for row in tab(bench).list.report.rows if words in row.opinion.text)
    tab(bench).list.table.chosen = row.opinion.id
    return row.opinion


def press(panel: Any, label: str) -> None:
    def buttons(box: Any) -> Any:
        for child in getattr(box, "children", ()):
            if type(child).__name__ == "Button":
                yield child
            yield from buttons(child)

    next(each for each in buttons(panel) if each.description == label).click()


def commits(folder: Path) -> int:
    done = subprocess.run(
        ["git", "rev-list", "--count", "HEAD"], cwd=folder, capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_opinions_stand_in_the_order_of_the_clauses_with_what_became_of_these(bench: Workbench) -> None:
    assert shown(bench) == ["全文", "全文", "第二条 → 第三条 已修改", "第三条 → 第四条", "第四条 已删去"]
    assert tab(bench).list.counts.sentence == (
        "意见 4 条，提出者 4 个 · 采纳 1 · 未答复 3 · 无意见 1 · 需要注意 4 条"
    )


def test_another_version_has_other_clauses(bench: Workbench) -> None:
    version = tab(bench).list.version
    version.value = version.options[0][1]
    assert shown(bench) == ["全文", "全文", "第二条", "第三条", "第四条"]


def test_filters_narrow_the_list_and_say_when_nothing_is_left(bench: Workbench) -> None:
    filters = tab(bench).list
    filters.result.value = "adopted"
    assert shown(bench) == ["第三条 → 第四条"]
    assert filters.hint.sentence == "显示 1 条，共 5 条。"
    filters.result.value, filters.kind.value = "none", "expert"
    assert shown(bench) == ["第四条 已删去"]
    filters.search.value = "没有这样的话"
    assert shown(bench) == []
    assert filters.hint.sentence == "没有符合条件的意见。"
    filters.search.value, filters.result.value, filters.kind.value = "", "", ""
    filters.warned.value = True
    assert len(shown(bench)) == 4


def test_one_chapter_or_article_alone(bench: Workbench) -> None:
    scope = tab(bench).list.scope
    assert [name for name, _ in scope.options] == [
        "全部", "全文和标题", "第一章 总则", "　第三条", "第二章 罚则", "　第四条", "已删去",
    ]  # fmt: skip
    scope.value = dict(scope.options)["第二章 罚则"]
    assert shown(bench) == ["第三条 → 第四条"]
    scope.value = "deleted"
    assert shown(bench) == ["第四条 已删去"]


def test_what_needs_attention_is_told_in_the_row(bench: Workbench) -> None:
    table = tab(bench).list.table
    told = [words for row in table.rows for tone, words in row[-1] if tone == "warning"]
    assert any("文字没有变化" in words for words in told)
    assert sum("仍未答复" in words for words in told) == 3


def test_an_opinion_shows_its_clause_then_and_now_with_the_viewers_marks(bench: Workbench) -> None:
    choose(bench, "协作")
    shown_now = tab(bench).answer
    viewer = shown_now._clause
    assert viewer.heads == ["一审 2021-01-10", "表决通过 2021-03-01"]
    (row,) = viewer.rows
    assert (row["old"], row["new"]) == (["第二条"], ["第三条"])
    assert ["insert", "同"] in row["ops"]
    assert shown_now._record.rows[0] == ["意见内容", "建议将“协作”修改为“协同”。"]


def test_an_answer_is_one_commit(bench: Workbench, folder: Path) -> None:
    before, one = commits(folder), choose(bench, "协作")
    fields = tab(bench).answer.fields
    fields["result"].value, fields["reason"].value, fields["by"].value = (
        "adopted",
        "表述更准确。",
        "法制委员会",
    )
    fields["date"].value = "2021年2月3日"
    press(tab(bench).answer, "保存答复")
    saved = bench.desk.workspace.opinions(SLUG).get(one.id).answer
    assert (saved.result, saved.reason, saved.by, saved.date) == (
        "adopted", "表述更准确。", "法制委员会", "2021-02-03",
    )  # fmt: skip
    assert commits(folder) == before + 1
    assert tab(bench).answer.told.sentence == "已保存答复：采纳。"
    assert "采纳 2" in tab(bench).list.counts.sentence
    press(tab(bench).answer, "保存答复")
    assert "没有重复保存" in tab(bench).answer.told.sentence
    assert commits(folder) == before + 1
    choose(bench, "解释权")
    assert fields["by"].value == "法制委员会"


@pytest.mark.parametrize(
    ("typed", "told"),
    [({}, "请先选择采纳情况"), ({"result": "adopted", "date": "昨天"}, "昨天")],
)
def test_what_cannot_be_saved_is_a_sentence_beside_the_button_and_the_form_stays(
    bench: Workbench, folder: Path, typed: dict[str, str], told: str
) -> None:
    before, one = commits(folder), choose(bench, "协作")
    fields = tab(bench).answer.fields
    for name, value in {"reason": "费了不少工夫写的理由", **typed}.items():
        fields[name].value = value
    press(tab(bench).answer, "保存答复")
    assert tab(bench).answer.told.tone == "alarm"
    assert told in tab(bench).answer.told.sentence
    assert bench.desk.status.sentence == ""
    assert fields["reason"].value == "费了不少工夫写的理由"
    assert bench.desk.workspace.opinions(SLUG).get(one.id).answer is None
    assert commits(folder) == before


def test_what_was_typed_waits_while_another_opinion_is_read(bench: Workbench) -> None:
    choose(bench, "协作")
    fields = tab(bench).answer.fields
    fields["result"].value, fields["reason"].value = "not-adopted", "写到一半"
    choose(bench, "罚款")
    assert (fields["result"].value, fields["reason"].value) == ("adopted", "")
    bench.language.value = "en"
    choose(bench, "协作")
    assert (fields["result"].value, fields["reason"].value) == ("not-adopted", "写到一半")


def test_nobody_elses_answer_is_overwritten_unseen(bench: Workbench) -> None:
    one = choose(bench, "协作")
    fields = tab(bench).answer.fields
    fields["result"].value, fields["reason"].value = "not-adopted", "我的理由"
    opinions = bench.desk.workspace.opinions(SLUG)
    opinions.answer(one.id, "采纳", reason="别人的理由", author=CLERK, when=WHEN)
    press(tab(bench).answer, "保存答复")
    assert tab(bench).answer.told.tone == "alarm"
    assert "别人" in tab(bench).answer.told.sentence
    assert opinions.get(one.id).answer.reason == "别人的理由"
    assert "别人的理由" in dict(tab(bench).answer._record.rows)["采纳情况"]
    assert fields["reason"].value == "我的理由"
    press(tab(bench).answer, "保存答复")
    assert opinions.get(one.id).answer.reason == "我的理由"


def test_without_a_name_for_git_nothing_typed_is_lost(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    form = tab(bench).form
    form.fields["text"].value = "建议增加一条。"
    bench.language.value = "en"
    press(form, "Save the opinion")
    assert "git does not know who you are" in form.told.sentence
    assert form.fields["text"].value == "建议增加一条。"


def test_an_opinion_is_added_and_chosen(bench: Workbench, folder: Path) -> None:
    before, form = commits(folder), tab(bench).form
    values = {
        "text": "建议补充开放时间。", "clause": "第2条", "suggestion": "每日八时开放。", "source": "市民张某",
        "kind": "public", "channel": "网站", "date": "2021-03",
    }  # fmt: skip
    for name, value in values.items():
        (form.fields | form.origin.fields)[name].value = value
    press(form, "保存意见")
    one = bench.desk.workspace.opinions(SLUG).get(tab(bench).list.table.chosen)
    assert (one.text, one.anchor.label, one.anchor.stage, one.kind, one.date) == (
        "建议补充开放时间。", "第二条", "passed", "public", "2021-03",
    )  # fmt: skip
    assert form.told.sentence == f"已保存对第二条的意见，编号 {one.id}。"
    assert (form.fields["text"].value, form.origin.fields["source"].value) == ("", "市民张某")
    assert commits(folder) == before + 1


def test_a_clause_that_is_not_there_is_told(bench: Workbench) -> None:
    form = tab(bench).form
    form.fields["text"].value, form.fields["clause"].value = "建议删去。", "第九十九条"
    press(form, "保存意见")
    assert "没有“第九十九条”" in form.told.sentence


def test_an_empty_opinion_is_refused_and_the_rest_of_the_form_stays(bench: Workbench) -> None:
    form = tab(bench).form
    form.origin.fields["source"].value = "某局"
    press(form, "保存意见")
    assert form.told.tone == "alarm"
    assert form.origin.fields["source"].value == "某局"


def test_the_clauses_on_offer_are_those_of_the_version(bench: Workbench) -> None:
    form = tab(bench).form
    assert form.fields["clause"].options == (
        "全文", "标题", "第一章", "第一条", "第二条", "第三条", "第二章", "第四条",
    )  # fmt: skip


def test_a_file_that_cannot_be_read_is_told_and_hides_no_other(bench: Workbench, folder: Path) -> None:
    bench.desk.workspace.commit_files(
        {f"drafts/{SLUG}/opinions/kd7f2m9x.yaml": b"source: x\n"}, "wrong\n", author=CLERK, when=WHEN
    )
    bench.desk.changed += 1
    assert "kd7f2m9x.yaml" in tab(bench).list.problems.sentence
    assert len(shown(bench)) == 5


def test_everything_on_the_tab_changes_its_language(bench: Workbench) -> None:
    choose(bench, "解释权")
    bench.language.value = "en"
    assert tab(bench).list.table.columns == ["Clause", "Opinion", "From", "Date", "Answer"]
    assert [label for label, _ in tab(bench).way.options] == [
        "Read and answer", "Add one", "Import", "Export, words for the report",
    ]  # fmt: skip
    assert tab(bench).answer._record.rows[0][0] == "Opinion"
    assert tab(bench).answer._clause.messages["kind-deleted"] == "deleted"
    assert "第四条 deleted" in shown(bench)


def test_a_draft_without_text_has_no_opinions_and_no_failure(bench: Workbench) -> None:
    bench.desk.workspace.add_draft("lakes", "某市湖泊条例", author=CLERK, when=WHEN)
    bench.desk.changed += 1
    bench.draft.value = "lakes"
    assert shown(bench) == []
    assert "尚无文稿" in tab(bench).list.hint.sentence
    assert "尚无文稿" in tab(bench).form.children[0].sentence
    assert bench.desk.status.sentence == ""


LETTER = "某市教育局关于征求意见的复函\n一、第二条：建议删去“协作”。\n二、第九十条：建议明确标准。\n此致"


def test_pasted_text_is_looked_at_first_and_then_kept_in_one_commit(bench: Workbench, folder: Path) -> None:
    before, form = commits(folder), tab(bench).intake
    form.text.value = LETTER
    form.origin.fields["on"].value = form.origin.fields["on"].options[0][1]
    press(form, "先看读出了什么")
    assert form.read.caption == "读出意见 2 条（还没有保存）"
    assert [row[0] for row in form.read.rows] == ["第二条", "第九十条"]
    assert commits(folder) == before
    press(form, "存入意见台账")
    assert form.told.sentence.startswith("新增 2 条，答复 0 条，原来就有 0 条。\n其中 1 条没有对应到条款")
    assert form.text.value == ""
    assert commits(folder) == before + 1
    taken = [one for one in bench.desk.workspace.opinions(SLUG).register() if "教育局" in one.source]
    assert {(one.kind, one.anchor.stage) for one in taken} == {("department", "first-reading")}
    assert "第二条 → 第三条 已修改" in shown(bench)


def test_a_table_from_a_department_is_read_from_its_file(bench: Workbench) -> None:
    content = "条款,意见建议,单位\n第三条,罚款应当提高。,某市公安局\n".encode()
    form = tab(bench).intake
    form.file.value = (
        {"name": "反馈.csv", "type": "", "size": len(content), "content": memoryview(content), "last_modified": WHEN},
    )  # fmt: skip
    press(form, "存入意见台账")
    assert any(one.source == "某市公安局" for one in bench.desk.workspace.opinions(SLUG).register())


def test_what_holds_no_opinion_is_told_and_the_words_stay(bench: Workbench, folder: Path) -> None:
    before, form = commits(folder), tab(bench).intake
    press(form, "存入意见台账")
    assert form.told.sentence == "请先选择文件。"
    form.text.value = "今天天气很好"
    press(form, "存入意见台账")
    assert "没有认出意见" in form.told.sentence
    assert form.text.value == "今天天气很好"
    assert commits(folder) == before


def test_a_clause_that_was_named_wrong_is_put_right(bench: Workbench) -> None:
    one = choose(bench, "罚款")
    tab(bench).answer.fields["reason"].value = "写到一半"
    tab(bench).answer.right.value = "第二条"
    press(tab(bench).answer, "更正条款")
    assert bench.desk.workspace.opinions(SLUG).get(one.id).anchor.eids == ("art_2",)
    assert tab(bench).answer.told.sentence == "已更正为对第二条的意见。"
    assert tab(bench).answer.fields["reason"].value == "写到一半"


def test_the_table_and_the_words_for_the_report_go_out(bench: Workbench) -> None:
    tab(bench).way.value = "report"
    out = tab(bench).out
    assert out.words.value.startswith("共收到意见4条")
    for label in ("导出 Word 采纳情况表", "导出 Excel", "导出 CSV"):
        press(out, label)
        assert out.told.tone == "note"
    assert {file.name for file in (bench.desk.workspace.root / "exports").iterdir()} == {
        "parks-opinions-passed.docx", "parks-opinions-passed.xlsx", "parks-opinions-passed.csv",
    }  # fmt: skip
