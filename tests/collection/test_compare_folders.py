"""Two folders compared: what belongs together, what came of each pair, and what is said of the rest."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import pytest

from lawtrack.cli import main
from lawtrack.collection import compare_pairs, pair_folders
from lawtrack.collection.comparing import many
from lawtrack.errors import NotFound
from lawtrack.formats import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = "某市{}条例\n第一条　为了加强管理，制定本条例。\n第二条　违反规定的，处五十元罚款。\n"


def law(title: str, *, fine: str = "五十", draft: str = "") -> str:
    return OLD.format(title).replace("五十", fine).replace("条例\n", f"条例{draft}\n", 1)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders: a pair by name, one by another ending, one by title, and files alone on either side."""
    files = {
        "现行/控烟.txt": law("控烟"),
        "草案/控烟.txt": law("控烟", fine="一百"),
        "现行/区县/供水.md": law("供水"),
        "草案/区县/供水.txt": law("供水"),
        "现行/3号.txt": law("养犬"),
        "草案/养犬（二审）.txt": law("养犬", fine="二百", draft="（修订草案）"),
        "现行/旧法.txt": law("殡葬"),
        "草案/新法.txt": law("停车"),
        "草案/说明.yaml": "a: 1",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "现行", tmp_path / "草案"


def test_files_belong_together_by_name_then_by_title(folders: tuple[Path, Path]) -> None:
    paired = pair_folders(*folders)
    assert [(pair.name, pair.old.name, pair.new.name, pair.by_title) for pair in paired.pairs] == [
        ("养犬（二审）", "3号.txt", "养犬（二审）.txt", True),
        ("区县/供水", "供水.md", "供水.txt", False),
        ("控烟", "控烟.txt", "控烟.txt", False),
    ]
    assert [path.name for path in paired.only_old] == ["旧法.txt"]
    assert [path.name for path in paired.only_new] == ["新法.txt"]


def test_two_files_of_one_title_are_no_pair(tmp_path: Path) -> None:
    for folder, names in (("a", ["甲", "乙"]), ("b", ["丙"])):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.txt").write_text(law("控烟"), encoding="utf-8")
    paired = pair_folders(tmp_path / "a", tmp_path / "b")
    assert not paired.pairs
    assert len(paired.only_old) == 2
    assert len(paired.only_new) == 1


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="没有"):
        pair_folders(tmp_path, tmp_path / "没有")


def test_one_strange_pair_stops_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    pairs: list[tuple[str, str | Path, str]] = [
        ("坏", broken, law("控烟")),
        ("没有条", "某市通知\n请各单位知悉。", law("控烟")),
        ("好", law("控烟"), law("控烟", fine="一百")),
    ]
    done = compare_pairs(pairs)
    assert [bool(one.problem) for one in done] == [True, True, False]
    assert "坏.docx" in done[0].problem
    assert "没有条" in done[1].problem
    assert (done[2].kinds["amended"], done[2].changed, done[2].summary) == (1, True, "修改 1　未改 1")


def test_every_way_of_working_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(f"{at}", law("控烟"), law("控烟", fine=f"{at}")) for at in range(9)]
    here = compare_pairs(pairs)
    with ThreadPoolExecutor(2) as threads:
        assert compare_pairs(pairs, executor=threads) == here
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(many, "FEW", 1)
    assert compare_pairs(pairs, progress=lambda *count: told.append(count)) == here
    assert told[-1] == (9, 9)


class Ran(NamedTuple):
    """What a command gave."""

    code: int
    shown: str
    told: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """`lawtrack compare` in Chinese."""

    def ran(*args: str | Path) -> Ran:
        code = main(["--lang", "zh", "compare", *map(str, args)])
        return Ran(code, *capsys.readouterr())

    return ran


def test_the_command_shows_writes_and_tells_the_rest(
    folders: tuple[Path, Path], tmp_path: Path, run: Callable[..., Ran]
) -> None:
    code, shown, told = run(*folders, "--exit-code")
    assert code == 1
    assert "控烟  修改 1　未改 1" in shown
    assert "区县/供水  没有改动" in shown
    assert "共3对：有改动2对，未能对照0对" in shown
    assert "养犬（二审）.txt：按题名与3号.txt配对" in told
    assert "旧法.txt  只在旧文件夹里" in told
    assert "新法.txt  只在新文件夹里" in told

    code, shown, _ = run(*folders, "-o", tmp_path / "对照表")
    assert code == 0
    table = tmp_path / "对照表" / "区县" / "供水.docx"
    assert str(table) in shown
    assert "五十元" in read_text(table, column="old").text

    run(*folders, "-o", tmp_path / "总表.csv")
    overview = (tmp_path / "总表.csv").read_text(encoding="utf-8-sig")
    assert "新法.txt" in overview
    assert "控烟" in overview

    _, shown, _ = run(*folders, "--json")
    assert [one["name"] for one in json.loads(shown)["pairs"]] == ["养犬（二审）", "区县/供水", "控烟"]


def test_a_folder_beside_a_file_is_refused_with_both_names(
    folders: tuple[Path, Path], run: Callable[..., Ran]
) -> None:
    code, _, told = run(folders[0], folders[1] / "控烟.txt")
    assert code == 2
    assert "请给出两个文件或者两个文件夹" in told
