"""The form laid out as WordprocessingML: cover, table, slots, package.

Knows ``forms`` and ``base``.
"""
