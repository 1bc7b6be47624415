"""The opinions of the sample as the letters they came in and the sitting that answered them, day by day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lawtrack.drafts import first_day
from lawtrack.messages import translate
from lawtrack.opinions import edit_opinion, opinion_path, read_opinion

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from lawtrack.opinions import Opinion


@dataclass(frozen=True, slots=True)
class Post:
    """What happened to a draft's opinions on one day: the files as they read then, and the subject of the commit."""

    slug: str
    day: dt.date
    files: dict[str, bytes]
    subject: str


def posts_of(sample: Path) -> list[Post]:
    """The days of all drafts of `sample` in order: on each first what came in, then what was answered.

    An opinion without a date came on the day of its version. Raises InvalidRecord for a file that cannot be read.
    """
    posts: dict[tuple[dt.date, str, bool], dict[str, bytes]] = {}
    for file in sorted((sample / "drafts").glob("*/opinions/*.yaml")):
        slug, text = file.parents[1].name, file.read_text("utf-8")
        one = read_opinion(slug, file.stem, text)
        path = opinion_path(slug, one.id)
        came = text if one.answer is None else edit_opinion(slug, text, replace(one, answer=None))
        posts.setdefault((_came(one), slug, False), {})[path] = came.encode("utf-8")
        if one.answer:
            answered = first_day(one.answer.date) if one.answer.date else _came(one)
            posts.setdefault((answered, slug, True), {})[path] = text.encode("utf-8")
    return [
        Post(slug, day, files, _subject(slug, len(files), answered=answered))
        for (day, slug, answered), files in sorted(posts.items(), key=lambda item: item[0])
    ]


def _came(one: Opinion) -> dt.date:
    return first_day(one.date or one.anchor.date)


def _subject(slug: str, count: int, *, answered: bool) -> str:
    code = "opinions.subject-answer" if answered else "opinions.subject-add"
    return translate(code, lang="zh", draft=slug, count=count) + "\n"
