"""Files that only an office suite understands (.doc, .wps, .rtf, .odt), turned into .docx by LibreOffice.

LibreOffice runs without a window, in a profile of its own that is thrown away, with macros and links off.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from lawtrack.errors import MissingTool, UnusableInput

SECONDS: Final = 120
"""How long one conversion may take. A law of 1,260 articles takes about ten seconds, the first start as long again."""
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_SWITCH: Final = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="{name}" oor:op="fuse">'
    "<value>true</value></prop></item>"
)
_SWITCHES: Final = ("DisableActiveContent", "DisableMacrosExecution", "BlockUntrustedRefererLinks")
_LOCKED: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_SWITCH.format(name=name) for name in _SWITCHES)
    + "</oor:items>"
)


def soffice() -> str | None:
    """The path of LibreOffice's program, or None where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((place for place in _PLACES if Path(place).is_file()), None)


def convert(data: bytes, suffix: str, name: str, *, to: str = "docx") -> bytes:
    """The document `data` in the format `to` ("docx", "pdf"); `suffix` (".doc") tells LibreOffice what it is.

    Raises MissingTool without LibreOffice, UnusableInput where it cannot open the document (broken, encrypted).
    """
    program = soffice()
    if program is None:
        raise MissingTool("formats.needs-libreoffice", name=name, suffix=suffix)
    with tempfile.TemporaryDirectory(prefix="lawtrack-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        source = room / f"document{suffix}"
        source.write_bytes(data)
        user = room / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_LOCKED, encoding="utf-8", newline="\n")
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault",
            f"-env:UserInstallation={(room / 'profile').as_uri()}",
            "--convert-to", to, "--outdir", str(room / "out"), str(source),
        ]  # fmt: skip
        try:
            subprocess.run(  # noqa: S603 - the command is ours, the document goes by a name that we chose
                command, check=False, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL
            )
        except subprocess.TimeoutExpired as problem:
            raise UnusableInput("formats.conversion-slow", name=name, seconds=SECONDS) from problem
        result = room / "out" / f"document.{to}"
        if not result.is_file():
            raise UnusableInput("formats.conversion-failed", name=name)
        return result.read_bytes()
