"""The front end's files as text: one module after another, or all that one needs joined into one.

An exported page and a widget take a front end as one text; the files are modules that import each other, so that each
can be read, checked and tested alone. Nothing is built: joining takes out the lines of import and the comments that tell
a type checker of types, and a test holds that no two modules of one folder use the same name.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_IMPORT: Final = re.compile(r'^(?:import|export)\b[^;]*?from "\./([\w.-]+)";\n?', re.MULTILINE)
_TYPES: Final = re.compile(r"^ *+/\*\*(?:(?!\*/).)*+\*/\n", re.MULTILINE | re.DOTALL)
"""A comment of its own that begins with two stars: for whoever reads the module, not for who opens the page."""
COMPARISON: Final = "comparison.js"
"""The module that shows a comparison; those that it needs lie beside it."""


def front_end(*names: str) -> str:
    """The text of front-end files, joined; `comparison.js` with all that it needs.

    >>> text = front_end("comparison.js")
    >>> "import " in text, "@param" in text, text.count("export default")
    (False, False, 1)
    """
    return "".join(_joined() if name == COMPARISON else _text(name) for name in names)


def comparison_module(name: str) -> str | None:
    """The text of one of the modules that show a comparison, None where there is none of that name.

    >>> from lawtrack.formats import comparison_module
    >>> "export" in comparison_module("rows.js"), comparison_module("nothing.js")
    (True, None)
    """
    file = _folder().joinpath("comparison", name)
    return str(file.read_text(encoding="utf-8")) if file.is_file() else None


def modules_in_order(main: str, read: Callable[[str], str]) -> dict[str, str]:
    r"""Name and text of every module that `main` needs, what is imported before what imports it.

    >>> texts = {"a.js": 'import { b } from "./b.js";\\nb();\\n', "b.js": "export const b = () => 1;\\n"}
    >>> list(modules_in_order("a.js", texts.__getitem__))
    ['b.js', 'a.js']
    """
    ordered: dict[str, str] = {}

    def visit(name: str) -> None:
        if name not in ordered:
            text = read(name)
            for other in _IMPORT.findall(text):
                visit(other)
            ordered[name] = text

    visit(main)
    return ordered


def _joined() -> str:
    modules = modules_in_order(COMPARISON, lambda name: _text(f"comparison/{name}"))
    return "\n".join(_TYPES.sub("", _IMPORT.sub("", text)) for text in modules.values())


def _text(name: str) -> str:
    return str(_folder().joinpath(*name.split("/")).read_text(encoding="utf-8"))


def _folder() -> Any:
    return files("lawtrack.formats.web").joinpath("static")
