"""Plans put together of forms that the blind sets brought: every project is taken in or told once, none is invented."""

from __future__ import annotations

from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.plan import read_list

HOW: Final[dict[str, Any]] = {"year": 2025, "title": "计划", "jurisdiction": "某市"}
TITLES: Final = tuple(
    f"某市{aim}条例" for aim in ("古井保护", "夜市", "城市照明", "公共座椅", "户外阅报栏", "饮水设施")
)
FORMS: Final = (
    "{t}",
    "《{t}》",
    "{t}（修改）",
    "《{t}》（修订）",
    "废止《{t}》",
    "制定《{t}》",
    "{t}（废止）",
)
BEHIND: Final = (
    "", "，由市城管局起草", "（市城管局牵头，6月一审）",
    "——市城管局牵头，6月提请一审", " （制定） 市城管局 6月一审", "（一审、二审）",
    "（市政府提请，二审，6月）", "，6月底前完成", "等", "。责任单位：市城管局。完成时限：6月。",
)  # fmt: skip
BELOW: Final = (
    "牵头单位 市城管局",
    "起草单位：市城管局",
    "提请时间：6月",
    "说明：条件成熟的可以提前提请审议。",
)
HEADS: Final = ("", "某市人大常委会2025年立法计划\n", "某市2025年立法计划\n（2025年1月2日主任会议通过）\n")
BANDS: Final = ("一、审议项目", "二、预备项目（2件）", "第二部分　规章项目", "（三）调研论证项目")
NUMBERS: Final = ("{n}.", "{n}．", "（{n}）", "★", "● ", "{n}、")


@st.composite
def _lines(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A plan, and the titles in it."""
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=5, unique=True))
    number, text = draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(HEADS))
    if len(titles) > 1 and draw(st.booleans()):
        pieces = [draw(st.sampled_from(FORMS)).format(t=title) for title in titles]
        counted = draw(st.booleans())
        within = [f"{at}．{piece}" if counted else piece for at, piece in enumerate(pieces, 1)]
        return f"{text}{draw(st.sampled_from(BANDS[:2]))}：{'；'.join(within)}。\n", titles
    for at, title in enumerate(titles, 1):
        if at == 1 or draw(st.booleans()):
            text += draw(st.sampled_from(BANDS)) + "\n"
        form, behind = draw(st.sampled_from(FORMS)), draw(st.sampled_from(BEHIND))
        text += number.format(n=at) + form.format(t=title) + behind + "\n"
        text += "".join(
            f"{line}\n" for line in draw(st.lists(st.sampled_from(BELOW), max_size=2, unique=True))
        )
    return text, titles


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_lines())
def test_every_project_once_and_none_beside(plan: tuple[str, list[str]]) -> None:
    text, titles = plan
    intake = read_list(text, **HOW)
    left = "\n".join(one.words for one in intake.leftovers)
    read = [item.title for item in intake.plan.items]
    assert sum(any(title in one for title in titles) for one in read) == len(read), text  # none is invented
    for title in titles:
        named = sum(title in one for one in read)
        assert named == 1 or (not named and title in left), text
