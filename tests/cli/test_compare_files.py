"""`lawtrack compare` and `lawtrack concordance` with files."""

from __future__ import annotations

import json

import pytest

from lawtrack.cli import main
from lawtrack.formats import read_tables, read_text

OLD = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　学校内禁止吸烟，违者予以警告。\n"
NEW = "某市控烟条例\n第一条　公园内禁止吸烟。\n第二条　医院内禁止吸烟。\n第三条　学校内禁止吸烟，违者予以警告。\n"


@pytest.fixture
def files(tmp_path):
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "md", "csv", "json"])
def test_a_comparison_is_written_by_the_ending_of_its_name(files, tmp_path, capsys, suffix):
    target = tmp_path / f"out.{suffix}"
    assert main(["compare", *files, "-o", str(target)]) == 0
    assert target.stat().st_size > 0
    assert str(target) in capsys.readouterr().out


def test_a_file_is_whole_unless_only_the_changes_are_asked_for(files, tmp_path):
    whole, short = tmp_path / "whole.md", tmp_path / "short.md"
    main(["compare", *files, "-o", str(whole)])
    main(["compare", *files, "-o", str(short), "--changed-only"])
    assert "公园内禁止吸烟" in whole.read_text(encoding="utf-8")
    assert "公园内禁止吸烟" not in short.read_text(encoding="utf-8")


def test_tracked_changes_are_written_on_demand(files, tmp_path):
    target = tmp_path / "out.docx"
    assert main(["compare", *files, "-o", str(target), "--tracked"]) == 0
    assert read_text(target, tracked="rejected").text.split() == OLD.split()
    assert read_text(target, tracked="accepted").text.split() == NEW.split()


def test_the_versions_are_named_by_their_user(files, tmp_path):
    target = tmp_path / "out.docx"
    main(["compare", *files, "-o", str(target), "--name", "一审稿", "--name", "二审稿"])
    assert "一审稿" in "".join(map(str, read_tables(target).tables[0].rows[0]))
    assert main(["compare", *files, "-o", str(target), "--name", "一审稿"]) == 2


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html", "json"])
def test_a_concordance_is_written_by_the_ending_of_its_name(files, tmp_path, suffix):
    target = tmp_path / f"out.{suffix}"
    assert main(["concordance", *files, files[0], "-o", str(target), "--marks", "frame"]) == 0
    assert target.stat().st_size > 0


def test_a_concordance_as_json_and_on_the_terminal(files, capsys):
    assert main(["concordance", *files, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["rows"]) == 3
    assert main(["concordance", *files, "--changed-only"]) == 0
    assert capsys.readouterr().out == "—\t第二条\n"


def test_one_version_is_no_concordance(files, capsys):
    assert main(["--lang", "zh", "concordance", files[0]]) == 2
    assert "2 至 8 稿" in capsys.readouterr().err


def test_noise_is_marked_by_choice(tmp_path):
    old, new, out = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "out.md"
    old.write_text("第一条　市(县)人民政府负责。", encoding="utf-8")
    new.write_text("第一条　市（县）人民政府负责。", encoding="utf-8")
    main(["compare", str(old), str(new), "-o", str(out)])
    assert "**" not in out.read_text(encoding="utf-8")
    main(["compare", str(old), str(new), "-o", str(out), "--noise"])
    assert "**" in out.read_text(encoding="utf-8")
