from __future__ import annotations

import inspect
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from lawtrack.errors import Conflict, InvalidRecord, NotFound, UnusableInput
from lawtrack.law import parse
from lawtrack.store import Source, Workspace
from tests.strategies import instruments
from tests.texts import DRAFTER, FIRST, SECOND

SOURCE = Source("修订草案.docx", "ab" * 32)


def outline(text: str) -> list[tuple[str, str, str]]:
    return [(node.eid, node.label, node.lead) for node in parse(text).provisions]


def test_a_new_workspace_is_a_clean_repository_with_its_attributes(workspace, git):
    assert git("status", "--short") == ""
    assert (
        git("show", "HEAD:.gitattributes") == "drafts/**/text.md text eol=lf diff=lawtrack merge=lawtrack\n"
    )
    assert git("config", "--local", "core.quotePath") == "false\n"
    assert "# 立法文稿工作区" in git("show", "HEAD:README.md")


def test_creating_a_second_time_changes_nothing(workspace, git):
    before = git("rev-parse", "HEAD")
    Workspace.create(workspace.root)

    assert git("rev-parse", "HEAD") == before


def test_an_existing_repository_becomes_a_workspace_and_keeps_what_it_has(tmp_path, git):
    there = tmp_path / "old"
    git("init", "-q", str(there))
    (there / "README.md").write_text("mine\n", encoding="utf-8")
    (there / ".gitattributes").write_text("*.docx binary", encoding="utf-8")
    git("add", ".", cwd=there)
    git("commit", "-qm", "mine", cwd=there)

    Workspace.create(there)

    assert git("show", "HEAD:README.md", cwd=there) == "mine\n"
    attributes = git("show", "HEAD:.gitattributes", cwd=there)
    assert attributes == "*.docx binary\ndrafts/**/text.md text eol=lf diff=lawtrack merge=lawtrack\n"
    assert Workspace.open(there).slugs() == ()


def test_git_diff_names_the_article(save, git):
    save()
    save(SECOND.replace("公共交通工具", "出租汽车"), stage="passed", date="2020-08-28")

    assert "@@ 第二条\n-（二）" in git("diff", "-U0", "HEAD~1", "--", "drafts")


def test_a_version_is_a_commit_with_the_trailers_of_its_record(save, git):
    version = save(source=SOURCE, meeting="第二十九次会议", message="一审稿")

    assert git("log", "-1", "--format=%H") == version.sha + "\n"
    told, _, chain = git("log", "-1", "--format=%B").partition("\nLawtrack-Text: sha256:")
    assert [line.split(":")[0] for line in chain.split("\n")[1:] if line] == [
        "Lawtrack-Files",
        "Lawtrack-After",
        "Lawtrack-Record",
    ]
    assert told == (
        "一审稿\n\n"
        "Lawtrack-Draft: smoke-ban\n"
        "Lawtrack-Stage: first-reading\n"
        "Lawtrack-Date: 2020-07-30\n"
        "Lawtrack-Meeting: 第二十九次会议\n"
        f"Lawtrack-Source: 修订草案.docx sha256:{'ab' * 32}"
    )
    assert git("log", "-1", "--format=%an <%ae> %aI") == f"{DRAFTER} 2020-07-30T09:00:00+08:00\n"
    assert git("status", "--short") == ""
    assert version.fresh


def test_what_was_saved_is_read_back(workspace, save):
    version = save(source=SOURCE, meeting="第二十九次会议")

    assert workspace.log("smoke-ban") == (version,)
    assert workspace.draft("smoke-ban").title == "某市控制吸烟条例"
    assert outline(workspace.text("smoke-ban@一审")) == outline(FIRST)
    assert workspace.working_text("smoke-ban") == workspace.text(version)


@given(instruments())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_imported_has_the_same_tree_when_read_back(workspace, doc):
    text = doc if isinstance(doc, str) else doc.text
    version = workspace.import_version("any", text, stage="drafting", date="2020", author=DRAFTER)

    assert outline(workspace.text(version)) == outline(text)


