"""Reading: the words of an amending instrument become instructions with operations."""
