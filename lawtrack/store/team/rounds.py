"""Rounds of review: `Workspace.rounds(slug)`.

A round is a branch `round/<slug>/<name>` on which people lay down suggested wordings, one file each; nobody's working
tree changes. What is accepted becomes a version of the main line, whose record names who suggested and who decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Unpack, get_args

from lawtrack.amend import apply
from lawtrack.drafts import (
    Comment,
    Occasion,
    Resaved,
    Round,
    Signature,
    Signed,
    Spot,
    Suggestion,
    iso_date,
    read_round,
    read_suggestion,
    round_folder,
    spelled_out,
    suggestion_id,
    valid_slug,
    write_record,
)
from lawtrack.errors import Conflict, NotFound, UnusableInput
from lawtrack.law import Level, article_label, parse
from lawtrack.merge import merge
from lawtrack.messages import translate
from lawtrack.store.git.saving import Change, commit, commit_beside
from lawtrack.store.git.stamps import stamp
from lawtrack.store.history.blaming import clause_in
from lawtrack.store.history.finding import find_version
from lawtrack.store.history.reading import head_of, texts_of, versions_in
from lawtrack.store.new_version import NewVersion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from lawtrack.drafts import Decision, Version
    from lawtrack.law import Instrument, Provision
    from lawtrack.store.git.repository import Repository
    from lawtrack.store.git.stamps import Stamp

SPOTS: Final = get_args(Spot)
ROUND_FILE: Final = "round.yaml"


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds of review of one draft. It keeps nothing in memory, as `Workspace`.

    >>> import tempfile
    >>> from lawtrack.drafts import Author
    >>> from lawtrack.store import Workspace
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     workspace = Workspace.create(folder, author=Author("王小明", "wang@example.cn"))
    ...     Rounds(workspace.repository, "park").all()
    ()
    """

    repository: Repository
    slug: str

    def all(self) -> tuple[Round, ...]:
        """Every round by name, the closed ones too, and `aside`, which holds what a sync put aside."""
        prefix = f"refs/heads/round/{self.slug}/"
        names = {name.removeprefix(prefix) for name in self.repository.branches(prefix)}
        folder = round_folder(self.slug, "x").removesuffix("x/")
        names |= set(self.repository.names(head_of(self.repository), folder))
        return tuple(self.get(name) for name in sorted(names))

    def get(self, name: str) -> Round:
        """One round with its suggestions. Raises NotFound, and InvalidRecord for a file that cannot be read."""
        round_ = self._read(self._tip(name) or head_of(self.repository), name)
        main = self._read(head_of(self.repository), name)
        if main is not None and (round_ is None or main.closed):
            return main
        if round_ is None:
            raise NotFound("team.no-round", slug=self.slug, name=name)
        return round_

    @spelled_out(Signed)
    def open(
        self,
        name: str,
        question: str,
        *,
        due: str | dt.date = "",
        on: str = "",
        **signed: Unpack[Signed],
    ) -> Round:
        """A new round about the version `on` (a ref as in `Workspace.version`; the last one if left out).

        Raises Conflict where there is one of that name, UnusableInput for what is no name or no date.
        """
        if self._tip(valid_slug(name)):
            raise Conflict("team.round-exists", slug=self.slug, name=name)
        version = find_version(self.slug, on, versions_in(self.repository, self.slug))
        by = stamp(self.repository, Signature(**signed))
        told = Round(
            self.slug,
            name,
            question,
            iso_date(due) if due else "",
            version.sha,
            by.author.name,
            by.day,
        )
        self._write(name, {ROUND_FILE: write_record(told)}, "open", by)
        return self.get(name)

    @spelled_out(Signed)
    def suggest(
        self,
        name: str,
        clause: str,
        text: str,
        *,
        reason: str = "",
        spot: Spot = "instead",
        **signed: Unpack[Signed],
    ) -> Suggestion:
        """A suggested wording saved in a round: `text` in the place of `clause` (第三条第二款, an address), "" to delete it.

        With `spot` after it comes behind the clause. Raises NotFound (round, clause), UnusableInput (spot), and
        Conflict (round closed).
        """
        if spot not in SPOTS:
            raise UnusableInput("team.no-spot", spot=spot, known=SPOTS)
        held = self._held(name)
        _, node = clause_in(parse(self._base(held)), self.slug, clause)
        by = stamp(self.repository, Signature(**signed))
        there = {one.id for one in held.suggestions}
        names = (
            suggestion_id(self.slug, name, clause, text, by.author.name, nth) for nth in range(len(there) + 1)
        )
        one = Suggestion(
            next(each for each in names if each not in there),
            clause,
            _labelled(text, node.label if spot == "instead" else ""),
            node.text,
            spot,
            by.author.name,
            reason,
            by.day,
        )
        return self._put(name, [one], "suggest", by)[0]

    @spelled_out(Signed)
    def say(
        self,
        name: str,
        suggestion: str,
        words: str,
        **signed: Unpack[Signed],
    ) -> Suggestion:
        """A contribution to the thread of a suggestion; a thread that was resolved is open again.

        Raises UnusableInput for no words, NotFound (round, suggestion), Conflict (round closed).
        """
        if not words.strip():
            raise UnusableInput("store.empty-text")
        held = self._one(name, suggestion)
        by = stamp(self.repository, Signature(**signed))
        said = Comment(by.author.name, words.strip(), by.day)
        return self._put(name, [replace(held, thread=(*held.thread, said), resolved=False)], "say", by)[0]

    @spelled_out(Signed)
    def resolve(self, name: str, suggestion: str, **signed: Unpack[Signed]) -> Suggestion:
        """The thread of a suggestion as settled. Raises NotFound (round, suggestion), Conflict (round closed)."""
        held = self._one(name, suggestion)
        return self._put(
            name, [replace(held, resolved=True)], "resolve", stamp(self.repository, Signature(**signed))
        )[0]

    @spelled_out(Signed)
    def decide(
        self,
        name: str,
        suggestions: Iterable[str],
        decision: Decision,
        *,
        why: str = "",
        **signed: Unpack[Signed],
    ) -> tuple[Suggestion, ...]:
        """One or several suggestions accepted, rejected or opened again, in one commit.

        Raises UnusableInput for another decision, NotFound (round, suggestion), Conflict (round closed).
        """
        if decision not in {"open", "accepted", "rejected"}:
            raise UnusableInput("team.no-decision", decision=decision)
        by = stamp(self.repository, Signature(**signed))
        changed = [
            replace(
                self._one(name, one), decision=decision, decided_by=by.author.name, decided=by.day, why=why
            )
            for one in dict.fromkeys(suggestions)
        ]
        return self._put(name, changed, "decide", by)

    def preview(self, name: str) -> str:
        """The draft's present text with all that was accepted; what is on the main line since stays.

        Raises NotFound, and Conflict where two of them, or one and the main line, want the same words differently.
        """
        held = self.get(name)
        base = parse(self._base(held))
        now = texts_of(self.repository, versions_in(self.repository, self.slug)[-1:])[0] or b""
        text = now.decode("utf-8")
        for one in held.suggestions:
            if one.decision == "accepted":
                done = merge(base, parse(text), parse(suggested_text(base.text, self.slug, one)))
                if not done.complete:
                    raise Conflict("team.suggestions-clash", id=one.id, clause=one.clause)
                text = done.text
        return text

    @spelled_out(Resaved)
    def close(
        self,
        name: str,
        **saved: Unpack[Resaved],
    ) -> Version:
        """The round's result as the draft's next version; its record names who suggested and who decided.

        Suggestions and threads come into the main line with it. Raises NotFound, Conflict while a suggestion is undecided or a
        thread open, and as `preview` and `import_version`.
        """
        held = self._held(name)
        if held.open or held.tally["threads"]:
            raise Conflict("team.round-open", name=name, open=len(held.open), threads=held.tally["threads"])
        head, signature = head_of(self.repository), Signature.of(saved)
        by = stamp(self.repository, signature)
        last = versions_in(self.repository, self.slug)[-1]
        accepted = [one for one in held.suggestions if one.decision == "accepted"]
        subject = translate("team.round-subject", lang="zh", name=name, accepted=len(accepted))
        new = NewVersion.of(
            self.slug,
            self.preview(name),
            Occasion.of(saved).filled(replace(last.occasion, message=subject)),
            credits_=(
                ("Round", name),
                ("Suggested", "、".join(dict.fromkeys(one.author for one in accepted))),
                ("Decided", "、".join(dict.fromkeys(one.decided_by for one in held.suggestions))),
            ),
        )
        closed = replace(held, closed=by.day)
        return new.save(
            self.repository,
            replace(signature, author=by.author),
            base=head,
            extra=self._files(name, closed, held.suggestions),
        )

    def _held(self, name: str) -> Round:
        held = self.get(name)
        if held.closed:
            raise Conflict("team.round-closed", name=name, day=held.closed)
        return held

    def _one(self, name: str, suggestion: str) -> Suggestion:
        held = self._held(name)
        for one in held.suggestions:
            if one.id == suggestion:
                return one
        known = ", ".join(one.id for one in held.suggestions) or "–"
        raise NotFound("team.no-suggestion", id=suggestion, name=name, known=known)

    def _base(self, held: Round) -> str:
        """The text that the round is about; of `aside`, which is about none, the present one."""
        versions = versions_in(self.repository, self.slug)
        version = find_version(self.slug, held.on, versions)
        return (texts_of(self.repository, (version,))[0] or b"").decode("utf-8")

    def _read(self, commit_: str, name: str) -> Round | None:
        folder = round_folder(self.slug, name)
        names = self.repository.names(commit_, folder)
        text = self.repository.read(commit_, folder + ROUND_FILE)
        if text is None:
            return None
        files = [each for each in names if each.startswith("s-")]
        contents = self.repository.read_many([(commit_, folder + each) for each in files])
        suggestions = [
            read_suggestion(folder + each, (content or b"").decode("utf-8", "replace"))
            for each, (_, content) in zip(files, contents, strict=True)
        ]
        suggestions.sort(key=lambda one: (one.place, one.date, one.id))
        return replace(
            read_round(self.slug, name, text.decode("utf-8", "replace")), suggestions=tuple(suggestions)
        )

    def _tip(self, name: str) -> str | None:
        ref = self._ref(name)
        return self.repository.branches(f"{ref.rpartition('/')[0]}/").get(ref)

    def _ref(self, name: str) -> str:
        return f"refs/heads/round/{valid_slug(self.slug)}/{valid_slug(name)}"

    def _files(self, name: str, held: Round, changed: Iterable[Suggestion]) -> dict[str, bytes]:
        folder = round_folder(self.slug, name)
        told = {f"{folder}{one.id}.yaml": write_record(one).encode("utf-8") for one in changed}
        return {folder + ROUND_FILE: write_record(held).encode("utf-8"), **told}

    def _put(self, name: str, changed: list[Suggestion], verb: str, by: Stamp) -> tuple[Suggestion, ...]:
        self._write(name, {f"{one.id}.yaml": write_record(one) for one in changed}, verb, by)
        wanted = {one.id for one in changed}
        return tuple(one for one in self.get(name).suggestions if one.id in wanted)

    def _write(self, name: str, files: Mapping[str, str], verb: str, by: Stamp) -> None:
        """One commit on the round's branch; on the main line for a round that has none (`aside`)."""
        folder = round_folder(self.slug, name)
        contents: dict[str, bytes | None] = {
            folder + each: text.encode("utf-8") for each, text in files.items()
        }
        tip = self._tip(name)
        base = tip or head_of(self.repository)
        step = translate(f"team.step-{verb}", lang="zh")
        message = translate("team.round-step", lang="zh", verb=step, draft=self.slug, name=name) + "\n"
        change = Change(contents, message, by, base)
        if tip is None and self._read(base, name) is not None:
            commit(self.repository, change)
        else:
            commit_beside(self.repository, self._ref(name), change)


