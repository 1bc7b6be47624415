"""The workbench: what staff see in JupyterLab. Needs the extra packages of `pip install 'lawtrack[lab]'`.

ComparisonViewer   two texts, clause by clause
ConcordanceViewer  two to eight versions, each clause followed through all of them
PlanTable          where every item of the annual plan stands
PlanPictures       its timeline, stages and lateness as pictures
workbench          the whole workbench of a workspace, in a notebook's cell
serve              the page of `lawtrack lab`, answered by this kernel
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lawtrack.errors import MissingTool
from lawtrack.faces import on_first_use

if TYPE_CHECKING:
    from lawtrack.notebook.page.front import labextension_folder
    from lawtrack.notebook.page.kernel import serve
    from lawtrack.notebook.page.widget import Workbench, workbench
    from lawtrack.notebook.plan.pictures import PlanPictures
    from lawtrack.notebook.plan.table import PlanTable
    from lawtrack.notebook.viewer import ComparisonViewer, ConcordanceViewer

__all__ = [
    "ComparisonViewer",
    "ConcordanceViewer",
    "PlanPictures",
    "PlanTable",
    "Workbench",
    "labextension_folder",
    "serve",
    "workbench",
]

_load, __dir__ = on_first_use(
    __name__,
    {
        "ComparisonViewer": "lawtrack.notebook.viewer",
        "ConcordanceViewer": "lawtrack.notebook.viewer",
        "PlanPictures": "lawtrack.notebook.plan.pictures",
        "PlanTable": "lawtrack.notebook.plan.table",
        "Workbench": "lawtrack.notebook.page.widget",
        "labextension_folder": "lawtrack.notebook.page.front",
        "serve": "lawtrack.notebook.page.kernel",
        "workbench": "lawtrack.notebook.page.widget",
    },
)


def __getattr__(name: str) -> Any:
    try:
        return _load(name)
    except ModuleNotFoundError as error:
        if error.name in {"anywidget", "ipywidgets", "traitlets"}:
            raise MissingTool("notebook.not-installed", package=error.name) from error
        raise
