"""The face of a room: what others may import from it, and nothing else.

A room's `__init__.py` lists its public names in `__all__`. `present` gives them the room's name as their module, so
that help, pickles and error messages name what a user can import; with `call` the room itself is called like the verb
that it is named for: `lawtrack.compare(old, new)` and `import lawtrack.compare.align as x` both work.
"""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import isclass, isfunction
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class CallableRoom(ModuleType):
    """A room that can be called like its verb."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the verb of the room's own name gives."""
        return vars(self)[self.__name__.rpartition(".")[2]](*given, **named)

    @property
    def __signature__(self) -> Any:
        """The verb's signature, for whoever asks `inspect` or a notebook's tooltip."""
        from inspect import signature

        return signature(vars(self)[self.__name__.rpartition(".")[2]])


def present(room: str, *, call: bool = False) -> None:
    """Give the public names of the module `room` its name; with `call`, let the room be called like its verb."""
    module = sys.modules[room]
    for name in module.__all__:
        _named(vars(module)[name], room)
    if call:
        module.__class__ = CallableRoom


def on_first_use(room: str, homes: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a face whose names load when they are asked for: name → module that has it.

    For rooms whose libraries cost more than most calls need (PEP 562).
    """

    def load(name: str) -> Any:
        if name not in homes:
            message = f"module {room!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = _named(getattr(import_module(homes[name]), name), room)
        setattr(sys.modules[room], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[room]), *homes})

    return load, names


def _named(value: Any, room: str) -> Any:
    """`value` with the face's name as its module, where it is a class or function of ours."""
    ours = (isclass(value) or isfunction(value)) and value.__module__.startswith("lawtrack.")
    if ours and value.__module__.split(".")[1] == room.split(".")[1]:
        value.__module__ = room
    return value
