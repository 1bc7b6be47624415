"""A version 稿 and what is known about it, and the trailers by which git remembers it.

    Lawtrack-Draft: patriotic-health
    Lawtrack-Stage: first-reading
    Lawtrack-Date: 2020-07-30
    Lawtrack-Meeting: 某市人民代表大会常务委员会第二十九次会议
    Lawtrack-Source: 修订草案.docx sha256:…
    Lawtrack-Decision: 关于修改《某市条例》的决定 sha256:…
    Lawtrack-Merges: 3f2a… 9c41… 07be…

The decision is there where the text was made by applying one; the hashes of ours, theirs and base where it was made by
merging two versions. The trailers are the last paragraph of a commit's
message; git's own commands keep them through clone, push, rebase and cherry-pick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from lawtrack.drafts.names import stage_label
from lawtrack.drafts.occasion import Occasion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.drafts.commit import Author, Commit

PREFIX: Final = "Lawtrack-"
Origin = Literal["saved", "merged", "outside", "cut"]
"""How a text came to be at HEAD; `cut`: in a past that is not here."""
_TRAILER: Final = re.compile(
    r"Lawtrack-(Draft|Stage|Date|Meeting|Source|Decision|Merges|Corrects|Adopts|Undoes|Round|Suggested|Decided"
    r"|Text|Files|After|Record): *(.*)"
)
COLUMNS: Final = (
    "draft", "stage", "stage_label", "date", "meeting", "source", "sha256", "decision", "author", "message", "sha",
    "saved", "origin", "cut",
)  # fmt: skip
"""The fields of `Version.to_dict`, in order."""
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a version was imported from: its name, and the SHA-256 of its bytes in hexadecimal.

    >>> print(Source("修订草案.docx", "ab" * 32))  # doctest: +ELLIPSIS
    修订草案.docx sha256:abab...
    """

    name: str
    sha256: str

    @classmethod
    def parse(cls, text: str) -> Source:
        """From the trailer's value; whatever cannot be told apart is the name."""
        name, mark, digest = text.rpartition(" sha256:")
        return cls(name, digest) if mark else cls(text, "")

    @property
    def well_formed(self) -> bool:
        """Is there a name, and a hash of 64 hexadecimal digits?"""
        return bool(self.name) and bool(_SHA256.fullmatch(self.sha256))

    def __str__(self) -> str:
        return f"{one_line(self.name)} sha256:{self.sha256}"


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a draft: one commit whose trailers say which draft and which stage.

    `date` is the stage's own date (YYYY-MM-DD, YYYY-MM or YYYY); `saved` the commit's author date (ISO 8601).
    `fresh` is True only on what a save has just made, False where the version was there already. `corrects` is the
    record that a correction speaks of (`correcting`), "" for a version. `decision` names the amending decision whose
    application made the text, None where it came otherwise; `merges` the commits of ours, theirs and base where the text
    was merged of two versions.

    `origin` says how the text came to be at HEAD: `saved` by lawtrack, `merged` by git of two versions, or `outside`, a
    commit that says nothing of lawtrack; stage and date are then those of the version before it (`merged`: the later
    one), and the day of the commit. A clone without its whole past (shallow) begins with versions that are `cut`: what
    came before is not here; where such a commit does not tell of the draft, its `origin` is `cut` too, and who wrote the
    text is not known (author ""). `parents` are the commits that it stands on, `predecessors` the versions of the
    draft that do. `committer` saved it. `adopts` is the commit of an outside edit that it takes over,
    `undoes` that of the version that it takes back.

    >>> from lawtrack.drafts import Author, Commit, Occasion, write_message
    >>> words = write_message("park", Occasion(stage="first-reading", date="2020-07-30", message="一审稿"))
    >>> commit = Commit("3f2a9c41", Author("王小明", "wang@example.cn"), "2020-07-30T09:00:00+08:00", words)
    >>> version = Version.of(commit)
    >>> version.draft, version.stage_label, version.message
    ('park', '一审', '一审稿')
    """

    draft: str
    stage: str
    date: str
    meeting: str
    source: Source | None
    author: Author
    sha: str
    message: str
    saved: str
    fresh: bool = field(default=False, compare=False)
    corrects: str = field(default="", compare=False)
    decision: Source | None = None
    merges: tuple[str, ...] = ()
    origin: Origin = "saved"
    parents: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = field(default=(), compare=False, repr=False)
    committer: Author | None = field(default=None, compare=False, repr=False)
    adopts: str = ""
    undoes: str = ""
    cut: bool = field(default=False, compare=False)

    @classmethod
    def of(cls, commit: Commit) -> Version | None:
        """The version that a commit is by its trailers, or None where it is none."""
        record = read_message(commit.message)
        told = record.fields
        if not {"Draft", "Stage"} <= told.keys():
            return None
        return cls(
            draft=told["Draft"],
            stage=told["Stage"],
            date=told.get("Date", ""),
            meeting=told.get("Meeting", ""),
            source=Source.parse(told["Source"]) if "Source" in told else None,
            author=commit.author,
            sha=commit.sha,
            message=record.message,
            saved=commit.saved,
            corrects=told.get("Corrects", ""),
            decision=Source.parse(told["Decision"]) if "Decision" in told else None,
            merges=tuple(told.get("Merges", "").split()),
            parents=commit.parents,
            committer=commit.committer,
            adopts=told.get("Adopts", ""),
            undoes=told.get("Undoes", ""),
        )

    @property
    def occasion(self) -> Occasion:
        """Stage, date, meeting and message as one value."""
        return Occasion(stage=self.stage, date=self.date, meeting=self.meeting, message=self.message)

    @property
    def stage_label(self) -> str:
        """The stage's name in the language in use."""
        return stage_label(self.stage)

    @property
    def reference(self) -> str:
        """How commands name exactly this version: slug@commit."""
        return f"{self.draft}@{self.sha[:10]}"

    def to_dict(self) -> dict[str, Any]:
        """One flat record, every field a string; the row of `log --json` and of `log_frame`."""
        return {
            "draft": self.draft,
            "stage": self.stage,
            "stage_label": self.stage_label,
            "date": self.date,
            "meeting": self.meeting,
            "source": self.source.name if self.source else "",
            "sha256": self.source.sha256 if self.source else "",
            "decision": self.decision.name if self.decision else "",
            "author": self.author.name,
            "message": self.message,
            "sha": self.sha,
            "saved": self.saved,
            "origin": self.origin,
            "cut": "cut" if self.cut else "",
        }


