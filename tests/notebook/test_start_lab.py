"""`lawtrack lab` up to the moment when JupyterLab starts."""

from __future__ import annotations

import asyncio
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import lawtrack.notebook
from lawtrack.cli import main
from lawtrack.cli.lab import copy_notebooks
from lawtrack.errors import MissingTool
from lawtrack.notebook import opening
from lawtrack.store import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The options with which JupyterLab would have been started; the user's Jupyter settings are elsewhere."""
    calls: list[list[str]] = []

    def server(options: list[str]) -> SimpleNamespace:
        calls.append(options)
        return SimpleNamespace(start=lambda: None)

    fake = SimpleNamespace(LabApp=SimpleNamespace(initialize_server=server))
    monkeypatch.setattr(opening, "warm_up", lambda _server: None)
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", fake)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    monkeypatch.setenv("LAWTRACK_LANG", "zh")
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.chdir(tmp_path)
    return calls


def test_without_a_workspace_the_sample_is_replayed(started: list[list[str]], tmp_path: Path) -> None:
    assert main(["lab"]) == 0
    root = tmp_path / "workspace"
    assert Workspace.open(root).log("patriotic-health")
    assert (root / "workbench.ipynb").is_file()
    assert f"--ServerApp.root_dir={root}" in started[0]


def test_a_folder_that_is_no_workspace_is_left_alone_unless_told(
    started: list[list[str]], tmp_path: Path
) -> None:
    assert main(["lab", "here"]) == 2
    assert not started
    assert not (tmp_path / "here").exists()
    assert main(["lab", "here", "--sample"]) == 0


def test_port_and_browser_come_from_the_environment(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "9123")
    monkeypatch.setenv("BROWSER", "none")
    main(["lab"])
    assert {"--ServerApp.port=9123", "--no-browser"} <= set(started[0])


def test_jupyterlab_is_told_to_ask_nobody(started: list[list[str]], tmp_path: Path) -> None:
    main(["lab"])
    assert "--LabApp.news_url=None" in started[0]
    assert any(option.endswith("NeverCheckForUpdate") for option in started[0])
    assert "--LabApp.extension_manager=readonly" in started[0]
    settings = tmp_path / "jupyter" / "lab" / "lawtrack-settings" / "@jupyterlab" / "translation-extension"
    assert json.loads((settings / "plugin.jupyterlab-settings").read_text(encoding="utf-8")) == {
        "locale": "zh_CN"
    }


def test_voila_gets_a_notebook_of_one_cell_and_a_policy_that_lets_it_ask_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    cells: list[str] = []

    def launch(options: list[str]) -> None:
        told.extend(options)
        cells.extend(cell["source"] for cell in json.loads(Path(options[0]).read_text("utf-8"))["cells"])

    fake = SimpleNamespace(Voila=SimpleNamespace(launch_instance=launch))
    monkeypatch.setitem(sys.modules, "voila", SimpleNamespace(__spec__=ModuleSpec("voila", None)))
    monkeypatch.setitem(sys.modules, "voila.app", fake)
    monkeypatch.chdir(tmp_path)
    assert main(["lab", "--voila", "--no-browser", "--port", "9001"]) == 0
    assert {"--port=9001", "--no-browser", "--Voila.auto_token=True"} <= set(told)
    assert any("default-src 'self'" in option for option in told)
    assert repr(str(tmp_path / "workspace")) in cells[0]


def test_settings_that_the_user_changed_stay(started: list[list[str]], tmp_path: Path) -> None:
    main(["lab"])
    file = next((tmp_path / "jupyter").rglob("plugin.jupyterlab-settings"))
    file.write_text('{"locale": "en"}', encoding="utf-8")
    main(["lab"])
    assert file.read_text(encoding="utf-8") == '{"locale": "en"}'


