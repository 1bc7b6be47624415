"""Folders become tables: the same bytes for the same files, only what changed is read again, nothing vanishes."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import pytest

from lawtrack.collection import COLUMNS, Collection
from lawtrack.errors import NotFound, UnusableInput
from lawtrack.messages import use_language

TABLES = [f"{table}.parquet" for table in COLUMNS]


def ordinance(n: int, subject: str = "养犬") -> str:
    return f"""某市{subject}管理条例第{n}号
（202{n % 10}年5月{n % 27 + 1}日某市人民代表大会常务委员会通过）
第一章　总则
第一条　为了规范{subject}行为，根据《中华人民共和国动物防疫法》，制定本条例。
第二条　个人{subject}的，应当自取得之日起三十日内，到城市管理部门登记：
（一）有固定住所；
（二）有完全民事行为能力。
第二章　法律责任
第三条　违反本条例第二条规定的，由城市管理部门处{n + 1}百元以上二千元以下罚款。
第四条　违反《中华人民共和国动物防疫法》第三十条第一款规定的，依照其规定处罚。
"""


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "法规"
    place.mkdir()
    for n in range(1, 6):
        (place / f"{n}.txt").write_text(ordinance(n), encoding="utf-8")
    return place


def bytes_of(out):
    return {name: (out / name).read_bytes() for name in [*TABLES, "search.sqlite"]}


def test_a_folder_becomes_tables_with_the_columns_that_are_documented(folder, tmp_path):
    built = Collection.build([folder], tmp_path / "out")
    for table, columns in COLUMNS.items():
        assert list(built.sql(f'SELECT * FROM "{table}"').columns) == list(columns)
    assert len(built.instruments) == 5
    first = built.instruments.iloc[0]
    assert (first["instrument"], first["kind"], first["articles"]) == ("法规/1.txt", "local-regulation", 4)
    assert first["adopted"] == "2021-05-02"


def test_clauses_have_their_place_chapter_and_offsets(folder, tmp_path):
    built = Collection.build([folder], tmp_path / "out")
    clauses = built.clauses[built.clauses["instrument"] == "法规/1.txt"]
    item = clauses[clauses["eid"] == "art_2__para_1__item_2"].iloc[0]
    assert (item["place"], item["chapter"], item["article"]) == ("第二条第二项", "第一章 总则", "art_2")
    assert built.text("法规/1.txt")[item["start"] : item["end"]] == "（二）有完全民事行为能力。"
    assert clauses[clauses["penalties"]]["article"].unique().tolist() == ["art_3", "art_4"]


def test_references_facts_and_findings_are_rows(folder, tmp_path):
    built = Collection.build([folder], tmp_path / "out")
    cited = built.references[built.references["instrument"] == "法规/1.txt"]
    assert cited[["eid", "key", "label"]].values.tolist() == [
        ["art_1__para_1", "动物防疫法", ""],
        ["art_3__para_1", "", "第二条"],
        ["art_4__para_1", "动物防疫法", "第三十条第一款"],
    ]
    fine = built.facts[(built.facts["kind"] == "fine") & (built.facts["instrument"] == "法规/1.txt")].iloc[0]
    assert (fine["low"], fine["high"], fine["unit"]) == (200, 2000, "yuan")


def test_the_same_files_give_the_same_bytes_whatever_ran_them(folder, tmp_path):
    for n in range(6, 45):
        (folder / f"{n}.txt").write_text(ordinance(n), encoding="utf-8")
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    Collection.build([folder], one)
    with ThreadPoolExecutor(2) as threads:
        Collection.build([folder], two, executor=threads)
    (folder / "7.txt").rename(tmp_path / "kept.txt")
    Collection.build([folder], three)
    (tmp_path / "kept.txt").rename(folder / "7.txt")
    Collection.build([folder], three)
    assert bytes_of(one) == bytes_of(two) == bytes_of(three)


def test_only_what_changed_is_read_again(folder, tmp_path, monkeypatch):
    Collection.build([folder], tmp_path / "out")
    seen: list[str] = []

    def rows(_text, name, _sha):
        seen.append(name)
        return {}

    monkeypatch.setattr("lawtrack.collection.working.rows_of", rows)
    (folder / "3.txt").write_text(ordinance(3, "养猫"), encoding="utf-8")
    Collection.build([folder], tmp_path / "out")
    assert seen == ["法规/3.txt"]


def test_what_cannot_be_read_is_listed_with_its_reason(folder, tmp_path):
    (folder / "图.png").write_bytes(b"\x89PNG")
    (folder / "空.txt").write_bytes(b"  \n")
    (folder / "扫描.docx").write_bytes(b"%PDF-1.4")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    (folder / "~$1.docx").write_bytes(b"lock")
    built = Collection.build([folder], tmp_path / "out")
    assert built.unread[["file", "code"]].values.tolist() == [
        ["法规/图.png", "collection.not-a-text"],
        ["法规/坏.docx", "formats.cut-off"],
        ["法规/扫描.docx", "formats.damaged"],
        ["法规/空.txt", "formats.empty"],
    ]
    assert len(built.instruments) == 5


def test_a_file_that_breaks_the_reader_stops_nothing(folder, tmp_path, monkeypatch):
    from lawtrack.collection.rows import rows_of as real

    def rows(text, name, sha):
        if name.endswith("2.txt"):
            raise RecursionError("too deep")
        return real(text, name, sha)

    monkeypatch.setattr("lawtrack.collection.working.rows_of", rows)
    built = Collection.build([folder], tmp_path / "out")
    assert built.unread["code"].tolist() == ["collection.failed"]
    assert len(built.instruments) == 4


def test_a_file_and_two_folders_of_one_name_are_told_apart(folder, tmp_path):
    other = tmp_path / "other" / "法规"
    other.mkdir(parents=True)
    (other / "1.txt").write_text(ordinance(9), encoding="utf-8")
    built = Collection.build([folder, other, folder / "2.txt"], tmp_path / "out")
    assert set(built.instruments["instrument"]) >= {"法规/1.txt", "法规 (2)/1.txt", "2.txt"}


def test_a_collection_inside_its_own_folder_does_not_read_itself(folder):
    Collection.build([folder], folder / "库")
    built = Collection.build([folder], folder / "库")
    assert len(built.instruments) == 5
    assert len(built.unread) == 0


def test_drafts_of_a_workspace_are_read_and_its_records_are_not(tmp_path):
    draft = tmp_path / "ws" / "drafts" / "dogs"
    draft.mkdir(parents=True)
    (draft / "text.md").write_text(ordinance(1), encoding="utf-8")
    (draft / "draft.yaml").write_text("title: 某市养犬管理条例\n", encoding="utf-8")
    built = Collection.build([tmp_path / "ws"], tmp_path / "out")
    assert built.instruments["instrument"].tolist() == ["ws/drafts/dogs/text.md"]
    assert built.unread.empty


def test_pandas_reads_the_tables_as_they_are(folder, tmp_path):
    pytest.importorskip("pyarrow")
    Collection.build([folder], tmp_path / "out")
    assert len(pd.read_parquet(tmp_path / "out" / "instruments.parquet")) == 5


def test_progress_ends_at_all_files(folder, tmp_path):
    seen = []
    Collection.build([folder], tmp_path / "out", progress=lambda done, files: seen.append((done, files)))
    assert seen[-1] == (5, 5)


def test_a_script_without_a_guard_builds_on_processes(folder, tmp_path):
    for n in range(6, 45):
        (folder / f"{n}.txt").write_text(ordinance(n), encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        f"import lawtrack\nprint(len(lawtrack.Collection.build([{str(folder)!r}], {str(tmp_path / 'o')!r}).instruments))",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.strip() == "44", done.stderr


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(NotFound, match="collection build"):
        Collection.open(tmp_path)
    with pytest.raises(NotFound):
        Collection.build([tmp_path / "none"], tmp_path / "out")


def test_a_question_in_sql_that_is_none_is_said(folder, tmp_path):
    built = Collection.build([folder], tmp_path / "out")
    assert built.sql("SELECT count(*) n FROM clauses WHERE level = ?", "item")["n"].tolist() == [10]
    with pytest.raises(UnusableInput, match="查询"):
        built.sql("SELEKT 1")


def test_each_instrument_of_a_file_is_one_of_its_own_and_stays_when_others_change(tmp_path):
    (tmp_path / "in").mkdir()
    both = "".join(
        f"某市{thing}管理规定\n（2011年2月3日某市人民政府令第{n}号公布）\n第一条　为了加强{thing}管理，制定本规定。\n"
        f"第二条　不得损毁{thing}。\n第三条　本规定自2011年3月1日起施行。\n\n"
        for n, thing in enumerate(("渔港", "路灯", "门牌"), 5)
    )
    (tmp_path / "in" / "三部.txt").write_text(both, encoding="utf-8")
    (tmp_path / "in" / "另一.txt").write_text(
        "某市碑刻条例\n第一条　不得涂写碑刻。\n第二条　自公布之日起施行。", encoding="utf-8"
    )
    expected = ["某市渔港管理规定", "某市路灯管理规定", "某市门牌管理规定"]
    for words in ("不得涂写碑刻", "不得涂写、刻画碑刻"):
        (tmp_path / "in" / "另一.txt").write_text(
            f"某市碑刻条例\n第一条　{words}。\n第二条　自公布之日起施行。", encoding="utf-8"
        )
        city = Collection.build([tmp_path / "in"], tmp_path / "out")
        told = city.instruments.set_index("instrument")["title"]
        assert [told[f"in/三部.txt{more}"] for more in ("", "#2", "#3")] == expected
        assert len(told) == 4
        assert city.search("路灯", level="paragraph")["title"].unique().tolist() == ["某市路灯管理规定"]
    (tmp_path / "in" / "三部.txt").unlink()
    assert Collection.build([tmp_path / "in"], tmp_path / "out").instruments["title"].tolist() == [
        "某市碑刻条例"
    ]


def test_measures_of_a_government_are_no_law(tmp_path):
    text = "机动车停放管理办法\n（2017年3月1日某某市人民政府令第50号公布）\n第一条　略。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    city = Collection.build([tmp_path / "a.txt"], tmp_path / "out")
    assert city.instruments["kind"].tolist() == ["government-rule"]


def test_why_a_file_was_left_out_is_said_in_the_language_in_use(folder, tmp_path):
    (folder / "图.png").write_bytes(b"\x89PNG")
    (folder / "空.txt").write_bytes(b"  \n")
    built = Collection.build([folder], tmp_path / "out")
    with use_language("en"):
        told = Collection.open(tmp_path / "out").unread["message"].tolist()
    assert all(message.isascii() or "空.txt" in message for message in told)
    assert built.unread.columns.tolist() == ["file", "code", "message"]
    assert not any(message.isascii() for message in built.unread["message"])
