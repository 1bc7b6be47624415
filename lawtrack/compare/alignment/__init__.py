"""Which units are versions of one another: what speaks for a pair, and the choice among pairs."""
