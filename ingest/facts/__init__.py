"""The fact file: its format, its reading, and the proof that every quote is in the article."""
