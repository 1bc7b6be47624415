"""`lawtrack duties`."""

from __future__ import annotations

import json

from lawtrack.cli.root import main

TEXT = "某市养犬条例\n第一条　养犬人应当登记。\n第二条　禁止遗弃犬只。\n第三条　违反本条例第一条规定的，处二百元罚款。\n"


def test_the_table_is_shown_and_written(tmp_path, capsys):
    file = tmp_path / "draft.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["duties", str(file)]) == 0
    assert "第一条 → 第三条  条文写明" in capsys.readouterr().out
    assert main(["duties", str(file), "--lacking", "--json"]) == 0
    assert [(row["duty"], row["penalty"]) for row in json.loads(capsys.readouterr().out)] == [("第二条", "")]
    for ending in ("docx", "xlsx", "csv", "md", "html", "json"):
        assert main(["duties", str(file), "-o", str(tmp_path / f"t.{ending}")]) == 0
        assert (tmp_path / f"t.{ending}").stat().st_size
