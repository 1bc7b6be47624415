"""Spreadsheets: opened with care, written so that text stays text and the same content is the same bytes."""
