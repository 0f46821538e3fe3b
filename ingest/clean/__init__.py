"""What of a document is body, what is furniture, and what is known about it."""

from ingest.clean.cleaner import clean

__all__ = ["clean"]
