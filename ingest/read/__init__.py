"""Files of any accepted format, one `Document` per article or a `Rejection`."""
