"""The sample workspace, replayed into git: the same files, dates and authors each time, so the same commits."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lawtrack.drafts import Author, Occasion, Source, first_day, iso_date, record_path
from lawtrack.errors import Conflict, InvalidRecord, NotFound
from lawtrack.messages import translate
from lawtrack.powers import PowersData, read_rows
from lawtrack.records import read_mapping, write_mapping
from lawtrack.store.git.seed import LAWTRACK
from lawtrack.store.new_version import OPENING
from lawtrack.store.powers import PowersLists
from lawtrack.store.sample_opinions import Post, posts_of
from lawtrack.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from lawtrack.drafts import Saved

UNDATED: Final = "2000-01-01"


@dataclass(frozen=True, slots=True)
class SampleStage:
    """One text of the sample: where it lies, and the version that it becomes."""

    slug: str
    file: Path
    author: Author
    occasion: Occasion

    @property
    def saved(self) -> Saved:
        """What its record says."""
        return {
            "author": self.author,
            "committer": LAWTRACK,
            "when": self.opened,
            "stage": self.occasion.stage,
            "date": self.occasion.date,
            "meeting": self.occasion.meeting,
            "message": self.occasion.message,
        }

    @property
    def opened(self) -> datetime:
        """When its commit is dated: the morning of the day of its stage."""
        return datetime.combine(self.day, OPENING)

    @property
    def day(self) -> date:
        """The day of its stage, the first that it can have been."""
        return first_day(self.occasion.date)


def sample_root() -> Path:
    """The folder that holds the sample's `drafts/` and `plans/`: the checkout, or the installed package's own copy.

    Raises NotFound.

    >>> (sample_root() / "drafts" / "patriotic-health").is_dir()
    True
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package.parent, package / "sample"):
        if (folder / "plans").is_dir() and any((folder / "drafts").glob("*/draft.yaml")):
            return folder
    raise NotFound("store.no-sample", path=package)


def replay(sample: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> Workspace:
    """A workspace in `target` with the plan, the drafts, every dated text, opinion and list of powers of `sample`, oldest first.

    `progress` is told (texts done, texts in all). Raises Conflict where `target` holds anything already,
    InvalidRecord for a list of stages in `sample` that lacks a field.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sample = Path(folder, "sample")
    ...     sample.mkdir()
    ...     replay(sample, Path(folder, "made")).drafts()
    ()
    """
    if target.exists() and any(target.iterdir()):
        raise Conflict("store.target-in-use", path=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as beside:
        # beside the target and then in its place: a replay that is broken off leaves nothing behind
        made = Path(beside, "workspace")
        _replay(sample, made, progress)
        if target.exists():
            target.rmdir()
        made.rename(target)
    return Workspace.open(target)


def _replay(sample: Path, target: Path, progress: Callable[[int, int], None] | None) -> None:
    records, stages = _records(sample)
    stages.sort(key=lambda one: (one.day, one.slug))
    began = stages[0].opened if stages else datetime.combine(first_day(UNDATED), OPENING)
    workspace = Workspace.create(target, author=LAWTRACK, when=began)
    subject = translate("store.sample-subject", lang="zh") + "\n"
    workspace.commit_files({**records, **_plans(sample)}, subject, author=LAWTRACK, when=began)
    posts = posts_of(sample)
    lists = sorted(sample_lists(sample).items(), key=lambda one: (one[0].stem, one[0].parent.name))
    authors = {one.slug: one.author for one in stages}
    for done, one in enumerate(stages, 1):
        content = one.file.read_bytes().replace(b"\r\n", b"\n")
        workspace.import_version(
            one.slug,
            content.decode("utf-8"),
            source=Source(one.file.name, sha256(content).hexdigest()),
            **one.saved,
        )
        while posts and (done == len(stages) or posts[0].day < stages[done].day):
            _deliver(workspace, posts.pop(0), authors)
        while lists and done < len(stages) and first_day(lists[0][0].stem) < stages[done].day:
            _list_powers(workspace, *lists.pop(0))
        if progress:
            progress(done, len(stages))
    for file, rows in lists:
        _list_powers(workspace, file, rows)


def _deliver(workspace: Workspace, post: Post, authors: dict[str, Author]) -> None:
    """The opinions that came, or were answered, on one day, in a commit of that day."""
    signed, when = authors.get(post.slug, LAWTRACK), datetime.combine(post.day, OPENING)
    workspace.commit_files(post.files, post.subject, author=signed, committer=LAWTRACK, when=when)


def sample_lists(sample: Path) -> dict[Path, list[tuple[str, ...]]]:
    """The rows of each list of powers of `sample`, headings first, by its file `powers/<slug>/<date>.csv`.

    >>> {file.name: rows[1][1] for file, rows in sample_lists(sample_root()).items()}["2020-06-30.csv"]
    '临时占用古桥桥面的许可'
    """
    files = sorted((sample / "powers").glob("*/*.csv"))
    return {file: list(map(tuple, csv.reader(file.read_text("utf-8").splitlines()))) for file in files}


def _list_powers(workspace: Workspace, file: Path, rows: list[tuple[str, ...]]) -> None:
    """A list of powers as it stood on the day by which its file is called."""
    items, doubts, title = read_rows([rows])
    PowersLists(workspace.repository).save(
        file.parent.name,
        PowersData(items, title=title, date=file.stem, doubts=doubts),
        date=file.stem,
        source=file.name,
        author=LAWTRACK,
        committer=LAWTRACK,
        when=datetime.combine(first_day(file.stem), OPENING),
    )


def _records(sample: Path) -> tuple[dict[str, bytes], list[SampleStage]]:
    """Each draft.yaml without its list of stages, by its path in the workspace; and all the stages."""
    records: dict[str, bytes] = {}
    stages: list[SampleStage] = []
    for file in sorted((sample / "drafts").glob("*/draft.yaml")):
        slug = file.parent.name
        data = read_mapping(file.read_text("utf-8"), str(file))
        stages += _stages(slug, file, data.pop("stages", None) or [])
        records[record_path(slug)] = write_mapping(data).encode("utf-8")
    return records, stages


def _stages(slug: str, file: Path, listed: Any) -> Iterator[SampleStage]:
    for entry in listed:
        try:
            message = "\n\n".join(filter(None, [str(entry["message"]), str(entry.get("note") or "")]))
            yield SampleStage(
                slug=slug,
                file=file.parent / str(entry["file"]),
                author=Author.parse(str(entry["author"])),
                occasion=Occasion(
                    stage=str(entry["stage"]),
                    date=iso_date(str(entry["date"])),
                    meeting=str(entry.get("meeting") or ""),
                    message=message,
                ),
            )
        except (KeyError, TypeError) as error:
            raise InvalidRecord("store.bad-stage", file=file, slug=slug, problem=error) from None


def _plans(sample: Path) -> dict[str, bytes]:
    files = sorted((sample / "plans").glob("*.yaml"))
    return {f"plans/{file.name}": file.read_text("utf-8").encode("utf-8") for file in files}
