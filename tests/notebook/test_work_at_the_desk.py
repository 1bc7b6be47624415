"""The workbench without a browser: its panels on a replayed sample, driven by their traits."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.notebook import Workbench, workbench
from lawtrack.notebook.pieces import Line
from lawtrack.notebook.viewer_box import file_name
from lawtrack.store import replay, sample_root

if TYPE_CHECKING:
    from pathlib import Path

OLD = "某市公园条例\n第一条　为了管理公园，制定本条例。\n第二条　本条例自公布之日起施行。\n"
NEW = "某市公园条例\n第一条　为了管理和保护公园，制定本条例。\n第二条　本条例自公布之日起施行。\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return replay(sample_root(), tmp_path_factory.mktemp("sample") / "ws").root


@pytest.fixture
def bench(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    monkeypatch.delenv("LAWTRACK_LANG", raising=False)
    copytree(sample, tmp_path / "ws")
    opened = workbench(tmp_path / "ws", as_of=date(2020, 12, 2))
    assert isinstance(opened, Workbench)
    return opened


def panel(bench: Workbench, name: str) -> Any:
    return bench._panels[name]


def upload(name: str, text: str) -> tuple[dict[str, Any], ...]:
    content = memoryview(text.encode("utf-8"))
    return (
        {
            "name": name,
            "type": "",
            "size": len(content),
            "content": content,
            "last_modified": datetime(2020, 1, 1, tzinfo=UTC),
        },
    )


def side_by_side(bench: Workbench) -> None:
    panel(bench, "compare").way.value = "many"


def press(bench: Workbench, name: str, label: str) -> None:
    """Presses the panel's button of that label."""

    def buttons(box: Any) -> Any:
        for child in getattr(box, "children", ()):
            if type(child).__name__ == "Button":
                yield child
            yield from buttons(child)

    next(each for each in buttons(panel(bench, name)) if each.description == label).click()


def test_opens_on_the_last_two_versions_of_a_draft_that_has_a_text(bench: Workbench) -> None:
    shown = panel(bench, "compare").ways["two"]
    assert bench.draft.value == "patriotic-health"
    assert [label for label, _ in shown.old.options][-1] == "表决通过 2020-08-28"
    assert shown.box._viewer.heads == ["一审 2020-07-30", "表决通过 2020-08-28"]
    assert shown.box._viewer.rows


def test_says_that_the_sample_is_no_official_text(bench: Workbench) -> None:
    assert "示例文本" in bench._notice.sentence


def test_another_choice_shows_another_comparison(bench: Workbench) -> None:
    shown = panel(bench, "compare").ways["two"]
    shown.old.value = shown.old.options[0][1]
    assert shown.box._viewer.heads[0] == "现行文本 2013-06-28"


def test_versions_are_put_side_by_side_in_the_order_of_their_dates(bench: Workbench) -> None:
    side_by_side(bench)
    shown = panel(bench, "compare").ways["many"]
    assert [tick.description for tick in shown.ticks.values()] == [
        "现行文本 2013-06-28", "一审 2020-07-30", "表决通过 2020-08-28",
    ]  # fmt: skip
    assert shown.box._viewer.columns == [
        ("现行文本", "2013-06-28"), ("一审", "2020-07-30"), ("表决通过", "2020-08-28"),
    ]  # fmt: skip
    assert all(len(row["cells"]) == 3 for row in shown.box._viewer.rows if row["level"] == "article")


def test_only_the_ticked_versions_are_shown_and_two_at_least(bench: Workbench) -> None:
    side_by_side(bench)
    shown = panel(bench, "compare").ways["many"]
    first, second, _ = shown.ticks.values()
    second.value = False
    assert [title for title, _ in shown.box._viewer.columns] == ["现行文本", "表决通过"]
    first.value = False
    assert shown.hint.sentence == "已勾选 1 稿。请勾选 2 至 8 稿。"
    assert shown.box.children == ()


