"""`lawtrack powers` from import to check."""

from __future__ import annotations

import json

import pytest

from lawtrack.cli import main
from lawtrack.store import Author, Workspace

OLD = """编码,事项名称,类型,实施主体,实施依据
A1,对乱倒垃圾的处罚,处罚,市城管局,《某市条例》第三条：“禁止在公共场所乱倒垃圾。”
A2,养犬登记,确认,市公安局,《某市旧条例》第二条
"""
NEW = """事项名称,编码,类型,实施主体,实施依据
烟花燃放许可,A9,许可,市公安局,《某市没有的条例》第二条
对乱倒垃圾的处罚,A1,处罚,市环卫局,《某市条例》第三条：“禁止在公共场所乱倒垃圾。”
"""
LAW = (
    "某市条例\n（2022年1月1日某市人民代表大会常务委员会通过）\n第一条　为了卫生，制定本条例。\n第二条　略。\n"
    "第三条　市人民政府负责。\n第四条　禁止在公共场所乱倒垃圾。\n第五条　本条例自2022年5月1日起施行。《某市旧条例》同时废止。\n"
)


@pytest.fixture
def place(tmp_path, monkeypatch):
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "王某")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "wang@example.cn")
    Workspace.create(tmp_path / "ws", author=Author("王某", "wang@example.cn"))
    (tmp_path / "old.csv").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.csv").write_text(NEW, encoding="utf-8")
    (tmp_path / "laws").mkdir()
    (tmp_path / "laws" / "a.txt").write_text(LAW, encoding="utf-8")
    assert main(["collection", "build", str(tmp_path / "laws"), "-o", str(tmp_path / "lib")]) == 0
    return tmp_path


def keep(place, file, date):
    return main(
        ["powers", "import", str(place / file), "--list", "city", "--date", date, "-C", str(place / "ws")]
    )


def test_a_list_is_kept_compared_and_checked(place, capsys):
    assert keep(place, "old.csv", "2019-06-30") == 0
    assert keep(place, "new.csv", "2020-06-30") == 0
    capsys.readouterr()
    assert keep(place, "new.csv", "2020-06-30") == 0
    assert "未新建版本" in capsys.readouterr().err
    base = ["powers", "diff", "city", "2019-06-30", "2020-06-30", "-C", str(place / "ws")]
    assert main([*base, "--exit-code"]) == 1
    out = capsys.readouterr().out
    assert "共有行政职权2项，数量未变" in out
    assert "划转  对乱倒垃圾的处罚（市城管局） → 对乱倒垃圾的处罚（市环卫局）" in out
    assert main([*base, "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert (summary["added"], summary["cancelled"], summary["transferred"], summary["net"]) == (1, 1, 1, 0)
    for ending in ("docx", "xlsx", "md"):
        assert main([*base, "-o", str(place / f"t.{ending}")]) == 0
    capsys.readouterr()
    check = [
        "powers",
        "check",
        "city",
        "--in",
        str(place / "lib"),
        "-C",
        str(place / "ws"),
        "--json",
        "--exit-code",
    ]
    assert main(check) == 1
    rows = {row["name"]: (row["status"], row["now"]) for row in json.loads(capsys.readouterr().out)}
    assert rows == {"对乱倒垃圾的处罚": ("moved", "第四条"), "烟花燃放许可": ("not-found", "")}
    assert main([*check, "--date", "2019-06-30"]) == 1
    statuses = {row["name"]: row["status"] for row in json.loads(capsys.readouterr().out)}
    assert statuses["养犬登记"] == "repealed"


def test_a_list_or_a_date_that_is_not_there_is_said(place, capsys):
    assert main(["powers", "diff", "none", "2019-06-30", "2020-06-30", "-C", str(place / "ws")]) == 2
    assert "powers import" in capsys.readouterr().err
    assert keep(place, "old.csv", "2019-06-30") == 0
    assert main(["powers", "diff", "city", "2019-06-30", "2020-06-30", "-C", str(place / "ws")]) == 2
    assert "2019-06-30" in capsys.readouterr().err
    assert keep(place, "old.csv", "去年") == 2


def test_the_sample_shows_every_kind_of_change(tmp_path, capsys):
    assert main(["powers", "sample", str(tmp_path)]) == 0
    old, new = (str(tmp_path / f"示例权责清单{year}.xlsx") for year in (2019, 2020))
    capsys.readouterr()
    assert main(["powers", "diff", "city", old, new, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    summary = told["summary"]
    assert (summary["items"], summary["before"], summary["net"]) == (14, 17, -3)
    for kind in ("added", "cancelled", "merged", "transferred", "renamed", "basis"):
        assert summary[kind] >= 1, kind


BEFORE = (
    "港口条例\n（2004年8月1日某市人民代表大会常务委员会通过）\n第一条　为了安全，制定本条例。\n第二条　码头的设置由市交通局批准。\n"
    "第三条　引航员应当持证，证书有效期三年。\n第四条　泊位收费标准由市物价局制定。\n第五条　市交通局应当每年检查一次。\n"
)
AFTER = (
    "港口条例\n（2023年10月1日某市人民代表大会常务委员会通过）\n第一条　为了安全，制定本条例。\n第二条　本条例适用于市内港口。\n"
    "第三条　码头的设置由市交通局批准。\n第四条　引航员应当持证，证书有效期五年。\n第五条　市交通局应当每年检查一次。\n"
)


def test_a_basis_is_followed_from_the_version_of_the_lists_day_to_the_newest(place, capsys):
    for name, text in (("before", BEFORE), ("after", AFTER)):
        (place / "laws" / f"{name}.txt").write_text(text, encoding="utf-8")
    rows = "".join(
        f"A{at},某事项{at},许可,市交通局,《港口条例》{label}\n"
        for at, label in enumerate(("第二条", "第三条", "第四条", "第五条"))
    )
    (place / "port.csv").write_text(f"编码,事项名称,类型,实施主体,实施依据\n{rows}", encoding="utf-8")
    assert main(["collection", "build", str(place / "laws"), "-o", str(place / "lib")]) == 0
    assert keep(place, "port.csv", "2020-06-30") == 0
    capsys.readouterr()
    command = [
        "powers",
        "check",
        "city",
        "--in",
        str(place / "lib"),
        "--all",
        "--json",
        "-C",
        str(place / "ws"),
    ]
    assert main(command) == 0
    told = [(one["status"], one["now"]) for one in json.loads(capsys.readouterr().out)]
    assert told == [("moved", "第三条"), ("amended", "第四条"), ("no-article", ""), ("in-force", "")]
