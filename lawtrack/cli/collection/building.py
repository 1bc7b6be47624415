"""`lawtrack collection`: the group, and the commands that build a collection and look into it."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from lawtrack.cli.printing import print_json, visible
from lawtrack.messages import translate

if TYPE_CHECKING:
    from lawtrack.collection import Collection

COMMANDS: Final = {
    "build": "lawtrack.cli.collection.building:build",
    "search": "lawtrack.cli.collection.searching:search",
    "affected": "lawtrack.cli.collection.cleaning:affected",
    "repealed": "lawtrack.cli.collection.cleaning:repealed",
    "beside": "lawtrack.cli.collection.comparing:beside",
}


class CollectionCommands(click.Group):
    """The commands on a collection, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name, or None."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=CollectionCommands, short_help="All instruments of a city at once. 法规库：检索、清理、比较")
def collection() -> None:
    """Many instruments at once: build, search, find what a change affects, compare with others.

    \b
    Examples:
      lawtrack collection build 本市法规 本市规章 -o 法规库
      lawtrack collection search "罚款 没收" --in 库 --kind local-regulation
      lawtrack collection affected 旧法.docx 新法.docx --in 库 -o 清理.docx
      lawtrack collection beside 草案.docx --with 甲市条例 --in 库 -o 比较.docx
    """


@click.command(short_help="Read folders of instruments into tables. 建库")
@click.argument("places", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", required=True, type=click.Path(path_type=Path), help="Folder of the tables."
)
@click.option("--executor", metavar="tcp://HOST:PORT", help="A Dask cluster's scheduler (lawtrack[cluster]).")
@click.option("--again", is_flag=True, help="Read unchanged files again too.")
@click.option("--json", "as_json", is_flag=True, help="Counts and what could not be read, as JSON.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if a file could not be read.")
def build(
    places: tuple[Path, ...], out: Path, executor: str | None, again: bool, as_json: bool, exit_code: bool
) -> int:
    """Read every instrument in each FOLDER (Word, text, HTML, a workspace's drafts) into Parquet tables and an index.

    Only files whose content changed are read again. What could not be read is listed, and kept in unread.parquet.

    \b
    Examples:
      lawtrack collection build 本市法规 -o 法规库
      lawtrack collection build 全省法规 -o 法规库 --executor tcp://10.0.0.5:8786
    """
    from lawtrack.collection import Collection, executor_at

    pool = executor_at(executor) if executor else None
    try:
        with _bar() as bar:

            def show(done: int, files: int) -> None:
                bar.length = max(files, 1)
                bar.update(done - bar.pos)

            built = Collection.build(places, out, executor=pool, progress=show, again=again)
            bar.update((bar.length or 1) - bar.pos)
    finally:
        if pool is not None:
            pool.shutdown()
    _tell(built, out, as_json=as_json)
    return int(exit_code and len(built.unread) > 0)


def _bar() -> Any:
    """A progress bar on standard error, of a length that is told later."""
    return click.progressbar(length=1, label=translate("collection.reading"), file=sys.stderr)


def _tell(built: Collection, out: Path, *, as_json: bool) -> None:
    unread = built.unread.to_dict("records")
    counts: dict[str, Any] = {
        "instruments": len(built.instruments),
        "articles": int(built.instruments["articles"].sum()),
        "unread": len(unread),
    }
    if as_json:
        print_json({**counts, "files_unread": unread})
        return
    click.echo(translate("collection.built", path=out, **counts))
    for row in unread:
        click.echo(visible(f"  {row['file']}: {row['message']}"), err=True)
    bare = built.instruments[built.instruments["articles"] == 0]
    for instrument in bare["instrument"]:
        click.echo(visible(f"  {instrument}: {translate('collection.no-articles')}"), err=True)
