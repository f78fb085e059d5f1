"""Texts and what is known of them: citations, sources, documents, facts. Knows ``base``."""
