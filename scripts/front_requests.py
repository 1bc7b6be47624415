"""Write what each request of the page carries as TypeScript reads it: the names that Python reads of it, and as what.

    python scripts/front_requests.py

Nothing is declared twice: the functions behind the requests say what they read (`given.words("draft")`), and this script
follows the `Given` through them. What is read before anything else can end the function, and must be there, must be sent;
all else may be left out. A name that the page sends and nobody reads, a wrong kind or a missing one fails the type check
of the front end (scripts/javascript.sh); a test fails where the file is not what this script writes.
"""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from lawtrack.notebook.page.bench import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILE = Path(__file__).parents[1] / "lawtrack" / "notebook" / "front" / "requests.d.ts"
HEAD = """/* Written by scripts/front_requests.py from what Python reads of each request: change that, not this. */
import type { Carried } from "./types.js";

/** Each request by its name, and what it carries. */
export interface Requests {
"""
KINDS = {
    "words": "string",
    "text": "string",
    "number": "number | null",
    "flag": "boolean",
    "many": "string[]",
    "mapping": "Record<string, string>",
    "file": "Carried | null",
}
"""What each method of `Given` reads."""
SAVED = {"stage": True, "date": True, "meeting": False, "reason": False}
"""What `Given.saved` reads, and whether it must be there."""


@dataclass
class Read:
    """What one request is read for: of each name its kind, and whether it must be there."""

    kinds: dict[str, str] = field(default_factory=dict)
    needed: dict[str, bool] = field(default_factory=dict)

    def take(self, name: str, kind: str, *, needed: bool) -> None:
        """Notes that `name` is read as `kind`."""
        self.kinds[name] = kind
        self.needed[name] = self.needed.get(name, False) or needed


def files() -> dict[Path, str]:
    """The text of the file that this script writes."""
    lines = [f'  "{name}": {_typescript(read_by(action))};\n' for name, action in sorted(ACTIONS.items())]
    return {FILE: f"{HEAD}{''.join(lines)}}}\n"}


def _typescript(read: Read) -> str:
    if not read.kinds:
        return "Record<string, never>"
    fields = (
        f"{_key(name)}{'' if read.needed[name] else '?'}: {KINDS[kind]}"
        for name, kind in sorted(read.kinds.items())
    )
    return f"{{ {'; '.join(fields)} }}"


