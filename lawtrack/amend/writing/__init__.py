"""Writing: two versions of an instrument become the decision that leads from one to the other."""
