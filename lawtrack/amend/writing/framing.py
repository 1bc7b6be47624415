"""What stands around the instructions: title, opening, numbers, closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lawtrack.law import to_chinese

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.amend.writing.options import Options


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a decision on the instrument with this `title`."""

    title: str
    options: Options

    @property
    def named(self) -> str:
        """The title in title marks."""
        return title_marks(self.title)

    def around(self, instructions: Sequence[str], *, reordered: bool, kept: bool) -> str:
        """The whole decision; `reordered` where articles got other numbers, `kept` where those not named keep theirs."""
        if self.options.form == "amendment":
            return self._amendment(instructions)
        options = self.options
        lines = [f"{options.body}关于修改{self.named}的决定", *adoption(options)]
        lines.append(f"{options.meeting}决定对{self.named}作如下修改：")
        lines += numbered(instructions)
        lines += ["其他条文序号不变。"] if kept else []
        lines.append(commencement(options))
        order = "作相应修改并对条文顺序作相应调整" if reordered else "作相应修改"
        lines.append(f"{self.named}根据本决定{order}，重新公布。")
        return "\n".join(lines) + "\n"

    def revision(self, instructions: Sequence[str]) -> str:
        """A decision on a complete revision; the new text says itself when it takes force."""
        options = self.options
        lines = [f"{options.body}关于修订{self.named}的决定", *adoption(options)]
        lines.append(f"{options.meeting}决定对{self.named}作如下修改：")
        lines += numbered(instructions) if len(instructions) > 1 else instructions
        return "\n".join([*lines, commencement(options)]) + "\n"

    def _amendment(self, instructions: Sequence[str]) -> str:
        options = self.options
        lines = [f"{self.title}修正案", *adoption(options), f"{options.meeting}对{self.named}作如下修改："]
        lines += [*numbered(instructions), f"本修正案自{options.effective or '公布之日'}起施行。"]
        return "\n".join(lines) + "\n"


def title_marks(title: str) -> str:
    """《…》 with the marks inside turned to 〈〉.

    >>> title_marks("某市实施《水法》办法")
    '《某市实施〈水法〉办法》'
    """
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def adoption(options: Options) -> list[str]:
    """The line that says when and by whom the decision was adopted, where that is known."""
    return [f"（{options.adopted}{options.meeting}通过）"] if options.adopted else []


def commencement(options: Options) -> str:
    """The sentence on when the decision takes force."""
    return f"本决定自{options.effective or '公布之日'}起施行。"


def numbered(instructions: Sequence[str]) -> list[str]:
    """The instructions as 一、二、三、."""
    return [f"{to_chinese(number)}、{words}" for number, words in enumerate(instructions, 1)]
