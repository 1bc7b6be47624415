"""What the page asks about one project and its clauses, and the kernel answers, without a browser."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from lawtrack.law import article_label, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from lawtrack.notebook.page.desk import Desk

    Ask = Callable[..., dict[str, Any]]

SLUG = "patriotic-health"


def sent(text: str, name: str = "稿.txt") -> dict[str, str]:
    return {"name": name, "data": base64.b64encode(text.encode()).decode()}


@pytest.fixture
def versions(ask: Ask) -> list[str]:
    return [version["sha"] for version in ask("project.show", draft=SLUG)["result"]["versions"]]


def test_versions_stand_in_time_and_two_are_compared_in_time_whatever_the_order(
    ask: Ask, versions: list[str]
) -> None:
    assert len(versions) == 3
    one = ask("project.compare", draft=SLUG, old=versions[1], new=versions[2])["result"]
    other = ask("project.compare", draft=SLUG, old=versions[2], new=versions[1])["result"]
    assert one == other
    places = [place for place in one["places"].values() if place]
    assert len(places) >= 47
    assert {side for side, _ in places} == {"new", "old"}, "deleted clauses open where they stood"


def test_one_version_reads_with_its_outline_and_what_was_said_about_it(ask: Ask, versions: list[str]) -> None:
    shown = ask("project.read", draft=SLUG, version=versions[2])["result"]
    assert shown["count"] == 47
    assert [row["level"] for row in shown["rows"]][:2] == ["chapter", "article"]
    assert sum(row["opinions"] for row in shown["rows"]) >= 8


def test_many_stand_side_by_side_and_one_does_not(ask: Ask, versions: list[str]) -> None:
    assert len(ask("project.beside", draft=SLUG, versions=versions)["result"]["columns"]) == 3
    assert "勾选" in ask("project.beside", draft=SLUG, versions=versions[:1])["say"]


def test_a_clause_tells_its_way_its_opinions_and_its_references(
    ask: Ask, versions: list[str], desk: Desk
) -> None:
    shown = ask("clause.show", draft=SLUG, version=versions[2], eid="art_3")["result"]
    assert [step["labels"] for step in shown["history"]] == [["第四条"], ["第三条"], ["第三条"]]
    assert shown["opinions"][0]["result"]
    pointing = parse(desk.workspace.text(SLUG))
    fined = next(article for article in pointing.articles if "第三十六条" in article.words)
    told = ask("clause.show", draft=SLUG, version=versions[2], eid=fined.eid)["result"]
    assert "art_36" in {one["eid"] for one in told["points"]}
    back = ask("clause.show", draft=SLUG, version=versions[2], eid="art_36")["result"]
    assert fined.eid in {one["eid"] for one in back["pointed"]}
    assert not ask("clause.show", draft=SLUG, version=versions[2], eid="art_999")["ok"]


def test_an_opinion_is_added_to_the_clause_and_answered(ask: Ask, versions: list[str]) -> None:
    given = {"draft": SLUG, "version": versions[2], "eid": "art_2"}
    assert "意见内容" in ask("opinion.add", **given, text=" ", date="2020-08-30")["say"]
    assert ask(
        "opinion.add", **given, text="建议写明“主管部门”。\n理由略。", source="某局", date="2020-08-30"
    )["ok"]
    one = next(o for o in ask("clause.show", **given)["result"]["opinions"] if o["source"] == "某局")
    assert not one["result"]
    done = ask(
        "opinion.answer", draft=SLUG, opinion=one["id"], result="adopted", reason="有理", date="2020-09-01"
    )
    assert "采纳" in done["say"]
    assert (
        next(o for o in ask("clause.show", **given)["result"]["opinions"] if o["id"] == one["id"])["reason"]
        == "有理"
    )


def test_an_edit_shows_what_follows_and_is_saved_as_a_version(ask: Ask, versions: list[str]) -> None:
    edits = {
        "version": versions[2],
        "inserted": ["art_2\n新的一条。"],
        "rewritten": {"art_5": "改写。\n第二款。"},
    }
    shown = ask("edit.preview", draft=SLUG, **edits)["result"]
    assert shown["renumbered"][0] == ["第三条", "第四条"]
    assert len(shown["renumbered"]) == 45
    assert all(old != new for _, old, new in shown["references"])
    refused = ask("edit.save", draft=SLUG, **edits, stage="", date="2020-09-01")
    assert "环节" in refused["say"]
    saved = ask("edit.save", draft=SLUG, **edits, stage="third-reading", date="2020-09-01", reason="试改")
    assert saved["ok"], saved
    newest = ask("project.read", draft=SLUG, version=saved["result"]["version"])["result"]
    assert newest["count"] == 48
    assert not ask("edit.save", draft=SLUG, version=versions[2], stage="passed", date="2020-09-01")["ok"]


def test_what_is_typed_lies_on_disk_until_it_is_a_version(ask: Ask) -> None:
    typed = '{"version": "x", "rewritten": {"art_1": "写到一半"}, "inserted": [], "deleted": []}'
    assert ask("edit.kept", draft=SLUG)["result"]["typed"] == ""
    ask("edit.keep", draft=SLUG, typed=typed)
    assert ask("edit.kept", draft=SLUG)["result"]["typed"] == typed
    ask("edit.keep", draft=SLUG, typed="")
    assert ask("edit.kept", draft=SLUG)["result"]["typed"] == ""
    assert not ask("edit.keep", draft="../outside", typed="x")["ok"]


def test_a_file_tells_its_stage_and_a_stranger_is_asked_about(ask: Ask) -> None:
    text = "某市湿地保护条例\n（2020年8月28日某市人大常委会第五次会议通过）\n第一条　为保护湿地。\n第二条　禁止填埋。\n"
    shown = ask("file.preview", draft=SLUG, file=sent(text))["result"]
    assert (shown["stage"], shown["date"], shown["meeting"]) == (
        "passed",
        "2020-08-28",
        "某市人大常委会第五次会议",
    )
    assert shown["strange"]
    assert shown["alike"] < 25
    made = ask("file.save", draft="", file=sent(text), stage="passed", date="2020-08-28")
    assert made["ok"], made
    slug = made["result"]["draft"]
    assert slug.isascii()
    again = ask("file.preview", draft=slug, file=sent(text.replace("禁止", "严禁")))["result"]
    assert not again["strange"]
    second = ask(
        "file.save", draft=slug, file=sent(text.replace("禁止", "严禁")), stage="approved", date="2020-09-01"
    )
    assert len(second["result"]["chosen"]) == 2, "lands on the new comparison"
    assert (
        "已经有了" in ask("file.save", draft=slug, file=sent(text), stage="passed", date="2020-08-28")["say"]
    )


def test_a_hand_edit_outside_is_noticed_and_taken_over(ask: Ask, desk: Desk) -> None:
    assert not ask("project.show", draft=SLUG)["result"]["outside"]
    file = desk.workspace.root / "drafts" / SLUG / "text.md"
    file.write_text(file.read_text(encoding="utf-8").replace("部门协同", "部门配合"), encoding="utf-8")
    assert ask("project.show", draft=SLUG)["result"]["outside"]
    assert "修改" in ask("file.outside", draft=SLUG)["result"]["summary"]
    assert ask("file.take-outside", draft=SLUG, stage="third-reading", date="2020-09-01")["ok"]
    assert not ask("project.show", draft=SLUG)["result"]["outside"]


def test_a_version_is_corrected_downloaded_and_restored(ask: Ask, versions: list[str]) -> None:
    got = ask("project.download", draft=SLUG, version=versions[1], kind=".docx")["result"]
    assert got["name"].startswith("昆明市爱国卫生工作条例")
    assert got["name"].endswith("_一审_2020-07-30.docx")
    zipfile.ZipFile(io.BytesIO(base64.b64decode(got["data"]))).testzip()
    assert ask(
        "project.correct",
        draft=SLUG,
        version=versions[1],
        stage="first-reading",
        date="2020-07-29",
        meeting="某会议",
    )["ok"]
    assert ask("project.show", draft=SLUG)["result"]["versions"][1]["date"] == "2020-07-29"
    done = ask("project.restore", draft=SLUG, version=versions[0], stage="third-reading", date="2020-09-01")
    assert ask("project.read", draft=SLUG, version=done["result"]["version"])["result"]["count"] == 31


@pytest.mark.parametrize(
    "purpose",
    ["table", "tracked", "decision", "beside", "opinions", "report", "clean", "duties", "month", "plan"],
)
def test_every_purpose_has_a_preview_and_a_file_with_a_name_that_tells(
    ask: Ask, versions: list[str], purpose: str
) -> None:
    offered = ask("out.offer", draft=SLUG, versions=versions[1:])["result"]["purposes"]
    assert next(one for one in offered if one["id"] == purpose)["no"] == ""
    made = ask(
        "out.make",
        draft=SLUG,
        versions=versions[1:],
        purpose=purpose,
        year=2020,
        as_of="2020-09-01",
        file=True,
    )
    assert made["ok"], made
    assert base64.b64decode(made["result"]["file"]["data"])
    assert "昆明市" in made["result"]["name"]
    assert "2020-09-01" in made["result"]["name"]


@pytest.mark.parametrize(
    "purpose", ["explanation", "changes", "review", "filing", "solicitation", "deliberation", "report"]
)
def test_a_document_of_the_procedure_speaks_chinese_on_the_english_page(
    ask: Ask, versions: list[str], purpose: str
) -> None:
    given = {"draft": SLUG, "versions": versions[1:], "purpose": purpose}
    shown = {lang: ask("out.make", lang=lang, **given)["result"]["preview"] for lang in ("en", "zh")}
    assert shown["en"] == shown["zh"]
    if purpose in {"solicitation", "deliberation"}:
        assert shown["zh"]["heads"][:2] == ["序号", "条款"]
        assert ["1", "第一条"] in [row[:2] for row in shown["zh"]["rows"]]


def test_a_decision_is_proved_and_applied(ask: Ask, versions: list[str]) -> None:
    made = ask("out.make", draft=SLUG, versions=versions[1:], purpose="decision")["result"]["preview"]
    assert made["proved"]
    text = "\n".join(made["lines"])
    shown = ask("apply.preview", draft=SLUG, version=versions[1], text=text)["result"]
    assert shown["complete"]
    broken = re.sub("“[^“”]+”修改为", "“没有的词”修改为", text, count=1)
    assert broken != text
    partly = ask("apply.preview", draft=SLUG, version=versions[1], text=broken)["result"]
    assert not partly["complete"]
    assert next(one for one in partly["instructions"] if one["status"] == "failed")["reason"]
    given = {"draft": SLUG, "version": versions[1], "stage": "second-reading", "date": "2020-08-20"}
    assert "没有全部执行" in ask("apply.save", **given, text=broken)["say"]
    assert ask("apply.save", **given, text=text)["ok"]


def test_a_text_to_publish_is_proofread_against_its_decision(ask: Ask, versions: list[str]) -> None:
    decision = ask("out.make", draft=SLUG, versions=versions[1:], purpose="decision", file=True)["result"][
        "file"
    ]
    asked = {"draft": SLUG, "base": versions[1], "decision": decision}
    whole = ask("proof.show", **asked, published=versions[2])["result"]
    assert (whole["faithful"], whole["rows"]) == (True, [])
    left = ask("proof.show", **asked, published=versions[1], kind=".xlsx", file=True)["result"]
    assert {row[1][0][1] for row in left["rows"]} >= {"决定而未改"}
    assert left["file"]["name"].endswith(".xlsx")
    assert "没有收到文件" in ask("proof.show", draft=SLUG, base=versions[1], published=versions[2])["say"]
    assert ask("proof.show", **asked, published="0" * 40)["kind"] == "refused"


def test_two_peoples_changes_are_merged_conflict_by_conflict(
    ask: Ask, versions: list[str], desk: Desk
) -> None:
    base = desk.workspace.text(SLUG)
    ours = base.replace("部门协同", "部门配合")
    saved = ask("file.save", draft=SLUG, text=ours, stage="third-reading", date="2020-08-30")["result"][
        "version"
    ]
    theirs = sent(
        base.replace("部门协同", "部门联动").replace("统筹安排公共卫生设施", "统筹安排公共卫生设施用地"),
        "对方.md",
    )
    given = {"draft": SLUG, "base": versions[2], "ours": saved, "file": theirs}
    shown = ask("merge.preview", **given)["result"]
    assert len(shown["conflicts"]) == 1
    assert shown["conflicts"][0]["texts"]["theirs"] != shown["conflicts"][0]["texts"]["ours"]
    form = {"stage": "third-reading", "date": "2020-09-01"}
    assert "冲突" in ask("merge.save", **given, **form)["say"]
    decided = {shown["conflicts"][0]["id"]: "theirs"}
    assert ask("merge.preview", **given, choices=decided)["result"]["complete"]
    made = ask("merge.save", **given, **form, choices=decided)
    assert made["ok"], made
    text = desk.workspace.text(SLUG)
    assert "部门联动" in text
    assert "公共卫生设施用地" in text


def test_all_opinions_stand_in_the_order_of_the_clauses(ask: Ask, versions: list[str]) -> None:
    rows = ask("register.show", draft=SLUG, version=versions[2])["result"]["rows"]
    assert len(rows) == 10
    assert [row["clause"] for row in rows][:2] == ["全文", "第三条"]
    assert sum(not row["result"] and not row["no_comment"] for row in rows) == 1
    assert any(row["no_comment"] for row in rows)


def test_a_letter_is_looked_at_first_and_then_taken_in_one_commit(
    ask: Ask, versions: list[str], desk: Desk
) -> None:
    letter = "一、第五条：建议增加“定期”二字。\n二、第十条第一款：建议删去。\n"
    given = {"draft": SLUG, "version": versions[2], "text": letter, "source": "某局", "date": "2020-08-30"}
    before = desk.workspace.repository.head()
    assert len(ask("register.preview", **given)["result"]["rows"]) == 2
    assert desk.workspace.repository.head() == before
    taken = ask("register.take", **given)
    assert taken["ok"], taken
    assert len(ask("register.show", draft=SLUG, version=versions[2])["result"]["rows"]) == 12
    assert not ask("register.take", **{**given, "text": "此致敬礼"})["ok"]


def test_two_files_are_compared_and_nothing_is_saved(ask: Ask, desk: Desk) -> None:
    before = desk.workspace.repository.head()
    found = ask("file.compare", old=sent("第一条　甲。"), new=sent("第一条　乙。", "新.txt"))["result"]
    assert found["columns"][1][1] == "新.txt"
    assert desk.workspace.repository.head() == before


def test_a_save_is_taken_back_and_both_versions_stay(ask: Ask, versions: list[str], desk: Desk) -> None:
    before = desk.workspace.text(SLUG)
    text = before.replace("部门协同", "部门配合")
    saved = ask(
        "file.save",
        draft=SLUG,
        text=before.replace("部门协同", "部门协力"),
        stage="third-reading",
        date="2020-08-30",
    )
    assert ask("undo", token=saved["undo"])["ok"]
    assert desk.workspace.text(SLUG) == before
    assert len(ask("project.show", draft=SLUG)["result"]["versions"]) == 5
    again = ask("file.save", draft=SLUG, text=text, stage="third-reading", date="2020-08-31")
    newest = ask(
        "file.save",
        draft=SLUG,
        text=before.replace("部门协同", "部门联动"),
        stage="passed",
        date="2020-08-31",
    )
    assert "新的一稿" in ask("undo", token=again["undo"])["say"], "not the newest any more"
    assert ask("project.undo-newest", draft=SLUG, version=newest["result"]["version"])["ok"]
    assert "部门配合" in desk.workspace.text(SLUG)


def test_the_first_screen_of_a_comparison_comes_before_the_rest(ask: Any, desk: Any) -> None:
    """Its rows are the first of all rows, and end with a change; the rest is told to be there."""
    text = "\n".join(["长篇条例", *(f"{article_label((at, 0))}　单位{at}应当报告。" for at in range(1, 90))])
    desk.workspace.add_draft("long", "长篇条例")
    shas = [
        desk.workspace.save("long", words, stage="first-reading", date=day).sha
        for words, day in ((text, "2020-01-01"), (text.replace("应当报告", "应当书面报告"), "2020-02-01"))
    ]
    assert ask("project.ahead", draft="long")["result"] is True
    whole = ask("project.compare", draft="long", old=shas[0], new=shas[1])["result"]
    first = ask("project.compare", draft="long", old=shas[0], new=shas[1], first=True)["result"]
    assert first["more"]
    assert not whole["more"]
    assert first["rows"] == whole["rows"][: len(first["rows"])]
    assert sum(row["kind"] != "unchanged" or row["moved"] for row in first["rows"]) == 30
    assert ask("project.ahead", draft="patriotic-health")["ok"]


def test_pairs_by_place_are_told_and_the_reader_chooses_how_sure_a_pair_has_to_be(
    ask: Ask, desk: Desk
) -> None:
    """Three articles on one matter that became one short one stand beside it for their place more than for their words."""
    first, last = "某市集市条例\n第一条　为了规范集市，制定本条例。\n", "本条例自2020年1月1日起施行。\n"
    before = (
        f"{first}第二条　摊主受伤由经营者的过错造成的，由经营者承担责任。\n第三条　第三人造成摊主受伤的，由第三人承担责任。\n"
        f"第四条　当事人均无过错的，可以由当事人适当分担损失。\n第五条　{last}"
    )
    after = f"{first}第二条　摊主受伤的责任人依照《水源保护法》的规定，承担相应责任。\n第三条　{last}"
    shas = [
        desk.workspace.import_version(
            "water", words, stage="first-reading", date=day, title="某市集市条例"
        ).sha
        for words, day in ((before, "2020-01-01"), (after, "2020-02-01"))
    ]
    two = {"draft": "water", "old": shas[0], "new": shas[1]}
    usual, sure = (
        [
            row
            for row in ask("project.compare", **two, sure=sure)["result"]["rows"]
            if row["kind"] != "unchanged"
        ]
        for sure in ("", "very")
    )
    assert any(row["in_place"] for row in usual)
    assert not any(row["in_place"] for row in sure)
    offered = ask("out.make", draft="water", versions=shas, purpose="table", sure="very")["result"]
    goes_out = [row for row in offered["preview"]["rows"] if row["kind"] != "unchanged"]
    assert len(goes_out) == len(sure) > len(usual), "what goes out is what was looked at"
