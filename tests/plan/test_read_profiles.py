from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from lawtrack.cli.plan.status import plan
from lawtrack.errors import InvalidRecord, NotFound, UnusableInput
from lawtrack.plan import Plan, progress_in
from lawtrack.plan.procedure import library

if TYPE_CHECKING:
    from pathlib import Path

PLAN = """
year: 2026
title: 计划
jurisdiction: 某市
items:
- id: a
  title: 某条例
  instrument: local-regulation
  action: enact
  milestones: [{stage: 市委常委会研究, date: 2026-03-01}]
"""
PROFILE = """
id: our-ordinance
title: 某市地方性法规
instrument: local-regulation
jurisdictions: [某市]
extends: city-ordinance
steps: [{id: proposed}, {id: 市委常委会研究}, {id: introduced}]
omits: [shelved]
limits:
- id: introduction
  after: 市委常委会研究
  to: introduced
  within: 20 days
  basis: [{law: 某市立法条例, article: 第九条, since: 2020-01-01}]
"""


def workspace(folder: Path, profile: str = PROFILE) -> Path:
    for name, text in (("plans/2026.yaml", PLAN), ("profiles/ours.yaml", profile)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "plans" / "2026.yaml"


def test_city_s_own_profile_adds_stages_and_limits_without_code(tmp_path: Path) -> None:
    found = Plan.load(workspace(tmp_path)).status("2026-03-10").to_dict("records")[0]
    assert (found["stage_label"], found["next_stage"]) == ("市委常委会研究", "introduced")
    assert (found["due"], found["due_basis"]) == ("2026-03-21", "某市立法条例第九条")


def test_plan_with_the_city_s_own_stages_is_edited_like_any_other(tmp_path: Path) -> None:
    file = workspace(tmp_path)
    done = CliRunner().invoke(plan, ["record", "--plan", str(file), "a", "introduced", "2026-03-20"])
    assert done.exit_code == 0, done.output
    assert [held.stage for held in Plan.load(file).item("a").milestones] == ["市委常委会研究", "introduced"]


def test_profile_says_only_what_differs_from_the_one_it_extends(tmp_path: Path) -> None:
    profile = next(progress_in([Plan.load(workspace(tmp_path))], "2026-03-10")).profile
    assert {"introduction", "approval", "filing"} <= profile.limit_by_id.keys()
    assert "shelved" not in profile.limit_by_id


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ("  within: 20 days\n", "", 10),
        ("  basis: [{law: 某市立法条例, article: 第九条, since: 2020-01-01}]", "  basis: []", 14),
        ("within: 20 days", "within: 3 weeks", 13),
        ("omits:", "omit:", 8),
    ],
)
def test_broken_profile_is_refused_with_its_line(tmp_path: Path, wrong: str, right: str, line: int) -> None:
    path = workspace(tmp_path, PROFILE.replace(wrong, right))
    with pytest.raises(InvalidRecord, match=f"ours.yaml 第 {line} 行"):
        Plan.load(path)


def test_profile_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    path = workspace(tmp_path)
    (tmp_path / "profiles" / "ours.yaml").write_text(PROFILE, encoding="gb18030")
    with pytest.raises(UnusableInput, match=r"ours\.yaml"):
        Plan.load(path)


def test_profile_that_extends_nothing_or_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Plan.load(workspace(tmp_path, PROFILE.replace("city-ordinance", "town-ordinance")))
    (tmp_path / "other").mkdir()
    with pytest.raises(NotFound):
        Plan.load(workspace(tmp_path / "other", PROFILE.replace("city-ordinance", "our-ordinance")))


def test_every_shipped_limit_has_a_basis_and_stages_that_exist() -> None:
    for profile in library().profiles.values():
        beside = {"suspended", "terminated"}
        for limit in profile.limits:
            assert limit.basis
            for stage in (limit.after, *limit.or_after, *([] if limit.task else [limit.to])):
                assert stage.removesuffix(".end") in profile.order.keys() | beside, (profile.id, limit.id)


@pytest.mark.parametrize(
    ("jurisdiction", "instrument", "profile"),
    [
        ("昆明市", "local-regulation", "kunming-ordinance"),
        ("杭州市", "local-regulation", "hangzhou-ordinance"),
        ("成都市", "local-regulation", "city-ordinance"),
        ("云南省", "local-regulation", "province-ordinance"),
        ("重庆市", "local-regulation", "province-ordinance"),
        ("昆明市", "government-rule", "government-rule"),
        ("昆明市", "normative-document", "normative-document"),
    ],
)
def test_jurisdiction_and_kind_choose_the_profile(jurisdiction: str, instrument: str, profile: str) -> None:
    assert library()._usual(instrument, jurisdiction).id == profile


@pytest.mark.corpus
def test_national_law_is_cited_as_the_official_texts_number_it(corpus: Path) -> None:
    """Every article of 立法法 that a profile cites says what the limit says, in both editions."""
    said = {
        ("comment-period", "city-ordinance"): "一般不少于三十日",
        ("shelved", "city-ordinance"): "两年",
        ("approval", "city-ordinance"): "四个月内予以批准",
        ("filing", "city-ordinance"): "公布后的三十日内",
        ("implementing-rules", "city-ordinance"): "一年内作出规定",
        ("filing", "government-rule"): "公布后的三十日内",
        ("ordinance-instead", "government-rule"): "规章实施满两年",
    }
    editions = {"2015": "old.txt", "2023": "new.txt"}
    for (limit, profile), words in said.items():
        for basis in library()[profile].limit_by_id[limit].basis:
            assert basis.law == "立法法"
            text = (corpus / "amend" / "a029" / editions[basis.edition or ""]).read_text(encoding="utf-8")
            article = text.partition(f"\n{basis.article} ")[2].partition("\n第")[0]
            assert words in article, (limit, basis)
