"""Write what Python gives to the front end as TypeScript reads it: the rows of the views, and every answer of the page.

    python scripts/front_types.py

The shapes are those of the rooms (`ViewerRow`, `StatusRecord`) and of `lawtrack.notebook.page.shapes`; which request is
answered with which is what the functions behind the requests say they return. A field that is renamed in Python is renamed
here, and the type check of the front end (scripts/javascript.sh) finds who still asks for the old name. A test fails where
a file is not what this script writes.
"""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from lawtrack.compare import ViewerRow
from lawtrack.formats import ConcordanceRow
from lawtrack.notebook.page import shapes
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.bench import ACTIONS
from lawtrack.plan import StatusRecord

HOUSE = Path(__file__).parents[1] / "lawtrack"
ROWS = HOUSE / "formats" / "web" / "static" / "comparison" / "shapes.d.ts"
ANSWERS = HOUSE / "notebook" / "front" / "answers.d.ts"
HEAD = "/* Written by scripts/front_types.py from the TypedDicts of that name: change those, not this. */\n"
PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", NoneType: "null"}
SPACE = {**vars(shapes), "Done": Done}


def files() -> dict[Path, str]:
    """The text of each file that this script writes."""
    rows: dict[str, str] = {}
    for shape in (ViewerRow, ConcordanceRow, StatusRecord):
        _declare(shape, rows)
    named: dict[str, str] = {}
    answers = {name: _answer(_returned(action), named) for name, action in sorted(ACTIONS.items())}
    shared = sorted(rows.keys() & named.keys())
    own = {name: text for name, text in named.items() if name not in rows}
    requests = "\n".join(f'  "{name}": {shape};' for name, shape in answers.items())
    return {
        ROWS: f"{HEAD}\n{_in_order(rows)}",
        ANSWERS: f'{HEAD}import type {{ {", ".join(shared)} }} from "./shapes.js";\nexport type {{ {", ".join(shared)} }};\n\n'
        f"{_in_order(own)}\n/** Each request by its name, and the result of its answer. */\n"
        f"export interface Answers {{\n{requests}\n}}\n",
    }


def _in_order(named: dict[str, str]) -> str:
    return "\n".join(text for _, text in sorted(named.items()))


def _returned(action: Any) -> Any:
    """What a function says it returns. Its module has the names for the type checker only, `shapes` has them all."""
    return eval(action.__annotations__["return"], SPACE)  # noqa: S307 -- our own annotations


def _answer(shape: Any, named: dict[str, str]) -> str:
    return _typescript(get_args(shape)[0] if get_origin(shape) is Done else shape, named)


def _typescript(shape: Any, named: dict[str, str]) -> str:
    """The type in TypeScript; a TypedDict by its name, which goes into `named` with its declaration.

    Raises TypeError for what has none: `Any` would switch the check off.
    """
    if is_typeddict(shape):
        _declare(shape, named)
        return str(shape.__name__)
    if shape is None or shape in PLAIN:
        return PLAIN[NoneType if shape is None else shape]
    origin, inner = get_origin(shape), get_args(shape)
    if origin is Literal:
        return " | ".join(f'"{each}"' for each in inner)
    told = [_typescript(each, named) for each in inner]
    if origin in {UnionType, Union}:
        return " | ".join(told)
    if origin is list:
        return f"({told[0]})[]" if "|" in told[0] else f"{told[0]}[]"
    if origin is tuple:
        return f"[{', '.join(told)}]"
    if origin is dict:
        return f"Record<{', '.join(told)}>"
    message = f"no type of TypeScript for {shape}"
    raise TypeError(message)


def _declare(shape: Any, named: dict[str, str]) -> None:
    if shape.__name__ in named:
        return
    named[shape.__name__] = ""  # a shape may hold itself
    fields = []
    for name, field in get_type_hints(shape, SPACE, include_extras=True).items():
        optional = get_origin(field) is NotRequired
        told = _typescript(get_args(field)[0] if optional else field, named)
        fields.append(f"  {name}{'?' if optional else ''}: {told};")
    told = " ".join(cleandoc(shape.__doc__ or "").partition(">>>")[0].split())
    named[shape.__name__] = "\n".join(
        [f"/** {told} */", f"export interface {shape.__name__} {{", *fields, "}\n"]
    )


if __name__ == "__main__":
    for file, text in files().items():
        file.write_text(text, encoding="utf-8")
