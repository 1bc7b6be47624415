"""What a draft and a version are, and the names that become paths, dates and stages: data, without git."""
