"""What the items of a list of powers stand on: no item is passed over in silence."""

from __future__ import annotations

import pytest

from lawtrack.collection import Collection, ground_words, looked_words
from lawtrack.powers import Power, PowersData

LAW = "某市渡口条例\n第一条　船主应当登记渡船。\n第二条　船主应当公示票价并接受监督检查。\n"


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("《某市渡口条例》第一条", [("in-force", "《某市渡口条例》第一条")]),
        ("1.某市渡口条例第一条", [("in-force", "《某市渡口条例》第一条")]),
        ("《某市渡口条例》第二条", [("doubtful", "《某市渡口条例》第二条")]),
        ("《某市渡口条例》第九条", [("no-article", "《某市渡口条例》第九条")]),
        ("《某市渡口条例》第一条：“船主应当公示票价并接受监督检查。”", [("moved", "《某市渡口条例》第一条")]),
        ("《某市渡口条例》第一条：“船主……公示票价……监督检查。”", [("moved", "《某市渡口条例》第一条")]),
        ("《某市渡口条例》第二条：“船主……票价……监督检查。”", [("in-force", "《某市渡口条例》第二条")]),
        ("《某市渡口条例》第二条：“监督检查……公示票价。”", [("amended", "《某市渡口条例》第二条")]),
        ("《某市航道条例》第一条", [("not-found", "《某市航道条例》第一条")]),
        (
            "《某市渡口条例》第一条：船主应当登记渡船。第二条：船主应当公示票价并接受监督检查。",
            [("in-force", "《某市渡口条例》第一条"), ("in-force", "《某市渡口条例》第二条")],
        ),
        ("依照国家有关规定", [("unread", "依照国家有关规定")]),
        ("", [("unread", "")]),
    ],
)
def test_every_item_has_a_row(tmp_path, basis, expected):
    (tmp_path / "a.txt").write_text(LAW, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    found = city.check_powers(PowersData((Power("渡船登记", basis=basis),))).to_dict("records")
    assert [(row["status"], ground_words(row)) for row in found] == expected


ADS = "某市市容条例\n（2010年5月1日某市第一届人民代表大会常务委员会第一次会议通过）\n"
BEFORE = (
    ADS + "第一条　为了加强市容管理，制定本条例。\n第二条　设置户外广告，应当经主管部门批准。\n"
    "第三条　禁止乱倒垃圾。\n第四条　违反本条例第二条规定的，责令拆除，处五百元罚款。\n第五条　乱倒垃圾的，处五十元罚款。\n"
)
NOW = (
    ADS.replace("通过）", "通过　2025年9月1日某市第四届人民代表大会常务委员会第三次会议修订）")
    + "第一条　为了加强市容管理，制定本条例。\n第二条　临街单位应当保持门前清洁。\n第三条　设置户外广告，应当经主管部门批准。\n"
    "第四条　禁止乱倒垃圾。\n第五条　违反本条例第三条规定的，责令拆除，处五百元罚款。\n第六条　乱倒垃圾的，处一百元罚款。\n"
)


@pytest.mark.parametrize(
    ("name", "label", "versions", "expected"),
    [
        ("户外广告设置审批", "第二条", (NOW,), ("doubtful", "第三条", "topic")),
        ("大型户外广告设置审批", "第三条", (NOW,), ("in-force", "", "topic")),
        ("对擅自设置户外广告的处罚", "第五条", (NOW,), ("in-force", "", "topic")),
        ("对擅自设置户外广告的处罚", "第六条", (NOW,), ("doubtful", "第五条", "topic")),
        ("对乱倒垃圾的处罚", "第五条", (BEFORE, NOW), ("doubtful", "第六条", "topic")),
        ("对乱倒垃圾的处罚", "第六条", (BEFORE, NOW), ("in-force", "", "changed")),
        ("立法目的宣传", "第一条", (BEFORE, NOW), ("in-force", "", "number")),
        ("渡船登记", "第四条", (NOW,), ("in-force", "", "number")),
    ],
)
def test_without_a_quotation_or_a_day_the_name_is_held_against_the_article(
    tmp_path, name, label, versions, expected
):
    (tmp_path / "in").mkdir()
    for number, text in enumerate(versions):
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "in"], tmp_path / "out")
    (row,) = city.check_powers(PowersData((Power(name, basis=f"《某市市容条例》{label}"),))).to_dict(
        "records"
    )
    assert (row["status"], row["now"], row["looked"]) == expected
    assert bool(looked_words(row)) == (row["looked"] in {"number", "changed"})
