"""No right, rejected, diverged, locked by a colleague: real servers, real locks, and nothing is lost meanwhile."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from benchmarks.meetings import BACKEND, Backend, served_over
from lawtrack.errors import Conflict, NotSaved
from lawtrack.store import Author, Workspace
from lawtrack.store.git import saving, turns
from lawtrack.store.team import syncing
from lawtrack.store.team.remote import failure
from tests.texts import DRAFTER, FIRST, SECOND

COLLEAGUE = Author("李小红", "li@example.cn")
HTTP = pytest.mark.skipif(not BACKEND.exists(), reason="git has no HTTP server here")


@pytest.fixture
def served(workspace, save, tmp_path):
    """A workspace that meets over HTTP, with one version more than is shared."""
    save()
    with served_over("http", tmp_path) as url:
        workspace.share(url, author=DRAFTER)
        save(SECOND, stage="second-reading", date="2020-08-10")
        yield workspace


def refused(workspace: Workspace) -> str:
    """The code of what stands in the way of a sync, which leaves everything here as it is."""
    before = workspace.repository.head(), workspace.versions()
    with pytest.raises(Conflict) as caught:
        workspace.sync(author=DRAFTER)
    assert (workspace.repository.head(), workspace.versions()) == before
    assert workspace.verify() == ()
    assert str(caught.value)
    return caught.value.code


@HTTP
def test_a_server_that_lets_read_and_not_write(served, git, tmp_path):
    git("config", "http.receivepack", "false", cwd=tmp_path / "meeting.git")  # http-backend answers 403
    assert refused(served) == "team.remote-no-right"
    git("config", "http.receivepack", "true", cwd=tmp_path / "meeting.git")
    assert served.sync(author=DRAFTER).sent == 1


@HTTP
def test_a_server_that_asks_for_another_password(served, monkeypatch):
    right = base64.b64encode(b"wang:secret").decode()

    def answer(self: Backend) -> None:
        if self.headers.get("Authorization") == f"Basic {right}":
            backend(self)
            return
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="office"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    backend = Backend.answer
    monkeypatch.setattr(Backend, "do_GET", answer)
    monkeypatch.setattr(Backend, "do_POST", answer)
    assert refused(served) == "team.remote-no-right"
    url = served.repository.setting("remote.origin.url")
    served.repository.configure({"remote.origin.url": url.replace("://", "://wang:wrong@")})
    with pytest.raises(Conflict) as caught:
        served.sync(author=DRAFTER)
    assert caught.value.code == "team.remote-no-right"
    assert "wrong" not in str(caught.value), "a password is shown to nobody"
    served.repository.configure({"remote.origin.url": url.replace("://", "://wang:secret@")})
    assert served.sync(author=DRAFTER).sent == 1


@HTTP
@pytest.mark.parametrize("hook", ["pre-receive", "update"])
def test_a_server_whose_rules_refuse_the_change(served, tmp_path, hook):
    file = tmp_path / "meeting.git/hooks" / hook
    file.parent.mkdir(exist_ok=True)
    file.write_text("#!/bin/sh\necho protected branch >&2\nexit 1\n", encoding="utf-8")
    file.chmod(0o755)
    assert refused(served) == "team.remote-rejected"
    file.unlink()
    assert served.sync(author=DRAFTER).sent == 1


@HTTP
def test_a_server_on_which_there_is_nothing_any_more(served, tmp_path):
    (tmp_path / "meeting.git").rename(tmp_path / "moved.git")
    assert refused(served) == "team.remote-not-there"


@pytest.fixture
def pair(workspace, save, git, tmp_path):
    """Two workspaces that meet in a folder, with one version."""
    save()
    workspace.share(str(tmp_path / "meeting.git"), author=DRAFTER)
    git("clone", "-q", str(tmp_path / "meeting.git"), str(tmp_path / "other"))
    return workspace, Workspace.open(tmp_path / "other")


def test_a_line_amended_after_it_was_shared_is_joined_and_never_forced(pair, git, tmp_path):
    mine, other = pair
    mine.import_version("smoke-ban", SECOND, stage="second-reading", date="2020-08-10", author=DRAFTER)
    mine.sync(author=DRAFTER)
    shared = git("rev-parse", "main", cwd=tmp_path / "meeting.git").strip()
    git("commit", "-q", "--amend", "--no-edit", "--date", "2020-08-11T09:00:00", "--allow-empty")
    assert git("config", "receive.denyNonFastForwards", cwd=tmp_path / "meeting.git").strip() == "true"
    mine.sync(author=DRAFTER)
    now = git("rev-parse", "main", cwd=tmp_path / "meeting.git").strip()
    git("merge-base", "--is-ancestor", shared, now, cwd=tmp_path / "meeting.git")
    other.sync(author=COLLEAGUE)
    assert other.text("smoke-ban") == mine.text("smoke-ban")
    assert other.repository.head() == mine.repository.head()


def test_what_somebody_forced_off_the_meeting_point_comes_back(pair, git, tmp_path):
    mine, other = pair
    mine.import_version("smoke-ban", SECOND, stage="second-reading", date="2020-08-10", author=DRAFTER)
    mine.sync(author=DRAFTER)
    meeting = tmp_path / "meeting.git"
    git("update-ref", "refs/heads/main", "main~1", cwd=meeting)  # an administrator, or a server without rules
    other.import_version("parking", FIRST, stage="drafting", date="2020-08-11", author=COLLEAGUE)
    other.sync(author=COLLEAGUE)
    mine.sync(author=DRAFTER)
    other.sync(author=COLLEAGUE)
    for one in pair:
        assert one.text("smoke-ban") == mine.text("smoke-ban")
        assert [version.draft for version in one.versions()] == ["smoke-ban", "smoke-ban", "parking"]
        assert one.verify() == ()


def test_a_lock_of_a_colleague_at_the_meeting_point_is_waited_for(pair, tmp_path):
    mine, _ = pair
    mine.import_version("smoke-ban", SECOND, stage="second-reading", date="2020-08-10", author=DRAFTER)
    lock = tmp_path / "meeting.git/refs/heads/main.lock"
    lock.touch()
    timer = threading.Timer(0.5, lock.unlink)
    timer.start()
    assert mine.sync(author=DRAFTER).sent == 1
    timer.join()


def test_a_lock_that_stays_is_said_to_be_one(pair, tmp_path, monkeypatch):
    mine, _ = pair
    monkeypatch.setattr(syncing, "TRIES", 2)
    monkeypatch.setattr(syncing, "PATIENCE", 0)
    mine.import_version("smoke-ban", SECOND, stage="second-reading", date="2020-08-10", author=DRAFTER)
    lock = tmp_path / "meeting.git/refs/heads/main.lock"
    lock.touch()
    assert refused(mine) == "team.remote-locked"
    lock.unlink()
    assert mine.sync(author=DRAFTER).sent == 1


HOLDS = (
    "import sys; from lawtrack.store import Workspace; from lawtrack.store.git.turns import turn\n"
    "with turn(Workspace.open(sys.argv[1]).repository): print('held', flush=True); sys.stdin.read()"
)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills a process")
def test_a_workspace_locked_by_a_living_colleague_names_him_and_opens_when_he_is_gone(
    workspace, save, monkeypatch
):
    save()
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    monkeypatch.setattr(saving, "PATIENCE", 0.2)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLDS, str(workspace.root)]
    with subprocess.Popen(command, env=env, stdin=pipe, stdout=pipe, text=True) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            lock, left = workspace.root / ".git/lawtrack.lock", time.time() - 3600
            os.utime(lock, (left, left))  # however old it is: its owner lives
            with pytest.raises((Conflict, NotSaved)) as caught:
                save(SECOND, stage="second-reading", date="2020-08-10")
            assert str(holder.pid) in str(caught.value)
            assert Workspace.open(workspace.root).text("smoke-ban"), "reading needs no lock"
        finally:
            holder.kill()
    save(SECOND, stage="second-reading", date="2020-08-10")
    assert workspace.verify() == () or [one.code for one in workspace.verify()] == ["store.verify-unsaved"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("fatal: unable to access '{url}': The requested URL returned error: 403", "team.remote-no-right"),
        ("fatal: repository '{url}' not found", "team.remote-not-there"),
        ("fatal: unable to access '{url}': Failed to connect to 127.0.0.1", "team.remote-no-network"),
        ("fatal: something of which nobody has heard, at {url}", "team.remote-failed"),
    ],
)
@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:40345/401/x.lock", "http://wang@not found:40404/403.git", "/srv/403/404"]
)
def test_what_an_address_says_is_no_answer(words, code, url):
    assert failure(words.format(url=url), url).code == code
