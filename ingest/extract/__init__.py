"""Facts from an article nobody has annotated, by rules, with the words they rest on."""
