"""A .docx that came back: unpacked, read, placed, turned into answers.

Knows ``word.layout``, ``forms`` and ``base``.
"""
