"""The opinions on the draft in hand, in the workbench."""
