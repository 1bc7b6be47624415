"""`Asides`: fields that two people changed differently, put aside in a sync until somebody decides.

    plans/aside/<id>.yaml           of plans, lists and whatever is no draft's
    drafts/<slug>/aside/<id>.yaml   of a draft's records and opinions

The colleague's value, which was shared first, stands meanwhile; the file holds both. A decision puts the chosen value into
its field and takes the file away, in one commit; both wordings stay in git's history. Clauses of a text are not here:
they wait as suggestions of the round `aside`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, Literal, Unpack

from lawtrack.drafts import DRAFTS, Signature, Signed, is_slug, spelled_out
from lawtrack.errors import NotFound, UnusableInput
from lawtrack.messages import translate
from lawtrack.records import read_mapping, settled, write_mapping
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.stamps import stamp
from lawtrack.store.history.reading import head_of

if TYPE_CHECKING:
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.git.stamps import Stamp
    from lawtrack.store.team.joining import Aside

PLACE: Final = "plans/aside/"
Side = Literal["ours", "theirs"]
"""Ours are the words that were put aside, theirs those that stand."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A field put aside: its file and place, what it said before, the words put aside, those that stand, whose, when.

    `base`, `ours` and `theirs` are the values as JSON, "" where there was none; without a `place` they are whole files.

    >>> from lawtrack.store import Pending
    >>> pending = Pending("1", "plans/2020.yaml", "items[air].stage", ours='"review"', theirs='"drafting"')
    >>> pending.to_dict()["ours"]
    '"review"'
    """

    id: str
    path: str
    place: str = ""
    base: str = ""
    ours: str = ""
    theirs: str = ""
    author: str = ""
    date: str = ""
    draft: str = ""

    def to_dict(self) -> dict[str, str]:
        """The record as plain data, every field there."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


@dataclass(frozen=True, slots=True)
class Asides:
    """What waits for a decision; `Workspace.asides()` gives it. It keeps nothing in memory.

    >>> import tempfile
    >>> from lawtrack.drafts import Author
    >>> from lawtrack.store import Workspace
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     Workspace.create(folder, author=Author("王小明", "wang@example.cn")).asides().all()
    ()
    """

    repository: Repository

    def all(self) -> tuple[Pending, ...]:
        """Everything put aside, by file and place. Raises InvalidRecord for a file that cannot be read."""
        head = head_of(self.repository)
        drafts = filter(is_slug, self.repository.names(head, DRAFTS))
        folders = [PLACE, *(f"{DRAFTS}{slug}/aside/" for slug in drafts)]
        paths = [
            folder + name
            for folder in folders
            for name in self.repository.names(head, folder)
            if name.endswith(".yaml")
        ]
        contents = self.repository.read_many([(head, path) for path in paths])
        told = [_read(path, content or b"") for path, (_, content) in zip(paths, contents, strict=True)]
        return tuple(sorted(told, key=lambda one: (one.path, one.place, one.id)))

    def waiting(self, path: str, place: str) -> dict[str, bytes]:
        """The files, by path, in which the field at `place` of the file `path` waits."""
        head = head_of(self.repository)
        names = [file_of(one) for one in self.all() if (one.path, one.place) == (path, place)]
        contents = self.repository.read_many([(head, name) for name in names])
        return {
            name: content for name, (_, content) in zip(names, contents, strict=True) if content is not None
        }

    @spelled_out(Signed)
    def decide(
        self,
        pending: str,
        take: Side,
        *,
        why: str = "",
        **signed: Unpack[Signed],
    ) -> Pending:
        """The field `pending`, an id, as decided: `take` ours for the words put aside, theirs for those that stand.

        Raises NotFound (id, or a field that is no longer there), UnusableInput (no such side), Conflict where somebody was
        faster.
        """
        if take not in ("ours", "theirs"):
            raise UnusableInput("team.no-side", side=take)
        every = {one.id: one for one in self.all()}
        if pending not in every:
            raise NotFound("team.no-aside", id=pending, known=", ".join(every) or "–")
        one, head = every[pending], head_of(self.repository)
        files: dict[str, bytes | None] = {file_of(one): None}
        if take == "ours":
            files[one.path] = self._with_ours(one, self.repository.read(head, one.path))
        by = stamp(self.repository, Signature(**signed))
        side = translate(f"team.side-{take}", lang="zh")
        where = f"{one.path} {one.place}".strip()
        subject = translate("team.aside-decided", lang="zh", where=where, side=side)
        message = "\n\n".join(filter(None, [subject, why.strip()])) + "\n"
        commit(self.repository, Change(files, message, by, head))
        return one

    def _with_ours(self, one: Pending, held: bytes | None) -> bytes | None:
        """The file with the words put aside in their field; None where these are that there is none."""
        if not one.place:
            return one.ours.encode("utf-8") if one.ours else None
        return settled((held or b"").decode("utf-8", "replace"), one.place, one.ours, one.path).encode(
            "utf-8"
        )


def files_of(asides: tuple[Aside, ...], signed: Stamp) -> dict[str, bytes | None]:
    """The files that hold what was put aside, by path; the clauses of texts are left to the round `aside`."""
    files: dict[str, bytes | None] = {}
    for one in asides:
        if one.path.endswith("/text.md"):
            continue
        name = hashlib.sha256(
            "\x1f".join((one.path, one.place, one.ours, signed.author.name)).encode("utf-8", "replace")
        )
        pending = Pending(
            f"a-{name.hexdigest()[:10]}", one.path, one.place, one.base, one.ours, one.theirs, signed.author.name,
            signed.day, one.draft,
        )  # fmt: skip
        told = {key: value for key, value in pending.to_dict().items() if value and key != "id"}
        files[file_of(pending)] = write_mapping(told).encode("utf-8")
    return files


def file_of(one: Pending) -> str:
    """Where it waits."""
    return (f"{DRAFTS}{one.draft}/aside/" if is_slug(one.draft) else PLACE) + f"{one.id}.yaml"


def _read(path: str, content: bytes) -> Pending:
    data: Any = read_mapping(content.decode("utf-8", "replace"), path)
    names = {each.name for each in fields(Pending)} - {"id"}
    told = {str(key): str(value) for key, value in data.items() if key in names}
    return Pending(path.rpartition("/")[2].removesuffix(".yaml"), **{"path": "", **told})