def test_the_same_file_twice_makes_one_version(workspace, save):
    first = save(source=SOURCE)
    save(SECOND, source=Source("b.docx", "cd" * 32))
    again = save(source=SOURCE, date="2020-08-01")

    assert again == first
    assert not again.fresh
    assert len(workspace.log("smoke-ban")) == 2


def test_the_same_words_at_another_stage_are_a_version_of_their_own(workspace, save):
    save()
    save(stage="passed", date="2020-08-28")

    assert [version.stage for version in workspace.log("smoke-ban")] == ["first-reading", "passed"]


def test_edits_in_the_working_tree_are_saved_in_canonical_form(workspace, save, git):
    first = save()
    file = workspace.root / "drafts/smoke-ban/text.md"
    file.write_text(SECOND.replace("\n", "\r\n"), encoding="utf-8", newline="")

    version = workspace.save(
        "smoke-ban",
        stage="二审",
        date="2020年8月20日",
        on=first,
        author=DRAFTER,
        when=datetime(2021, 1, 1, tzinfo=UTC),
    )

    assert (version.stage, version.date, version.saved[:10]) == ("second-reading", "2020-08-20", "2021-01-01")
    assert outline(workspace.text(version)) == outline(SECOND)
    assert git("status", "--short") == ""


def test_a_typed_text_goes_back_to_earlier_words_without_being_taken_for_them(workspace, save):
    save()
    save(SECOND)
    back = workspace.save("smoke-ban", FIRST, stage="first-reading", date="2020-08-01", author=DRAFTER)

    assert back.fresh
    assert len(workspace.log("smoke-ban")) == 3


def test_nobody_elses_work_is_swept_in_or_lost(workspace, save, git):
    (workspace.root / "notes.md").write_text("staged\n", encoding="utf-8")
    git("add", "notes.md")
    (workspace.root / "README.md").write_text("changed\n", encoding="utf-8")
    (workspace.root / "loose.txt").write_text("untracked\n", encoding="utf-8")

    save()

    assert git("status", "--short") == " M README.md\nA  notes.md\n?? loose.txt\n"
    assert git("show", "--name-only", "--format=", "HEAD").split() == [
        "drafts/smoke-ban/draft.yaml",
        "drafts/smoke-ban/text.md",
    ]


def test_unsaved_words_in_text_md_are_never_overwritten(workspace, save):
    save()
    file = workspace.root / "drafts/smoke-ban/text.md"
    file.write_text("我刚写的一句话", encoding="utf-8")

    with pytest.raises(Conflict, match="尚未保存的改动") as caught:
        save(SECOND, stage="passed")

    assert file.read_text("utf-8") == "我刚写的一句话"
    assert outline(caught.value.details["kept"].read_text("utf-8")) == outline(SECOND)


def test_a_text_md_that_is_an_earlier_version_may_be_overwritten(workspace, save, git):
    save()
    save(SECOND, stage="second-reading")
    git("checkout", "-q", "HEAD~1", "--", "drafts/smoke-ban/text.md")

    assert save(SECOND + "第六条　补充一条。\n", stage="passed").fresh


@pytest.mark.parametrize("state", ["branch", "worktree"])
def test_saving_works_wherever_head_stands(workspace, save, git, state, tmp_path):
    save()
    if state == "worktree":
        git("worktree", "add", "-q", "-b", "side", str(tmp_path / "旁边"))
        workspace = Workspace.open(tmp_path / "旁边" / "drafts")
    else:
        git("checkout", "-q", "-b", "side")

    version = workspace.import_version("smoke-ban", SECOND, stage="passed", date="2020", author=DRAFTER)

    assert workspace.repository.head() == version.sha
    assert git("status", "--short", cwd=workspace.root) == ""
    assert len(workspace.log("smoke-ban")) == 2