def _key(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


def read_by(action: Callable[..., object]) -> Read:
    """What the function behind a request reads of it, itself and through what it hands the request on to.

    Raises TypeError for a use of the request that cannot be followed.
    """
    read = Read()
    _follow(action, {}, read, sure=True)
    return read


def _follow(function: Callable[..., object], known: dict[str, str], read: Read, *, sure: bool) -> None:
    tree = ast.parse(dedent(inspect.getsource(function))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    arguments = [*tree.args.args, *tree.args.kwonlyargs]
    given = {
        each.arg
        for each in arguments
        if isinstance(each.annotation, ast.Name) and each.annotation.id == "Given"
    }
    follower = _Follower(function.__globals__, given, _defaults(tree) | known, read, sure=sure)
    for statement in tree.body:
        follower.visit(statement)
        if isinstance(statement, ast.If | ast.Try) and any(
            isinstance(each, ast.Return) for each in ast.walk(statement)
        ):
            follower.sure = False


def _defaults(tree: ast.FunctionDef) -> dict[str, str]:
    named = zip(tree.args.args[::-1], tree.args.defaults[::-1], strict=False)
    return {
        one.arg: value.value
        for one, value in named
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


class _Follower(ast.NodeVisitor):
    """Walks through one function: `given` are its names for the request, `known` those of its words that are known."""

    def __init__(
        self, space: dict[str, Any], given: set[str], known: dict[str, str], read: Read, *, sure: bool
    ) -> None:
        self.space, self.given, self.known, self.read, self.sure = space, given, known, read, sure

    def visit_Call(self, call: ast.Call) -> None:
        held = call.func.value if isinstance(call.func, ast.Attribute) else None
        if isinstance(call.func, ast.Attribute) and isinstance(held, ast.Name) and held.id in self.given:
            self._method(call.func.attr, call)
        else:
            for function in self._called(call):
                self._hand_on(function, call)
        for each in [*call.args, *(one.value for one in call.keywords)]:
            if not (isinstance(each, ast.Name) and each.id in self.given):
                self.visit(each)
        if not isinstance(call.func, ast.Name) and not isinstance(held, ast.Name):
            self.visit(call.func)

    def visit_Name(self, name: ast.Name) -> None:
        if name.id in self.given:
            message = f"line {name.lineno}: the request goes where it cannot be followed"
            raise TypeError(message)

    def visit_If(self, choice: ast.If) -> None:
        self._maybe([choice.test], [*choice.body, *choice.orelse])

    def visit_IfExp(self, choice: ast.IfExp) -> None:
        self._maybe([choice.test], [choice.body, choice.orelse])

    def visit_BoolOp(self, choice: ast.BoolOp) -> None:
        self._maybe(choice.values[:1], choice.values[1:])

    def visit_For(self, loop: ast.For) -> None:
        self._maybe([loop.iter], [*loop.body, *loop.orelse])

    def visit_Lambda(self, later: ast.Lambda) -> None:
        self._maybe([], [later.body])

    def visit_FunctionDef(self, later: ast.FunctionDef) -> None:
        self._maybe([], later.body)

    def visit_GeneratorExp(self, each: ast.GeneratorExp) -> None:
        names = each.generators[0]
        if isinstance(names.target, ast.Name) and isinstance(names.iter, ast.Tuple):
            for one in names.iter.elts:
                before = dict(self.known)
                self.known[names.target.id] = self._word(one)
                self.visit(each.elt)
                self.known = before
        else:
            self.visit(names.iter)
            self._maybe([], [each.elt, *names.ifs])

    def _maybe(self, surely: list[Any], perhaps: list[Any]) -> None:
        """Visits what runs in any case, then what may not run at all."""
        for each in surely:
            self.visit(each)
        before, self.sure = self.sure, False
        for each in perhaps:
            self.visit(each)
        self.sure = before

    def _method(self, method: str, call: ast.Call) -> None:
        if method == "saved":
            for name, needed in SAVED.items():
                self.read.take(name, "words", needed=needed and self.sure)
            return
        needed = any(one.arg == "needed" for one in call.keywords)
        self.read.take(self._word(call.args[0]), method, needed=needed and self.sure)

    def _called(self, call: ast.Call) -> Iterator[Callable[..., object]]:
        """The functions that a call may be of, where it hands the request on; one of a table may be any of them."""
        values = [*call.args, *(one.value for one in call.keywords)]
        if not any(isinstance(each, ast.Name) and each.id in self.given for each in values):
            return
        table = isinstance(call.func, ast.Subscript)
        named = call.func.value if isinstance(call.func, ast.Subscript) else call.func
        value = eval(ast.unparse(named), self.space)  # noqa: S307 -- our own code
        yield from dict.fromkeys(value.values()) if table else (value,)

    def _hand_on(self, function: Callable[..., object], call: ast.Call) -> None:
        names = list(inspect.signature(function).parameters)
        handed: dict[str, ast.expr] = dict(zip(names, call.args, strict=False))
        handed |= {str(one.arg): one.value for one in call.keywords}
        known = {
            name: self._word(value)
            for name, value in handed.items()
            if isinstance(value, ast.JoinedStr)
            or (isinstance(value, ast.Constant) and isinstance(value.value, str))
            or (isinstance(value, ast.Name) and value.id in self.known)
        }
        _follow(function, known, self.read, sure=self.sure and not isinstance(call.func, ast.Subscript))

    def _word(self, node: ast.expr) -> str:
        """The word that an expression is. Raises TypeError where only a run would tell."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        if isinstance(node, ast.Name) and node.id in self.known:
            return self.known[node.id]
        if isinstance(node, ast.JoinedStr):
            parts = (each.value if isinstance(each, ast.FormattedValue) else each for each in node.values)
            return "".join(map(self._word, parts))
        message = (
            f"line {node.lineno}: {ast.unparse(node)} is read, and only a run would tell which name that is"
        )
        raise TypeError(message)


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
