"""Bases that were repealed are found, by the collection's own texts and by the list of names."""

from __future__ import annotations

from itertools import product

import pytest

from lawtrack.collection import Collection

OLD = ("某市游船管理条例", "某市煤气条例", "某省渔网办法", "某市鸽舍若干规定")
SAYS = ("《{old}》同时废止。", "2001年公布的《{old}》同时废止。", "《{old}》即行废止。")


@pytest.mark.parametrize(("old", "says"), list(product(OLD, SAYS)))
def test_a_basis_that_another_instrument_repealed(tmp_path, old, says):
    texts = {
        "a.txt": f"某市码头规定\n"
        f"第一条　根据《{old}》，制定本规定。\n第二条　依照《{old}》第三条办理。\n"
        "第三条　根据《某法》办理。",
        "b.txt": f"某市新条例\n第一条　甲。\n第二条　本条例自2021年1月1日起施行。{says.format(old=old)}",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = Collection.build([tmp_path], tmp_path / "out").repealed()
    assert found[["label", "cited", "basis", "by"]].values.tolist() == [
        ["第一条", old, True, "某市新条例"],
        ["第二条", old, False, "某市新条例"],
    ]


def test_a_law_that_the_list_says_was_succeeded(tmp_path):
    text = "某市办法\n第一条　根据《中华人民共和国执业医师法》，制定本办法。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = Collection.build([tmp_path], tmp_path / "out").repealed()
    assert found[["basis", "by"]].values.tolist() == [[True, "中华人民共和国医师法"]]


@pytest.mark.parametrize("copied", [False, True])
def test_of_two_versions_of_a_text_only_the_newest_is_asked_about(tmp_path, copied):
    (tmp_path / "in").mkdir()
    text = (
        "某市养犬条例\n（2015年3月1日某市人民代表大会常务委员会通过{more}）\n第一条　为了管理养犬，制定本条例。\n"
        "第二条　养犬人应当{days}日内向工商行政管理部门登记。\n第三条　本条例自2015年8月1日起施行。\n"
    )
    newest = text.format(more="　2019年6月1日修正", days="三十")
    (tmp_path / "in" / "旧.txt").write_text(text.format(more="", days="十五"), encoding="utf-8")
    (tmp_path / "in" / "新.txt").write_text(newest, encoding="utf-8")
    if copied:
        (tmp_path / "in" / "再.txt").write_text(newest, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    told = city.outdated()
    assert (len(told), told["instrument"].nunique()) == (1, 1)
    assert "三十日" in told["text"][0]
