"""Header notes read into events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lawtrack.law import EventKind, history, parse, read_history
from lawtrack.law.header_notes import DATE

if TYPE_CHECKING:
    from pathlib import Path

BODY = "\n第一条　甲。\n"


def told(note: str, tail: str = "") -> list[tuple[str, ...]]:
    doc = parse(f"某市条例\n{note}{BODY}{tail}")
    return [
        tuple(
            str(value)
            for value in (event.kind, event.date, event.body, event.meeting, event.decision)
            if value
        )
        for event in history(doc)
    ]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            (
                "（2011年12月16日某市第十三届人民代表大会常务委员会第七次会议通过　2012年3月31日某省第十一届人民代表大会常务委员会"
                "第三十次会议批准）"
            ),
            [
                ("adopted", "2011-12-16", "某市第十三届人民代表大会常务委员会", "第七次会议"),
                ("approved", "2012-03-31", "某省第十一届人民代表大会常务委员会", "第三十次会议"),
            ],
        ),
        (
            "2004年4月30日 中华人民共和国国务院令第406号公布\n2016年2月6日 《国务院关于修改部分行政法规的决定》第一次修订",
            [
                ("promulgated", "2004-04-30", "中华人民共和国国务院"),
                ("revised", "2016-02-06", "国务院关于修改部分行政法规的决定"),
            ],
        ),
        (
            (
                "1991年4月9日 第七届全国人民代表大会第四次会议通过\n2007年10月28日 第十届全国人民代表大会常务委员会第三十次会议"
                "《关于修改〈某法〉的决定》第一次修正"
            ),
            [
                ("adopted", "1991-04-09", "第七届全国人民代表大会", "第四次会议"),
                (
                    "amended",
                    "2007-10-28",
                    "第十届全国人民代表大会常务委员会",
                    "第三十次会议",
                    "关于修改〈某法〉的决定",
                ),
            ],
        ),
        (
            (
                "（2001年1月2日某市人民代表大会常务委员会第三次会议通过　根据2017年6月29日某市人民代表大会常务委员会第三次会议"
                "通过　2017年7月27日某省人民代表大会常务委员会第九次会议批准的《关于修改某条例的决定》修正）"
            ),
            [
                ("adopted", "2001-01-02", "某市人民代表大会常务委员会", "第三次会议"),
                ("adopted", "2017-06-29", "某市人民代表大会常务委员会", "第三次会议", "关于修改某条例的决定"),
                (
                    "approved",
                    "2017-07-27",
                    "某省人民代表大会常务委员会",
                    "第九次会议",
                    "关于修改某条例的决定",
                ),
                ("amended", "2017-07-27", "某省人民代表大会常务委员会", "第九次会议", "关于修改某条例的决定"),
            ],
        ),
        (
            "2004年11月2日 最高人民法院审判委员会第1331次会议、2004年11月11日最高人民检察院第十届检察委员会第28次会议通过",
            [
                ("adopted", "2004-11-02", "最高人民法院审判委员会", "第1331次会议"),
                ("adopted", "2004-11-11", "最高人民检察院第十届检察委员会", "第28次会议"),
            ],
        ),
        (
            "1982年12月4日 某代表大会公告公布施行",
            [("promulgated", "1982-12-04", "某代表大会"), ("in-force", "1982-12-04", "某代表大会")],
        ),
        (
            "1987年6月15日 国务院发布\n发布之日施行",
            [("promulgated", "1987-06-15", "国务院"), ("in-force", "1987-06-15")],
        ),
        (
            "２０１２年１２月３日 公安部部长办公会议通过",
            [("adopted", "2012-12-03", "公安部", "部长办公会议")],
        ),
        ("二〇一二年十二月三日某会第二次会议修订", [("revised", "2012-12-03", "某会", "第二次会议")]),
    ],
)
def test_a_note_tells_its_events(note: str, expected: list[tuple[str, ...]]) -> None:
    assert told(note) == expected


def test_amendments_are_counted() -> None:
    doc = parse("某法\n2007年1月2日 《关于修改〈某法〉的决定》第三次修正" + BODY)
    assert [event.count for event in history(doc)] == [3]


def test_the_text_says_itself_when_it_begins_and_what_it_ends() -> None:
    own = "第二条　本条例自2020年10月1日起施行。1999年1月2日某会通过的《某市旧条例》同时废止。"
    assert told("", own) == [("in-force", "2020-10-01"), ("replaces", "2020-10-01")]
    doc = parse("某市条例" + BODY + own)
    assert [event.instrument for event in history(doc)] == ["", "某市旧条例"]


def test_from_the_day_of_promulgation() -> None:
    told_events = told("2020年8月1日某市人民政府令第5号公布", "第二条　本条例自公布之日起施行。")
    assert told_events[-1] == ("in-force", "2020-08-01")


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("2020年2月31日某会通过", "law.date-impossible"),
        ("2020年2月1日某会第三次会议", "law.date-without-event"),
    ],
)
def test_a_date_that_says_nothing_is_a_problem(note: str, code: str) -> None:
    told_problems = read_history(parse(f"某市条例\n（{note}）{BODY}")).problems
    assert [(problem.code, problem.line) for problem in told_problems] == [(code, 2)]
    assert told_problems[0].message


def test_spans_point_at_the_words() -> None:
    doc = parse("某市条例\n（2020年2月1日某会第三次会议通过）" + BODY)
    assert [doc.text[event.start : event.end] for event in history(doc)] == ["2020年2月1日某会第三次会议通过"]


@pytest.mark.corpus
def test_every_date_of_every_note_ends_in_an_event_or_a_problem(corpus: Path) -> None:
    dates = problems = 0
    for path in sorted(corpus.rglob("*.txt")):
        doc = parse(path.read_text(encoding="utf-8"))
        told_all = read_history(doc)
        lines = {problem.line for problem in told_all.problems}
        for block in (block for block in doc.blocks if block.kind == "header"):
            for match in DATE.finditer(doc.text, block.start, block.end):
                dates += 1
                known = any(
                    event.start <= match.start() < event.end for event in told_all.events if event.note
                )
                assert known or doc.line_of(match.start()) in lines, (path.name, match.group())
        problems += len(told_all.problems)
    assert dates > 700
    assert problems <= dates // 100


def test_kinds_are_the_words_of_the_contract() -> None:
    assert {kind.value for kind in EventKind} >= {
        "adopted",
        "approved",
        "amended",
        "revised",
        "promulgated",
        "in-force",
    }


def test_a_note_in_traditional_characters_is_read_and_keeps_them():
    doc = parse(
        "某市條例\n(2018年6月7日某市人民政府令第3號公布 2025年10月30日某市人民政府第127次常務會議修訂)\n"
        "第一條　本條例自2026年1月1日起施行，《某市舊條例》同時廢止。"
    )
    found = read_history(doc)
    assert found.problems == ()
    assert [(event.kind.value, event.date, event.body, event.number) for event in found.events[:2]] == [
        ("promulgated", "2018-06-07", "某市人民政府", "第3号"),
        ("revised", "2025-10-30", "某市人民政府", ""),
    ]
    assert [(event.kind.value, event.date, event.instrument) for event in found.events[2:]] == [
        ("in-force", "2026-01-01", ""),
        ("replaces", "2026-01-01", "某市舊條例"),
    ]


@pytest.mark.parametrize("marks", ["（）", "()", "〔〕", "【】", "[]", "  "])
@pytest.mark.parametrize("gap", ["　", "\n", "；", "，"])
def test_a_note_in_any_brackets(marks: str, gap: str) -> None:
    told = gap.join(
        (
            "2010年8月27日江原市人大常委会通过",
            "2010年11月26日某省人大常委会批准",
            "根据2016年7月29日某省人大常委会批准的2016年4月28日江原市人大常委会《关于修改〈江原市古树条例〉的决定》修正",
        )
    )
    note = f"{marks[0]}{told}{marks[1]}".strip()
    doc = parse(f"江原市古树条例\n{note}\n第一条　为了保护古树，制定本条例。\n第二条　略去。\n")
    assert [event.kind.value for event in history(doc)] == ["adopted", "approved", "approved", "amended"]
    assert doc.block("preamble") is None
