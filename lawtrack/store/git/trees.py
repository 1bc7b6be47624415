"""All that lies in one commit, listed once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    r"""The files of a commit by their path, with git's hash of each; the names that lie directly in each folder ("a/b/").

    >>> tree = Tree.listed(f"040000 tree {'1' * 40}\tdrafts\0" f"100644 blob {'2' * 40}\tdrafts/park.md\0")
    >>> tree.files, tree.names("drafts/"), tree.names("plans/")
    ({'drafts/park.md': '2222222222222222222222222222222222222222'}, ('park.md',), ())
    """

    files: dict[str, str]
    folders: dict[str, list[str]]

    @classmethod
    def listed(cls, told: str) -> Tree:
        """What `git ls-tree -r -t -z` says."""
        tree = cls({}, {})
        for entry in filter(None, told.split("\0")):
            head, _, path = entry.partition("\t")
            _, kind, sha = head.split(" ")
            folder, _, name = path.rpartition("/")
            tree.folders.setdefault(f"{folder}/" if folder else "", []).append(name)
            if kind == "blob":
                tree.files[path] = sha
        return tree

    def names(self, folder: str) -> tuple[str, ...]:
        """What lies directly in `folder`, sorted by git; nothing where there is no such folder."""
        return tuple(self.folders.get(folder, ()))
