"""Which file of one folder is the older version of which file of another: by name, else by the title in it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from lawtrack.collection.sources import find_sources
from lawtrack.collection.titles import title_key
from lawtrack.errors import LawtrackError
from lawtrack.formats import read_text
from lawtrack.law import parse

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from lawtrack.collection.sources import SourceFile

_DRAFT: Final = re.compile(r"[（(]?(?:修订|修正|修改)?(?:草案|征求意见稿|送审稿|审议稿|修改稿|建议稿)[）)]?$")


class FilePair(NamedTuple):
    """Two files that hold an older and a newer version; `by_title` where their names do not say so, but their titles.

    >>> FilePair("公园", "old/公园.txt", "new/公园.txt").name
    '公园'
    """

    name: str
    old: Path
    new: Path
    by_title: bool = False


class FolderPairs(NamedTuple):
    """The pairs of two folders, sorted by name, and the files of either that have no counterpart in the other.

    >>> from pathlib import Path
    >>> from lawtrack.collection import FolderPairs
    >>> FolderPairs((), (Path("现行", "控烟条例.txt"),), ()).only_old[0].name
    '控烟条例.txt'
    """

    pairs: tuple[FilePair, ...]
    only_old: tuple[Path, ...]
    only_new: tuple[Path, ...]


def pair_folders(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> FolderPairs:
    r"""The files of two folders that belong together: by their paths, else by paths without endings, else by titles.

    Two files are a pair where no third answers to the same name or title. What holds no text of law is passed over, as
    `Collection.build` does. Raises NotFound for a folder that is not there.

    >>> import tempfile
    >>> from pathlib import Path
    >>> folders = Path(tempfile.mkdtemp(), "现行"), Path(tempfile.mkdtemp(), "草案")
    >>> for folder, name in zip(folders, ("控烟条例.txt", "控烟-二审.txt"), strict=True):
    ...     folder.mkdir()
    ...     _ = (folder / name).write_text("某市控烟条例\\n第一条　略。", encoding="utf-8")
    >>> [(pair.name, pair.by_title) for pair in pair_folders(*folders).pairs]
    [('控烟-二审', True)]
    """
    left, right = _files(old), _files(new)
    pairs: list[FilePair] = []
    for key in (_path, _stem, _title):
        for before, after in _alike(left, right, key):
            del left[before], right[after]
            pairs.append(FilePair(_stem(after), Path(before.path), Path(after.path), key is _title))
    return FolderPairs(
        tuple(sorted(pairs)), tuple(Path(one.path) for one in left), tuple(Path(one.path) for one in right)
    )


def _files(folder: str | os.PathLike[str]) -> dict[SourceFile, None]:
    return dict.fromkeys(find_sources([folder])[0])


def _alike(
    left: dict[SourceFile, None], right: dict[SourceFile, None], key: Callable[[SourceFile], str]
) -> list[tuple[SourceFile, SourceFile]]:
    """The files of both sides of which one alone on each has that key."""
    sides: tuple[defaultdict[str, list[SourceFile]], ...] = (defaultdict(list), defaultdict(list))
    for files, by_key in zip((left, right), sides, strict=True):
        for file in files if left and right else ():
            by_key[key(file)].append(file)
    return [
        (sides[0][name][0], sides[1][name][0])
        for name in sides[0]
        if name and len(sides[0][name]) == len(sides[1].get(name, ())) == 1
    ]


def _path(file: SourceFile) -> str:
    return file.instrument.partition("/")[2]


def _stem(file: SourceFile) -> str:
    return str(PurePosixPath(_path(file)).with_suffix(""))


def _title(file: SourceFile) -> str:
    """The title as citations know it, without what calls it a draft; "" where the file cannot be read."""
    try:
        title = parse(read_text(file.path).text).title
    except LawtrackError:
        return ""
    return title_key(_DRAFT.sub("", title)) if title else ""
