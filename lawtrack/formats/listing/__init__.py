"""Tables of what the collection and the lists of powers have to say: one content, the file's ending says the form."""
