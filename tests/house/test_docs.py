"""The pages that people read, held against the code: what they print runs, and what they name is there."""

from __future__ import annotations

import doctest
import re
import shlex
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

import lawtrack
from lawtrack.cli.root import lawtrack as commands
from lawtrack.formats import write_decision, write_instrument
from lawtrack.messages import catalogue, translate
from lawtrack.store import replay, sample_root

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if "_build" not in path.parts and path.name != "CHANGELOG.md"
)
OLD = "某市控烟条例\n（2020年1月2日某市人民代表大会常务委员会第一次会议通过）\n" + "\n".join(
    f"第{number}条　第{number}件事由市人民政府负责。" for number in "一二三四五六七八九"
)
NEW = OLD.replace("第三件事由市", "第三件事由县").replace("第九件", "第九件要紧")
STRUCTURED = OLD.replace("第三件事", "第三件事。\n甲和乙：\n（一）丙；\n（二）丁。\n戊")
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r'"([^"/\n]+\.(?:docx|txt|md|html))"')
COMMAND = re.compile(r"^(?: {4}|\t|\$ )lawtrack ([^\n]*)$|`lawtrack ([^`]+)`", re.MULTILINE)
SHELL = re.compile(r"^```(?:sh|bash|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"\blawtrack((?:\.[A-Za-z_]\w*)+)")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("docs") / "workspace"
    replay(sample_root(), folder)
    return folder


def make_named_files(block: str, folder: Path) -> None:
    """The files that a block reads, made of texts of our own; what it writes does not matter."""
    decision = lawtrack.amend.write(OLD, NEW)
    for name in FILE.findall(block):
        path = folder / name
        if path.exists():
            continue
        if "决定" in name:
            write_decision(decision, path) if path.suffix != ".html" else path.touch()
        else:
            write_instrument(lawtrack.parse(NEW if re.search("修|改|稿|new", name) else OLD), path)


@pytest.mark.parametrize("name", [name for name in PAGES if BLOCK.search(page(name))])
def test_what_a_page_prints_in_python_runs(name, sample, tmp_path, monkeypatch):
    import shutil

    shutil.copytree(sample, tmp_path / "workspace")
    monkeypatch.chdir(tmp_path)
    for key, value in (("NAME", "王某"), ("EMAIL", "wang@example.cn")):
        monkeypatch.setenv(f"GIT_AUTHOR_{key}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{key}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text(
        "[user]\n\tname = 王某\n\temail = wang@example.cn\n", encoding="utf-8"
    )
    given: dict[str, Any] = {
        "lawtrack": lawtrack,
        "base": lawtrack.parse(OLD),
        "old": lawtrack.parse(OLD),
        "before": lawtrack.parse(OLD),
        "new": lawtrack.parse(NEW),
        "doc": lawtrack.parse(NEW),
        "text": lawtrack.amend.write(OLD, NEW) if name != "docs/structure.md" else STRUCTURED,
        "workspace": lawtrack.Workspace.open(tmp_path / "workspace"),
    }
    for number, block in enumerate(BLOCK.findall(page(name)), 1):
        make_named_files(block, tmp_path)
        if ">>>" in block:
            parsed = doctest.DocTestParser().get_doctest(block, given, name, name, 0)
            assert doctest.DocTestRunner(verbose=False).run(parsed, clear_globs=False).failed == 0
            given.update(parsed.globs)
        else:
            exec(compile(block, f"{name}, block {number}", "exec"), given)


@cache
def command(path: tuple[str, ...]) -> click.Command | None:
    """The command at `path`, or None where there is none."""
    current: click.Command = commands
    context = click.Context(commands)
    for word in path:
        if not isinstance(current, click.Group):
            return None
        try:
            below = current.get_command(context, word)
        except click.UsageError:
            return None
        if below is None:
            return None
        current = below
    return current


def named_commands(text: str) -> Iterator[list[str]]:
    shell = SHELL.sub(lambda block: re.sub("^", "    ", block[1], flags=re.MULTILINE), text)
    for match in COMMAND.finditer(shell):
        line = (match[1] or match[2]).split("  #")[0]
        for part in re.split(r"[|;]| && ", line.replace("[", " ").replace("]", " ")):
            words = re.sub(r"^\s*lawtrack ", "", part).strip()
            try:
                yield shlex.split(words, comments=True)
            except ValueError:
                yield words.split()
            break


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_option_that_a_page_names_is_there(name):
    wrong = []
    for words in named_commands(page(name)):
        if not words or not re.fullmatch(r"[a-z][a-z-]*", words[0]):
            continue
        path: tuple[str, ...] = (words[0],)
        at = command(path)
        if at is None:
            wrong.append(f"lawtrack {words[0]}")
            continue
        rest = words[1:]
        while isinstance(at, click.Group) and rest and re.fullmatch(r"[a-z][a-z-]*", rest[0]):
            path = (*path, rest.pop(0))
            at = command(path)
            if at is None:
                wrong.append(f"lawtrack {' '.join(path)}")
                break
        if at is None:
            continue
        known = {option for param in at.params for option in (*param.opts, *param.secondary_opts)}
        known |= {"-h", "--help", "--lang"}
        options = {word.split("=")[0].rstrip("…,.)") for word in rest if re.match(r"--?[a-z]", word)}
        wrong += [f"lawtrack {' '.join(path)} {option}" for option in sorted(options - known)]
    assert wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_every_call_that_a_page_names_is_there(name):
    wrong = []
    for dotted in NAME.findall(page(name)):
        value: Any = lawtrack
        for part in dotted.strip(".").split("."):
            if part in {"py", "git", "yaml", "css"} or part.startswith("x"):
                break
            try:
                value = getattr(value, part)
            except AttributeError:
                try:
                    value = __import__("importlib").import_module(f"{value.__name__}.{part}")
                except (ImportError, AttributeError):
                    wrong.append(f"lawtrack{dotted}")
                    break
    assert wrong == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_name_that_the_guide_quotes_stands_on_the_screen(lang):
    """What a guide page has in “…” is a button, a menu, a field or how a sentence of the workbench begins."""
    shown = " ⋯ " + "".join(
        f"\n{translate(code, lang).lower().lstrip('+‹↑ ')} "
        for room in ("screen", "panels", "viewer", "bench")
        for code in catalogue(room)
    )
    unknown = {
        (name, quoted)
        for name in PAGES
        if name.startswith(f"docs/guide/{lang}/")
        for quoted in re.findall("“([^“”]+)”", re.sub("`[^`]*`", "", page(name)))
        if not re.search(rf"[\n ]{re.escape(quoted.lower())}[\W_]", shown)
    }
    assert unknown == set()


def test_every_picture_of_the_guide_is_one_that_the_script_makes():
    script = page("docs/pictures.py")
    drawn = set(re.findall(r'shot\("([\w-]+)"\)', script))
    drawn |= {f"paper-{name}" for name in re.findall(r'papers / "([\w-]+)\.docx"', script)}
    named = {
        picture for name in PAGES for picture in re.findall(r"pictures/(?:zh|en)/([\w-]+)\.png", page(name))
    }
    assert named == drawn
