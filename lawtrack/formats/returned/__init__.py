"""Comparison tables that come back from colleagues, read as the texts of their columns."""
