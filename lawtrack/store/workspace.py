"""`Workspace`: drafts and their versions in a git repository."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from lawtrack.drafts import (
    Draft,
    Occasion,
    Resaved,
    Saved,
    Signature,
    Signed,
    Version,
    read_draft,
    record_path,
    spelled_out,
    stage_label,
    valid_slug,
    write_draft,
)
from lawtrack.errors import Conflict, NotFound
from lawtrack.messages import translate
from lawtrack.store.answers import Answers
from lawtrack.store.git.repository import Repository
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.seed import is_workspace, plant, prepare
from lawtrack.store.git.stamps import stamp
from lawtrack.store.git.turns import settle
from lawtrack.store.history.correcting import correction, message_of
from lawtrack.store.history.reading import head_of, versions_in
from lawtrack.store.new_version import NewVersion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.amend import Applied
    from lawtrack.drafts import Source, Table
    from lawtrack.law import Instrument
    from lawtrack.merge import Depth, Merge
    from lawtrack.store.merging import Three
    from lawtrack.store.team.rounds import Rounds
    from lawtrack.store.team.syncing import Sync


@dataclass(frozen=True, slots=True)
class Workspace(Answers):
    """Drafts and their versions in one git repository; `Workspace.open(path)` or `Workspace.create(path)` gives it.

    It keeps nothing in memory: every answer is git's answer of the moment, so that other people's and other programs'
    commits are seen at once.

    >>> import tempfile
    >>> from lawtrack.drafts import Author
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     made = Workspace.create(f"{folder}/工作区", author=Author("某某", "clerk@example.cn"))
    ...     made.drafts()
    ()
    """

    @classmethod
    @spelled_out(Signed)
    def create(cls, path: str | Path, **signed: Unpack[Signed]) -> Workspace:
        """A workspace in the folder `path`, made if need be, with its first commit.

        An existing repository becomes a workspace, a clone of one gets its settings; what is there stays. `signed`
        (`Signed`) is for the first commit.
        """
        folder = Path(path)
        there = Repository.find(folder) if (folder / ".git").exists() else None
        repository = there or Repository.create(folder)
        plant(repository, Signature(**signed))
        return cls(repository)

    @classmethod
    def open(cls, path: str | Path = ".") -> Workspace:
        """The workspace that holds `path`. Raises NotFound."""
        repository = Repository.find(Path(path))
        if repository is None or not is_workspace(repository.root):
            raise NotFound("store.no-workspace", path=Path(path).absolute())
        prepare(repository)
        settle(repository)
        return cls(repository)

    @spelled_out(Signed)
    def add_draft(
        self,
        slug: str,
        title: str,
        *,
        instrument: str = "",
        jurisdiction: str = "",
        plan_item: str = "",
        profile: str = "",
        action: str = "",
        **signed: Unpack[Signed],
    ) -> Draft:
        """A new draft without text: its draft.yaml in one commit. Raises Conflict where the draft is there."""
        if valid_slug(slug) in self.slugs():
            raise Conflict("store.draft-exists", slug=slug)
        draft = read_draft(
            slug, write_draft(Draft(slug, title, instrument, jurisdiction, plan_item, profile, action))
        )
        subject = translate("store.draft-subject", lang="zh", title=draft.title) + "\n"
        self.commit_files({record_path(slug): write_draft(draft).encode("utf-8")}, subject, **signed)
        return draft

    @spelled_out(Saved)
    def import_version(
        self,
        slug: str,
        doc: Instrument | str,
        *,
        source: Source | None = None,
        title: str = "",
        tables: tuple[Table, ...] = (),
        **saved: Unpack[Saved],
    ) -> Version:
        """`doc` as a version of the draft `slug`, in one commit; a draft that is not there is begun with it.

        `source` is the file that the text came from, `tables` how the tables lay there (`ReadText.tables`). `saved`
        (`Saved`) takes `stage`, an id or a label (first-reading, 一审), and `date`, the stage's own date; `meeting` and
        `message` if there are any; `author` and `committer`, git's user (user.name, user.email) if left out; `when` the
        commit is dated, else on the day of the stage. The same source, stage and text a second time gives the version
        that is there, with `fresh` False.

        Raises Conflict when somebody saved the draft meanwhile or text.md holds unsaved edits, NotSaved when the save
        failed; both name the file that holds the text.
        """
        new = NewVersion.of(slug, doc, Occasion.of(saved), source=source, title=title, tables=tables)
        head = head_of(self.repository)
        there = new.among(self.repository, versions_in(self.repository, slug))
        return there or new.save(self.repository, Signature.of(saved), base=head)

    @spelled_out(Saved)
    def save(
        self,
        slug: str,
        text: str | None = None,
        *,
        on: Version | None = None,
        **saved: Unpack[Saved],
    ) -> Version:
        """What was written in the workspace as a version: `text`, or else what lies in `drafts/<slug>/text.md`.

        `on` is the version that was opened for editing: where somebody has saved the draft since, Conflict is raised
        and nobody's words are overwritten. The rest is as for `import_version`.
        """
        self._require(slug)
        base = on.sha if on else head_of(self.repository)
        lying = self.working_text(slug) if text is None else None
        known = frozenset() if lying is None else frozenset({lying.encode("utf-8")})
        typed = lying if text is None else text
        new = NewVersion.of(slug, typed or "", Occasion.of(saved))
        there = new.among(self.repository, versions_in(self.repository, slug)[-1:])
        return there or new.save(self.repository, Signature.of(saved), base=base, known=known)

    @spelled_out(Resaved)
    def correct(
        self,
        version: Version,
        **saved: Unpack[Resaved],
    ) -> Version:
        """`version` with stage, date or meeting put right in one new commit; what was saved stays as it is.

        What is left out of `saved` (`Resaved`) or None stays as it is; `meeting=""` takes the meeting away. With nothing
        to change the version is given back, `fresh` False. The author is git's and the commit dated as the last
        one unless given. Raises Conflict where a later version from the same file is recorded alike: correct that
        one first; NotFound (stage) and UnusableInput (date).
        """
        versions = versions_in(self.repository, version.draft)
        right = correction(version, versions, saved)
        if right is None:
            return replace(version, fresh=False)
        self.commit_files({}, message_of(right), **Signature.of(saved).keywords)
        versions = versions_in(self.repository, version.draft)
        made = next(one for one in versions if one.sha == version.sha)
        return replace(made, fresh=True)

    @spelled_out(Saved)
    def amend(
        self,
        slug: str,
        decision: str,
        *,
        on: str | None = None,
        source: Source | None = None,
        partial: bool = False,
        **saved: Unpack[Saved],
    ) -> tuple[Version, Applied]:
        """The version that the text of an amending `decision` makes of the draft, and what came of each instruction.

        It is applied to the version `on` (a ref as in `version`; the last one if left out). `source` is the file that
        the decision came from. Raises NotApplied, and saves nothing, where it cannot be applied whole: `partial` saves
        what could be and lists the rest in the version's message. The rest is as for `import_version`.
        """
        from lawtrack.store.amending import amended

        head = head_of(self.repository)  # before the text is read: who saves it meanwhile is not overruled
        base = self.version(slug, on)
        new, applied = amended(
            base, self.instrument(base), decision, Occasion.of(saved), source=source, partial=partial
        )
        there = new.among(self.repository, versions_in(self.repository, base.draft))
        return there or new.save(self.repository, Signature.of(saved), base=head), applied

    @spelled_out(Resaved)
    def merge(
        self,
        slug: str,
        ours: str,
        theirs: str,
        *,
        base: str | None = None,
        depth: Depth = "words",
        choices: Mapping[str, str] | None = None,
        take: str = "",
        **saved: Unpack[Resaved],
    ) -> tuple[Version | None, Merge, Three]:
        """Two versions of the draft as its next one, what came of each clause, and the three versions it stands on.

        `ours`, `theirs` and `base` are refs as in `version`, or names of branches; `base` left out is the last version
        that both branches have, on one branch the version before the earlier of the two. `choices` decide conflicts
        as in `Merge.resolve`, `take` (ours, theirs, base) all the others. While one is open nothing is saved and the
        version is None. Stage and date are ours' stage and the later date unless given. What comes from another line
        brings that line along: the version stands on both, with everything else that was saved there (clashes are put
        aside as by `sync`). Raises as `import_version`.
        """
        from lawtrack.merge import merge
        from lawtrack.store.merging import merged_version, other_line, three_of

        self._require(slug)
        head = head_of(self.repository)
        three = three_of(self.repository, slug, ours, theirs, base)
        done = merge(*(self.instrument(one) for one in three), depth=depth)
        if chosen := {**dict.fromkeys(done.ids if take else (), take), **(choices or {})}:
            done = done.resolve(chosen)
        if not done.complete:
            return None, done, three
        new = merged_version(three, done, Occasion.of(saved))
        there = new.among(self.repository, versions_in(self.repository, slug))
        if there is None:
            signature = Signature.of(saved)
            line = other_line(self.repository, head, three, stamp(self.repository, signature))
            there = new.save(self.repository, signature, base=head, **line)
        return there, done, three

    @spelled_out(Resaved)
    def adopt(
        self,
        slug: str,
        **saved: Unpack[Resaved],
    ) -> Version:
        """What was committed without lawtrack taken over as a version, at its stage and date unless others are given.

        It is given back as it is, `fresh` False, where the last version needs none of that. Raises as `import_version`.
        """
        last = self.version(slug)
        if last.origin != "outside":
            return replace(last, fresh=False)
        subject = translate("store.adopted-subject", lang="zh", author=last.author.name, day=last.saved[:10])
        occasion = Occasion.of(saved).filled(replace(last.occasion, message=subject))
        new = NewVersion.of(slug, self.text(last), occasion, adopts=last.sha)
        return new.save(self.repository, Signature.of(saved), base=last.sha)

    @spelled_out(Resaved)
    def restore(
        self,
        slug: str,
        ref: str | None = None,
        **saved: Unpack[Resaved],
    ) -> Version:
        """An old version's text as the draft's next version; nothing that came between is taken away.

        Stage and date are the last version's unless given. Where it reads so already, that is given back, `fresh` False.
        """
        old, last = self.version(slug, ref), self.version(slug.partition("@")[0])
        text = self.text(old)
        if text == self.text(last):
            return replace(last, fresh=False)
        subject = translate(
            "store.restored-subject",
            lang="zh",
            label=stage_label(old.stage, "zh"),
            date=old.date,
            sha=old.sha[:10],
        )
        occasion = Occasion.of(saved).filled(replace(last.occasion, message=subject))
        new = NewVersion.of(old.draft, text, occasion, tables=self.tables(old))
        return new.save(self.repository, Signature.of(saved), base=head_of(self.repository))

    @spelled_out(Signed)
    def undo(self, slug: str | None = None, **signed: Unpack[Signed]) -> Version:
        """The last save of a draft (of any draft, if left out) taken back by a new version as the one before it was.

        What was taken back already is passed over, so that undoing twice goes back two saves; `slug@ref` is the draft's
        newest version and no other. All of it stays in the record. Raises NotFound where there is nothing before it,
        Conflict for a version that is not the newest.
        """
        from lawtrack.store.history.undoing import to_take_back, version_before

        if slug and "@" in slug:
            last, versions = self.version(slug), self.versions(slug.partition("@")[0])
            if versions[-1].sha != last.sha:
                raise Conflict("store.not-newest", reference=last.reference)
            before = version_before(last, versions)
        else:
            last, before = to_take_back(self.versions(slug), slug)
        subject = translate(
            "store.undone-subject", lang="zh", label=stage_label(last.stage, "zh"), sha=last.sha[:10]
        )
        new = NewVersion.of(
            last.draft,
            self.text(before),
            replace(before.occasion, message=subject),
            tables=self.tables(before),
            undoes=last.sha,
        )
        return new.save(self.repository, Signature(**signed), base=head_of(self.repository))

    @spelled_out(Signed)
    def share(self, url: str, **signed: Unpack[Signed]) -> Sync:
        """The workspace meets its colleagues at `url` from now on, a git server or a folder, and is synced.

        A folder that is not there, or empty, is made ready: a bare repository whose history only grows. Raises
        UnusableInput for what is no address, Conflict for a folder in use and whatever stands in the way of `sync`.
        """
        from lawtrack.store.team.syncing import share

        return share(self.repository, url, stamp(self.repository, Signature(**signed)))

    @spelled_out(Signed)
    def sync(self, **signed: Unpack[Signed]) -> Sync:
        """What colleagues saved comes here and what was saved here goes there, joined clause by clause.

        Words that clash with what is shared already are put aside (`Sync.aside`, the round `aside`). Raises NotFound
        where no meeting point is set up, Conflict with the reason in words: no network, no right, rejected, busy.
        """
        from lawtrack.store.team.syncing import sync

        return sync(self.repository, stamp(self.repository, Signature(**signed)))

    def rounds(self, slug: str) -> Rounds:
        """The rounds of review of a draft. Raises NotFound."""
        from lawtrack.store.team.rounds import Rounds

        self._require(slug)
        return Rounds(self.repository, slug)

    @spelled_out(Signed)
    def commit_files(
        self,
        files: Mapping[str, bytes | None],
        message: str,
        *,
        base: str | None = None,
        **signed: Unpack[Signed],
    ) -> str:
        """The commit that puts `files` (path in the workspace → content, None: taken away) there, all or none. Raises as `commit`.

        `base` is the commit on which the content was written, the last one if left out.
        """
        head = base or head_of(self.repository)
        by = stamp(self.repository, Signature(**signed), self.repository.dated(head))
        return commit(self.repository, Change(files, message, by, head))
