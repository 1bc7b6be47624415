"""`lawtrack collection`: many instruments at once."""