def test_a_plain_clone_has_every_version(workspace, save, git, tmp_path):
    save(source=SOURCE)
    save(SECOND, stage="passed", date="2020-08-28", meeting="第三十次会议")
    git("clone", "-q", str(workspace.root), str(tmp_path / "clone"))

    assert Workspace.open(tmp_path / "clone").log() == workspace.log()


def test_versions_survive_rebase_and_cherry_pick(workspace, save, git):
    save()
    git("checkout", "-q", "-b", "side")
    save(SECOND, stage="passed", date="2020-08-28")
    git("checkout", "-q", "main")
    (workspace.root / "note.md").write_text("x\n", encoding="utf-8")
    git("add", "note.md")
    git("commit", "-qm", "An unrelated commit")
    git("cherry-pick", "-x", "side")

    assert [version.stage for version in workspace.log("smoke-ban")] == ["first-reading", "passed"]
    assert workspace.log("smoke-ban")[1].message == "表决通过：某市控制吸烟条例"


def test_a_plain_commit_is_told_as_an_edit_from_outside(workspace, save, git):
    save()
    (workspace.root / "drafts/smoke-ban/text.md").write_text(SECOND, encoding="utf-8")
    git("commit", "-qam", "By hand\n\nLawtrack-Stage: passed")

    assert [(one.origin, one.stage) for one in workspace.log("smoke-ban")] == [
        ("saved", "first-reading"),
        ("outside", "first-reading"),
    ]


def test_words_of_a_user_cannot_forge_a_record(workspace, save):
    save(
        message="-m\n\nLawtrack-Draft: other\nLawtrack-Stage: passed",
        meeting="会议\r\nLawtrack-Stage: passed\x00\u2028x",
        source=Source("--upload-pack=x\nLawtrack-Stage: passed", "ab" * 32),
    )

    (version,) = workspace.log()
    assert (version.draft, version.stage) == ("smoke-ban", "first-reading")
    assert workspace.verify() == ()


def test_a_users_settings_change_nothing_in_the_record(workspace, save, git):
    settings = {
        "i18n.commitEncoding": "gb18030",
        "i18n.logOutputEncoding": "gb18030",
        "log.showSignature": "true",
        "core.autocrlf": "true",
        "core.commentChar": "L",
        "format.pretty": "oneline",
        "trailer.separators": "=",
    }
    for name, value in settings.items():
        git("config", name, value)

    version = save(meeting="第二十九次会议", message="第一行")

    assert workspace.log() == (version,)
    assert (version.meeting, version.message) == ("第二十九次会议", "第一行")
    assert "encoding" not in git("cat-file", "commit", "HEAD").partition("\n\n")[0]


@pytest.mark.parametrize("title", ["很长" * 500, "a: b # c", "- 甲\n- 乙", "2020", "yes", "\x1b[2J标题"])
def test_any_title_makes_a_readable_record(workspace, save, title):
    save(title=title)

    assert workspace.draft("smoke-ban").title[:1] == title.lstrip("\x1b")[:1]
    assert workspace.verify() == ()


def test_a_draft_begun_by_hand_needs_no_record(workspace, git):
    folder = workspace.root / "drafts/by-hand"
    folder.mkdir(parents=True)
    (folder / "text.md").write_text(FIRST, encoding="utf-8")
    git("add", "drafts")
    git("commit", "-qm", "By hand")

    assert [(draft.slug, draft.title) for draft in workspace.drafts()] == [("by-hand", "by-hand")]


@pytest.mark.corpus
def test_real_ordinances_are_read_back_as_they_are(workspace, corpus):
    folder = corpus / "kunming"
    for year, stage in [(2013, "in-force-text"), (2020, "passed")]:
        (file,) = folder.glob(f"昆明市爱国卫生工作*_{year}.txt")
        text = file.read_text("utf-8")
        version = workspace.import_version(
            "patriotic-health", text, stage=stage, date=str(year), author=DRAFTER
        )
        assert outline(workspace.text(version)) == outline(text)