def test_ticks_survive_imports_and_a_new_version_is_ticked(bench: Workbench) -> None:
    side_by_side(bench)
    shown, form = panel(bench, "compare").ways["many"], panel(bench, "import")
    next(iter(shown.ticks.values())).value = False
    form.stage.value, form.date.value = "second-reading", date(2020, 8, 20)
    form.file.value = upload("二审稿.txt", OLD)
    press(bench, "import", "存为新的一稿")
    bench.language.value = "en"
    assert [(tick.description, tick.value) for tick in shown.ticks.values()] == [
        ("text in force 2013-06-28", False),
        ("first reading 2020-07-30", True),
        ("second reading 2020-08-20", True),
        ("passed 2020-08-28", True),
    ]
    assert shown.box._viewer.messages["copy"] == "Copy"


def test_another_draft_has_other_versions(bench: Workbench) -> None:
    side_by_side(bench)
    bench.draft.value = "clean-air"
    shown = panel(bench, "compare").ways["many"]
    assert shown.ticks == {}
    assert "尚无文稿" in shown.hint.sentence
    bench.draft.value = "patriotic-health"
    assert all(tick.value for tick in shown.ticks.values())


def test_choices_survive_imports_and_languages(bench: Workbench) -> None:
    shown, form = panel(bench, "compare").ways["two"], panel(bench, "import")
    form.target.value, form.slug.value, form.date.value = "", "aaa-first", date(2021, 3, 1)
    form.file.value = upload("公园.txt", OLD)
    press(bench, "import", "存为新的一稿")
    bench.draft.value = "patriotic-health"
    shown.old.value = shown.old.options[0][1]
    heard: list[str] = []
    bench.desk.observe(lambda change: heard.append(change["new"]), names="draft")
    bench.language.value = "en"
    bench.desk.changed += 1
    assert heard == []
    assert shown.box._viewer.heads[0] == "text in force 2013-06-28"


def test_a_draft_without_text_is_no_failure(bench: Workbench) -> None:
    bench.draft.value = "clean-air"
    assert "尚无文稿" in panel(bench, "compare").ways["two"].hint.sentence
    assert bench.desk.status.tone == "plain"


def test_everything_changes_its_language(bench: Workbench) -> None:
    bench.language.value = "en"
    assert bench.tabs.titles == ("Compare", "Opinions", "Import", "Plan", "Versions")
    assert panel(bench, "compare").ways["two"].box._viewer.messages["copy"] == "Copy"
    assert panel(bench, "compare").ways["two"].old.options[0][0] == "text in force 2013-06-28"
    assert panel(bench, "plan")._table.messages["as-of"] == "As of"
    assert panel(bench, "versions")._table.columns[0] == "Stage"


def test_a_file_becomes_a_version_of_a_new_draft_once(bench: Workbench) -> None:
    form = panel(bench, "import")
    form.target.value, form.slug.value, form.date.value = "", "parks", date(2021, 3, 1)
    form.file.value = upload("公园.txt", OLD)
    press(bench, "import", "存为新的一稿")
    assert bench.desk.status.sentence == "已存为《某市公园条例》一审（2021-03-01）。"
    assert bench.draft.value == "parks"
    assert [row[:2] for row in panel(bench, "versions")._table.rows] == [["一审", "2021-03-01"]]
    press(bench, "import", "存为新的一稿")
    assert "没有重复保存" in bench.desk.status.sentence


