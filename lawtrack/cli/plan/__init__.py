"""`lawtrack plan`: the status of the annual plan, its changes, its files."""
