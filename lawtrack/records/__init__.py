"""Records that people edit by hand (YAML): read with the line of every field, explained, edited with their comments."""
