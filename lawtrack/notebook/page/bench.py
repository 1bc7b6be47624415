"""All requests of the page, and the one function that answers them."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING, Any, Final

from lawtrack.errors import LawtrackError, UnusableInput
from lawtrack.formats import read_office, use_office
from lawtrack.messages import LANGUAGES, catalogue, translate, use_language
from lawtrack.notebook.page import (
    clause,
    intake,
    joining,
    opinions,
    outgoing,
    project,
    proofreading,
    published,
    record,
    returned,
    rounds,
    signing,
    team,
    year,
)
from lawtrack.notebook.page.answers import Answer, Done, Given
from lawtrack.notebook.page.library import cleaning, powers, searching, shelf
from lawtrack.notebook.page.system import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawtrack.notebook.page.answers import Action
    from lawtrack.notebook.page.desk import Desk
    from lawtrack.notebook.page.shapes import Begun

_log = logging.getLogger(__name__)
_WORDS: Final = ("screen", "panels")
"""The catalogues of what the page itself says."""


def start(desk: Desk, _given: Given) -> Begun:
    """What the page needs before it shows anything: every word of both languages, so that they change at once."""
    drafts = {draft.slug: draft.title for draft in desk.workspace.drafts()}
    return {
        "words": {lang: words(lang) for lang in LANGUAGES},
        "viewer": {
            lang: {code.partition(".")[2]: translate(code, lang) for code in catalogue("viewer")}
            for lang in LANGUAGES
        },
        "lang": os.environ.get("LAWTRACK_LANG", ""),
        "drafts": drafts,
        "unsigned": signing.unsigned(desk),
        "folder": desk.workspace.root.name,
    }


def words(lang: str) -> dict[str, str]:
    """The page's own words in one language, by their names without the room."""
    return {code.partition(".")[2]: translate(code, lang) for room in _WORDS for code in catalogue(room)}


def undo(desk: Desk, given: Given) -> Done[None]:
    """Takes back what a token stands for."""
    return Done(desk.take_back(given.words("token", needed=True)), None)


ACTIONS: Final[Mapping[str, Action]] = {"start": start, "undo": undo} | {
    name: action
    for part in (
        year,
        published,
        project,
        intake,
        clause,
        opinions,
        outgoing,
        joining,
        proofreading,
        team,
        record,
        returned,
        rounds,
        signing,
        shelf,
        searching,
        cleaning,
        powers,
    )
    for name, action in part.ACTIONS.items()
}


def answer(desk: Desk, request: object) -> dict[str, Any]:
    """The answer to one request of the page (see `answers`); it never raises, and every failure is a sentence."""
    asked = request if isinstance(request, dict) else {}
    lang = asked.get("lang") if asked.get("lang") in LANGUAGES else "zh"
    with use_language(str(lang)), use_office(lambda: read_office(desk.workspace.root / "layout.yaml")):
        return {"id": asked.get("id"), **_answered(desk, str(asked.get("do")), Given(asked.get("given")))}


def _answered(desk: Desk, name: str, given: Given) -> Answer:
    action = ACTIONS.get(name)
    if action is None:
        return _refusal(UnusableInput("bench.no-such-action", name=name).message())
    try:
        result = action(desk, given)
    except LawtrackError as error:
        if error.code == "store.no-identity":
            return {**_refusal(translate("bench.nobody")), "kind": "unsigned"}
        return _refusal(error.message())
    except KeyboardInterrupt:
        return _refusal(translate("bench.stopped"))
    except OSError as error:
        problem = error.strerror or str(error)
        return _refusal(translate("notebook.file-trouble", file=error.filename or "", problem=problem))
    except Exception as error:  # noqa: BLE001 -- the last line of defence: the form keeps what was typed
        _log.exception("the workbench failed at %s", name)
        return {**_refusal(translate("notebook.unexpected", problem=type(error).__name__)), "kind": "failed"}
    if isinstance(result, Done):
        return {"ok": True, "result": result.result, "say": result.say, "undo": result.undo}
    return {"ok": True, "result": result}


def _refusal(sentence: str) -> Answer:
    return {"ok": False, "say": in_words(sentence), "kind": "refused"}
