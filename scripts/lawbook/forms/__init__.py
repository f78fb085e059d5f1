"""What is asked and what was answered: forms, answers, values, findings, former names.

Knows ``base``, ``law`` and ``rules``; ``plan`` holds the checks of a pilot city's plan.
"""