def test_a_workbench_that_was_saved_while_open_starts_afresh(tmp_path: Path) -> None:
    copy_notebooks(tmp_path)
    file = tmp_path / "workbench.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    stale = {"application/vnd.jupyter.widget-view+json": {"model_id": "gone"}}
    notebook["cells"][-1]["outputs"] = [{"output_type": "display_data", "data": stale, "metadata": {}}]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    assert copy_notebooks(tmp_path) == [file]
    assert "gone" not in file.read_text(encoding="utf-8")
    notebook["cells"][-1]["source"] = "workbench('elsewhere')"
    file.write_text(json.dumps(notebook), encoding="utf-8")
    assert copy_notebooks(tmp_path) == [file]
    assert "elsewhere" not in file.read_text(encoding="utf-8")
    assert "elsewhere" in (tmp_path / "workbench-1.ipynb").read_text(encoding="utf-8"), (
        "theirs is kept beside it"
    )


def test_the_page_is_offered_by_an_extension_in_the_package(started: list[list[str]]) -> None:
    main(["lab"])
    folder = next(each for each in started[0] if "extra_labextensions_path" in each).partition("=")[2]
    told = json.loads((Path(folder) / "lawtrack" / "package.json").read_text(encoding="utf-8"))
    assert (Path(folder) / "lawtrack" / told["jupyterlab"]["_build"]["load"]).is_file()
    assert "--LabApp.default_url=/lab" in started[0]


def test_the_kernel_is_begun_ahead_and_a_failure_of_it_is_only_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun: list[Callable[[], Coroutine[None, None, None]]] = []
    asked: list[str] = []

    async def create_session(**told: str) -> None:
        asked.append(told["path"])
        raise OSError("no kernel")

    opening.warm_up(
        SimpleNamespace(
            io_loop=SimpleNamespace(add_callback=begun.append),
            session_manager=SimpleNamespace(create_session=create_session),
        )
    )
    with ThreadPoolExecutor(1) as elsewhere:  # the browser of other tests has a loop in this thread
        elsewhere.submit(lambda: asyncio.run(begun[0]())).result()
    assert asked == [opening.PATH]
    assert "not begun ahead" in caplog.text


def test_the_kernel_that_is_begun_ahead_imports_what_the_page_will_use() -> None:
    begun: list[Callable[[], Coroutine[None, None, None]]] = []
    ran: list[str] = []

    async def create_session(**_told: str) -> dict[str, Any]:
        return {"kernel": {"id": "k"}}

    async def answered(timeout: int) -> None:
        assert timeout

    client = SimpleNamespace(
        start_channels=lambda **_channels: None,
        execute=lambda code, **_options: ran.append(code),
        get_shell_msg=answered,
        stop_channels=lambda: ran.append("stopped"),
    )
    opening.warm_up(
        SimpleNamespace(
            io_loop=SimpleNamespace(add_callback=begun.append),
            session_manager=SimpleNamespace(create_session=create_session),
            kernel_manager=SimpleNamespace(get_kernel=lambda _id: SimpleNamespace(client=lambda: client)),
        )
    )
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(lambda: asyncio.run(begun[0]())).result()
    assert ran == [opening.SERVE, "stopped"]
    wire = Path(lawtrack.notebook.labextension_folder(), "lawtrack", "static", "wire.js").read_text("utf-8")
    assert f'"{opening.SERVE}"' in wire
    assert f'"{opening.PATH}"' in wire


def test_notebooks_are_copied_once_and_without_outputs(tmp_path: Path) -> None:
    assert {"python-api.ipynb", "workbench.ipynb"} <= {file.name for file in copy_notebooks(tmp_path)}
    notebook = json.loads((tmp_path / "python-api.ipynb").read_text(encoding="utf-8"))
    assert not any(cell.get("outputs") for cell in notebook["cells"])
    (tmp_path / "python-api.ipynb").write_text("mine", encoding="utf-8")
    copy_notebooks(tmp_path)
    assert (tmp_path / "python-api.ipynb").read_text(encoding="utf-8") == "mine"


def test_without_the_workbench_packages_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("viewer",):
        monkeypatch.delitem(sys.modules, f"lawtrack.notebook.{module}", raising=False)
    monkeypatch.delitem(vars(lawtrack.notebook), "ComparisonViewer", raising=False)
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(MissingTool, match=r"lawtrack\[lab\]"):
        _ = lawtrack.notebook.ComparisonViewer
