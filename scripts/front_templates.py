"""Check what the page's templates hand to its components, by TypeScript.

    python scripts/front_templates.py TSC

A template (html`<${Field} label=${words} />`) is a string to TypeScript: it sees the values and not what they are for. In
JSX it would see both, and htm is JSX in other signs. So each module is copied with its templates in JSX, line by line as it
stands, into a folder that is thrown away, and TSC, the compiler, checks the copy: a prop that a component does not take,
that it needs and does not get, or that is of another type is an error at its line.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LAWTRACK = Path(__file__).parents[1] / "lawtrack"
FRONT = Path("notebook", "front")
JSX = """
import type { Piece } from "./preact.js";
declare global {
  /** A component that only a run would tell. */
  function Dynamic(props: Record<string, unknown>): Piece;
  namespace JSX {
    type Element = Piece;
    type ElementType = string | ((props: never) => unknown);
    interface ElementChildrenAttribute { children: unknown }
    interface IntrinsicAttributes { key?: unknown }
    interface IntrinsicElements { [name: string]: Record<string, unknown> }
  }
}
"""


def in_jsx(text: str) -> str:
    """The module with its templates in JSX, each line where it was.

    >>> in_jsx("const a = html`<p class=${b}>${c} <${Field} focus ...${d} /></p>`;")
    'const a = <><p class={b}>{c} <Field focus {...d} /></p></>;'
    """
    return _Module(text).code(end="")


class _Module:
    """A module that is read once, from the left to the right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.open: list[str] = []

    def take(self, pattern: str) -> str:
        """What stands here of that pattern, "" where it does not."""
        match = re.compile(pattern, re.DOTALL).match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match[0] if match else ""

    def code(self, *, end: str) -> str:
        """JavaScript up to `end`, which is left out."""
        told: list[str] = []
        while self.at < len(self.text):
            if end and self.text[self.at] == end:
                self.at += 1
                break
            if self.take("html`"):
                told.append(self.template())
            elif self.take("`"):
                told.append(self.words())
            elif self.take(r"\{"):
                told.append(f"{{{self.code(end='}')}}}")
            else:
                told.append(self.take(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[\w$]+|."))
        return "".join(told)

    def words(self) -> str:
        """The rest of a plain template."""
        told = ["`"]
        while not self.take("`"):
            told.append(f"${{{self.code(end='}')}}}" if self.take(r"\$\{") else self.take(r"\\.|."))
        return "".join([*told, "`"])

    def template(self) -> str:
        """The rest of a template of htm."""
        told, self.open, outer = ["<>"], [], self.open
        while not self.take("`"):
            if self.take(r"\$\{"):
                told.append(f"{{{self.code(end='}')}}}")
            elif self.take(r"<//>|</\$\{[^}]*\}>|</\w+>"):
                told.append(f"</{self.open.pop()}>")
            elif self.take("<"):
                told.append(self.tag())
            else:
                sign = self.take(".")
                told.append(f'{{"{sign}"}}' if sign in "{}>" else sign)
        self.open = outer
        return "".join([*told, "</>"])

    def tag(self) -> str:
        """A tag behind its first sign, with all that it is given."""
        name = self.code(end="}") if self.take(r"\$\{") else self.take(r"[\w-]+")
        name = name if re.fullmatch(r"[\w-]+", name) else "Dynamic"
        told = [f"<{name}"]
        while not (ended := self.take("/?>")):
            told.append(self.take(r"\s+"))
            if self.take(r"\.\.\.\$\{"):
                told.append(f"{{...{self.code(end='}')}}}")
            elif attribute := self.take(r"[\w-]+"):
                told.append(attribute + self.value())
        if ended == ">":
            self.open.append(name)
        return "".join([*told, ended])

    def value(self) -> str:
        """What an attribute is given, with its sign before it; "" where it only stands there."""
        if not self.take("="):
            return ""
        return f"={{{self.code(end='}')}}}" if self.take(r"\$\{") else "=" + self.take(r'"[^"]*"')


def main(compiler: str) -> int:
    """Copies, writes, compiles; the compiler's own word on it is the exit code."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place, "lawtrack")
        for part in (FRONT, Path("formats", "web", "static"), Path("notebook", "labextension")):
            shutil.copytree(LAWTRACK / part, copy / part)
        for module in (copy / FRONT).rglob("*.js"):
            if "vendor" not in module.parts:
                module.with_suffix(".jsx").write_text(
                    in_jsx(module.read_text(encoding="utf-8")), encoding="utf-8"
                )
                module.unlink()
        (copy / FRONT / "jsx.d.ts").write_text(JSX, encoding="utf-8")
        config = re.sub(r"\s//[^\n]*", "", (LAWTRACK / FRONT / "tsconfig.json").read_text(encoding="utf-8"))
        told = json.loads(config)
        told["compilerOptions"] |= {"jsx": "preserve", "noUnusedLocals": False}
        told["include"] = [
            name.replace("*.js", "*.jsx") if ".." not in name else name for name in told["include"]
        ]
        (copy / FRONT / "tsconfig.json").write_text(json.dumps(told), encoding="utf-8")
        return subprocess.run([compiler, "--project", str(copy / FRONT)], check=False).returncode  # noqa: S603 -- our own compiler


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
