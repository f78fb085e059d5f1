"""A committee's cases: each a file of papers and events, and the register made from them.

The state of a case is never typed: it follows from its papers. Word files are read and written
above. Knows ``checks`` and what lies below it.
"""
