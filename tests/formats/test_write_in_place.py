"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from lawtrack.errors import NotSaved
from lawtrack.formats import write_bytes

if TYPE_CHECKING:
    from pathlib import Path


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    file = write_bytes(tmp_path / "对照表.docx", b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSaved, match="No space left"):
        write_bytes(file, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("对照表.docx", b"old")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_is_the_old_file_s_or_the_usual_one(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        file = write_bytes(tmp_path / "new.docx", b"1")
        assert file.stat().st_mode & 0o777 == 0o640
        file.chmod(0o604)
        assert write_bytes(file, b"2").stat().st_mode & 0o777 == 0o604
    finally:
        os.umask(before)
