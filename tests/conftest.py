"""Fixtures that every room's tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawtrack.messages import speaking

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(autouse=True)
def chinese():
    """Each test starts in Chinese, whatever the one before it spoke."""
    with speaking("zh"):
        yield


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The shared corpus of real legislation; a user's clone has none."""
    if not CORPUS.is_dir():
        pytest.skip("the shared corpus is not beside this checkout")
    return CORPUS


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT
