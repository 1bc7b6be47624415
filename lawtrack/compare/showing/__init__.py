"""A comparison as its readers see it: rows in order, marks, remarks, counts, sentences, plain data and tables."""
