from __future__ import annotations

import pytest

from lawtrack.store import Source
from tests.texts import FIRST, SECOND

RECORD = "Lawtrack-Draft: smoke-ban\nLawtrack-Stage: passed\nLawtrack-Date: 2020-08-28"


def test_all_is_well_with_what_lawtrack_saved(workspace, save):
    save(source=Source("a.docx", "0" * 64))
    save(SECOND, stage="passed", date="2020")

    assert workspace.verify() == ()


@pytest.mark.parametrize(
    ("trailers", "code"),
    [
        (RECORD.replace("2020-08-28", "tomorrow"), "store.verify-date"),
        (RECORD.replace("\nLawtrack-Date: 2020-08-28", ""), "store.verify-date"),
        (RECORD.replace("passed", "Passed!"), "store.verify-stage"),
        (RECORD.replace("smoke-ban", "../smoke-ban"), "store.verify-draft"),
        (RECORD.replace("smoke-ban", "elsewhere"), "store.verify-no-text"),
        (RECORD.replace("Lawtrack-Stage: passed\n", ""), "store.verify-incomplete"),
        (RECORD + "\nLawtrack-Stage: filed", "store.verify-doubled"),
        (RECORD + "\nLawtrack-Source: a.docx sha256:12", "store.verify-source"),
        (RECORD + "\nLawtrack-Source: a.docx", "store.verify-source"),
    ],
)
def test_a_record_written_by_hand_is_checked(workspace, save, git, trailers, code):
    save()
    git("commit", "-q", "--allow-empty", "-m", f"By hand\n\n{trailers}")

    (finding,) = workspace.verify()
    assert finding.code == code
    assert git("rev-parse", "HEAD")[:10] in finding.message


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (FIRST.encode("gb18030"), "store.verify-not-utf8"),
        ("会议记录".encode(), "store.verify-no-articles"),
    ],
)
def test_a_text_written_by_hand_is_checked(workspace, save, git, content, code):
    save()
    (workspace.root / "drafts/smoke-ban/text.md").write_bytes(content)
    git("commit", "-qam", f"By hand\n\n{RECORD}")

    assert [finding.code for finding in workspace.verify()] == [code]


def test_a_broken_record_of_a_draft_is_told(workspace, save, git):
    save()
    (workspace.root / "drafts/smoke-ban/draft.yaml").write_text("title: [", encoding="utf-8")
    git("commit", "-qam", "By hand")

    (finding,) = workspace.verify()
    assert finding.code == "store.verify-record"
    assert "draft.yaml" in finding.message
