"""What holds for every hand-written front-end file, and its pure functions under node."""

from __future__ import annotations

import hashlib
import json
import os
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from lawtrack.formats import front_end

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "lawtrack" / "formats" / "web" / "static"
FILES = sorted(file for file in STATIC.rglob("*.*") if file.is_file())
NOTEBOOK = ROOT / "lawtrack" / "notebook"
PAGE = sorted(
    [
        *(file for file in NOTEBOOK.glob("front/**/*.*s") if "vendor" not in file.parts),
        *NOTEBOOK.glob("labextension/lawtrack/static/*.js"),
    ]
)
BEFORE_THE_CATALOGUE = {"remoteEntry.js", "workbench.js", "wire.js"}
"""What runs before a kernel has sent any words."""
SCRIPTS = [
    path
    for path in [*sorted(STATIC.rglob("*.js")), *PAGE]
    if path.suffix == ".js" and path.name not in BEFORE_THE_CATALOGUE
]


@pytest.mark.parametrize("path", [*FILES, *PAGE], ids=lambda path: path.name)
def test_no_way_for_text_to_become_markup_and_no_address(path: Path) -> None:
    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|https?:|@import (?!\{)|url\("
    assert re.findall(banned, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_small_enough_to_travel_with_every_widget(path: Path) -> None:
    assert path.stat().st_size < 40_000
    assert len(front_end("comparison.js")) < 40_000


def test_the_types_of_the_front_end_are_those_of_python() -> None:
    """What the scripts write of Python's shapes, and of what it reads of requests, by which the JavaScript is checked."""
    for script in ("front_types.py", "front_requests.py"):
        for file, text in runpy.run_path(str(ROOT / "scripts" / script))["files"]().items():
            assert file.read_text(encoding="utf-8") == text, f"python scripts/{script}"


def test_templates_become_jsx_line_by_line() -> None:
    """As `scripts/front_templates.py` hands them to TypeScript, which then sees what each component is given."""
    in_jsx = runpy.run_path(str(ROOT / "scripts" / "front_templates.py"))["in_jsx"]
    plain = "const a = html`<p class=${b}>${c ? html`<${D} ...${e} f />` : `{${g}`} > <${H[i]}>j<//></p>`;"
    jsx = 'const a = <><p class={b}>{c ? <><D {...e} f /></> : `{${g}`} {">"} <Dynamic>j</Dynamic></p></>;'
    assert in_jsx(plain) == jsx
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert in_jsx(text).count("\n") == text.count("\n"), path.name


@pytest.mark.parametrize("path", [*FILES, *PAGE], ids=lambda path: path.name)
def test_nothing_is_of_any_type(path: Path) -> None:
    """`any` switches the check off; where others give no types, what is used of theirs is declared (`jupyterlab.d.ts`)."""
    assert re.findall(r"[{<(:|] ?any\b|\bany\[\]", path.read_text(encoding="utf-8")) == []


def test_modules_that_are_joined_share_no_name_and_no_file_name() -> None:
    """What stands at the top of each module of the comparison; a page's modules go by their file names alone."""
    modules = sorted((STATIC / "comparison").glob("*.js"))
    top = r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)"
    names = [
        name for path in modules for name in re.findall(top, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert len(names) == len(set(names))
    pages = {path.name for path in (NOTEBOOK / "front").rglob("*.js")}
    assert pages.isdisjoint(path.name for path in modules)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_words_for_the_reader_in_scripts(path: Path) -> None:
    code = re.sub(
        r"/\*.*?\*/|^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    strings = re.findall(r"\"((?:[^\"\\\n]|\\.)*)\"", code)
    assert [text for text in strings if re.search(r"[一-鿿]|[A-Za-z]+ [A-Za-z]+ [A-Za-z]+", text)] == []


@pytest.mark.parametrize(
    "path", [*sorted(STATIC.glob("*.css")), NOTEBOOK / "front" / "page.css"], ids=lambda path: path.name
)
def test_styles_stay_inside_their_widget(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    selectors = [
        part.strip()
        for found in re.findall(r"([^{}]+)\{", css)
        for part in re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", found).split(",")
    ]
    assert [each for each in selectors if not each.startswith((".lawtrack-", "@")) and each != "to"] == []


def test_pure_functions_under_node(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node on this machine")
    module = tmp_path / "comparison.mjs"
    module.write_text(front_end("comparison.js"), encoding="utf-8")
    wire = tmp_path / "wire.mjs"
    shutil.copyfile(NOTEBOOK / "labextension" / "lawtrack" / "static" / "wire.js", wire)
    for name in ("ui.js", "timeline.js"):
        shutil.copyfile(NOTEBOOK / "front" / name, tmp_path / name)
    shutil.copyfile(NOTEBOOK / "front" / "vendor" / "preact.js", tmp_path / "preact.js")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    done = subprocess.run(
        [node, "--test", str(Path(__file__).with_name("front_end.test.mjs"))],
        env={**os.environ, "LAWTRACK_COMPARISON": str(module), "LAWTRACK_WIRE": str(wire), "LAWTRACK_UI": str(tmp_path / "ui.js")},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_files_of_others_are_the_published_ones() -> None:
    """htm 3.1.1, `preact/standalone.module.js` (with preact inside); scripts/javascript.sh compares it with the
    package. Who brings a newer one changes both."""
    told = json.loads((ROOT / "scripts" / "javascript" / "package.json").read_text(encoding="utf-8"))
    assert told["devDependencies"]["htm"] == "3.1.1"
    digest = hashlib.sha256((NOTEBOOK / "front" / "vendor" / "preact.js").read_bytes()).hexdigest()
    assert digest == "72284e8e9079c87817145df1110f74e8a2aa040b2fc384922e18dfcb46fc1fd7"
