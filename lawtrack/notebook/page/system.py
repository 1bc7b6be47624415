"""What the operating system says of a failure, in the reader's language: it speaks its own, often English."""

from __future__ import annotations

import errno
import os
from typing import Final

from lawtrack.messages import translate

_SAID: Final = {
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EACCES": "forbidden",
    "EPERM": "forbidden",
    "EROFS": "read-only",
    "EBUSY": "in-use",
    "ETXTBSY": "in-use",
    "ENOENT": "gone",
    "EIO": "broken",
    "ENAMETOOLONG": "name",
    "EMFILE": "many",
}


def in_words(sentence: str) -> str:
    """The sentence with what the system says in it (strerror(3)) put into the language in use.

    >>> in_words(f"文件无法读写：{os.strerror(errno.ENOSPC)}。")
    '文件无法读写：磁盘已满。'
    """
    for number, name in _SAID.items():
        told = os.strerror(getattr(errno, number)) if hasattr(errno, number) else ""
        if told and told in sentence:
            return sentence.replace(told, translate(f"bench.system-{name}"))
    return sentence
