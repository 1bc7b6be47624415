from __future__ import annotations

import io
import sys

import pytest

from lawtrack.cli.printing import visible
from lawtrack.cli.show_rows import Pen, print_rows
from lawtrack.compare import compare

OLD = """某市控制吸烟条例
第一章　总则
第一条　为了健康，制定本条例。
第二条　市人民政府负责控制吸烟工作。
第三条　在室内吸烟的，处五十元罚款。
第四条　鼓励戒烟。
第五条　本条例自公布之日起施行。
"""
NEW = """某市控制吸烟条例
第一章　总则
第一条　为了健康，制定本条例。
第二条　学校应当开展控烟教育。
第三条　市人民政府负责控制吸烟工作。
第四条　在室内吸烟的，处二百元罚款。
第五条　本条例自公布之日起施行。
"""

PLAIN = """某市控制吸烟条例
未改 3，修改 1，新增 1，删去 1，改号 2

新增  第二条
  {+第二条　学校应当开展控烟教育。+}

改号  第二条 → 第三条

修改  第三条 → 第四条  改号
  第[-三-]{+四+}条　在室内吸烟的，处[-五十-]{+二百+}元罚款。

删去  第四条
  [-第四条　鼓励戒烟。-]
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def on_terminal(monkeypatch):
    """What a person at a terminal with colours is sent; the environment may be changed."""

    def show(old: str, new: str, **environment: str) -> str:
        screen = Terminal()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", screen)
            patch.delenv("NO_COLOR", raising=False)
            patch.setenv("TERM", "xterm-256color")
            for name, value in environment.items():
                patch.setenv(name, value)
            print_rows(compare(old, new).to_dict(), only_changed=True)
        return screen.getvalue()

    return show


def test_a_comparison_reads_clause_by_clause(capsys):
    print_rows(compare(OLD, NEW).to_dict(), only_changed=True)

    assert capsys.readouterr().out == PLAIN


def test_all_clauses_are_shown_when_asked_for(capsys):
    print_rows(compare(OLD, NEW).to_dict(), only_changed=False)

    told = capsys.readouterr().out
    assert "未改  第一条\n  第一条　为了健康，制定本条例。\n" in told
    assert "未改  第二条 → 第三条  改号\n  第三条　市人民政府负责控制吸烟工作。\n" in told


def test_a_terminal_shows_what_went_struck_through_and_what_came_underlined(on_terminal):
    assert "处\x1b[31m\x1b[9m五十\x1b[0m\x1b[32m\x1b[4m二百\x1b[0m元" in on_terminal(OLD, NEW)


@pytest.mark.parametrize("declined", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_may_be_declined(on_terminal, declined):
    assert on_terminal(OLD, NEW, **declined) == PLAIN


def test_a_document_cannot_steer_the_terminal(on_terminal):
    told = on_terminal(OLD, NEW.replace("二百元", "\x1b[2J\u202e元\x07"))

    assert "\\x1b[2J\\u202e" in told
    assert not any(raw in told for raw in ("\x1b[2J", "\u202e", "\x07"))


@pytest.mark.parametrize("coloured", [True, False])
def test_a_mark_never_spans_a_line_break(coloured):
    marked = Pen(coloured).inline([("equal", "甲"), ("insert", "乙\n丙"), ("delete", "\n丁")])

    for line in marked.split("\n"):
        assert line.count("{+") == line.count("+}")
        assert line.count("\x1b[32m") + line.count("\x1b[31m") == line.count("\x1b[0m")
    assert visible(marked.split("\n")[0]).startswith("甲")
