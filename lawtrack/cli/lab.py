"""`lawtrack lab`: JupyterLab on the workbench of a workspace.

JupyterLab is started so that it asks nothing of the outside: no news, no look for updates, no extension catalogue.
Its own words are Chinese unless the user chose otherwise; the settings lie beside the user's own, not in place of them.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import click

from lawtrack.cli import reader_page
from lawtrack.errors import MissingTool, NotFound
from lawtrack.messages import language, translate

_DEFAULT: Final = Path("workspace")
_WORKBENCH: Final = "workbench.ipynb"
_CLOSED: Final = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)
_UNUSED: Final = "--ServerApp.jpserver_extensions={'jupyter_lsp': False, 'notebook_shim': False}"
"""Parts of the server that nobody uses here: the search for language servers alone holds it up for half a second."""
_UPLOADS: Final = "--ServerApp.tornado_settings={'websocket_max_message_size': 104857600}"
"""Files that are imported travel by websocket, which takes 10 MB unless told; the reader takes 100 MB."""
_LOCALES: Final = {"zh": "zh_CN", "en": "en"}


@click.command(short_help="Open the workbench in JupyterLab. 打开工作台")
@click.argument(
    "directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path, file_okay=False)
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    envvar="PORT",
    default=8888,
    show_default=True,
    help="Port to listen on; the environment's PORT otherwise.",
)
@click.option("--no-browser", is_flag=True, help="Only serve; also when the environment's BROWSER is none.")
@click.option("--sample", is_flag=True, help="Replay the sample into DIR if no workspace is there.")
@click.option("--voila", is_flag=True, help="A page of Voilà, without JupyterLab around it.")
def lab(directory: Path | None, port: int, no_browser: bool, sample: bool, voila: bool) -> None:
    """Open the workbench of the workspace DIR in JupyterLab.

    Without DIR, the workspace is the folder that one stands in, or else ./workspace; without a workspace there, the
    sample is replayed into it first.

    \b
    Examples:
      lawtrack lab
      lawtrack lab drafts-2026 --port 9000
      PORT=9000 BROWSER=none lawtrack lab --sample
      lawtrack lab --voila
    """
    if find_spec("jupyterlab") is None or find_spec("anywidget") is None:
        raise MissingTool("notebook.not-installed", package="jupyterlab, anywidget")
    if voila and find_spec("voila") is None:
        raise MissingTool("notebook.voila-missing")
    root = _workspace(directory, sample=sample or directory is None)
    copy_notebooks(root)
    click.echo(translate("notebook.lab-opening", folder=root), err=True)
    quiet = no_browser or os.environ.get("BROWSER") == "none"
    if voila:
        os.environ["LAWTRACK_LANG"] = language()
        reader_page.serve_reader(root, port, browser=not quiet)
    else:
        _serve(root, port, browser=not quiet)


def copy_notebooks(root: Path) -> list[Path]:
    """The notebooks of the package that were put into the workspace `root`, without their outputs.

    One that is there stays; but the workbench's is laid anew, for what it showed when it was last saved would greet its
    reader with widgets that are no more. If somebody changed its cells, theirs is kept beside it.
    """
    from lawtrack.store import sample_root

    copied = []
    for source in sorted((sample_root() / "notebooks").glob("*.ipynb")):
        target = root / source.name
        notebook = json.loads(source.read_text(encoding="utf-8"))
        if target.exists():
            if source.name != _WORKBENCH:
                continue
            if _sources(target) != _sources(source):
                target.rename(_beside(target))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
        target.write_text(text, encoding="utf-8", newline="\n")
        copied.append(target)
    return copied


def _beside(file: Path) -> Path:
    """A name beside `file` that nothing has yet: workbench-1.ipynb."""
    at = 1
    while (other := file.with_name(f"{file.stem}-{at}{file.suffix}")).exists():
        at += 1
    return other


def _sources(notebook: Path) -> list[str] | None:
    """What its cells say; None for a file that is no notebook."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells]
    except (ValueError, KeyError, TypeError):
        return None


def _workspace(directory: Path | None, *, sample: bool) -> Path:
    from lawtrack.store import Workspace, replay, sample_root

    for folder in [directory] if directory else [Path.cwd(), _DEFAULT]:
        try:
            root = Workspace.open(folder).root
        except NotFound:
            continue
        if root != sample_root():  # a checkout of lawtrack looks like a workspace, and is none
            return root
    target = directory or _DEFAULT
    if not sample:
        raise NotFound("notebook.lab-no-workspace", folder=target)
    click.echo(translate("notebook.lab-replaying", folder=target), err=True)
    return replay(sample_root(), target).root


def _serve(root: Path, port: int, *, browser: bool) -> None:
    """Runs JupyterLab in this process until it is stopped; signals and Ctrl+C are its own."""
    from lawtrack import notebook

    options = [
        f"--ServerApp.root_dir={root}",
        f"--ServerApp.port={port}",
        "--LabApp.default_url=/lab",
        f"--LabApp.extra_labextensions_path={notebook.labextension_folder()}",
        f"--LabApp.user_settings_dir={_settings()}",
        *_CLOSED,
        _UNUSED,
        _UPLOADS,
    ]
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # in a container there is nobody else; the address still needs its token
        options.append("--allow-root")
    os.environ["LAWTRACK_LANG"] = language()  # for the kernels, which inherit it
    # compiles a grammar for two seconds; jsonschema does without it, and no schema of JupyterLab asks for what it checks
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: not to be imported
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped]  # jupyterlab carries no types

    from lawtrack.notebook import opening

    server = LabApp.initialize_server(options)
    opening.warm_up(server)
    server.start()


def _settings() -> Path:
    """A folder of JupyterLab settings for the workbench alone; what the user changes in it stays."""
    from jupyter_core.paths import jupyter_config_dir

    folder = Path(jupyter_config_dir()) / "lab" / "lawtrack-settings"
    wanted = {
        "@jupyterlab/translation-extension/plugin": {"locale": _LOCALES[language()]},
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    for plugin, settings in wanted.items():
        file = folder / f"{plugin}.jupyterlab-settings"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(settings, indent=2), encoding="utf-8", newline="\n")
    return folder
