"""Checks across the data and of filled forms: one rule, one small generator.

Knows ``library`` and what lies below it.
"""
