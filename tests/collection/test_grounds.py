"""What the items of a list of powers stand on: no item is passed over in silence."""

from __future__ import annotations

import pytest

from lawtrack.collection import Collection, ground_words
from lawtrack.powers import Power, PowersData

LAW = "某市渡口条例\n第一条　船主应当登记渡船。\n第二条　船主应当公示票价并接受监督检查。\n"


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        ("《某市渡口条例》第一条", [("in-force", "《某市渡口条例》第一条")]),
        ("1.某市渡口条例第二条", [("in-force", "《某市渡口条例》第二条")]),
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