def test_a_date_that_was_typed_wrong_is_corrected_from_the_form(bench: Workbench) -> None:
    form = panel(bench, "import")
    form.target.value, form.slug.value, form.date.value = "", "parks", date(2021, 1, 3)
    form.file.value = upload("公园.txt", OLD)
    press(bench, "import", "存为新的一稿")
    assert form._correct.layout.display == "none"
    form.target.value, form.date.value, form.meeting.value = "parks", date(2021, 3, 1), "第三次会议"
    press(bench, "import", "存为新的一稿")
    assert "（2021-01-03）" in bench.desk.status.sentence
    assert form._correct.layout.display is None
    press(bench, "import", "按表单更正")
    assert bench.desk.status.sentence.startswith("已更正：《某市公园条例》一审（2021-03-01）")
    assert [row[1:3] for row in panel(bench, "versions")._table.rows] == [["2021-03-01", "第三次会议"]]
    assert form._correct.layout.display == "none"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [("空.txt", "", "空"), ("图.docx", "\x00\x01PNG", "图.docx")],
)
def test_a_file_that_cannot_be_read_is_a_sentence_and_the_form_stays(
    bench: Workbench, name: str, content: str, told: str
) -> None:
    form = panel(bench, "import")
    form.date.value, form.meeting.value = date(2021, 3, 1), "第五次会议"
    form.file.value = upload(name, content)
    before = len(bench.desk.workspace.log())
    press(bench, "import", "存为新的一稿")
    assert bench.desk.status.tone == "alarm"
    assert told in bench.desk.status.sentence
    assert form.meeting.value == "第五次会议"
    assert len(bench.desk.workspace.log()) == before


def test_what_is_missing_is_asked_for(bench: Workbench) -> None:
    press(bench, "import", "存为新的一稿")
    assert bench.desk.status.sentence == "请先选择文件。"
    panel(bench, "import").file.value = upload("公园.txt", OLD)
    press(bench, "import", "存为新的一稿")
    assert bench.desk.status.sentence == "请填写该稿的日期。"


