"""Opinions 意见 on clauses: taken in, followed through versions, answered, reported. No git, no files."""
