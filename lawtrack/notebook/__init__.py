"""The workbench: what staff see in JupyterLab. Needs the extra packages of `pip install 'lawtrack[lab]'`.

ComparisonViewer   two texts, clause by clause
ConcordanceViewer  two to eight versions, each clause followed through all of them
PlanTable          where every item of the annual plan stands
PlanPictures       its timeline, stages and lateness as pictures
workbench          all of them, over a workspace, with import and log
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lawtrack.errors import MissingTool

if TYPE_CHECKING:
    from lawtrack.notebook.bench import Workbench, workbench
    from lawtrack.notebook.plan.pictures import PlanPictures
    from lawtrack.notebook.plan.table import PlanTable
    from lawtrack.notebook.viewer import ComparisonViewer, ConcordanceViewer

__all__ = ["ComparisonViewer", "ConcordanceViewer", "PlanPictures", "PlanTable", "Workbench", "workbench"]

_HOMES = {
    "ComparisonViewer": "viewer",
    "ConcordanceViewer": "viewer",
    "PlanPictures": "plan.pictures",
    "PlanTable": "plan.table",
    "Workbench": "bench",
    "workbench": "bench",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    try:
        home = import_module(f"{__name__}.{_HOMES[name]}")
    except ModuleNotFoundError as error:
        if error.name in {"anywidget", "ipywidgets", "traitlets"}:
            raise MissingTool("notebook.not-installed", package=error.name) from error
        raise
    found = globals()[name] = getattr(home, name)
    return found