def test_a_programming_error_is_a_sentence_too(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(type(bench.desk.workspace), "log", broken)
    bench.desk.changed += 1
    assert bench.desk.status.tone == "alarm"
    assert "RuntimeError" in bench.desk.status.sentence


def test_two_files_are_compared_and_nothing_is_saved(bench: Workbench) -> None:
    form = panel(bench, "import")
    form.old_file.value, form.new_file.value = upload("旧.txt", OLD), upload("新.txt", NEW)
    before = len(bench.desk.workspace.log())
    press(bench, "import", "对照这两个文件")
    assert form._box._viewer.heads == ["旧.txt", "新.txt"]
    assert len(bench.desk.workspace.log()) == before


def test_exports_lie_in_the_workspace_and_say_where(bench: Workbench) -> None:
    exports = bench.desk.workspace.root / "exports"
    for label in ("导出 Word 对照表", "导出 Word 修订痕迹稿", "导出 Excel", "导出网页"):
        press(bench, "compare", label)
        assert bench.desk.status.tone == "note"
    assert {file.name.removeprefix("patriotic-health-first-reading-passed") for file in exports.iterdir()} == {
        ".docx", "-tracked.docx", ".xlsx", ".html",
    }  # fmt: skip
    side_by_side(bench)
    for label in ("导出 Word 各稿对照表", "导出 Excel", "导出网页"):
        press(bench, "compare", label)
        assert bench.desk.status.tone == "note"
    assert {file.suffix for file in exports.glob("patriotic-health-versions-*-passed.*")} == {
        ".docx", ".xlsx", ".html",
    }  # fmt: skip
    press(bench, "plan", "导出 Word 月报")
    assert (exports / "plan-2020-2020-12-02.docx").is_file()
    press(bench, "plan", "导出 CSV")
    file = exports / "plan-2020-2020-12-02.csv"
    assert file.is_file()
    assert str(file) in bench.desk.status.sentence


def test_exports_may_leave_out_what_did_not_change(bench: Workbench) -> None:
    exports = bench.desk.workspace.root / "exports"
    sizes = []
    for changed_only in (False, True):
        panel(bench, "compare").ways["two"].box.changed_only.value = changed_only
        press(bench, "compare", "导出 Word 对照表")
        sizes.append(next(exports.glob("*.docx")).stat().st_size)
    assert sizes[1] < sizes[0]


def test_the_plan_follows_its_date_and_refuses_what_is_none(bench: Workbench) -> None:
    table = panel(bench, "plan")._table
    table.as_of = "2020-08-20"
    stages = {record["id"]: record["stage"] for record in table.records}
    table.as_of = "2020-09-01"
    later = {record["id"]: record["stage"] for record in table.records}
    assert (stages["patriotic-health"], later["patriotic-health"]) == ("public-comment", "passed")
    table.as_of = "tomorrow"
    assert table.as_of == "2020-09-01"


def test_the_pictures_follow_the_date_and_the_language_of_the_table(bench: Workbench) -> None:
    shown = panel(bench, "plan")
    titles = [title for title, _ in shown._pictures.pictures]
    assert titles == [
        "立法计划时间表（截至2020-12-02）",
        "各环节项目数（截至2020-12-02）",
        "各责任单位的期限（截至2020-12-02）",
    ]
    shown._table.as_of = "2020-08-20"
    bench.language.value = "en"
    assert shown._pictures.pictures[0][0] == "Timeline of the plan as of 2020-08-20"
    assert "public comment 2020-07-30" in shown._pictures.pictures[0][1]
    assert "passed" not in shown._pictures.pictures[1][1]


def test_saved_pictures_are_images_that_hold_themselves(bench: Workbench) -> None:
    from base64 import b64decode

    bundle, _ = panel(bench, "plan")._pictures._repr_mimebundle_()
    images = re.findall(
        r'<p><img alt="([^"]+)" src="data:image/svg\+xml;base64,([^"]+)"></p>', bundle["text/html"]
    )
    assert len(images) == 3
    assert b64decode(images[0][1]).decode("utf-8").startswith("<svg xmlns=")
    assert re.sub(r"<p><img [^>]+></p>", "", bundle["text/html"]) == ""


def test_stages_of_imported_versions_show_in_the_plan_at_once(bench: Workbench) -> None:
    def stage() -> tuple[str, str]:
        records = panel(bench, "plan")._table.records
        return next((held["stage"], held["source"]) for held in records if held["id"] == "clean-air")

    assert stage() == ("approved", "昆明市大气污染防治条例（公布文本）")
    form = panel(bench, "import")
    form.target.value, form.stage.value, form.date.value = "clean-air", "filed", date(2020, 12, 1)
    form.file.value = upload("公园.txt", OLD)
    press(bench, "import", "存为新的一稿")
    assert stage() == ("filed", "drafts/clean-air")


def test_a_version_is_dated_when_it_is_saved_not_when_its_stage_was(bench: Workbench) -> None:
    form = panel(bench, "import")
    form.target.value, form.slug.value, form.date.value = "", "parks", date(2021, 3, 1)
    form.file.value = upload("公园.txt", OLD)
    before = bench.desk.now()
    press(bench, "import", "存为新的一稿")
    saved = datetime.fromisoformat(bench.desk.workspace.version("parks").saved)
    assert before <= saved <= bench.desk.now()


def test_saved_notebooks_show_how_to_start_or_the_static_plan(bench: Workbench) -> None:
    assert "Shift+Enter" in bench._repr_mimebundle_()["text/html"]
    assert repr(bench) == "<Workbench>"
    bundle, _ = panel(bench, "plan")._table._repr_mimebundle_()
    assert "<table" in bundle["text/html"]
    assert repr(panel(bench, "plan")._table) == "<PlanTable: 2020-12-02：12 项，逾期 0 项>"


def test_outside_a_workspace_there_is_advice_instead_of_a_traceback(tmp_path: Path) -> None:
    advice = workbench(tmp_path)
    assert isinstance(advice, Line)
    assert "lawtrack init" in advice.sentence


@pytest.mark.parametrize(
    ("words", "name"),
    [("../../etc/passwd", "etc-passwd"), ("a:b*?", "a-b"), ("长" * 200, "长" * 80)],
)
def test_names_of_exports_stay_in_their_folder(words: str, name: str) -> None:
    assert file_name(words) == name
