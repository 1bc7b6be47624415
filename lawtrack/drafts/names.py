"""Names that become paths, dates and stages in git: checked once, here, before anything else sees them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from difflib import get_close_matches
from typing import Final

from lawtrack.errors import NotFound, UnusableInput
from lawtrack.messages import catalogue, known, translate

DRAFTS: Final = "drafts/"
KEBAB: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG: Final = 64

WINDOWS_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that no Windows folder can have (Win32 "Naming Files, Paths, and Namespaces")."""

NAMES_OF_TEXTS: Final = {"表决": "passed", "通过": "passed", "批准": "approved", "现行": "in-force-text"}
"""What drafters call a 稿 where its stage has another name: 表决稿 is the text of the stage 表决通过."""

_DATE: Final = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)|年?)")


def valid_slug(slug: str) -> str:
    """`slug` itself: lower-case ASCII words joined by hyphens, fit for a folder on every system.

    Raises UnusableInput for anything else.

    >>> valid_slug("patriotic-health")
    'patriotic-health'
    """
    if not is_slug(slug):
        raise UnusableInput("store.bad-slug", slug=slug, longest=LONGEST_SLUG)
    return slug


def is_slug(name: str) -> bool:
    """Would `valid_slug` let it through?

    >>> is_slug("clean-air"), is_slug("../x")
    (True, False)
    """
    return len(name) <= LONGEST_SLUG and bool(KEBAB.fullmatch(name)) and name not in WINDOWS_DEVICES


def text_path(slug: str) -> str:
    """Where a draft's text lies in the repository. Raises UnusableInput for what is no name of a draft.

    >>> text_path("clean-air")
    'drafts/clean-air/text.md'
    """
    return f"{DRAFTS}{valid_slug(slug)}/text.md"


def record_path(slug: str) -> str:
    """Where a draft's record lies in the repository. Raises UnusableInput for what is no name of a draft.

    >>> record_path("clean-air")
    'drafts/clean-air/draft.yaml'
    """
    return f"{DRAFTS}{valid_slug(slug)}/draft.yaml"


def stage_id(name: str) -> str:
    """The id of the stage that `name` means: an id, or a Chinese or English label, with or without 稿.

    An id that no catalogue knows is taken as it is, for a profile may add stages; one that looks like a slip of the
    pen is not. Raises NotFound.

    >>> stage_id("一审稿"), stage_id("first reading"), stage_id("expert-hearing")
    ('first-reading', 'first-reading', 'expert-hearing')
    """
    wanted = name.strip().removeprefix("草案").removesuffix("稿")
    labels = {code.partition(".")[2]: names for code, names in catalogue("stages").items()}
    for stage, names in labels.items():
        if wanted == stage or wanted in names:
            return stage
    if wanted in NAMES_OF_TEXTS:
        return NAMES_OF_TEXTS[wanted]
    if not KEBAB.fullmatch(wanted) or get_close_matches(wanted, labels, cutoff=0.85):
        stages = ", ".join(f"{translate(f'stages.{stage}')} {stage}" for stage in labels)
        raise NotFound("store.no-stage", stage=name, known=stages)
    return wanted


def stage_label(stage: str, lang: str | None = None) -> str:
    """The stage's name in `lang` or the language in use; its id where a profile added it.

    >>> stage_label("second-reading"), stage_label("expert-hearing")
    ('二审', 'expert-hearing')
    """
    return translate(f"stages.{stage}", lang=lang) if known(f"stages.{stage}") else stage


def iso_date(written: str | date) -> str:
    """`written` as YYYY-MM-DD, YYYY-MM or YYYY, as exact as it was given. Raises UnusableInput for what is no date.

    >>> iso_date("2020年7月30日"), iso_date("2020/7"), iso_date("1989")
    ('2020-07-30', '2020-07', '1989')
    """
    match = _DATE.fullmatch(str(written).strip())
    numbers = [int(number) for number in match.groups() if number] if match else []
    try:
        date(*[*numbers, 1, 1][:3])
    except (TypeError, ValueError):
        raise UnusableInput("store.bad-date", date=written) from None
    return "-".join(f"{number:0{width}d}" for number, width in zip(numbers, (4, 2, 2), strict=False))


def is_date(text: str) -> bool:
    """Can `iso_date` read it?

    >>> is_date("2020-08"), is_date("八月")
    (True, False)
    """
    try:
        iso_date(text)
    except UnusableInput:
        return False
    return True


def first_day(iso: str) -> date:
    """The first day that an ISO date of any exactness may mean.

    >>> first_day("2020-07")
    datetime.date(2020, 7, 1)
    """
    numbers = [int(number) for number in iso.split("-")]
    return date(*[*numbers, 1, 1][:3])


def last_day(iso: str) -> date:
    """The last day that an ISO date of any exactness may mean.

    >>> last_day("2020-02"), last_day("2020")
    (datetime.date(2020, 2, 29), datetime.date(2020, 12, 31))
    """
    numbers = [int(number) for number in iso.split("-")]
    year, month = [*numbers, 12][:2]
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])
