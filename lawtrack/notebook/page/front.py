"""The front end as text: modules in the order in which each finds what it imports, and one style sheet.

The kernel sends it to the page, so that both ends are always of one version, and nothing is built or fetched.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

from lawtrack.formats import comparison_module, front_end, modules_in_order
from lawtrack.messages import LANGUAGES, translate

MAIN: Final = "main.js"
_EARLY: Final = ("lost", "reconnect", "reconnecting", "working", "stop", "no-answer")
"""What the page may have to say before its first answer has brought all its words."""
_FOLDERS: Final = ((), ("team",), ("library",), ("vendor",))
"""Where modules lie below `front`; they import each other by name, wherever they lie."""


@cache
def modules() -> tuple[tuple[str, str], ...]:
    """Name and text of every module that `MAIN` needs, what is imported before what imports it."""
    return tuple(modules_in_order(MAIN, _text).items())


def style() -> str:
    """The style sheet of the page and of the comparison in it."""
    return front_end("look.css", "comparison.css") + _text("page.css")


def bundle() -> dict[str, Any]:
    """What `loader.js` takes: modules, the name of the one to start, the style, and the first words."""
    return {
        "modules": [list(each) for each in modules()],
        "main": MAIN,
        "style": style(),
        "words": {lang: {name: translate(f"screen.{name}", lang) for name in _EARLY} for lang in LANGUAGES},
    }


def loader() -> str:
    """The module that loads the others."""
    return str(
        _folder("labextension", "lawtrack", "static").joinpath("loader.js").read_text(encoding="utf-8")
    )


def labextension_folder() -> str:
    """The folder that JupyterLab is told of; it holds a prebuilt extension without a build.

    >>> from pathlib import Path
    >>> from lawtrack.notebook import labextension_folder
    >>> Path(labextension_folder()).name
    'labextension'
    """
    return str(_folder("labextension"))


def _text(name: str) -> str:
    shared = comparison_module(name)
    if shared is not None:
        return shared
    places = (_folder("front", *folder, name) for folder in _FOLDERS)
    return str(next(place for place in places if place.is_file()).read_text(encoding="utf-8"))


def _folder(*names: str) -> Any:
    return files("lawtrack.notebook").joinpath(*names)
