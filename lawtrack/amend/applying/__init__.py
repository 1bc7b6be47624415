"""Applying: the operations of an amending instrument change the tree of the base text."""
