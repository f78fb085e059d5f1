"""Checks of what filled forms say, as ``data/rules/*-checks.yml`` asks for them.

Knows ``forms`` and what lies below it.
"""
