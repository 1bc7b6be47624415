"""Write lawtrack/notebook/front/answers.d.ts: what each request of the page is answered with, as TypeScript reads it.

    python scripts/front_types.py

The shapes are those of `lawtrack.notebook.page.shapes`, by what the functions behind the requests say they return. A field
that is renamed in Python is renamed here, and the type check of the front end (scripts/javascript.sh) finds who still
asks for the old name. A test fails where the file is not what this script writes.
"""

from __future__ import annotations

from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from lawtrack.notebook.page import shapes
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.bench import ACTIONS

TARGET = Path(__file__).parents[1] / "lawtrack" / "notebook" / "front" / "answers.d.ts"
PLAIN = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
    Any: "unknown",
    object: "unknown",
}
SPACE = {**vars(shapes), "Done": Done}


def declarations() -> str:
    """The file's text: every shape that an answer holds, in the order of their names, then the requests."""
    named: dict[str, str] = {}
    answers = {name: _answer(_returned(action), named) for name, action in sorted(ACTIONS.items())}
    lines = [f'  "{name}": {shape};' for name, shape in answers.items()]
    return (
        "/* Written by scripts/front_types.py from the shapes in lawtrack/notebook/page/shapes: change those, not this. */\n\n"
        + "\n".join(text for _, text in sorted(named.items()))
        + "\n/** Each request by its name, and the result of its answer. */\nexport interface Answers {\n"
        + "\n".join(lines)
        + "\n}\n"
    )


def _returned(action: Any) -> Any:
    """What a function says it returns. Its module has the names for the type checker only, `shapes` has them all."""
    return eval(action.__annotations__["return"], SPACE)  # noqa: S307 -- our own annotations


def _answer(shape: Any, named: dict[str, str]) -> str:
    return _typescript(get_args(shape)[0] if get_origin(shape) is Done else shape, named)


def _typescript(shape: Any, named: dict[str, str]) -> str:
    """The type in TypeScript; a TypedDict by its name, which goes into `named` with its declaration."""
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
        return f"({told[0]})[]" if " " in told[0] and not told[0].startswith("[") else f"{told[0]}[]"
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
    TARGET.write_text(declarations(), encoding="utf-8")
