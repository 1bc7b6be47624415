"""PDF, from which a text is read by where its lines begin and end: a reading, never the original."""
