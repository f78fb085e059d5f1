"""Who must do what, by when, in which order: duties, deadlines, procedures, the navigator.

Knows ``base`` and ``law``.
"""
