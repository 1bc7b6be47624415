"""Meeting points to measure with: a folder, git's own HTTP server on loopback, the protocol of ssh.

The HTTP server is `git http-backend` behind Python's. For ssh the client is a script that runs here what ssh would have
run there: git's side of the protocol is the real one, the encryption is left out, so that no server has to be there.
"""

from __future__ import annotations

import http.server
import os
import shlex
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKEND = Path(
    subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip(),
    "git-http-backend",
)


@contextmanager
def served_over(kind: str, folder: Path) -> Iterator[str]:
    """The address of a new meeting point in `folder`, reached over `kind`: folder, http or ssh."""
    if kind == "folder":
        yield str(folder / "meeting.git")
        return
    _bare(folder / "meeting.git")
    if kind == "ssh":
        with _ssh(folder):
            yield f"ssh://127.0.0.1{folder}/meeting.git"
        return
    handler = type("Here", (Backend,), {"root": folder})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/meeting.git"
    finally:
        server.shutdown()
        server.server_close()


def _bare(place: Path) -> None:
    """A bare repository to which may be pushed, as an administrator would make one."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    for command in (
        ["init", "-q", "--bare", "-b", "main", str(place)],
        ["-C", str(place), "config", "http.receivepack", "true"],
    ):
        subprocess.run(["git", *command], env=env, check=True)


@contextmanager
def _ssh(folder: Path) -> Iterator[None]:
    """A client of ssh that runs the command, the last of its arguments, on this machine."""
    client = folder / "ssh.py"
    client.write_text(
        "import os, sys\n"
        "env = {name: told for name, told in os.environ.items() if not name.startswith('GIT_')}\n"
        "os.execve('/bin/sh', ['sh', '-c', sys.argv[-1]], env)\n",
        encoding="utf-8",
    )
    before = {name: os.environ.get(name) for name in ("GIT_SSH_COMMAND", "GIT_SSH_VARIANT")}
    os.environ["GIT_SSH_COMMAND"] = f"{shlex.quote(sys.executable)} {shlex.quote(str(client))}"
    os.environ["GIT_SSH_VARIANT"] = "ssh"
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


class Backend(http.server.BaseHTTPRequestHandler):
    """git-http-backend(1) behind Python's own server."""

    protocol_version = "HTTP/1.1"
    root: Path

    def answer(self) -> None:
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length") or 0)
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(length)
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "GIT_PROJECT_ROOT": str(self.root), "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path, "QUERY_STRING": query,
            "REQUEST_METHOD": self.command, "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)), "REMOTE_USER": "writer", "REMOTE_ADDR": "127.0.0.1",
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }  # fmt: skip
        told = subprocess.run([BACKEND], input=body, env=env, capture_output=True, check=False).stdout
        head, _, content = told.partition(b"\r\n\r\n")
        lines = [line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line]
        self.send_response(int(dict(lines).get("Status", "200").split()[0]))
        for name, value in lines:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = answer  # noqa: N815 - the names of http.server

    def log_message(self, *_arguments) -> None:
        """Say nothing."""
