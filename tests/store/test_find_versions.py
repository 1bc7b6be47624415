from __future__ import annotations

import pytest

from lawtrack.drafts import iso_date, stage_id, valid_slug
from lawtrack.errors import NotFound, UnusableInput
from tests.texts import FIRST, SECOND


@pytest.fixture
def versions(save):
    return (
        save(date="2020-07-30"),
        save(SECOND, stage="second-reading", date="2020-08"),
        save(FIRST.replace("控制", "治理"), stage="second-reading", date="2020-08-27"),
    )


@pytest.mark.parametrize(
    ("ref", "which"),
    [
        ("first-reading", 0),
        ("一审", 0),
        ("一审稿", 0),
        ("First reading".lower(), 0),
        ("second-reading", 2),
        ("2020-08-01", 0),
        ("2020-08-27", 2),
        ("2020-08", 1),
        ("2020年8月30日", 2),
        ("2021", 1),
        (None, 2),
    ],
)
def test_a_version_is_found_by_stage_label_or_date(workspace, versions, ref, which):
    assert workspace.version("smoke-ban", ref) == versions[which]
    if ref:
        assert workspace.version(f"smoke-ban@{ref}") == versions[which]


def test_a_version_is_found_by_the_first_digits_of_its_commit(workspace, versions):
    for version in versions:
        assert workspace.version(version.reference) == version


@pytest.mark.parametrize("ref", ["passed", "2019", "HEAD", "main~1", "--all", "ffffffff", "first-readin"])
def test_what_is_not_there_is_told_with_what_is(workspace, versions, ref):
    with pytest.raises(NotFound, match="first-reading 一审 2020-07-30"):
        workspace.version("smoke-ban", ref)


def test_an_unknown_draft_is_told_with_the_known_ones(workspace, versions):
    for slug in ("smoke", "../smoke-ban", ".*"):
        with pytest.raises(NotFound, match="smoke-ban"):
            workspace.log(slug)


def test_the_log_is_a_table(workspace, versions):
    frame = workspace.log_frame("smoke-ban")

    assert list(frame["stage_label"]) == ["一审", "二审", "二审"]
    assert list(frame["sha"]) == [version.sha for version in versions]
    assert workspace.log_frame().equals(frame)


@pytest.mark.parametrize(
    "slug",
    ["", "Con", "con", "lpt1", "a/b", "..", "a.b", "-a", "a--b", "a_b", "条例", "a" * 65, "a\n", "a b"],
)
def test_a_slug_that_cannot_be_a_folder_everywhere_is_refused(workspace, save, slug):
    with pytest.raises(UnusableInput):
        valid_slug(slug)
    with pytest.raises(UnusableInput):
        workspace.import_version(slug, FIRST, stage="passed", date="2020")


def test_a_stage_that_looks_like_a_slip_of_the_pen_is_refused():
    with pytest.raises(NotFound, match="一审 first-reading"):
        stage_id("frist-reading")
    with pytest.raises(NotFound):
        stage_id("四审")


@pytest.mark.parametrize("written", ["", "今天", "2020-02-30", "20200730", "2020-7-", "30.7.2020"])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(UnusableInput):
        iso_date(written)
