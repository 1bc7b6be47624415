"""A draft beside other instruments: which clauses treat the same, what is copied, what is to be looked at."""