def test_files_written_on_an_older_commit_overrule_nobody(workspace):
    head = workspace.repository.head()
    workspace.commit_files({"plans/2020.yaml": b"theirs\n"}, "theirs", author=DRAFTER)

    with pytest.raises(Conflict):
        workspace.commit_files({"plans/2020.yaml": b"ours\n"}, "ours", base=head, author=DRAFTER)
    assert (workspace.root / "plans/2020.yaml").read_bytes() == b"theirs\n"


def test_a_draft_without_text_is_listed_and_has_no_versions(workspace):
    draft = workspace.add_draft("clean-air", "某市大气条例", instrument="local-regulation", author=DRAFTER)

    assert workspace.drafts() == (draft,)
    assert workspace.log("clean-air") == ()
    with pytest.raises(Conflict):
        workspace.add_draft("clean-air", "又一件", author=DRAFTER)


def test_a_draft_yaml_of_a_person_is_kept_and_its_faults_are_told(workspace, save, git):
    save()
    file = workspace.root / "drafts/smoke-ban/draft.yaml"
    file.write_text("# 备注\ntitle: 某市控烟条例\nowner: 法制委\n", encoding="utf-8")
    git("commit", "-qam", "by hand")
    save(SECOND, stage="passed")
    assert file.read_text("utf-8").startswith("# 备注\n")
    assert workspace.draft("smoke-ban").title == "某市控烟条例"

    file.write_text("title: 某市控烟条例\nprofile: Kunming Ordinance\n", encoding="utf-8")
    git("commit", "-qam", "by hand")
    with pytest.raises(InvalidRecord, match=r"draft\.yaml 第 2 行，字段 profile：.*小写英文"):
        workspace.drafts()


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "  \n"},
        {"text": "第一条 \ud800"},
        {"date": "2020-13-01"},
        {"date": "--all"},
        {"source": Source("a.docx", "not a hash")},
    ],
)
def test_what_cannot_be_a_version_writes_nothing(workspace, save, git, wrong):
    before = git("rev-parse", "HEAD")
    with pytest.raises(UnusableInput):
        save(**wrong)

    assert git("rev-parse", "HEAD") == before
    assert git("status", "--short", "--ignored") == ""


@pytest.mark.parametrize("wrong", [{"satge": "二审"}, {"at": "2020"}])
def test_a_keyword_that_there_is_not_is_refused(workspace, git, wrong):
    before = git("rev-parse", "HEAD")
    with pytest.raises(TypeError, match=next(iter(wrong))):
        workspace.import_version("smoke-ban", FIRST, stage="一审", date="2020", author=DRAFTER, **wrong)
    with pytest.raises(TypeError, match=next(iter(wrong))):
        workspace.commit_files({}, "x", author=DRAFTER, **wrong)

    assert git("rev-parse", "HEAD") == before


def test_there_is_no_workspace_outside_one(tmp_path):
    with pytest.raises(NotFound, match="lawtrack init"):
        Workspace.open(tmp_path)


def test_help_spells_out_every_keyword() -> None:
    for name, method in vars(Workspace).items():
        if callable(method) and not name.startswith("_"):
            kinds = {one.kind for one in inspect.signature(method).parameters.values()}
            assert inspect.Parameter.VAR_KEYWORD not in kinds, name
    told = inspect.signature(Workspace.import_version).parameters
    assert {"stage", "date", "meeting", "author"} <= set(told)


def test_a_keyword_that_is_missing_or_unknown_is_named(workspace: Workspace) -> None:
    with pytest.raises(TypeError, match=r"import_version\(\).*'stage'"):
        workspace.import_version("a", "第一条　略。", date="2020-07-30")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match=r"import_version\(\).*'metting'"):
        workspace.import_version("a", "第一条　略。", stage="一审", date="2020-07-30", metting="")  # type: ignore[call-arg]
