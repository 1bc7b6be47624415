"""Word: packages, styles, automatic numbering, tables; and the old office formats on their way to it."""
