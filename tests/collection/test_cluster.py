"""What is tried on a cluster (`cluster.py`) is tried in a process of its own.

Dask leaves threads behind that draw random numbers now and then, and Hypothesis blames the test that runs meanwhile.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CLUSTER = Path(__file__).with_name("cluster.py")


def test_a_cluster_does_what_one_process_does() -> None:
    pytest.importorskip("distributed")
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(CLUSTER)]
    run = subprocess.run(words, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "2 passed" in run.stdout
