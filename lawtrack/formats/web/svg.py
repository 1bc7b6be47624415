"""SVG from its parts: a picture with a title, hatching, bars. Fonts are the reader's own, nothing is fetched.

Every word given to these functions is escaped here; positions are in pixels from the upper left corner.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.formats.plan.tallies import Tally

NAMES: Final = 330
"""Room for the names on the left."""
WIDTH: Final = 720
"""Room for what stands to the right of the names."""
TOP: Final = 46
HATCHED: Final = 'fill="url(#hatch)" stroke="#333"'

_FONT: Final = "system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif"
_BAR: Final = 26
_HATCH: Final = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><path d="M0 0V6" stroke="#555" stroke-width="2"/></pattern></defs>'
)


def picture(height: int, title: str, body: str) -> str:
    """The whole `<svg>`: white ground, the title at the top, `body` below."""
    name, width = escape(title), NAMES + WIDTH + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="{_FONT}" font-size="12" role="img" aria-label="{name}"><title>{name}</title>{_HATCH}'
        f'<rect width="100%" height="100%" fill="#fff"/><text x="0" y="14" font-size="14" font-weight="bold">{name}</text>'
        f"{body}</svg>"
    )


def text(x: float, y: float, words: str, more: str = "") -> str:
    """Words that begin at (x, y); `more` are attributes, as `text-anchor="end"`."""
    return f'<text x="{x}" y="{y}" {more}>{escape(words)}</text>'


def tip(words: str) -> str:
    """What a pointer resting on the surrounding shape shows."""
    return f"<title>{escape(words)}</title>"


def bars(title: str, tallies: Sequence[Tally]) -> str:
    """A picture of horizontal bars with their numbers; the hatched part is what is late."""
    unit = (WIDTH - 120) / max((tally.count for tally in tallies), default=1)
    parts = []
    for number, tally in enumerate(tallies):
        y = TOP + _BAR * number
        box = f'x="{NAMES}" y="{y - 12}" height="16"'
        parts.append(text(NAMES - 8, y, tally.name, 'text-anchor="end"'))
        parts.append(f'<rect {box} width="{round(tally.count * unit, 1)}" fill="#c9d7e6" stroke="#333"/>')
        if tally.late:
            parts.append(f'<rect {box} width="{round(tally.late * unit, 1)}" {HATCHED}/>')
        parts.append(text(round(NAMES + tally.count * unit + 6, 1), y, counted(tally)))
    return picture(TOP + _BAR * len(tallies) + 6, title, "".join(parts))


def counted(tally: Tally) -> str:
    """The number of a bar in words: how many, and how many of them late."""
    return (
        translate("plan.picture-late", count=tally.count, late=tally.late) if tally.late else str(tally.count)
    )
