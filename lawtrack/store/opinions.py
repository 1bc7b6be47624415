"""`Opinions`: the register of one draft's opinions; `Workspace.opinions(slug)` gives it.

One opinion is one file, one save one commit. Nothing is kept in memory: every answer is git's answer of the moment.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Unpack

from lawtrack.compare import collector_paused
from lawtrack.drafts import Signature, Signed, record_path, spelled_out
from lawtrack.errors import Conflict, LawtrackError, NotFound, NotSaved
from lawtrack.law import parse
from lawtrack.messages import translate
from lawtrack.opinions import (
    SUFFIX,
    Clauses,
    Register,
    Report,
    Sorter,
    Taken,
    anchored,
    edit_opinion,
    made,
    new_answer,
    opinion_path,
    opinions_folder,
    place_of,
    read_opinion,
    report,
    told_apart,
    write_opinion,
)
from lawtrack.store import unsaved
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.stamps import stamp
from lawtrack.store.history.finding import find_version
from lawtrack.store.history.following import keep, story_of
from lawtrack.store.history.reading import head_of, texts_of, versions_in
from lawtrack.store.history.registering import Records

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from lawtrack.drafts import Version
    from lawtrack.opinions import Answer, Intake, Opinion, Usual
    from lawtrack.store.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Opinions:
    """The opinions on one draft."""

    repository: Repository
    slug: str

    @property
    def versions(self) -> tuple[Version, ...]:
        """The draft's versions, as saved."""
        return versions_in(self.repository, self.slug)

    def register(self, commit: str = "") -> Register:
        """All opinions as git holds them now, or as they were in the commit of that full hash (none where it is not there).

        A file that cannot be read is among the problems and hides no other.
        """
        return Records(self.repository, self.slug, commit or head_of(self.repository)).register()

    def get(self, opinion: str) -> Opinion:
        """One opinion by its id. Raises NotFound, and InvalidRecord for a file that cannot be read."""
        head, files = self._files()
        text = files.get(opinion + SUFFIX)
        if text is None:
            raise NotFound("opinions.no-opinion", slug=self.slug, opinion=opinion)
        return read_opinion(self.slug, opinion, text, head)

    def new(
        self,
        text: str,
        *,
        clause: str = "",
        on: str = "",
        quote: str = "",
        source: str = "",
        kind: str = "other",
        channel: str = "",
        date: str | dt.date = "",
        suggestion: str = "",
        grounds: str = "",
        note: str = "",
    ) -> Opinion:
        """An opinion, checked and anchored but not saved; `add` takes it.

        `clause` names the clause in words (第三条第二款, 总则, art_3, 全文) as it is in the version `on` (a ref as in
        `Workspace.version`; the last one if left out). A clause that this version does not have stays as it was written,
        without an address. Raises UnusableInput (empty text, no date, no such kind) and NotFound (version).
        """
        version, clauses = self._text_of(on)
        return made(
            text,
            anchored(version, clauses, clause, quote),
            source=source,
            kind=kind,
            channel=channel,
            date=str(date),
            suggestion=suggestion,
            grounds=grounds,
            note=note,
        )

    @spelled_out(Signed)
    def add(self, *opinions: Opinion, **signed: Unpack[Signed]) -> tuple[Opinion, ...]:
        """The opinions saved, in one commit, in their order.

        One that is there already (the same words by the same source on the same day and clause) is given back as it is
        there, `fresh` False; the same several times in one call is as many opinions. The author is git's unless given.
        Raises Conflict and NotSaved; both name the file that holds what was not saved.
        """
        head, texts = self._files()
        held = [
            read_opinion(self.slug, one.id, texts[one.id + SUFFIX], head) if one.id + SUFFIX in texts else one
            for one in told_apart(opinions)
        ]
        return self._put("add", held, Signature(**signed))

    @spelled_out(Signed)
    def take(self, intake: Intake, usual: Usual, **signed: Unpack[Signed]) -> Taken:
        """What a document brought, in one commit: new opinions, and answers to those whose ids it has.

        `usual` holds where the document does not say. A row that cannot be taken is listed with its reason and stops no
        other; an answer that somebody gave since the table went out is not overwritten. Raises NotFound (version),
        Conflict and NotSaved.
        """
        there = self.register().by_id
        before = self.register(intake.seen).by_id if intake.seen else there
        texts = cache(self._text_of)
        texts(usual.on)
        sorter = Sorter(there, before, texts, usual)
        sorter.sort(intake)
        new = [there.get(one.id, one) for one in told_apart(sorter.new)]
        put = self._put("import", [*new, *sorter.answered], Signature(**signed))
        return Taken(
            tuple(one for one in put[: len(new)] if one.fresh),
            tuple(one for one in put[len(new) :] if one.fresh),
            (*(one for one in put if not one.fresh), *sorter.same),
            tuple(sorter.leftovers),
        )

    @spelled_out(Signed)
    def answer(
        self,
        opinion: Opinion | str,
        result: str,
        *,
        reason: str = "",
        by: str = "",
        date: str | dt.date = "",
        clause: str = "",
        stage: str = "",
        **signed: Unpack[Signed],
    ) -> Opinion:
        """The opinion with its answer, saved; one given before is replaced, and stays in git's history.

        `opinion` is an id, or an `Opinion` as it was read: then somebody else's answer since is not overwritten but
        raises Conflict. `clause` and `stage` say where it was carried out, where that is another clause. Raises NotFound,
        UnusableInput (result, date), Conflict and NotSaved.
        """
        answer = new_answer(result, reason=reason, by=by, date=date, clause=clause, stage=stage)
        held = self.get(opinion) if isinstance(opinion, str) else opinion
        return self.answer_all({held: answer}, **signed)[0]

    @spelled_out(Signed)
    def answer_all(
        self,
        answers: Mapping[Opinion, Answer],
        **signed: Unpack[Signed],
    ) -> tuple[Opinion, ...]:
        """Many answers in one commit; what has that answer already is not touched, `fresh` False."""
        changed = [replace(opinion, answer=answer) for opinion, answer in answers.items()]
        return self._bring("answer", changed, Signature(**signed))

    def correct(
        self,
        opinion: Opinion | str,
        *,
        clause: str | None = None,
        on: str | None = None,
        **told: Any,
    ) -> Opinion:
        """The opinion with another clause or other words, saved. An argument left out leaves its field as it is.

        `clause` and `on` are as for `new`; `told` are other arguments of `new`, and `author` and
        `when` (`Signed`). Raises as `answer` does.
        """
        signature = Signature.of(told)
        told = {name: value for name, value in told.items() if name not in signature.keywords}
        held = self.get(opinion) if isinstance(opinion, str) else opinion
        anchor = held.anchor
        if on is None:
            versions = self.versions
            at = place_of(anchor, versions)
            on = versions[at].sha if at is not None else ""
        fields: dict[str, Any] = {name: getattr(held, name) for name in _OWN}
        fields |= {"quote": anchor.quote, "clause": anchor.label if clause is None else clause, **told}
        changed = replace(self.new(on=on, **fields), id=held.id, answer=held.answer, seen=held.seen)
        return self._bring("correct", [changed], signature)[0]

    @collector_paused()
    def follow(self, ref: str = "") -> Report:
        """Every opinion followed to the version `ref` (as in `Workspace.version`; the last one if left out).

        Raises NotFound where the draft has no such version.
        """
        target = self._version(ref)
        story, past = story_of(self.repository, self.slug, target)
        records = Records(self.repository, self.slug, head_of(self.repository), story.memory)
        draft = records.draft()
        if self.repository.shallow:
            draft = replace(
                draft, notice="\n".join(filter(None, [draft.notice, translate("drafts.shallow")]))
            )
        told = report(records.register(), draft, story, target)
        keep(past, self.slug, target, story.memory)
        return told

    def _bring(self, code: str, opinions: Sequence[Opinion], signature: Signature) -> tuple[Opinion, ...]:
        """The opinions of those ids, which have to be there."""
        _, texts = self._files()
        for one in opinions:
            if one.id + SUFFIX not in texts:
                raise NotFound("opinions.no-opinion", slug=self.slug, opinion=one.id)
        return self._put(code, opinions, signature)

    def _put(self, code: str, opinions: Sequence[Opinion], signature: Signature) -> tuple[Opinion, ...]:
        """The opinions in their files, in one commit; those that read so already are left alone, `fresh` False."""
        head, texts = self._files()
        changed, written = [], []
        for one in opinions:
            text = texts.get(one.id + SUFFIX)
            if text is None:
                written.append(write_opinion(one))
            elif read_opinion(self.slug, one.id, text) != one:
                written.append(edit_opinion(self.slug, text, one))
            else:
                continue
            changed.append(one)
        sha = self._save(code, changed, written, signature) if changed else head
        fresh = {one.id for one in changed}
        return tuple(replace(one, seen=sha, fresh=one.id in fresh) for one in opinions)

    def _save(
        self,
        code: str,
        opinions: Sequence[Opinion],
        written: Sequence[str],
        signature: Signature,
    ) -> str:
        """The commit with the files of `opinions`. What was to be saved lies in `unsaved/` until it is."""
        told = json.dumps([one.to_dict() for one in opinions], ensure_ascii=False, indent=2)
        kept = unsaved.keep(self.repository, self.slug, "opinions", told.encode("utf-8"), ".json")
        paths = [opinion_path(self.slug, one.id) for one in opinions]
        try:
            base = self._unchanged_since(opinions, paths)
            signed = stamp(self.repository, signature, self.repository.dated(base))
            contents = {path: text.encode("utf-8") for path, text in zip(paths, written, strict=True)}
            subject = self._subject(code, opinions)
            change = Change(contents, subject, signed, base)
            sha = commit(self.repository, change)
        except Conflict as problem:
            raise Conflict("store.conflict", reason=problem, kept=kept) from problem
        except (LawtrackError, OSError) as problem:
            raise NotSaved("store.not-saved", reason=problem, kept=kept) from problem
        unsaved.drop(kept)
        return sha

    def _unchanged_since(self, opinions: Sequence[Opinion], paths: Sequence[str]) -> str:
        """The commit that is checked out. Raises Conflict where an opinion's file has changed since it was read."""
        head = head_of(self.repository)
        before = self.repository.read_many(
            [(one.seen or head, path) for one, path in zip(opinions, paths, strict=True)]
        )
        now = self.repository.read_many([(head, path) for path in paths])
        for path, (was, _), (is_now, _) in zip(paths, before, now, strict=True):
            if was != is_now:
                raise Conflict("store.overtaken", path=path)
        return head

    def _subject(self, code: str, opinions: Sequence[Opinion]) -> str:
        # git's history is read by everybody: it does not change language with whoever saves
        return translate(f"opinions.subject-{code}", lang="zh", draft=self.slug, count=len(opinions)) + "\n"

    def _files(self, commit: str = "") -> tuple[str, dict[str, str]]:
        """The commit of that hash, or that is checked out, and the files of opinions in it by name."""
        head, folder = commit or head_of(self.repository), opinions_folder(self.slug)
        if (
            not _HASH.fullmatch(head)
            or self.repository.read_many([(head, record_path(self.slug))])[0][1] is None
        ):
            return head, {}
        names = [name for name in self.repository.names(head, folder) if not name.startswith(".")]
        contents = self.repository.read_many([(head, folder + name) for name in names])
        return head, {
            name: (content or b"").decode("utf-8", "replace").removeprefix("\ufeff")
            for name, (_, content) in zip(names, contents, strict=True)
        }

    def _text_of(self, ref: str) -> tuple[Version, Clauses]:
        version = self._version(ref)
        return version, Clauses(parse(self._texts((version,))[0]))

    def _version(self, ref: str) -> Version:
        versions = self.versions
        if not versions:
            raise NotFound("opinions.no-version-yet", slug=self.slug)
        return find_version(self.slug, ref, versions)

    def _texts(self, versions: Sequence[Version]) -> list[str]:
        texts = texts_of(self.repository, versions)
        return [(content or b"").decode("utf-8", "replace") for content in texts]


_HASH: Final = re.compile("[0-9a-f]{40,64}")
_OWN: Final = ("text", "source", "kind", "channel", "date", "suggestion", "grounds", "note")
