"""帐 is a tent or a curtain: of money and books it is 账, whatever stands around it."""

from __future__ import annotations

import pytest

from lawtrack.check import check

MONEY = (
    "帐户", "帐号", "帐簿", "帐目", "帐册", "帐物相符", "帐外暗中", "帐务", "对帐", "算帐", "呆帐", "坏帐", "台帐",
    "建帐核算", "账外设帐", "收入不入帐", "转帐支付", "分帐管理", "报帐制",
)  # fmt: skip
TENTS = ("帐篷", "蚊帐", "营帐", "帐幕", "毡帐", "帷帐", "床帐", "青纱帐", "帐子")


@pytest.mark.parametrize("word", MONEY)
def test_of_money(word: str) -> None:
    found = [one for one in check(f"某市规定\n第一条　单位应当规范{word}。\n") if one.code == "account"]
    assert [(one.words, one.fix and one.fix.replacement) for one in found] == [("帐", "账")]


@pytest.mark.parametrize("word", TENTS)
def test_of_tents(word: str) -> None:
    assert not [one for one in check(f"某市规定\n第一条　单位应当清点{word}。\n") if one.code == "account"]
