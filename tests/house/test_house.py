"""The rules of the house, checked against the code."""

from __future__ import annotations

import ast
import inspect
import pickle
import pkgutil
import re
import subprocess
import sys
import textwrap
import tomllib
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import lawtrack
from lawtrack import errors
from lawtrack.check import Finding
from lawtrack.compare import Row
from lawtrack.law import Provision
from lawtrack.messages import catalogue, known
from lawtrack.store.record.verifying import Finding as FindingOfTheRecord

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

ROOMS = (
    "amend", "check", "collection", "compare", "drafts", "formats", "law", "merge", "notebook", "opinions", "plan",
    "powers", "records", "store",
)  # fmt: skip
ONLY_IN = {
    "git": {"store"},
    "distributed": {"collection"},
    "docx": {"formats"},
    "duckdb": {"collection"},
    "openpyxl": {"formats"},
    "lxml": {"formats"},
    "ipywidgets": {"notebook"},
    "sqlite3": {"collection"},
}


@lru_cache(maxsize=1)
def modules(root: Path) -> tuple[tuple[Path, ast.Module], ...]:
    """Every module with its tree, read once for all that is asked of them."""
    paths = sorted((root / "lawtrack").rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


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


def table(root: Path) -> dict[str, set[str]]:
    """The rooms of ARCHITECTURE.md, each with the rooms that it imports."""
    lines = (root / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()
    rows = [re.fullmatch(r"\| [\d–] \| `(\w+)` \|.*\| ?([\w, ]*?) ?\|", line) for line in lines]
    return {row[1]: set(filter(None, row[2].split(", "))) for row in rows if row}


def used_rooms(root: Path) -> dict[str, set[str]]:
    """What each room really imports of the others."""
    used: dict[str, set[str]] = {}
    for path, tree in modules(root):
        room = path.relative_to(root / "lawtrack").parts[0].removesuffix(".py")
        others = {name.split(".")[1] for name in imported(tree) if name.startswith("lawtrack.")}
        used.setdefault(room, set()).update(others - {room})
    del used["__init__"]  # the front door opens every room
    return used


def test_the_table_of_rooms_is_what_the_imports_are(root):
    assert used_rooms(root) == table(root)


def test_a_room_imports_only_from_rooms_further_down_the_table(root):
    rooms = list(table(root))
    assert [
        f"{room} imports {other}"
        for room, others in table(root).items()
        for other in others
        if rooms.index(other) < rooms.index(room)
    ] == []


def test_what_another_room_has_is_imported_from_its_face(root):
    wrong = []
    for path, tree in modules(root):
        room = path.relative_to(root / "lawtrack").parts[0].removesuffix(".py")
        wrong += [
            f"{path.relative_to(root)} imports {name}"
            for name in imported(tree)
            if name.startswith("lawtrack.") and name.count(".") > 1 and name.split(".")[1] != room
        ]
    assert wrong == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_face_lists_its_names_and_gives_them_its_own(room):
    face = import_module(f"lawtrack.{room}")
    assert len(face.__all__) == len(set(face.__all__))
    beside = {module.name for module in pkgutil.iter_modules(face.__path__)}
    assert beside & set(face.__all__) == set(), "a public name is the name of a module beside it"
    for name in face.__all__:
        value = getattr(face, name)
        if inspect.isclass(value) and value.__module__.startswith(f"lawtrack.{room}."):
            pytest.fail(f"{name} says that it lives in {value.__module__}")


def test_rooms_are_called_like_their_verb_and_are_rooms_all_the_same():
    import lawtrack.compare.align as module

    assert callable(lawtrack.compare)
    assert callable(lawtrack.check)
    assert callable(lawtrack.merge)
    assert module.align_units(["甲"], ["甲"])
    compare = import_module("lawtrack.compare").compare
    assert pickle.loads(pickle.dumps(compare)) is compare


def test_no_files_import_each_other_in_a_circle(root):
    """Within a room as between rooms, names flow one way.

    Every import counts: one inside a function runs too, and one under TYPE_CHECKING says whose names a file must know
    to be read. A circle is undone by moving a name to where it belongs, not by importing it later.
    """
    files = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): tree
        for path, tree in modules(root)
    }
    arrows = {name: set(imported_files(tree, files)) for name, tree in files.items()}
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
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 60
    ] == []


def test_when_a_text_was_where_and_who_says_so_travel_as_one_value(root):
    """`Occasion`, `Signature` and their keywords; what an answer or a milestone says is something else."""
    others = {"saved_with", "record", "answer", "new_answer", "of_one"}
    spelled = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}"
        for path, tree in modules(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name not in others
        for names in [{each.arg for each in (*node.args.args, *node.args.kwonlyargs)}]
        if len(names & {"stage", "date", "meeting", "message"}) > 2
        or len(names & {"author", "committer", "when"}) > 1
    ]
    assert not spelled


def test_records_with_many_fields_are_built_by_keyword():
    records = [Row, Provision, Finding, FindingOfTheRecord]
    assert [
        record for record in records if vars(record)["__match_args__"]
    ] == []  # where fields by place stand


def test_the_front_door_lists_what_it_opens():
    assert lawtrack.__all__ == sorted(lawtrack.__all__)
    for name in lawtrack.__all__:
        assert getattr(lawtrack, name) is not None


