"""Chapters and sections keep their names, or else their articles."""

from lawtrack.compare import compare

WORDS = (
    "勘查应当办理登记并缴纳费用",
    "开采应当取得许可并保护环境",
    "储备由国家统一规划建设",
    "监督检查每年进行一次",
)


def law(*chapters: tuple[str, list[str]]) -> str:
    lines, number = ["某市矿产条例"], 0
    for at, (name, articles) in enumerate(chapters, 1):
        lines.append(f"第{'一二三四五'[at - 1]}章　{name}")
        for words in articles:
            number += 1
            lines.append(f"第{'一二三四五六七八九十'[number - 1]}条　{words}。")
    return "\n".join(lines)


def chapters(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (row.kind, row.old_text[4:], row.new_text[4:])
        for row in compare(old, new).other
        if row.level == "chapter"
    ]


def test_a_renamed_chapter_keeps_its_articles() -> None:
    old = law(("奖惩", ["违法勘查的处罚款五万元以下", "违法开采的责令停止开采活动"]))
    new = law(
        ("总则", ["为了保护矿产制定本条例"]),
        ("法律责任", ["违法勘查的处罚款十万元以下", "违法开采的责令停止开采活动"]),
    )
    assert chapters(old, new) == [("added", "", "总则"), ("amended", "奖惩", "法律责任")]


def test_names_that_share_words_do_not_make_the_same_chapter() -> None:
    old = law(("矿产资源的勘查", [WORDS[0]]), ("矿产资源的开采", [WORDS[1], WORDS[3]]))
    new = law(("矿产资源的开采利用", [WORDS[1], WORDS[3]]), ("矿产资源的储备", [WORDS[2]]))
    assert chapters(old, new) == [
        ("deleted", "矿产资源的勘查", ""),
        ("amended", "矿产资源的开采", "矿产资源的开采利用"),
        ("added", "", "矿产资源的储备"),
    ]


def test_the_same_name_is_surer_than_articles() -> None:
    old = law(("监督", [WORDS[0], WORDS[1]]), ("责任", [WORDS[3]]))
    new = law(("监督", [WORDS[2]]), ("责任", [WORDS[0], WORDS[1], WORDS[3]]))
    assert chapters(old, new) == [("unchanged", "监督", "监督"), ("unchanged", "责任", "责任")]


def test_sections_of_one_name_are_told_apart_by_their_articles() -> None:
    old = "第一章　甲\n第一节　一般规定\n第一条　{}。\n第二章　乙\n第一节　一般规定\n第二条　{}。".format(
        *WORDS[:2]
    )
    new = "第一章　乙\n第一节　一般规定\n第一条　{1}。\n第二章　甲\n第一节　一般规定\n第二条　{0}。".format(
        *WORDS[:2]
    )
    rows = [row for row in compare(old, new).other if row.level == "section"]
    assert {(row.old_provisions[0].eid, row.new_provisions[0].eid) for row in rows} == {
        ("chp_1__sec_1", "chp_2__sec_1"),
        ("chp_2__sec_1", "chp_1__sec_1"),
    }
