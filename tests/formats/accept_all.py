"""Accepts or rejects all tracked changes in LibreOffice itself. Run by a Python that has its `uno`:

python3 tests/formats/accept_all.py IN.docx OUT.docx Accept|Reject SOCKET-PORT
"""

import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def option(name, value):
    """A named value as LibreOffice wants it."""
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def main(source, target, verb, port):
    """Open, decide, store."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    give_up = time.monotonic() + 60
    while True:
        try:
            there = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
            break
        except Exception:  # whatever it says until the office listens
            if time.monotonic() > give_up:
                raise
            time.sleep(0.1)
    desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    document = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (option("Hidden", True),))
    helper = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", there)
    frame = document.CurrentController.Frame
    helper.executeDispatch(frame, f".uno:{verb}AllTrackedChanges", "", 0, ())
    document.storeToURL(Path(target).as_uri(), (option("FilterName", "MS Word 2007 XML"),))
    document.close(True)


main(*sys.argv[1:])
# the file is written; the bridge's threads, taken down with the interpreter, may end it by a signal
os._exit(0)
