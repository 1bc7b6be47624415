"""Readers and writers of other people's files: the only room that knows their libraries."""
