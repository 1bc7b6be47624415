"""Published plans as plans: numbered lists, tables, running words; what was not understood is listed."""
