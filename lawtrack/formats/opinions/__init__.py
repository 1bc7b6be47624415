"""Opinions as files: the 意见汇总及采纳情况表 out, tables and letters in."""
