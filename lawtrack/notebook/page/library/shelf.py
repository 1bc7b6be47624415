"""法规库: the collection of the workspace, gathered from a folder that is chosen by mouse, with progress and a stop."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lawtrack.atomic import atomic_write
from lawtrack.errors import Conflict, LawtrackError, NotFound, UnusableInput
from lawtrack.messages import language, translate, use_language
from lawtrack.notebook.page.answers import Done
from lawtrack.notebook.page.library.building import Building, Stopped

if TYPE_CHECKING:
    from lawtrack.collection import Collection
    from lawtrack.notebook.page.answers import Given
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Folder, LibraryShown, Progress

_READ: Final = frozenset({".docx", ".doc", ".wps", ".txt", ".md", ".html", ".htm", ".pdf", ".xml"})
_SHOWN: Final = 500
"""So many folders of one folder are listed."""


def shelf(desk: Desk) -> Path:
    """Where the workspace's collection lies: beside git's own files, so that it is never shared and may be thrown away."""
    return desk.workspace.repository.place.common / "lawtrack" / "library"


def library_of(desk: Desk) -> Collection:
    """The collection of the workspace. Raises NotFound where none was gathered yet."""
    from lawtrack.collection import Collection

    try:
        return Collection.open(shelf(desk))
    except NotFound:
        raise NotFound("bench.no-library") from None


def state(desk: Desk, _given: Given) -> LibraryShown:
    """Is there a collection, of which folder, how large, what could not be read; and what is being gathered."""
    with_text = {version.draft for version in desk.workspace.log()}
    drafts = [[draft.slug, draft.title] for draft in desk.workspace.drafts() if draft.slug in with_text]
    told: LibraryShown = {
        "there": False,
        "drafts": drafts,
        "folder": _folder(desk),
        "building": progress(desk, _given),
        "count": 0,
        "unread": [],
        "unread_count": 0,
    }
    try:
        library = library_of(desk)
    except LawtrackError:
        return told
    unread = library.unread
    return {
        **told,
        "there": True,
        "count": len(library.instruments),
        "unread": [[str(value) for value in row] for row in unread.head(50).itertuples(index=False)],
        "unread_count": len(unread),
    }


def folders(_desk: Desk, given: Given) -> Folder:
    """The folders in a folder of this computer, to choose one by mouse, and how many files of law lie in it itself."""
    place = Path(given.text("folder") or str(Path.home())).expanduser()
    if not place.is_dir():
        raise NotFound("bench.no-folder", folder=place)
    inside = sorted(each for each in place.iterdir() if not each.name.startswith("."))
    names = [[each.name, str(each)] for each in inside if each.is_dir()][:_SHOWN]
    files = sum(each.suffix.lower() in _READ for each in inside if each.is_file())
    return {"folder": str(place), "up": str(place.parent), "names": names, "files": files}


def build(desk: Desk, given: Given) -> Done[None]:
    """Begins to gather the collection of a folder; `progress` tells how far it is, `stop` ends it."""
    folder = given.text("folder").strip()
    if not folder or not Path(folder).is_dir():
        raise NotFound("bench.no-folder", folder=folder)
    now = desk.building
    if now is not None and now.state == "running":
        raise Conflict("bench.library-busy")
    desk.building = begun = Building(folder)
    threading.Thread(target=_gather, args=(desk, begun, language()), daemon=True).start()
    return Done("", None)


def progress(desk: Desk, _given: Given) -> Progress | None:
    """How far the gathering is: running, done, stopped or failed; None where nothing was begun."""
    now = desk.building
    if now is None:
        return None
    return {
        "folder": now.folder,
        "done": now.done,
        "all": now.all,
        "state": now.state,
        "problem": now.problem,
    }


def stop(desk: Desk, _given: Given) -> None:
    """The gathering ends after the batch in hand; the collection stays as it was."""
    if desk.building is not None:
        desk.building.stop.set()


def _gather(desk: Desk, now: Building, lang: str) -> None:
    from lawtrack.collection import Collection

    with use_language(lang):
        try:
            shelf(desk).mkdir(parents=True, exist_ok=True)
            Collection.build([now.folder], shelf(desk), progress=now.progress)
            atomic_write(
                shelf(desk).with_name("library.json"), json.dumps({"folder": now.folder}).encode("utf-8")
            )
            now.state = "done"
        except Stopped:
            now.state = "stopped"
        except LawtrackError as problem:
            now.state, now.problem = "failed", problem.message()
        except Exception as problem:  # noqa: BLE001 -- a thread has nobody above it who could tell
            now.state = "failed"
            now.problem = translate("notebook.unexpected", problem=type(problem).__name__)


def _folder(desk: Desk) -> str:
    """The folder of which the collection was gathered, "" where it is not known."""
    try:
        told = json.loads(shelf(desk).with_name("library.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("folder", "")) if isinstance(told, dict) else ""


def text_given(desk: Desk, given: Given, name: str) -> str:
    """The text of one side of a question: an instrument of the collection (`name` its id), or a file (`name`-file)."""
    chosen = given.words(name)
    if chosen:
        text = library_of(desk).text(chosen)
        if not text:
            raise UnusableInput("bench.no-instrument")
        return text
    from lawtrack.formats import read_data

    return read_data(*given.file(f"{name}-file")).text


ACTIONS: Final = {
    "library.state": state,
    "library.folders": folders,
    "library.build": build,
    "library.progress": progress,
    "library.stop": stop,
}
