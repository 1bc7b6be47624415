"""Runs the notebooks and writes their outputs back, so that what is committed is what the code says today.

    python tests/notebook/run_notebooks.py

No widget state (it would carry the front end's source and random ids), no time stamps, one kernel's name.
"""

from __future__ import annotations

from pathlib import Path

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def run(file: Path) -> None:
    import nbformat  # here, because pytest looks into this file for doctests, and to load it takes seconds
    from nbclient import NotebookClient

    notebook = nbformat.read(file, as_version=4)
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", store_widget_state=False, record_timing=False
    )
    client.execute(cwd=str(file.parent))
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            # a model's id is new with each run, and a saved notebook has no model to show
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    notebook.metadata = nbformat.from_dict(METADATA)
    nbformat.validate(notebook)
    file.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for file in sorted(NOTEBOOKS.glob("*.ipynb")):
        run(file)
        print(file.name)  # noqa: T201 -- a script that reports
