"""New text each line of which stands in marks of its own, and the marks at the end of lists that change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.amend import apply

TITLE = "某市花市管理规定"
BASE = (
    f"{TITLE}\n第一条　花市由市政府举办。\n第二条　摊主应当履行下列义务：\n（一）亮证；\n（二）洁净；\n（三）守时。\n"
    "第三条　本规定自公布之日起施行。\n"
)
LINES = [
    "禁止下列行为：",
    "（一）占道；",
    "（二）喧哗。",
    "违反前款规定的，责令改正。",
    "具体办法由市商务部门制定。",
]


def amended(*instructions: str) -> tuple[str, bool]:
    numbered = "\n".join(f"{'一二三四'[n]}、{words}" for n, words in enumerate(instructions))
    done = apply(BASE, f"关于修改《{TITLE}》的决定\n作如下修改：\n{numbered}\n本决定自公布之日起施行。")
    return done.text, done.complete


@given(st.sampled_from(["“”", '""']), st.sampled_from(["", "。"]), st.integers(2, len(LINES)), st.booleans())
def test_each_line_in_its_own_marks(marks: str, end: str, count: int, more: bool) -> None:
    new = LINES[:3] if count < 3 else LINES[:count]
    said = "\n".join(f"{marks[0]}{line}{marks[1]}" for line in new) + end
    others = ["第一条中的“市政府”修改为“市人民政府”。"] if more else []
    text, complete = amended(f"将第二条修改为：{said}", *others)
    wanted = BASE[: BASE.index("第二条")] + "第二条　" + "\n".join(new) + BASE[BASE.index("\n第三条") :]
    assert (text, complete) == (wanted.replace("市政府", "市人民政府") if more else wanted, True)


def test_two_changes_of_words_on_two_lines_stay_two() -> None:
    text, complete = amended("将第一条中的“市政府”修改为“市人民政府”。\n将第二条中的“亮证”修改为“持证”。")
    assert complete
    assert text == BASE.replace("市政府", "市人民政府").replace("亮证", "持证")


def test_the_last_item_of_a_list_that_grew_ends_it() -> None:
    shift = "第二条增加一项，作为第三项：“（三）明码标价；”，第三项改为第四项，修改为：“（四）守时守信；”。"
    wanted = BASE.replace("（三）守时。", "（三）明码标价；\n（四）守时守信。")
    assert amended(shift) == (wanted, True)


@pytest.mark.parametrize(("end", "complete"), [("。", True), ("", True), ("；", False)])
def test_the_last_item_of_a_list_that_goes_on_is_told(end: str, complete: bool) -> None:
    assert amended(f"第二条第三项修改为：“（三）守时守信{end}”。")[1] == complete


@pytest.mark.parametrize("closed", ["”", ""])
@pytest.mark.parametrize(
    "numbering",
    [
        "其后条文序号依次顺延。",
        "以后各条依次顺延。",
        "原第二条以后的条文序号依次顺延。",
        "其余条文序号相应调整。",
    ],
)
def test_a_quotation_left_open_takes_no_sentence_about_the_numbers(closed: str, numbering: str) -> None:
    wanted = BASE.replace("第三条", "第四条").replace("第二条", "第三条")
    wanted = wanted.replace("第三条　摊主", "第二条　花市应当整洁。\n第三条　摊主")
    done = apply(
        BASE,
        f"关于修改《{TITLE}》的决定\n作如下修改：\n一、增加一条，作为第二条：“花市应当整洁。{closed}\n{numbering}\n"
        "本决定自公布之日起施行。",
    )
    assert done.text == wanted
    assert done.complete or not closed


@pytest.mark.parametrize(
    "said",
    [
        "增加一条，作为第二条：“花市应当整洁。\n二、第一条的“市政府”替换为“市人民政府”。",
        "将名称修改为“某市花会规定。\n二、第一条中的“市政府”修改为“市人民政府”。",
    ],
)
def test_an_instruction_is_never_swallowed_by_a_quotation_left_open(said: str) -> None:
    text, complete = amended(said)
    assert "修改为" not in text
    assert "替换为" not in text
    assert not complete or "市人民政府" in text


def test_an_instruction_inside_new_text_is_told() -> None:
    assert not amended("第二条修改为：“摊主应当守时。第三条修改为：“本规定自明年起施行。”")[1]
