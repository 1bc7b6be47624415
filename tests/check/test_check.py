"""The drafting rules: each one on a text that breaks it and on one that does not."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.check import Finding, apply_fixes, check, findings_frame, rules, rules_table
from lawtrack.errors import InvalidRecord
from lawtrack.law import parse, renumber
from lawtrack.messages import known, use_language

EXAMPLES = Path(__file__).with_name("examples.tsv")
FILLING = {
    "{SHOULD}": "应当公示，" * 30 + "应当守法",
    "{OR}": "单位或者个人，" * 25 + "均可",
    "{FIGURES}": "应当在十日内、三个月内办理，" * 10 + "不收费",
}
MORE_THAN_ONE_TEXT = {"moved-away"}
"""Rules that compare with the version before have tests of their own."""


def examples() -> list[tuple[str, str, str]]:
    rows = []
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines()[1:]:
        rule, wrong, right = line.split("\t")
        rows.append((rule, text_of(wrong), text_of(right)))
    return rows


def text_of(example: str) -> str:
    for mark, words in FILLING.items():
        example = example.replace(mark, words)
    return "某市条例\n" + example.replace("\\n", "\n") + "\n"


def found(text: str, rule: str) -> list[Finding]:
    return [finding for finding in check(text) if finding.code == rule]


@pytest.mark.parametrize(("rule", "wrong", "right"), examples(), ids=[row[0] for row in examples()])
def test_a_rule_tells_wrong_from_right(rule: str, wrong: str, right: str) -> None:
    broken = found(wrong, rule)
    assert broken, "the wrong text passes"
    assert found(right, rule) == [], "the right text fails"
    for finding in broken:
        assert wrong[finding.start : finding.end].split() == finding.words.split() or len(finding.words) == 60
        assert finding.line == wrong.count("\n", 0, finding.start) + 1


@pytest.mark.parametrize(
    ("rule", "wrong"), [row[:2] for row in examples()], ids=[row[0] for row in examples()]
)
def test_a_fix_mends_what_it_was_made_for(rule: str, wrong: str) -> None:
    broken = [finding for finding in found(wrong, rule) if finding.fix]
    if broken:
        assert len(found(apply_fixes(wrong, broken), rule)) < len(broken)


def test_every_rule_has_its_examples_and_its_words() -> None:
    assert {row[0] for row in examples()} | MORE_THAN_ONE_TEXT == set(rules())
    assert all(known(f"check.{code}") and known(f"check.title-{code}") for code in rules())
    assert len(rules()) >= 25


def test_every_sentence_can_be_said_in_both_languages() -> None:
    for rule, wrong, _ in examples():
        for lang in ("zh", "en"):
            with use_language(lang):
                assert all("{" not in finding.message for finding in found(wrong, rule))


def test_a_reference_left_behind_is_found_and_mended() -> None:
    before = "某市条例\n第一条　单位应当设置吸烟区并设标志。\n第二条　违反本条例第一条的，处罚款。\n"
    after = "某市条例\n第一条　本市推进控烟工作。\n第二条　单位应当设置吸烟区并设标志。\n第三条　违反本条例第一条的，处罚款。\n"
    findings = [finding for finding in check(after, previous=before) if finding.code == "moved-away"]
    assert [(finding.words, finding.eid) for finding in findings] == [("第一条", "art_3__para_1")]
    assert "违反本条例第二条的" in apply_fixes(after, findings)
    assert not [finding for finding in check(before, previous=before) if finding.code == "moved-away"]


def test_a_rule_is_switched_off_with_a_reason() -> None:
    text = text_of("第一条　其它单位。\\n第二条　其它个人。")
    assert len(found(text, "other")) == 2
    everywhere = check(text, config={"checks": {"other": "沿用原文"}}, switched_off=True)
    assert [finding.reason for finding in everywhere if finding.code == "other"] == ["沿用原文"] * 2
    here = check(text, config={"checks": {"other@第二条": "沿用原文"}})
    assert [finding.eid for finding in here if finding.code == "other"] == ["art_1__para_1"]


@pytest.mark.parametrize(
    ("checks", "code"),
    [
        ({"other": ""}, "check.no-reason"),
        ({"nothing": "因为"}, "check.no-such-rule"),
        (["other"], "check.bad-checks"),
    ],
)
def test_a_switch_must_name_a_rule_and_a_reason(checks: object, code: str) -> None:
    with pytest.raises(InvalidRecord) as caught:
        check("某市条例\n第一条　甲。", config={"checks": checks})
    assert caught.value.code == code


def test_a_workspace_adds_names_of_laws() -> None:
    text = text_of("第一条　根据《中华人民共和国固体废弃物污染环境防治法》，制定本条例。")
    laws = {"laws": ["固体废弃物污染环境防治法"]}
    assert found(text, "law-name")
    assert not [finding for finding in check(text, config=laws) if finding.code == "law-name"]


def test_quotations_and_titles_keep_their_own_words() -> None:
    assert found(text_of("第一条　《关于其它事项的规定》所称“其它”，从其规定。"), "other") == []


def test_findings_make_a_table() -> None:
    frame = findings_frame(check(text_of("第一条　其它单位。")))
    assert list(frame[frame.code == "other"].fix) == ["其他"]
    assert list(findings_frame([]).columns) == list(frame.columns)
    assert [row["code"] for row in rules_table()] == list(rules())


@pytest.mark.parametrize(
    "text", ["", "\n", "第", "某市条例", "一、甲\n二、", "（一）（一）（一）", "第一条" * 50]
)
def test_any_text_can_be_checked(text: str) -> None:
    check(text, previous=text)


def test_the_room_opens_without_heavy_libraries() -> None:
    code = "import sys, lawtrack.check; sys.exit(any(m in sys.modules for m in ('pandas', 'pydantic', 'git', 'docx')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.corpus
def test_almost_nothing_fires_on_national_laws(corpus: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((corpus / "single").glob("*.txt"))]
    laws = [text for text in texts if is_national_law(text.partition("\n")[0])]
    findings = [finding for text in laws for finding in check(text)]
    articles = sum(text.count("\n第") for text in laws)
    assert len(laws) >= 10
    assert len(findings) <= articles // 50, sorted(finding.code for finding in findings)


def is_national_law(title: str) -> bool:
    return (
        title.startswith("中华人民共和国") and title.endswith(("法", "法典")) and not title.endswith("办法")
    )


PIECES = [
    "第",
    "一",
    "十",
    "9",
    "９９９９９",
    "条",
    "款",
    "项",
    "（",
    "）",
    "(",
    "、",
    "至",
    "和",
    "前",
    "两",
    "本",
    "条例",
    "《",
    "》",
    "“",
    "”",
    "以下简称",
]
PIECES += [
    "\n",
    "。",
    "；",
    "，",
    " ",
    "第一章　总则\n",
    "第一条　",
    "（一）",
    "2020年2月31日",
    "通过",
    "废止",
    "以上",
    "元",
    "依照",
    "之一",
    "该",
    "目录\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_can_be_checked(text: str) -> None:
    doc = parse(text)
    for finding in check(doc, previous=text[: len(text) // 2]):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message
    assert (
        renumber(doc, {article.eid: f"art_{article.number[0] + 3}" for article in doc.articles}).text
        is not None
    )


@pytest.mark.parametrize(
    "piece",
    [
        "第一、",
        "“第",
        "《",
        "（以下简称",
        "第一条、",
        "本法第三条，",
        "但",
        "(甲",
        "第（",
        "依照，",
        "废止《",
        "9",
        "罚款二百元",
    ],
)
def test_time_to_check_grows_with_the_text(piece: str) -> None:
    def seconds(times: int) -> float:
        text = "某市条例\n第一条　" + piece * times
        begin = time.process_time()
        check(text)
        return time.process_time() - begin

    seconds(100)  # the expressions compile
    assert min(seconds(8_000), seconds(8_000)) < 32 * max(seconds(1_000), 0.01)  # eight times the text


def test_the_docs_list_every_rule(root: Path) -> None:
    page = (root / "docs" / "checks.md").read_text(encoding="utf-8")
    for code, rule in rules().items():
        assert f"| `{code}` | {rule.severity} | {rule.title} · " in page
        assert rule.source in page


@pytest.mark.parametrize(
    ("laws", "code", "words"),
    [
        ("国家公园法", "check.bad-laws", "国家公园法"),
        ([""], "check.bad-law", ""),
        (["国家公园法", 7], "check.bad-law", "7"),
        (["国家公园法、能源法"], "check.bad-law", "国家公园法、能源法"),
        ({"国家公园法": True}, "check.bad-laws", "国家公园法"),
    ],
)
def test_a_wrong_list_of_laws_is_told_with_its_words(laws, code, words):
    with pytest.raises(InvalidRecord) as raised:
        check("某市条例\n第一条　甲。", config={"laws": laws})
    assert raised.value.code == code
    assert words in str(raised.value)


def test_a_bare_item_is_found_when_its_list_got_another() -> None:
    list_of = "某市办法\n{}第{}条　采砂人不得：\n（一）超深；\n（二）超量；\n{}"
    penalties = (
        "第{}条　违反本办法第{}条规定的：\n（一）违反第一项规定的，警告；\n（二）违反第三项规定的，罚款。\n"
    )
    text = list_of + penalties
    before = text.format("", "一", "（三）超范围。\n", "二", "一")
    after = text.format(
        "第一条　本市河砂属于国家。\n", "二", "（三）夜间作业；\n（四）超范围。\n", "三", "二"
    )
    findings = [finding for finding in check(after, previous=before) if finding.code == "moved-away"]
    assert [(finding.words, finding.eid) for finding in findings] == [("第三项", "art_3__para_1__item_2")]
    assert "（二）违反第四项规定的" in apply_fixes(after, findings)
