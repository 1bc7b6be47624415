"""Workspaces in git, as every test of this room needs them."""

from tests.workspaces import git, prepared, save, strange_git, workspace

__all__ = ["git", "prepared", "save", "strange_git", "workspace"]
