"""Sphinx: the guide, the API reference and the technical pages as a site that opens from disk."""

from __future__ import annotations

import lawtrack

project = "lawtrack"
author = project_copyright = "The lawtrack authors"
version = release = lawtrack.__version__
language = "zh_CN"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build", "pictures.py"]
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3

html_theme = "furo"
html_title = "lawtrack"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_last_updated_fmt = None

# Docstrings mark code with single backticks, and faces say what is public.
default_role = "code"
autodoc_member_order = "alphabetical"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "inherited-members": "Exception,object,tuple,str"}
# Pictures are made by docs/pictures.py where the machine can.
# Two rooms may have a class of the same name: a plan's Source is not a version's.
suppress_warnings = ["ref.python", "image.not_readable"]
