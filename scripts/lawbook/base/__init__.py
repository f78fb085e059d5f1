"""Foundations: strict YAML, problems, output, numerals, tables, assets.

Knows no other room.
"""
