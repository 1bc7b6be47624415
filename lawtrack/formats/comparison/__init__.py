"""Comparisons, concordances and merges as files: 修改前后对照表, 各稿对照表, tracked changes."""
