"""Workspaces in git, as every test of this room needs them."""

from tests.workspaces import git, save, strange_git, workspace

__all__ = ["git", "save", "strange_git", "workspace"]
