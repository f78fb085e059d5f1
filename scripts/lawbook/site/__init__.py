"""From data to a site that can be served or passed on: build, policy, links, offline copies.

Knows every room but ``cli``.
"""
