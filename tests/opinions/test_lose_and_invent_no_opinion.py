"""Letters and round-ups put together at random: every opinion is taken in or told once, with who said it; none is invented."""

from __future__ import annotations

from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.opinions import Opinion, read_letter

BODIES: Final = ("市财政局", "市住房和城乡建设局", "市生态环境局")
MARKS: Final = ("甲一", "乙二", "丙三", "丁四", "戊五", "己六")
SAYS: Final = (
    "第三条第二项，建议增加“{m}”。", "第二条第一款建议删去“{m}”。", "建议第四条写明{m}。", "第一条：“{m}”表述不清，建议修改。",
    "第三条，建议将“{m}”修改为“子丑”，理由：与上位法一致。",
)  # fmt: skip
NONE: Final = ("对其他条款无意见。", "除上述意见外，无其他意见。", "其他条款无意见", "对其他内容无不同意见。")
NUMBERS: Final = ("{n}.", "{c}、", "（{c}）", "({n})")


def _numbered(draw: st.DrawFn, marks: list[str], *, ends: bool) -> list[str]:
    number = draw(st.sampled_from(NUMBERS))
    lines = [draw(st.sampled_from(SAYS)).format(m=mark) for mark in marks]
    lines = [number.format(n=at, c="一二三四五六七"[at - 1]) + line for at, line in enumerate(lines, 1)]
    return [*lines, draw(st.sampled_from(NONE))] if ends else lines


@st.composite
def _letters(draw: st.DrawFn) -> tuple[str, dict[str, str], int]:
    """A text, who said each mark in it, and how many replies that there is nothing else."""
    if draw(st.booleans()):  # a letter
        body, ends = draw(st.sampled_from(BODIES)), draw(st.booleans())
        marks = list(MARKS[: draw(st.integers(1, 4))])
        title = draw(
            st.sampled_from(
                (
                    f"{body}关于《某市夜市条例（草案）》的反馈意见",
                    "关于《某市夜市条例（草案）》修改意见的复函",
                )
            )
        )
        opens = draw(st.sampled_from(("来函收悉。经研究，我局提出以下意见：", "你局来函收悉，现反馈如下：")))
        lines = [title, "市司法局：", opens, *_numbered(draw, marks, ends=ends)]
        return "\n".join([*lines, body, "2025年9月5日"]), dict.fromkeys(marks, body), ends
    bodies = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True))
    lines = []
    told: dict[str, str] = {}
    none = 0
    for at, body in enumerate(bodies):
        marks, ends = list(MARKS[2 * at : 2 * at + draw(st.integers(1, 2))]), draw(st.booleans())
        lines += [f"{body}：", *_numbered(draw, marks, ends=ends)]
        told |= dict.fromkeys(marks, body)
        none += ends
    return "\n".join(lines), told, none


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_letters())
def test_every_opinion_once_with_its_source(letter: tuple[str, dict[str, str], int]) -> None:
    text, told, none = letter
    received = read_letter(text).received
    opinions = [one for one in received if not Opinion("", one.text).no_comment]
    assert len(received) - len(opinions) == none, text
    assert len(opinions) == len(told), text
    for mark, body in told.items():
        assert [one.source for one in opinions if mark in one.text] == [body], text
