"""Text files of other people: bytes to text, Markdown, where the legal text begins."""
