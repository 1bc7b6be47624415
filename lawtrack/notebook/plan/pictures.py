"""The pictures of the annual plan as of a day: timeline, stages, lateness by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.formats import front_end
from lawtrack.messages import language, translate, use_language
from lawtrack.notebook.languages import LanguageTrait
from lawtrack.plan import as_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lawtrack.plan import Plan


class PlanPictures(anywidget.AnyWidget):
    """The pictures of `plan` as of a day; setting `as_of` (an ISO day) or `lang` draws them anew.

    Beside a table that follows its reader: `traitlets.dlink((table, "as_of"), (pictures, "as_of"))`.

    >>> from lawtrack.plan import Plan
    >>> PlanPictures(Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}"), "2020-09-01")
    <PlanPictures: 立法计划时间表（截至2020-09-01）>
    """

    _esm = front_end("pictures.js")
    _css = front_end("pictures.css")

    pictures = traitlets.List(traitlets.Tuple(traitlets.Unicode(), traitlets.Unicode())).tag(sync=True)
    as_of = traitlets.Unicode()
    lang = LanguageTrait("zh")

    def __init__(self, plan: Plan, as_of: date | str, *, lang: str | None = None) -> None:
        self.plan = plan
        super().__init__(lang=lang or language(), as_of=str(as_day(as_of)))

    @traitlets.observe("as_of", "lang")
    def _draw(self, _change: Mapping[str, Any]) -> None:
        from lawtrack.formats import pictures

        with use_language(self.lang):
            self.pictures = list(pictures([self.plan], self.as_of).items())

    def __repr__(self) -> str:
        return f"<PlanPictures: {translate('plan.picture-timeline', self.lang, day=self.as_of)}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live pictures, and beside them the same as images for whoever opens the saved notebook."""
        from lawtrack.formats import pictures_images

        bundle, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        with use_language(self.lang):
            bundle["text/html"] = pictures_images([self.plan], self.as_of)
        return bundle, metadata
