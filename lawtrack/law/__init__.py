"""One text: numerals, the provision tree, the total parser, citations, rendering."""

from lawtrack.law.model import Block, Instrument, Level, Number, Problem, Provision
from lawtrack.law.parsing import parse
from lawtrack.law.rendering import render

__all__ = ["Block", "Instrument", "Level", "Number", "Problem", "Provision", "parse", "render"]
