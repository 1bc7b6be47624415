"""What every workspace starts with: attributes, a page for the reader, settings of the clone."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from lawtrack.drafts import DRAFTS, Author
from lawtrack.errors import Conflict
from lawtrack.messages import translate
from lawtrack.store.git.process import GitFailed
from lawtrack.store.git.saving import Change, commit
from lawtrack.store.git.stamps import Stamp
from lawtrack.store.git.turns import configured

if TYPE_CHECKING:
    from pathlib import Path

    from lawtrack.drafts import Signature
    from lawtrack.store.git.repository import Repository

ATTRIBUTES: Final = "drafts/**/text.md text eol=lf diff=lawtrack merge=lawtrack"
_OURS: Final = ATTRIBUTES.split()[0]
"""Where our line begins, in every edition of lawtrack."""

LAWTRACK: Final = Author("lawtrack", "lawtrack@lawtrack.invalid")
"""Who signs a first commit that nobody has signed (RFC 2606: a name that no mail can reach)."""

DAWN: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of a first commit that nobody has dated: below the faces there is no clock."""

_NUMERAL: Final = "(" + "|".join("〇零一二三四五六七八九十百千") + ")+"
DRIVER: Final = (
    "lawtrack merge-driver %O %A %B %P; "
    "case $? in 0) exit 0;; 1) exit 1;; *) git merge-file -L ours -L base -L theirs %A %O %B;; esac"
)
"""How git merges a text.md: by clause; line by line, as ever, where lawtrack is not installed or fails."""
SETTINGS: Final = {
    "merge.lawtrack.name": "lawtrack: by clause",
    "merge.lawtrack.driver": DRIVER,
    # The hunk header names the chapter or article. Alternatives, not a bracket: git may match bytes.
    "diff.lawtrack.xfuncname": f"^(#+ .*|第{_NUMERAL}条(之{_NUMERAL})?)",
    "core.quotePath": "false",
    "i18n.commitEncoding": "utf-8",
}


def is_workspace(root: Path) -> bool:
    """Does the folder look like a workspace: our line in its attributes, or a folder of drafts?"""
    attributes = root / ".gitattributes"
    return (root / DRAFTS).is_dir() or (
        attributes.is_file()
        and any(line.startswith(_OURS) for line in attributes.read_text("utf-8", "replace").splitlines())
    )


def prepare(repository: Repository) -> None:
    """Settings for a clone that has none of this edition; a repository that may not be written to stays as it is."""
    if repository.setting("merge.lawtrack.driver") != DRIVER:
        with suppress(GitFailed, Conflict, OSError):
            configured(repository, SETTINGS)


def plant(repository: Repository, signature: Signature) -> None:
    """Settings and, where they are missing, attributes and README in one commit. A second time it changes nothing."""
    configured(repository, SETTINGS)
    head = repository.head()
    there = [repository.read(head, path) if head else None for path in (".gitattributes", "README.md")]
    files = {}
    if ATTRIBUTES not in (there[0] or b"").decode("utf-8", "replace").splitlines():
        before = there[0] or b""
        gap = b"\n" if before and not before.endswith(b"\n") else b""
        files[".gitattributes"] = before + gap + ATTRIBUTES.encode() + b"\n"
    if there[1] is None and not (repository.root / "README.md").exists():
        readme = f"{translate('store.readme', lang='zh')}\n{translate('store.readme', lang='en')}"
        files["README.md"] = readme.encode("utf-8")
    if files:
        author = signature.author or repository.identity() or LAWTRACK
        message = translate("store.seed-subject", lang="zh") + "\n"
        commit(repository, Change(files, message, Stamp.of_one(author, signature.when or DAWN), base=head))
