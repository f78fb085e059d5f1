"""Rules on AI ethics review as data, a guidance site and Word forms.

The rooms stand on floors; nothing imports from a floor above its own
(see ``content/about/decisions/0002-floors-of-the-package.md``).
"""
