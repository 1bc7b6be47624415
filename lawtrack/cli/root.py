"""`lawtrack`: the group of commands, the language, and how a failure is told.

Commands load when they are called, so `lawtrack --help` stays quick. Exit status: 0 done, 1 findings or differences
asked for with --exit-code, 2 wrong usage or unusable input, 3 an instruction that could not be applied.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, Final, TextIO

import click

from lawtrack.cli.help import Spoken, translated
from lawtrack.cli.misplaced import NoSuchCommand, no_such_command
from lawtrack.cli.printing import visible
from lawtrack.errors import LawtrackError
from lawtrack.formats import use_office
from lawtrack.messages import LANGUAGES, set_language, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lawtrack.formats import Office

COMMANDS: Final = {
    "parse": "lawtrack.cli.texts:parse",
    "compare": "lawtrack.cli.texts:compare",
    "concordance": "lawtrack.cli.texts:concordance",
    "merge": "lawtrack.cli.merge:merge_",
    "amend": "lawtrack.cli.amend:amend",
    "check": "lawtrack.cli.check:check",
    "duties": "lawtrack.cli.duties:duties",
    "init": "lawtrack.cli.drafts:init",
    "demo": "lawtrack.cli.drafts:demo",
    "lab": "lawtrack.cli.lab:lab",
    "import": "lawtrack.cli.drafts:import_",
    "correct": "lawtrack.cli.drafts:correct",
    "log": "lawtrack.cli.drafts:log",
    "show": "lawtrack.cli.drafts:show",
    "diff": "lawtrack.cli.drafts:diff",
    "blame": "lawtrack.cli.drafts:blame",
    "verify": "lawtrack.cli.record:verify",
    "seal": "lawtrack.cli.record:seal",
    "sync": "lawtrack.cli.team:sync",
    "share": "lawtrack.cli.team:share",
    "round": "lawtrack.cli.team:round_",
    "aside": "lawtrack.cli.aside:aside",
    "adopt": "lawtrack.cli.record:adopt",
    "restore": "lawtrack.cli.record:restore",
    "undo": "lawtrack.cli.record:undo",
    "document": "lawtrack.cli.documents:document",
    "opinion": "lawtrack.cli.opinions:opinion",
    "plan": "lawtrack.cli.plan.status:plan",
    "powers": "lawtrack.cli.powers:powers",
    "collection": "lawtrack.cli.collection.building:collection",
    "merge-driver": "lawtrack.cli.merge:driver",
}
"""Where each command lives; its one-line help stands in the catalogue as `cli.help-<command>`."""


class Commands(click.Group):
    """The commands, each imported when it is called."""

    context_class = Spoken

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name. Raises UsageError where there is none."""
        place = COMMANDS.get(cmd_name)
        if place is None:
            raise NoSuchCommand(cmd_name, ctx)
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return translated(command, (cmd_name,))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """The list of commands in the language in use, without importing any."""
        with formatter.section(translate("cli.commands")):
            formatter.write_dl([(name, translate(f"cli.help-{name}")) for name in COMMANDS])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=lambda _ctx, _param, value: set_language(value) if value else None,
    help="Language of messages 界面语言; LAWTRACK_LANG or the locale otherwise.",
)
@click.version_option(package_name="lawtrack", message="lawtrack %(version)s")
def lawtrack() -> None:
    """地方立法文稿管理。Drafts of ordinances, their versions, and the annual plan.

    \b
    Examples 示例:
      lawtrack lab                             # 打开工作台 the workbench
      lawtrack compare old.docx new.docx       # 逐条对照 clause by clause
      lawtrack compare old.docx new.docx -o 对照.html
      lawtrack plan status --as-of 2020-09-01  # 计划执行情况 the plan that day
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; a failure is one sentence on standard error, never a traceback."""
    set_language(language_of(os.environ))
    for stream in (sys.stdout, sys.stderr):
        forgive(stream)
    try:
        with warnings.catch_warnings(), use_office(_office):
            warnings.showwarning = _show_warning
            result = lawtrack.main(
                args=list(arguments) if arguments is not None else None,
                prog_name="lawtrack",
                standalone_mode=False,
            )
    except LawtrackError as error:
        return _fail(error.message(), error.exit_status)
    except click.UsageError as error:
        return _fail(f"{usage(error)}\n{translate('cli.see-help', command=_path(error.ctx))}", 2)
    except click.ClickException as error:
        return _fail(error.format_message(), 2)
    except (click.Abort, KeyboardInterrupt):
        return _fail(translate("cli.stopped"), 130)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the reader of our pipe has gone
        return 0
    except OSError as error:
        return _fail(
            translate("cli.system", path=error.filename or "", reason=error.strerror or str(error)), 2
        )
    return result if isinstance(result, int) else 0


