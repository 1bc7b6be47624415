"""`lawtrack collection` from the command line."""

from __future__ import annotations

import json

import pytest

from lawtrack.cli import main

TEXT = (
    "某市养犬条例\n第一条　为了规范养犬，制定本条例。\n第二章　法律责任\n第二条　违反规定的，处二百元罚款。\n"
)


@pytest.fixture
def city(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["collection", "build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert "法规1件，条文2条" in capsys.readouterr().out
    return tmp_path / "out"


def test_search_prints_json_and_files(city, capsys, tmp_path):
    assert main(["collection", "search", "养犬", "--in", str(city), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["title"], row["label"], row["marks"]) for row in rows] == [
        ("某市养犬条例", "第一条", [[4, 6]])
    ]
    assert main(["collection", "search", "罚款", "--penalties", "--fine", "100-300", "--in", str(city)]) == 0
    assert "第二条" in capsys.readouterr().out
    for ending in ("docx", "xlsx", "csv", "md", "html", "json"):
        out = tmp_path / f"hits.{ending}"
        assert main(["collection", "search", "养犬", "--in", str(city), "-o", str(out)]) == 0
        first = out.read_bytes()
        assert main(["collection", "search", "养犬", "--in", str(city), "-o", str(out)]) == 0
        assert out.read_bytes() == first


def test_what_could_not_be_read_is_said(city, capsys, tmp_path):
    (tmp_path / "in" / "b.docx").write_bytes(b"%PDF-1")
    arguments = ["collection", "build", str(tmp_path / "in"), "-o", str(city), "--exit-code", "--json"]
    assert main(arguments) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["instruments"], told["files_unread"][0]["file"]) == (1, "in/b.docx")


def test_a_wrong_fine_and_a_missing_collection_are_said(city, capsys, tmp_path):
    assert main(["collection", "search", "养犬", "--in", str(city), "--fine", "多"]) == 2
    assert "1000-5000" in capsys.readouterr().err
    assert main(["collection", "search", "养犬", "--in", str(tmp_path)]) == 2
    assert "collection build" in capsys.readouterr().err
