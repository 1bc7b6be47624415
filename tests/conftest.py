"""Fixtures that every room's tests share."""

from __future__ import annotations

import gc
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from lawtrack.messages import use_language

if TYPE_CHECKING:
    from collections.abc import Callable

# what tests work out is not kept among what the user's own workspaces did
os.environ["LAWTRACK_CACHE"] = str(Path(tempfile.gettempdir(), f"lawtrack-cache-{os.getpid()}"))

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"

# The same examples each time: a red build is about the change that made it red. Explore with HYPOTHESIS_PROFILE=explore.
settings.register_profile(
    "lawtrack",
    derandomize=True,
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "explore", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "lawtrack"))


def pytest_collection_finish() -> None:
    """Eight thousand tests and what they import stay to the end: the search for garbage need not go through them each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(autouse=True)
def chinese():
    """Each test starts in Chinese, whatever the one before it spoke."""
    with use_language("zh"):
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


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """A function from a name and what fills a folder to that folder, filled once in a run by whichever process is first.

    Nobody may change what lies there: the other processes read it at the same time.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each process has a folder of its own in that of the run
        shared = shared.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, ready = shared / f"once-{name}", shared / f"once-{name}.ready"
        with FileLock(shared / f"once-{name}.lock"):
            if not ready.exists():
                folder.mkdir()
                make(folder)
                ready.touch()
        return folder

    return made
