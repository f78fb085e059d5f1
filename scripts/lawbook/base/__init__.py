"""The ground: strict YAML, faults, output, numerals, tables, assets.

Knows no other room.
"""
