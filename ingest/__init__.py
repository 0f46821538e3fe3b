"""Space Cooperation Warehouse: everything about text, from article files to `raw` tables."""

__version__ = "0.1.0"
