"""Speaking with git: its environment, its objects, whose turn it is, and a commit that is whole or not there."""
