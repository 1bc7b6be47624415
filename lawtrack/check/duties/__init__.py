"""Duties and penalties: who owes what, what follows from breaking it, and which of the two lacks the other."""
