"""Lists of powers from and to files."""
