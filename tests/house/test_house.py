"""The rules of the house, checked against the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import pytest

import lawtrack
from lawtrack.messages import catalogue, known

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FOUNDATIONS = {"messages", "errors"}
MAY_IMPORT = {
    "law": FOUNDATIONS,
    "compare": FOUNDATIONS | {"law"},
    "check": FOUNDATIONS | {"law"},
    "amend": FOUNDATIONS | {"law", "compare"},
    "plan": FOUNDATIONS | {"law"},
    "store": FOUNDATIONS | {"files", "law", "compare", "amend", "check"},
    "formats": FOUNDATIONS | {"files", "law", "compare", "amend", "check", "plan", "store"},
    "notebook": FOUNDATIONS | {"law", "compare", "amend", "check", "plan", "store", "formats"},
    "cli": FOUNDATIONS | {"law", "compare", "amend", "check", "plan", "store", "formats", "notebook"},
    "messages": {"messages"},
}
PICTURES = {"lawtrack.formats.comparison.html", "lawtrack.formats.comparison.concordance_html"}
"""The one way up: a notebook asks an object of compare for its picture (`_repr_html_`), and formats draws it."""
ONLY_IN = {
    "git": {"store"},
    "docx": {"formats"},
    "openpyxl": {"formats"},
    "lxml": {"formats"},
    "ipywidgets": {"notebook"},
}


def modules(root: Path):
    for path in sorted((root / "lawtrack").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def imported_files(tree: ast.AST, files: Collection[str]):
    """The files of ours that a module imports: a module by its name, or the file that holds the name imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in files)
        elif isinstance(node, ast.ImportFrom) and node.module in files:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in files else node.module


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else module


def test_a_room_imports_only_from_floors_below(root):
    wrong = []
    for path, tree in modules(root):
        room = path.relative_to(root / "lawtrack").parts[0].removesuffix(".py")
        for name in imported(tree):
            parts = name.split(".")
            if parts[0] != "lawtrack" or len(parts) == 1 or room not in MAY_IMPORT:
                continue
            allowed = parts[1] in MAY_IMPORT[room] | {room} or (room == "compare" and name in PICTURES)
            if not allowed:
                wrong.append(f"{path.relative_to(root)} imports {name}")
    assert wrong == []


def test_no_files_import_each_other_in_a_circle(root):
    """Within a room as between rooms, names flow one way.

    Every import counts: one inside a function runs too, and one under TYPE_CHECKING says whose names a file must know
    to be read. A circle is undone by moving a name to where it belongs, not by importing it later.
    """
    files = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): tree
        for path, tree in modules(root)
    }
    arrows = {
        name: {
            to for to in imported_files(tree, files) if not (room_of(name) == "compare" and to in PICTURES)
        }
        for name, tree in files.items()
    }
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(reversed(error.args[1])))


def test_each_foreign_library_is_known_to_one_room(root):
    wrong = [
        f"{path.relative_to(root)} imports {name}"
        for path, tree in modules(root)
        for name in imported(tree)
        for library, rooms in ONLY_IN.items()
        if name.split(".")[0] == library and path.relative_to(root / "lawtrack").parts[0] not in rooms
    ]
    assert wrong == []


def test_no_module_is_longer_than_400_lines(root):
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for path, _ in modules(root)
    }
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_no_function_is_longer_than_60_lines(root):
    assert [
        f"{path.name}:{node.lineno} {node.name}"
        for path, tree in modules(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > 60
    ] == []


def test_the_front_door_lists_what_it_opens():
    assert lawtrack.__all__ == sorted(lawtrack.__all__)
    for name in lawtrack.__all__:
        assert getattr(lawtrack, name) is not None


def test_rooms_that_share_a_verb_with_the_front_door_stay_functions():
    from lawtrack.compare import model  # loading a room must not put the room in the function's place

    assert model is not None
    assert callable(lawtrack.compare)
    assert callable(lawtrack.check)


def test_importing_lawtrack_loads_no_heavy_library():
    heavy = "pandas git docx openpyxl pydantic ruamel ipywidgets anywidget lxml numpy"
    code = f"import sys, lawtrack; print([m for m in {heavy.split()!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def rooms(root) -> list[str]:
    return sorted(
        path.stem for path in (root / "lawtrack" / "messages").glob("*.py") if path.stem != "__init__"
    )


def test_every_sentence_stands_in_both_languages_with_the_same_details(rooms):
    for room in rooms:
        for code, (zh, en) in catalogue(room).items():
            assert zh, code
            assert en, code
            assert set(re.findall(r"{(\w+)", zh)) == set(re.findall(r"{(\w+)", en)), code


def test_every_code_in_the_source_has_a_sentence(root, rooms):
    pattern = re.compile(
        rf'"((?:{"|".join(rooms)})\.(?!css"|js"|py"|yaml"|ipynb"|json")[a-z](?:[a-z0-9-]|\.(?=[a-z]))*[a-z0-9])"'
    )
    missing = {
        found
        for path, _ in modules(root)
        if "messages" not in path.parts
        for found in pattern.findall(path.read_text(encoding="utf-8"))
        if not known(found)
    }
    assert missing == set()


def test_no_tracked_file_names_a_path_of_a_workplace(root):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False).stdout
    pattern = re.compile(r"(?:^|[^\w.])/(?:work|root|home/\w+)/")
    wrong = []
    for name in listed.decode().split("\0"):
        path = root / name
        readable = (
            path.suffix in {".py", ".md", ".toml", ".yaml", ".ipynb", ".js", ".sh", ""} and path.is_file()
        )
        if name and readable and pattern.search(path.read_text(encoding="utf-8", errors="ignore")):
            wrong.append(name)
    assert wrong == []
