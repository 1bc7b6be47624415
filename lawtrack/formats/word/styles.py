"""The styles of a Word document: what a paragraph inherits (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TRUE: Final = frozenset({"1", "true", "on"})


def is_on(parent: _Element | None, name: str) -> bool:
    """Is the switch `name` (`w:vanish`, `w:isLgl`, …) there and not switched off?"""
    child = None if parent is None else parent.find(W + name)
    return child is not None and child.get(f"{W}val", "1") in _TRUE


def value(parent: _Element | None, *path: str) -> str | None:
    """The `w:val` of the element at `path` below `parent`, None where there is none."""
    child = None if parent is None else parent.find("/".join(W + tag for tag in path))
    return None if child is None else child.get(f"{W}val")


class Styles:
    """The styles of one document, by key; `root` is that part's root, None where the document has none."""

    def __init__(self, root: _Element | None) -> None:
        styles = () if root is None else root.iter(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in styles}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), None)

    def properties(self, key: str | None) -> _Element | None:
        """The paragraph properties of one style, without what it inherits."""
        style = self._styles.get(key)
        return None if style is None else style.find(f"{W}pPr")

    def chain(self, paragraph: _Element | None) -> Iterator[tuple[str, _Element]]:
        """The style of a paragraph with these properties and all that it is based on: key and paragraph properties."""
        key = value(paragraph, "pStyle") or self._default
        seen: set[str] = set()
        while key is not None and key not in seen and key in self._styles:
            seen.add(key)
            properties = self.properties(key)
            if properties is not None:
                yield key, properties
            key = value(self._styles[key], "basedOn")

    def indented(self, paragraph: _Element | None) -> bool:
        """Does the first line of a paragraph with these properties stand in, as a new paragraph's does?"""
        own = () if paragraph is None else (paragraph,)
        for properties in (*own, *(inherited for _, inherited in self.chain(paragraph))):
            indent = properties.find(f"{W}ind")
            first = (
                None if indent is None else indent.get(f"{W}firstLineChars") or indent.get(f"{W}firstLine")
            )
            if first is not None:
                return first.isdecimal() and int(first) > 0
        return False


def _is_default(style: _Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in _TRUE
