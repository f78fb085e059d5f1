"""What must hold across the data, and of a filled form: one rule, one small generator.

Knows ``library`` and what lies below it.
"""
