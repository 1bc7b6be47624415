"""The same bytes on a Dask cluster as in one process, also when a worker dies under the work; `test_cluster` runs it."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from lawtrack.collection import COLUMNS, Collection, executor_at
from lawtrack.errors import UnusableInput

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own: ports, clocks, loops


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for n in range(120):
        lines = [
            f"示例市第{n}号条例",
            *(f"第{'一二三四五六七八九'[at]}条　第{n * 10 + at}件事由示例局办理。" for at in range(9)),
        ]
        (place / f"{n:03}.txt").write_text("\n".join(lines), encoding="utf-8")
    return place


def answers(city, tmp_path, pool, cluster):
    """The heavy questions on a cluster of which a worker dies meanwhile give the same bytes as one process."""
    old = "示例市第1号条例\n" + "\n".join(
        f"第{at}条　第{at}件旧事由示例局办理。" for at in "一二三四五六七八九"
    )
    titles = [f"示例市第{n}号条例" for n in range(5)]
    pid = next(iter(cluster.workers.values())).pid
    killer = threading.Timer(0.2, os.kill, (pid, signal.SIGKILL))
    killer.start()
    for number, ask in enumerate(
        (
            lambda pool: city.beside(old, titles, executor=pool),
            lambda pool: city.affected(old, None, whole=True, executor=pool),
        )
    ):
        one, many = tmp_path / f"one{number}.csv", tmp_path / f"many{number}.csv"
        ask(None).to_csv(one)
        ask(pool).to_csv(many)
        assert one.read_bytes() == many.read_bytes()
    killer.join()


def test_a_cluster_gives_the_same_bytes_and_survives_a_killed_worker(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("lawtrack.collection.working.FEW", 1000)  # one process
    Collection.build([folder], tmp_path / "one")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        pid = next(iter(cluster.workers.values())).pid
        killer = threading.Timer(0.4, os.kill, (pid, signal.SIGKILL))
        pool = executor_at(cluster.scheduler_address)
        killer.start()
        Collection.build([folder], tmp_path / "many", executor=pool)
        killer.join()
        answers(Collection.open(tmp_path / "many"), tmp_path, pool, cluster)
        pool.shutdown()
        time.sleep(0.1)
    for table in COLUMNS:
        name = f"{table}.parquet"
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "many" / name).read_bytes(), table
    assert Collection.open(tmp_path / "many").unread.empty


def test_a_cluster_that_does_not_answer_is_said():
    with pytest.raises(UnusableInput, match="tcp://"):
        executor_at("nonsense://nowhere")
