"""The page about collections says what the tables hold."""

from lawtrack.collection import COLUMNS


def test_every_column_is_documented(root):
    page = (root / "docs" / "collection.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        for name, meaning in columns.items():
            assert f"| `{name}` | {meaning} |" in page, (table, name)
