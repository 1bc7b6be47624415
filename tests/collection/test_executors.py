"""The heavy questions give the same rows on any executor, and when a worker dies under them."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from lawtrack.collection import Collection

NUMBERS = "一二三四五六七八九"


def text(title: str, extra: str = "") -> str:
    return f"{title}\n" + "\n".join(
        f"第{n}条　第{n}类{extra}事项由示例局办理，处二百元罚款。" for n in NUMBERS
    )


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    place = tmp_path_factory.mktemp("executors")
    for at, name in enumerate(("甲市条例", "乙市条例", "丙市条例")):
        cites = "\n".join(f"第十{n}条　依照《某省条例》第{n}条办理。" for n in NUMBERS)
        (place / f"{at}.txt").write_text(f"{text(name, name[0])}\n{cites}", encoding="utf-8")
    return Collection.build([place], place / "out")


def rows(city, executor=None):
    old, new = text("某省条例"), text("某省条例").replace("第三条　第三类", "第三条　新一类")
    beside = city.beside(text("某市条例"), ["甲市条例", "乙市条例", "丙市条例"], executor=executor)
    return beside.to_csv() + city.affected(old, new, executor=executor).to_csv()


def test_threads_give_the_same(city, monkeypatch):
    monkeypatch.setattr("lawtrack.collection.cleaning.affected.LEAST", 2)
    with ThreadPoolExecutor(2) as pool:
        assert rows(city, pool) == rows(city)


def test_processes_give_the_same_and_one_that_dies_costs_nothing(city):
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert rows(city, pool) == rows(city)
        pid = pool.submit(os.getpid).result()
        os.kill(pid, signal.SIGKILL)
        assert rows(city, pool) == rows(city)
