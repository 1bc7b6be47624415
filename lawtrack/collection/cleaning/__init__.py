"""Cleaning up (法规清理): what a changed law does to the instruments that cite it, and names that are no longer right."""
