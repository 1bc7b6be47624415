"""Tracked changes accepted and rejected by LibreOffice itself, not by our own code."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from lawtrack.compare import compare
from lawtrack.formats import read_data
from lawtrack.formats.comparison.tracked import tracked_docx
from lawtrack.formats.instruments.docx import docx_bytes
from lawtrack.formats.word.office import soffice
from lawtrack.law import parse
from tests.formats.test_write_tracked_changes import CASES, TEXTS

PYTHON = shutil.which("python3", path=os.defpath)
SCRIPT = Path(__file__).with_name("accept_all.py")


def knows_uno() -> bool:
    asked = subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True) if PYTHON else None
    return asked is not None and asked.returncode == 0


pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(  # never where everything is installed first: a green run would hide that it is not
        os.environ.get("CI") != "true" and (soffice() is None or not knows_uno()),
        reason="no LibreOffice with its Python bridge",
    ),
]


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """A LibreOffice that listens on a port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    profile = tmp_path_factory.mktemp("profile").as_uri()
    listen = f"--accept=socket,host=127.0.0.1,port={number};urp;"
    command = [
        str(soffice()),
        "--headless",
        "--norestore",
        "--nologo",
        f"-env:UserInstallation={profile}",
        listen,
    ]
    office = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield number
    office.terminate()
    office.wait(30)


@pytest.mark.parametrize("case", ["the sample", *CASES])
def test_accepted_it_is_the_new_text_and_rejected_the_old(case, port, tmp_path):
    old, new = CASES.get(case, (TEXTS[0], TEXTS[2]))
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    source.write_bytes(tracked_docx(compare(old, new)))
    for verb, text in (("Accept", new), ("Reject", old)):
        command = [str(PYTHON), str(SCRIPT), str(source), str(target), verb, str(port)]
        subprocess.run(command, check=True, timeout=120)
        told = read_data(target.read_bytes(), "a.docx").text.split()
        assert told == read_data(docx_bytes(parse(text)), "a.docx").text.split()
