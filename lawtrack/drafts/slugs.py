"""A draft's name made from its title, for readers who never see it."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

_DIGITS: Final = 8


def slug_for(title: str, taken: Collection[str] = ()) -> str:
    """A name for a draft or a project called `title` that none of `taken` has: its Latin words, else a mark of the title.

    The mark is a hash of the title without blanks, so that the same title gives the same name on every machine.

    >>> slug_for("Noise Ordinance"), slug_for("噪声条例"), slug_for("噪声条例", {"d-b2951d51"}) != "d-b2951d51"
    ('noise-ordinance', 'd-b2951d51', True)
    """
    bare = re.sub(r"[\s《》]+", "", title)
    latin = "-".join(re.findall(r"[a-z0-9]+", title.lower())) if title.isascii() else ""
    digest = hashlib.sha256(bare.encode("utf-8")).hexdigest()
    slug = latin[:40].strip("-") or f"d-{digest[:_DIGITS]}"
    at = 2
    wanted = slug
    while slug in taken:
        slug, at = f"{wanted}-{at}", at + 1
    return slug
