"""Rules on AI ethics review as data, a guidance site and Word forms.

The rooms stand on floors, and nothing imports from a floor above its own: ``[tool.importlinter]``
in ``pyproject.toml`` lists the floors, and ``lint-imports`` holds them.
"""
