"""Opinions as departments send them: tables with columns of any name and order, letters, pasted text."""
