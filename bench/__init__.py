"""Timings of reading, cleaning and extracting beside spaCy; `python -m bench`."""