@dataclass(frozen=True, slots=True)
class Record:
    """What the trailers of one commit say, before anybody has judged it; `doubled` names keys that stand twice."""

    message: str
    fields: dict[str, str]
    doubled: tuple[str, ...] = ()


def write_message(
    draft: str,
    occasion: Occasion,
    *,
    source: Source | None = None,
    decision: Source | None = None,
    merges: tuple[str, ...] = (),
    corrects: str = "",
    more: Mapping[str, str] | None = None,
) -> str:
    r"""The message of a commit that is a version of `draft`: the user's words, a blank line, the trailers.

    >>> words = "一审稿\n\nLawtrack-Stage: passed"
    >>> print(write_message("a", Occasion(stage="first-reading", date="2020-07-30", message=words)))
    一审稿
    <BLANKLINE>
    Lawtrack-Stage: passed
    <BLANKLINE>
    Lawtrack-Draft: a
    Lawtrack-Stage: first-reading
    Lawtrack-Date: 2020-07-30
    <BLANKLINE>

    What a user writes cannot pass for a trailer: only the last paragraph counts, and that one is written here. `more`
    are further trailers by their names, without the prefix.
    """
    values = {"Draft": draft, "Stage": occasion.stage, "Date": occasion.date, "Meeting": occasion.meeting}
    values |= {"Source": str(source or ""), "Decision": str(decision or "")}
    values |= {"Merges": " ".join(merges), "Corrects": corrects, **(more or {})}
    trailers = [f"{PREFIX}{key}: {text}" for key, value in values.items() if (text := one_line(value))]
    return "\n".join([*clean_lines(occasion.message), "", *trailers]) + "\n"


def with_trailers(message: str, more: Mapping[str, str]) -> str:
    r"""`message` with further trailers at its end, by their names without the prefix.

    >>> with_trailers("答复意见", {"Files": "sha256:…"})
    '答复意见\n\nLawtrack-Files: sha256:…\n'
    """
    gap = "\n" if read_message(message).fields else "\n\n"
    return (
        message.rstrip() + gap + "".join(f"{PREFIX}{key}: {one_line(value)}\n" for key, value in more.items())
    )


def read_message(message: str) -> Record:
    r"""The user's words and the trailers of a commit message; other people's trailers are passed over.

    >>> record = read_message("一审稿\n\nLawtrack-Draft: park\nLawtrack-Stage: first-reading\n")
    >>> record.message, record.fields
    ('一审稿', {'Draft': 'park', 'Stage': 'first-reading'})
    """
    lines = message.rstrip().split("\n")
    last = next((at for at in range(len(lines) - 1, -1, -1) if not lines[at].strip()), -1)
    trailers = [
        (match[1], match[2]) for line in lines[last + 1 :] if (match := _TRAILER.fullmatch(line.rstrip()))
    ]
    keys = [key for key, _ in trailers]
    doubled = tuple(sorted({key for key in keys if keys.count(key) > 1}))
    return Record(
        "\n".join(lines[: last + 1]).strip() if trailers else message.strip(), dict(trailers), doubled
    )


def one_line(text: str) -> str:
    r"""`text` without line breaks and control characters, which would forge a trailer.

    >>> one_line("第二十九次会议\nLawtrack-Stage: passed")
    '第二十九次会议 Lawtrack-Stage: passed'
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def clean_lines(text: str) -> list[str]:
    """The lines of a message without control characters and unpaired surrogates, which git refuses."""
    return [
        "".join(char for char in line if char.isprintable() or char in " \t　").rstrip()
        for line in text.strip().splitlines()
    ]
