"""Schemas: obtaining them, cutting them down to a document, the verdict and what is behind it."""
