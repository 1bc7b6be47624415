"""How versions are called on the page and in the names of files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.store import Version


def say_version(version: Version) -> str:
    """Stage and date, as a reader says it."""
    return f"{version.stage_label} {version.date}".strip()


def file_name(*words: str) -> str:
    """`words` joined as a name that every file system takes.

    >>> file_name("爱国卫生工作条例", "对照表", "一审-表决/通过")
    '爱国卫生工作条例_对照表_一审-表决-通过'
    """
    kept = (re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "-", each).strip("-.")[:60] for each in words)
    return "_".join(filter(None, kept))