def test_importing_lawtrack_loads_no_heavy_library():
    heavy = "pandas git docx openpyxl pydantic ruamel ipywidgets anywidget lxml numpy"
    code = f"import sys, lawtrack; print([m for m in {heavy.split()!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_importing_a_room_compiles_no_long_expression():
    """They compile at their first use (`lawtrack.patterns`): `import lawtrack.amend` took half a second."""
    code = (
        "import re, sys; kept, seen = re._compile, []\n"
        "def spy(told, flags):\n"
        "    seen.append((sys._getframe(2).f_globals['__name__'], told)); return kept(told, flags)\n"
        f"re._compile = spy; import {', '.join(f'lawtrack.{room}' for room in ROOMS)}\n"
        "print([name for name, told in seen if name.startswith('lawtrack') and len(told) > 300])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]", "use lawtrack.patterns.compile_on_use in these modules"


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


COUNTED = re.compile(
    r"(?<!第)(?<!第 ){(\w+)[^}]*} ?[余多]?(?:[条项件个天行次稿页部款章种栏轮字人份段封对组节类]|处(?!罚))"
)
"""A number in a Chinese sentence: a word of measure follows it, and no 第 comes before."""
NO_PLURALS = frozenset({"is", "was", "has", "as", "this", "across", "always", "unless", "less"})


def counted_badly(zh: str, en: str) -> list[str]:
    """The numbers of a sentence that would say “1 opinions” in English, because they do not bend what follows them."""
    said = {name: re.findall(rf"{{{name}}}((?:[ -][a-z]+){{1,4}})", en) for name in COUNTED.findall(zh)}
    return [
        name
        for name, followed in said.items()
        for word in re.split("[ -]", " ".join(followed))
        if name != "most" and word not in NO_PLURALS and (word.endswith("s") or word in {"are", "were"})
    ]


def test_a_number_bends_the_english_noun_behind_it(rooms):
    assert counted_badly("读出 {count} 条意见", "{count} opinions read")
    assert counted_badly("{n} 处冲突", "{n} conflicting places are open")
    assert not counted_badly("读出 {count} 条意见", "{count:opinion|opinions} read")
    assert not counted_badly("第 {line} 行", "line {line} has no words")
    wrong = {
        code: names
        for room in rooms
        for code, (zh, en) in catalogue(room).items()
        if (names := counted_badly(zh, en))
    }
    assert wrong == {}


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


def test_a_docstring_stands_alone(root):
    """Whoever reads one in a tooltip does not see the one above it."""
    assert [
        f"{path.relative_to(root)}:{node.lineno}"
        for path, tree in modules(root)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and (ast.get_docstring(node) or "").startswith(("The same", "As above"))
    ] == []


def shows_an_example(public: object) -> bool:
    """In its own docstring, or for a class in that of a method."""
    told = [public, *vars(public).values()] if isinstance(public, type) else [public]
    return any(">>>" in (inspect.getdoc(getattr(each, "__func__", each)) or "") for each in told)


def test_every_public_name_shows_an_example():
    faces = [lawtrack, *(import_module(f"lawtrack.{room}") for room in ROOMS)]
    public = {
        getattr(face, name): f"{face.__name__}.{name}"
        for face in reversed(faces)
        for name in face.__all__
        if inspect.isclass(getattr(face, name)) or inspect.isfunction(getattr(face, name))
    }
    assert sorted(name for each, name in public.items() if not shows_an_example(each)) == []


def public_calls():
    """(name, function) for every function of a face, and every method and property of its classes."""
    for room in ROOMS:
        face = import_module(f"lawtrack.{room}")
        for name in face.__all__:
            public = getattr(face, name)
            members = vars(public) if isinstance(public, type) else {"": public}
            for member, value in members.items():
                plain = getattr(value, "__func__", None) or getattr(value, "fget", None) or value
                call = inspect.unwrap(plain) if callable(plain) else getattr(plain, "func", None)
                hidden = member.startswith("_") and member not in {"__init__", "__getitem__"}
                if inspect.isfunction(call) and not hidden and call.__code__.co_filename.endswith(".py"):
                    yield f"{room}.{name}.{member}".rstrip("."), call


def test_docstrings_name_the_errors_that_a_body_raises():
    """Only what stands in the body itself is held: what helpers raise is named there too, but nothing here sees it."""
    kinds = {
        name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)
    }
    unnamed = {
        f"{name}: {kind}"
        for name, call in public_calls()
        for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(call))))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
        for kind in [node.exc.func.id]
        if kind in kinds and kind not in (inspect.getdoc(call) or "")
    }
    assert unnamed == set()


def test_the_lock_holds_every_dependency(root):
    """`make lab` and `make test` install what requirements/*.txt say, and nothing else: `make lock` writes them."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["lab"]]
    groups = [*project["dependency-groups"]["dev"], *project["dependency-groups"]["docs"]]

    def names(lines: list[str]) -> set[str]:
        found = (re.match(r"([A-Za-z0-9._-]+)(?:\[.*\])?(?:[=><~! ]|$)", line) for line in lines)
        return {re.sub(r"[._-]+", "-", match[1]).lower() for match in found if match}

    for file, wanted in (("lab", needed), ("dev", [*needed, *groups])):
        locked = names((root / "requirements" / f"{file}.txt").read_text(encoding="utf-8").splitlines())
        assert names(wanted) - locked == set(), file