def _office() -> Office:
    """The layout settings of the command that runs; asked only when a document is written."""
    from lawtrack.cli.layouts import office_here

    return office_here()


def language_of(environment: os._Environ[str] | dict[str, str]) -> str:
    """The user's language: LAWTRACK_LANG, else English where the locale says so, else Chinese.

    >>> language_of({"LANG": "en_US.UTF-8"}), language_of({"LANG": "C"}), language_of({"LAWTRACK_LANG": "en"})
    ('en', 'zh', 'en')
    """
    wanted = environment.get("LAWTRACK_LANG", "").lower()[:2]
    if wanted in LANGUAGES:
        return wanted
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "en" if locale.lower().startswith("en") else "zh"


def forgive(stream: TextIO) -> None:
    """Let a console that lacks a character print a mark in its place rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def usage(error: click.UsageError) -> str:
    """What was wrong with the command line, in the language in use."""
    if isinstance(error, click.NoSuchOption):
        return translate("cli.no-such-option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadParameter):
        name = error.param.get_error_hint(error.ctx) if error.param and error.ctx else error.param_hint
        return translate("cli.bad-value", name=name, reason=_wanted(error))
    if isinstance(error, click.BadOptionUsage):
        return translate("cli.option-alone", name=error.option_name)
    if lost := no_such_command(error, COMMANDS):
        return lost
    if wanted := _NUMBER_OF_ARGUMENTS.match(error.message):
        return translate("cli.arguments", count=int(wanted[1]))
    if extra := _EXTRA.match(error.message):
        return translate("cli.extra", words=extra[1])
    return translate("cli.usage", reason=error.format_message())


_NUMBER_OF_ARGUMENTS: Final = re.compile(r"Argument '.*' takes (\d+) values")
_EXTRA: Final = re.compile(r"Got unexpected extra arguments? \((.*)\)")
"""What click says of too few arguments, and of those that nobody takes: in words, for which it has no exception."""


def _missing(error: click.MissingParameter) -> str:
    """An option is called by its name, an argument by the word that the usage has for it."""
    if isinstance(error.param, click.Option):
        return translate("cli.missing-option", name=max(error.param.opts, key=len))
    name = error.param.make_metavar(error.ctx) if error.param and error.ctx else error.param_hint
    return translate("cli.missing", name=name)


def _wanted(error: click.BadParameter) -> str:
    """What a value should have looked like."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange | click.FloatRange):
        return translate("cli.want-range", range=_range(kind))
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return translate("cli.want-number")
    if isinstance(kind, click.Path) and kind.exists:
        return translate("cli.want-path")
    if isinstance(kind, click.DateTime):
        return translate("cli.want-date")
    if isinstance(kind, click.Choice):
        return translate("cli.want-choice", choices="、".join(map(str, kind.choices)))
    return error.message


def _range(kind: click.IntRange | click.FloatRange) -> str:
    """The numbers that an option takes: 1–65535, ≥1."""
    if kind.min is None:
        return f"≤{kind.max}"
    return f"{kind.min}–{kind.max}" if kind.max is not None else f"≥{kind.min}"


def _path(ctx: click.Context | None) -> str:
    return ctx.command_path if ctx else "lawtrack"


def _show_warning(message: Warning | str, *_details: object, **_more: object) -> None:
    click.echo(visible(f"{translate('cli.note')}{message}"), err=True)


def _fail(sentence: str, status: int) -> int:
    click.echo(visible(sentence), err=True)
    return status
