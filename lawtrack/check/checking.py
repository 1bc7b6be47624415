"""`check`: every rule over one text, without those that are switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lawtrack.check.model import Finding, Fix
from lawtrack.check.rulebook import rules
from lawtrack.law import Instrument, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lawtrack.check.rule import Rule
    from lawtrack.check.subject import Subject
    from lawtrack.check.switches import Switches


def check(
    doc: Instrument | str,
    *,
    config: Mapping[str, Any] | None = None,
    previous: Instrument | str | None = None,
    switched_off: bool = False,
) -> list[Finding]:
    r"""What breaks the rules of drafting in `doc`, in the order of the text.

    `config` is a draft's record: `checks` maps a rule, or a rule at a clause (`must@第十条第二款`), to the reason for
    switching it off; `laws` lists names of laws that the list of national laws lacks. `previous` is the version
    before, for references that came to mean something else. With `switched_off` findings that are switched off are
    given too, with their reason. Raises InvalidRecord for a rule that does not exist, a switch without a reason, and an
    entry of `laws` that is no name of a law.

    >>> found = check("某市条例\n第一条　为了健康，制订本条例。\n第二条　违反第九条的，处罚。")
    >>> [(finding.code, finding.words) for finding in found if finding.severity == "error"]
    [('dangling', '第九条')]
    """
    # here, because the front door loads this module, and their expressions take a while to compile
    from lawtrack.check.subject import Subject
    from lawtrack.check.switches import Switches, law_names

    doc = parse(doc) if isinstance(doc, str) else doc
    before = parse(previous) if isinstance(previous, str) else previous
    settings = config or {}
    subject = Subject(doc, before, law_names(settings.get("laws")))
    switches = Switches(subject, settings.get("checks") or {})
    findings = [finding for each in rules().values() for finding in _findings(each, subject, switches)]
    findings.sort(key=lambda finding: (finding.start, finding.end))
    return [finding for finding in findings if switched_off or not finding.reason]


def _findings(each: Rule, subject: Subject, switches: Switches) -> Iterator[Finding]:
    for hit in each.find(subject):
        eid = subject.eid_at(hit.start)
        fix = Fix(hit.start, hit.end, hit.better) if hit.better is not None else None
        words = " ".join(subject.text[hit.start : hit.end].split())
        yield Finding(
            code=each.code,
            severity=each.severity,
            source=each.source,
            start=hit.start,
            end=hit.end,
            line=subject.doc.line_of(hit.start),
            eid=eid,
            words=words if len(words) <= 60 else words[:59] + "…",
            details=hit.details if hit.better is None else {"better": hit.better, **hit.details},
            fix=fix,
            reason=switches.reason(each.code, eid),
        )
