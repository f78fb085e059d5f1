"""What is asked and what was answered: forms, answers, values, findings, former names.

``plan`` holds the checks of what filled forms say. Knows ``base``, ``law`` and ``rules``.
"""