def suggested_text(base: str, slug: str, one: Suggestion) -> str:
    """`base` with the one suggestion carried out; articles that follow a new or deleted one are renumbered.

    Raises NotFound where the clause is not there, Conflict where the text cannot be put there.
    """
    doc = parse(base)
    _, node = clause_in(doc, slug, one.clause)
    words = one.text.strip()
    if node.level is Level.ARTICLE and (one.spot == "after" or not words):
        return _renumbered(doc, node, words, one)
    if one.spot == "instead":  # words put aside in a sync come without the number
        words = _labelled(_LABEL.sub("", words) if node.level is Level.ARTICLE else words, node.label)
    end = node.start + len(node.text)
    if one.spot == "after":
        return f"{base[:end]}\n\n{words}{base[end:]}"
    return base[: node.start] + words + base[end:]


def _renumbered(doc: Instrument, node: Provision, words: str, one: Suggestion) -> str:
    """The text with an article more or less, by a decision: numbers and references follow as they do there."""
    step = f"删去{node.label}。"
    if words:
        quoted = "\n".join(f"“{line}" for line in _LABEL.sub("", words).splitlines() if line.strip())
        step = f"增加一条，作为{article_label((node.number[0] + 1, 0))}：{quoted}”"
    title = doc.title or "本条例"
    told = "\n\n".join(
        [
            f"关于修改《{title}》的决定",
            f"对《{title}》作如下修改：",
            f"一、{step}",
            "条文顺序作相应调整。",
            "本决定自公布之日起施行。",
        ]
    )
    done = apply(doc, told)
    if not done.complete:
        raise Conflict("team.suggestions-clash", id=one.id, clause=one.clause)
    return done.text


_LABEL: Final = re.compile(r"^第[〇零一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?[\s　]*")


def _labelled(text: str, label: str) -> str:
    """`text` with the clause's number before it, where it was written without."""
    words = text.strip()
    if not words or not label or words.startswith(label):
        return words
    return f"{label}{'' if label.startswith('（') else '　'}{words}"
