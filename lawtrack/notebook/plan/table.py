"""The annual plan as of a day: one table, one date to choose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from lawtrack.formats import front_end
from lawtrack.messages import catalogue, language, translate, use_language
from lawtrack.notebook.languages import LanguageTrait
from lawtrack.plan import as_day, status_records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.plan import Plan, StatusRecord

_WORDS = "notebook.plan-"


class PlanTable(anywidget.AnyWidget):
    """Where every item of `plan` stands as of a day, which the reader may change; Python computes each answer.

    >>> from lawtrack.plan import Plan
    >>> PlanTable(Plan.read("{year: 2020, title: 计划, jurisdiction: 昆明市}"), "2020-09-01")
    <PlanTable: 2020-09-01：0 项，逾期 0 项>
    """

    _esm = front_end("plan.js")
    _css = front_end("look.css", "plan.css")

    records = traitlets.List(traitlets.Dict()).tag(sync=True)
    as_of = traitlets.Unicode().tag(sync=True)
    lang = LanguageTrait("zh").tag(sync=True)
    messages = traitlets.Dict().tag(sync=True)

    def __init__(self, plan: Plan, as_of: date | str, *, lang: str | None = None) -> None:
        self.plan = plan
        super().__init__(lang=lang or language(), as_of=as_day(as_of).isoformat())
        self._compute()

    @property
    def day(self) -> date:
        """The day that the table speaks of."""
        return date.fromisoformat(self.as_of)

    @traitlets.validate("as_of")
    def _valid_day(self, proposal: Mapping[str, Any]) -> str:
        """A day from the page is believed only if it is one; else the table stays where it was."""
        try:
            return date.fromisoformat(proposal["value"]).isoformat()
        except ValueError:
            return self.as_of

    @traitlets.observe("as_of", "lang")
    def _follow(self, _change: Mapping[str, Any]) -> None:
        self._compute()

    def _compute(self) -> None:
        with use_language(self.lang), self.hold_sync():
            self.records = [dict(_in_words(record)) for record in status_records([self.plan], self.day)]
            self.messages = {
                code.removeprefix(_WORDS): translate(code)
                for code in catalogue("notebook")
                if code.startswith(_WORDS)
            }

    def __repr__(self) -> str:
        late = sum(record["overdue"] is True for record in self.records)
        with use_language(self.lang):
            return f"<PlanTable: {translate('notebook.plan-count', count=len(self.records), late=late, day=self.as_of)}>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """The live table, and beside it the static one for whoever opens the saved notebook."""
        from lawtrack.formats import status_table

        bundle, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        with use_language(self.lang):
            bundle["text/html"] = status_table(self.plan, self.day)
        return bundle, metadata


def _in_words(record: StatusRecord) -> StatusRecord:
    """The record as the page shows it: the two ids that have words in words."""
    from lawtrack.formats import column_word

    return {
        **record,
        "instrument": column_word("instrument", record["instrument"]),
        "action": column_word("action", record["action"]),
    }
