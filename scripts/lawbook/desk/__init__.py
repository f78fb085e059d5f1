"""A committee's cases: each one file of papers and events, and the register made from them.

Where a case stands is never typed: it follows from its papers. Word files are read and written
above. Knows ``checks`` and what lies below it.
"""
