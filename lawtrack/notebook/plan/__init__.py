"""The annual plan in the workbench."""
