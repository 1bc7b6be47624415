"""The opinions on a draft as a table in the order of the clauses of one version: counts, filters, one to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import ipywidgets

from lawtrack.messages import translate
from lawtrack.notebook.desk import Panel
from lawtrack.notebook.opinions.rows import COLUMNS, cells, scope_options, scopes, searched
from lawtrack.notebook.pieces import ChoiceTable, Line
from lawtrack.notebook.version_choices import names_of, versions_of
from lawtrack.opinions import KINDS, NONE, RESULTS, kind_label

if TYPE_CHECKING:
    from lawtrack.notebook.desk import Desk
    from lawtrack.opinions import Followed, Report

_PROBLEMS: Final = 5
"""So many files that cannot be read are told by name; the rest are counted."""


class OpinionList(Panel):
    """A choice of version, the numbers, five filters and the table; `table.chosen` is the opinion that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        wide = {"layout": {"width": "auto", "max_width": "100%", "margin": "2px 14px 2px 2px"}}
        self.version = self.field(ipywidgets.Dropdown(**wide), "notebook.opinion-version")
        self.result = self.field(ipywidgets.Dropdown(**wide), "notebook.opinion-answer")
        self.kind = self.field(ipywidgets.Dropdown(**wide), "notebook.opinion-kind")
        self.scope = self.field(ipywidgets.Dropdown(**wide), "notebook.opinion-scope")
        self.search = self.field(ipywidgets.Text(**wide), "notebook.opinion-search")
        self.warned = self.worded(
            ipywidgets.Checkbox(indent=False, layout={"width": "auto", "margin": "4px 8px"}),
            "description",
            "notebook.opinion-warned",
        )
        self.counts, self.problems, self.hint = Line(), Line(), Line()
        self.table = ChoiceTable()
        self.report: Report | None = None
        self._scopes: dict[str, frozenset[str]] = {}
        row = {"flex_flow": "row wrap"}
        filters = (self.result, self.kind, self.scope, self.search, self.warned)
        self.children = (
            ipywidgets.HBox([self.version, self.counts], layout={**row, "align_items": "center"}),
            self.problems,
            ipywidgets.HBox(filters, layout=row),
            self.table,
            self.hint,
        )
        desk.watch(self.version, self._follow)
        for each in filters:
            desk.watch(each, self._narrow)

    @property
    def chosen(self) -> Followed | None:
        """The opinion that is chosen, followed to the version that is chosen."""
        return self.report.by_id.get(self.table.chosen) if self.report else None

    def fill(self) -> None:
        """Reads the opinions on the draft in hand anew; choices that are still there stay."""
        versions = versions_of(self.desk)
        names = list(zip(names_of(versions), (version.sha for version in versions), strict=True))
        known = self.version.value in {version.sha for version in versions}
        latest = versions[-1].sha if versions else None
        self.desk.offer(self.version, names, self.version.value if known else latest)
        results = [(translate(f"opinions.result-{result}"), result) for result in (*RESULTS, NONE)]
        kinds = [(kind_label(kind), kind) for kind in KINDS]
        for choice, code, options in ((self.result, "answers", results), (self.kind, "kinds", kinds)):
            self.desk.offer(choice, [(translate(f"notebook.opinion-all-{code}"), ""), *options], choice.value)
        self._follow()

    def _follow(self) -> None:
        """The report on the chosen version, and the table of it."""
        from lawtrack.opinions import Clauses

        workspace, sha = self.desk.workspace, self.version.value
        self.report = workspace.opinions(self.desk.draft).follow(sha) if sha else None
        rows = self.report.rows if self.report else ()
        if self.report:
            clauses = Clauses(workspace.instrument(self.report.version))
            self._scopes = {row.opinion.id: scopes(row, clauses) for row in rows}
            present = frozenset[str]().union(*self._scopes.values())
            self.desk.offer(self.scope, scope_options(present, clauses), self.scope.value)
        with self.table.hold_sync():
            ids = [row.opinion.id for row in rows]
            self.table.caption = translate(
                "notebook.opinion-caption", title=self.report.title if self.report else ""
            )
            self.table.columns = [translate(f"notebook.opinion-column-{name}") for name in COLUMNS]
            self.table.ids, self.table.rows = ids, [cells(row) for row in rows]
            self.table.chosen = self.table.chosen if self.table.chosen in ids else ""
        self._count()
        self._narrow()

    def _count(self) -> None:
        """The numbers, and the files that cannot be read."""
        self.counts.tell("plain", self._numbers() if self.report and self.report.rows else "")
        problems = self.report.problems if self.report else ()
        told = [problem.message() for problem in problems[:_PROBLEMS]]
        if left := len(problems) - len(told):
            told.append(translate("notebook.opinion-more-problems", count=left))
        self.problems.tell("notice", "\n".join(told))

    def _numbers(self) -> str:
        assert self.report is not None, "there is nothing to count else"
        tally = self.report.tally
        of = [translate("notebook.opinion-count", count=tally.total, sources=tally.sources)]
        of += [
            f"{translate(f'opinions.result-{name}')} {count}"
            for name, count in tally.results.items()
            if count
        ]
        if tally.no_comment:
            of.append(f"{translate('notebook.opinion-no-comment')} {tally.no_comment}")
        if warned := sum(bool(row.remarks) for row in self.report.rows):
            of.append(translate("notebook.opinion-count-warned", count=warned))
        return " · ".join(of)

    def _narrow(self) -> None:
        """Shows what the filters let through."""
        rows = self.report.rows if self.report else ()
        shown = [row.opinion.id for row in rows if self._lets_through(row)]
        self.table.shown = shown
        everything = len(shown) == len(rows)
        few = "" if everything else translate("notebook.opinion-shown", shown=len(shown), count=len(rows))
        self.hint.tell("plain", few if shown else self._why_empty())

    def _lets_through(self, row: Followed) -> bool:
        opinion = row.opinion
        result = opinion.answer.result if opinion.answer else "" if opinion.no_comment else NONE
        wanted: tuple[tuple[Any, bool], ...] = (
            (self.result.value, self.result.value == result),
            (self.kind.value, self.kind.value == opinion.kind),
            (self.scope.value, self.scope.value in self._scopes[opinion.id]),
            (self.search.value.strip(), self.search.value.strip() in searched(row)),
            (self.warned.value, bool(row.remarks)),
        )
        return all(fits for asked, fits in wanted if asked)

    def _why_empty(self) -> str:
        if self.report is None:
            return translate("notebook.no-text")
        return translate("notebook.opinion-no-match" if self.report.rows else "notebook.opinion-none")
