"""Several people on one workspace: the meeting point, joining two lines of work, sync, rounds of review."""
