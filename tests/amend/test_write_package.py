"""`write_package`: several instruments in one decision, each proved, in two layouts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from lawtrack.amend import apply, compose_package, read, write_package
from lawtrack.cli import main
from lawtrack.errors import UnusableInput
from tests.strategies import EDITS, edit

if TYPE_CHECKING:
    from pathlib import Path

BOOKSHOPS = """某市书店条例
（2010年1月1日某市人民代表大会常务委员会通过）
第一条　为了发展书店，方便市民阅读，制定本条例。
第二条　市文化部门主管书店工作，定期公布书店名录并接受市民监督。
第三条　本条例自2010年1月1日起施行。
"""
TEAHOUSES = """某市茶馆条例
（2011年1月1日某市人民代表大会常务委员会通过）
第一条　为了发展茶馆，方便市民休息，制定本条例。
第二条　茶馆应当保持整洁。
第三条　市商务部门主管茶馆工作，定期公布茶馆名录并接受市民监督。
第四条　本条例自2011年1月1日起施行。
"""
AFTER = (
    BOOKSHOPS.replace("市文化部门", "市文化和旅游部门"),
    TEAHOUSES.replace("市商务部门", "市文化和旅游部门").replace("整洁", "清洁，并依法提供票据"),
)
PAIRS = tuple(zip((BOOKSHOPS, TEAHOUSES), AFTER, strict=True))


def test_each_instrument_has_a_heading_and_its_instructions_below():
    text = write_package(PAIRS, body="某市人民代表大会常务委员会", effective="2024年7月1日")
    assert text.splitlines()[0] == "某市人民代表大会常务委员会关于修改《某市书店条例》《某市茶馆条例》的决定"
    assert "一、对《某市书店条例》的修改\n1.将第二条中的" in text
    assert "二、对《某市茶馆条例》的修改\n1." in text
    assert "本决定自2024年7月1日起施行。" in text
    assert "《某市书店条例》《某市茶馆条例》根据本决定作相应修改，重新公布。" in text


def test_each_paragraph_begins_with_the_title_in_the_running_layout():
    text = write_package(PAIRS, layout="running")
    assert "\n一、将《某市书店条例》第二条中的" in text
    assert "\n二、" in text
    assert "《某市茶馆条例》第二条" in text


@pytest.mark.parametrize("layout", ["listed", "running"])
def test_a_package_is_read_as_one_and_applied_to_each(layout: str):
    text = write_package(PAIRS, layout=layout)
    assert read(text).form == "package"
    for old, new in PAIRS:
        done = apply(old, text)
        assert done.complete
        assert done.text == new


@pytest.mark.filterwarnings("ignore::lawtrack.amend.WritingWarning")
@pytest.mark.parametrize("layout", ["listed", "running"])
@pytest.mark.parametrize("seed", range(6))
def test_packages_of_generated_instruments_are_proved(seed: int, layout: str):
    rng = random.Random(seed)
    pairs = []
    for number in range(3):
        made = edit(rng, 12, EDITS, 3)
        first = made.old.splitlines()[0]
        title = f"{'甲乙丙'[number]}市公共空间管理条例"
        pairs.append((made.old.replace(first, title, 1), made.new.replace(first, title, 1)))
    if any(old == new for old, new in pairs):
        pytest.skip("an edit that changed nothing")
    done = compose_package(pairs, layout=layout)
    assert "等3件地方性法规的决定" in done.text
    for old, new in pairs:
        assert apply(old, done.text).text == new


@pytest.mark.parametrize(
    ("pairs", "options", "code"),
    [
        (PAIRS[:1], {}, "amend.package-of-one"),
        (PAIRS, {"layout": "table"}, "amend.no-such-layout"),
        ((PAIRS[0], PAIRS[0]), {}, "amend.package-title"),
        ((PAIRS[0], (TEAHOUSES, TEAHOUSES)), {}, "amend.no-difference"),
        ((PAIRS[0], ("没有条文。", TEAHOUSES)), {}, "amend.no-articles"),
    ],
)
def test_what_makes_no_package_is_refused(pairs: tuple, options: dict, code: str):
    with pytest.raises(UnusableInput) as refusal:
        write_package(pairs, **options)
    assert refusal.value.code == code


def test_the_command_takes_several_pairs(tmp_path: Path):
    names = []
    for index, text in enumerate(text for pair in PAIRS for text in pair):
        path = tmp_path / f"{index}.txt"
        path.write_text(text, encoding="utf-8")
        names.append(str(path))
    out = tmp_path / "package.docx"
    assert main(["amend", "write", *names, "--layout", "running", "-o", str(out)]) == 0
    assert out.stat().st_size > 1000
    for wrong in (names[:-1] + names, [*names, "--folder", str(tmp_path)], [*names, "--form", "amendment"]):
        assert main(["amend", "write", *wrong]) == 2
