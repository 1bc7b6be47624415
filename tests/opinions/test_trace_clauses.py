from __future__ import annotations

import pytest

from lawtrack.errors import NotFound
from tests.texts import DRAFTER, SECOND


@pytest.fixture
def blamed(workspace, save):
    save()
    save(SECOND, stage="second-reading", date="2020-08-20")
    save(
        SECOND.replace("（二）在公共交通", "（二）在电梯内吸烟；\n（三）在公共交通"),
        stage="passed",
        date="2020-08-28",
    )

    def stages(clause: str | None = None) -> dict[str, str]:
        return {one.path: one.version.stage for one in workspace.blame("smoke-ban", clause)}

    return stages


def test_each_article_is_of_the_version_that_last_changed_its_words(blamed):
    assert blamed() == {
        "第一条": "first-reading",
        "第二条": "second-reading",
        "第三条": "passed",
        "第四条": "first-reading",
        "第五条": "first-reading",
    }


@pytest.mark.parametrize(
    ("clause", "path", "stage"),
    [
        ("第四条", "第四条", "first-reading"),
        ("4", "第四条", "first-reading"),
        ("art_3__para_2", "第三条第二款", "passed"),
        ("第三条第一款", "第三条第一款", "second-reading"),
        ("第三条第二款（一）", "第三条第二款（一）", "first-reading"),
        ("第三条 第二款（二）", "第三条第二款（二）", "passed"),
        ("第三条第二款（三）", "第三条第二款（三）", "first-reading"),
        ("第四条（一）", "第四条第一款（一）", "first-reading"),
    ],
)
def test_a_clause_below_the_article_has_a_version_of_its_own(blamed, clause, path, stage):
    assert blamed(clause) == {path: stage}


def test_a_clause_that_is_not_there_is_told_with_the_range(blamed):
    with pytest.raises(NotFound, match="第一条–第五条"):
        blamed("第九条")


def test_a_draft_without_text_has_nothing_to_trace(workspace):
    workspace.add_draft("clean-air", "某市大气条例", author=DRAFTER)

    assert workspace.blame("clean-air") == ()
