"""Pictures of a plan: the timeline of the year, how many items at each stage, lateness by unit.

As SVG for a page of our own, and as `<img>` elements that hold the SVG in their address: so it passes JupyterLab's
sanitiser, and nothing in it can act, whatever its words are (SVG 2, "secure static mode" of images).
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING

from lawtrack.formats.plan.tallies import by_stage, by_unit
from lawtrack.formats.plan.timeline import timeline_svg
from lawtrack.formats.web.svg import bars
from lawtrack.messages import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lawtrack.plan import Plan


def status_svg(plans: Sequence[Plan], as_of: date | str) -> bytes:
    """The timeline as a file."""
    return timeline_svg(plans, as_of).encode()


def funnel_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """How many items stand at each stage, in the order of the procedure, unknown ones last."""
    return bars(translate("plan.picture-funnel", day=as_of), by_stage(plans, as_of))


def lateness_svg(plans: Sequence[Plan], as_of: date | str) -> str:
    """Time limits and targets by who answers for them: how many in all, and hatched how many late."""
    return bars(translate("plan.picture-lateness", day=as_of), by_unit(plans, as_of))


def pictures(plans: Sequence[Plan], as_of: date | str) -> dict[str, str]:
    """The three pictures in their order, each SVG under its title in the language in use.

    >>> from lawtrack.plan import Plan
    >>> plan = Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")
    >>> sorted(pictures([plan], "2020-09-01"))
    ['各环节项目数（截至2020-09-01）', '各责任单位的期限（截至2020-09-01）', '立法计划时间表（截至2020-09-01）']
    """
    drawn = {"timeline": timeline_svg, "funnel": funnel_svg, "lateness": lateness_svg}
    return {translate(f"plan.picture-{name}", day=as_of): draw(plans, as_of) for name, draw in drawn.items()}


def pictures_html(plans: Sequence[Plan], as_of: date | str) -> str:
    """The three, one below the other, for a page of our own."""
    return "".join(f"<figure>{svg}</figure>" for svg in pictures(plans, as_of).values())


def pictures_images(plans: Sequence[Plan], as_of: date | str) -> str:
    """The pictures of a plan as images for a page that may not be trusted: a saved notebook.

    >>> from lawtrack.plan import Plan
    >>> plan = Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}")
    >>> "<img" in pictures_images([plan], "2020-09-01")
    True
    """
    return "".join(
        f'<p><img alt="{escape(title)}" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"></p>'
        for title, svg in pictures(plans, as_of).items()
    )
