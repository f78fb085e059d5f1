"""Everything by key, typed and frozen, loaded from ``data/``; addresses, impact, signposts.

Knows ``base``, ``law``, ``rules`` and ``forms``.
"""
