"""How sure a pair has to be where nobody says it: the same on the command line as in Python."""

import click

from lawtrack.cli.root import lawtrack
from lawtrack.compare import TRUST


def test_the_usual_trust_is_one() -> None:
    context = click.Context(lawtrack)
    commands = [lawtrack.get_command(context, name) for name in ("compare", "diff")]
    usual = [option.default for one in commands if one for option in one.params if option.name == "trust"]
    assert usual == [TRUST, TRUST]
